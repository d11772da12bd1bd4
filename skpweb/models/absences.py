"""Who is away on which days: the one place that journal, review, office and documents ask."""

from collections.abc import Collection, Sequence
from datetime import date

import sqlalchemy as sa

from skpweb.domain.terms import AbsenceKind
from skpweb.extensions import db
from skpweb.models.presence import Absence


def of(employee_ids: Collection[int], first: date, last: date) -> Sequence[Absence]:
    """Absences that touch a day from ``first`` to ``last`` (inclusive), the earliest first.

    One query; none at all for nobody. An absence may begin before and end after the span.
    """
    if not employee_ids:
        return []
    return db.session.scalars(
        sa.select(Absence)
        .where(
            Absence.employee_id.in_(employee_ids),
            Absence.starts_on <= last,
            Absence.ends_on >= first,
        )
        .order_by(Absence.starts_on, Absence.id)
    ).all()


def kind_on(employee_id: int, day: date) -> AbsenceKind | None:
    """Why a person is away on ``day``; None if he is at work. One query."""
    found = of([employee_id], day, day)
    return found[0].kind if found else None
