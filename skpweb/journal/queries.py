"""What the journal pages load, through the person who writes them."""

from collections.abc import Sequence
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb.domain.lifecycle import EntryState, SkpState
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.organisation import EvaluationWindow, Holiday
from skpweb.models.planning import Skp, SkpVersion
from skpweb.web import clock


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
        .options(joinedload(JournalEntry.step))
        .order_by(JournalEntry.day, JournalEntry.starts_at, JournalEntry.id)
    ).all()


def at_hand(person: Actor, day: date) -> Sequence[JournalEntry]:
    """My entries of a day, and whichever the penilai sent back, in order. One query."""
    return db.session.scalars(
        sa.select(JournalEntry)
        .join(JournalEntry.skp)
        .where(
            Skp.employee_id == person.employee_id,
            sa.or_(JournalEntry.day == day, JournalEntry.state == EntryState.RETURNED),
        )
        .options(joinedload(JournalEntry.step))
        .order_by(JournalEntry.day, JournalEntry.starts_at, JournalEntry.id)
    ).all()


def last_step_id(skp_id: int) -> int | None:
    """The rencana aksi used last."""
    return db.session.scalar(
        sa.select(JournalEntry.step_id)
        .where(JournalEntry.skp_id == skp_id)
        .order_by(JournalEntry.id.desc())
        .limit(1)
    )


def windows(year_id: int) -> Sequence[EvaluationWindow]:
    """The periodic windows of a year."""
    return db.session.scalars(
        sa.select(EvaluationWindow)
        .where(EvaluationWindow.year_id == year_id, EvaluationWindow.number > 0)
        .order_by(EvaluationWindow.order)
    ).all()


def days_off(first: date, last: date) -> dict[date, str]:
    """Holidays between two days."""
    rows = db.session.execute(
        sa.select(Holiday.day, Holiday.name).where(Holiday.day.between(first, last))
    )
    return {day: name for day, name in rows}


def open_since(backfill: int, work_days: int) -> date:
    """The earliest day that may still be filled: ``backfill`` working days back."""
    today = clock.today()
    off = days_off(today - timedelta(days=backfill * 3 + 21), today)
    day = today
    while backfill > 0:
        day -= timedelta(days=1)
        if day.weekday() < work_days and day not in off:
            backfill -= 1
    return day
