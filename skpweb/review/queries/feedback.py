"""Feedback: to whom it can be given, and what was said."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from skpweb.domain.lifecycle import SkpState
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.people import Employee
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.review import Feedback
from skpweb.web import clock


def skp(person: Actor, skp_id: int) -> Skp | None:
    """A dossier with its parties, for anybody's feedback."""
    found = evaluations.dossier(skp_id) if person.employee_id is not None else None
    return found if found is not None and found.in_force is not None else None


def colleagues(person: Actor, search: str) -> Sequence[Skp]:
    """People of the office with an SKP in force this year, by name."""
    day = clock.today()
    query = (
        sa.select(Skp)
        .join(Skp.employee)
        .join(Skp.posting)
        .options(contains_eager(Skp.employee), contains_eager(Skp.posting))
        .where(
            Skp.employee_id != person.employee_id,
            Skp.starts_on <= day,
            Skp.ends_on >= day,
            Skp.versions.any(SkpVersion.state == SkpState.APPROVED),
        )
        .order_by(Employee.name)
        .limit(50)
    )
    if search:
        query = query.where(Employee.name.ilike(f"%{search}%"))
    return db.session.scalars(query).all()


def feedback_on(skp: Skp, giver_id: int | None) -> Sequence[Feedback]:
    """Feedback on an SKP, newest first; only that of one giver if named."""
    query = (
        sa.select(Feedback)
        .where(Feedback.skp_id == skp.id)
        .options(joinedload(Feedback.giver))
        .order_by(Feedback.given_on.desc(), Feedback.id.desc())
        .limit(200)
    )
    if giver_id is not None:
        query = query.where(Feedback.giver_id == giver_id)
    return db.session.scalars(query).all()
