"""What the journal pages load, through the person who writes them."""

from collections.abc import Sequence
from datetime import date
from functools import cache

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from skpweb.domain.lifecycle import EntryState, SkpState
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Employee
from skpweb.models.planning import Skp, SkpVersion


def skp(person: Actor, skp_id: int) -> Skp | None:
    """My own dossier, with its parties."""
    return evaluations.dossier(skp_id, Skp.employee_id == person.employee_id)


def step(person: Actor, step_id: int) -> ActionStep | None:
    """A rencana aksi of mine."""
    query = (
        sa.select(ActionStep)
        .where(ActionStep.id == step_id)
        .options(joinedload(ActionStep.targets))
    )
    found = db.session.scalars(query).unique().one_or_none()
    dossier = skp(person, found.skp_id) if found is not None else None
    if found is None or dossier is None:
        return None
    found.skp = dossier
    return found


def skp_on(person: Actor, day: date) -> Skp | None:
    """My SKP that is in force on a day."""
    return db.session.scalar(
        sa.select(Skp).where(
            Skp.employee_id == person.employee_id,
            Skp.starts_on <= day,
            Skp.ends_on >= day,
            Skp.versions.any(SkpVersion.state == SkpState.APPROVED),
        )
    )


def steps(skp_id: int | None) -> Sequence[ActionStep]:
    """The rencana aksi of an SKP in use, in order, with their targets."""
    return (
        db.session.scalars(
            sa.select(ActionStep)
            .where(ActionStep.skp_id == skp_id, ActionStep.archived_at.is_(None))
            .options(joinedload(ActionStep.targets))
            .order_by(ActionStep.order, ActionStep.id)
        )
        .unique()
        .all()
    )


def entries(employee_id: int | None, first: date, last: date) -> Sequence[JournalEntry]:
    """A person's entries of some days, in order."""
    return db.session.scalars(
        sa.select(JournalEntry)
        .join(JournalEntry.skp)
        .where(Skp.employee_id == employee_id, JournalEntry.day.between(first, last))
        .options(joinedload(JournalEntry.step), selectinload(JournalEntry.files))
        .order_by(JournalEntry.day, JournalEntry.starts_at, JournalEntry.id)
    ).all()


def at_hand(person: Actor, day: date) -> Sequence[JournalEntry]:
    """My entries of a day, and whichever wait for me: sent back, or written in my place.

    In order. One query.
    """
    return db.session.scalars(_at_hand(), {"me": person.employee_id, "day": day}).all()


@cache
def _at_hand() -> sa.Select[tuple[JournalEntry]]:
    waiting = (EntryState.RETURNED, EntryState.UNCONFIRMED)
    return (
        sa.select(JournalEntry)
        .join(JournalEntry.skp)
        .where(
            Skp.employee_id == sa.bindparam("me"),
            sa.or_(JournalEntry.day == sa.bindparam("day"), JournalEntry.state.in_(waiting)),
        )
        .options(joinedload(JournalEntry.step))
        .order_by(JournalEntry.day, JournalEntry.starts_at, JournalEntry.id)
    )


def unconfirmed(person: Actor, day: date) -> Sequence[JournalEntry]:
    """What others wrote for me on a day, with all that a move asks."""
    query = (
        sa.select(JournalEntry)
        .join(JournalEntry.skp)
        .join(Skp.employee)
        .where(
            Skp.employee_id == person.employee_id,
            JournalEntry.day == day,
            JournalEntry.state == EntryState.UNCONFIRMED,
        )
        .options(
            contains_eager(JournalEntry.skp).options(
                joinedload(Skp.year),
                joinedload(Skp.versions),
                contains_eager(Skp.employee).joinedload(Employee.postings),
            ),
            selectinload(JournalEntry.files),
        )
        .order_by(JournalEntry.id)
    )
    return db.session.scalars(query).unique().all()


def windows(year_id: int) -> Sequence[EvaluationWindow]:
    """The periodic windows of a year."""
    return db.session.scalars(
        sa.select(EvaluationWindow)
        .where(EvaluationWindow.year_id == year_id, EvaluationWindow.number > 0)
        .order_by(EvaluationWindow.order)
    ).all()
