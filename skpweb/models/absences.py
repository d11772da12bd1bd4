"""Who is away on which days: the one place that journal, review, office and documents ask."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import aliased
from sqlalchemy.sql.functions import FunctionElement

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


def throughout(employee_id: Any, first: Any, last: Any) -> sa.ColumnElement[bool]:
    """Whether every day from ``first`` to ``last`` is one of leave, in one piece or several.

    In a query what ``domain.away.is_away_throughout`` says of loaded absences;
    the three are columns of the query that asks.
    """
    begun, ended, following = (aliased(Absence) for _ in range(3))

    def his(one: Any, *which: sa.ColumnElement[bool]) -> sa.Exists:
        on_leave = one.employee_id == employee_id, one.kind != AbsenceKind.STUDY
        return sa.exists().where(*on_leave, *which)

    goes_on = his(
        following, following.starts_on <= _NextDay(ended.ends_on), following.ends_on > ended.ends_on
    )
    ends_early = his(ended, ended.ends_on >= first, ended.ends_on < last, ~goes_on)
    return sa.and_(his(begun, begun.starts_on <= first, begun.ends_on >= first), ~ends_early)


class _NextDay(FunctionElement[date]):
    """The day after the one in a column, in the words of either database."""

    inherit_cache = True
    type = sa.Date()


@compiles(_NextDay)
def _plus_one(element: _NextDay, compiler: Any, **options: Any) -> str:
    return f"({compiler.process(element.clauses, **options)} + 1)"


@compiles(_NextDay, "sqlite")
def _plus_one_day(element: _NextDay, compiler: Any, **options: Any) -> str:
    return f"date({compiler.process(element.clauses, **options)}, '+1 day')"
