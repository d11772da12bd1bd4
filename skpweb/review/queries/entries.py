"""Journal entries that wait for me, what surrounds them, and what I have just decided."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

import sqlalchemy as sa
from flask import g
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from skpweb.domain import doubts
from skpweb.domain.calendar import WorkWeek
from skpweb.domain.checks import UNDO_SECONDS
from skpweb.domain.journal import Span
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.people import Actor
from skpweb.evidence.repeats import seen_elsewhere
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry
from skpweb.models.organisation import Holiday
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.review.queries.charge import may_decide
from skpweb.review.queries.weeks import WaitingWeek
from skpweb.web import clock

RECENT = timedelta(days=400)  #: an SKP that ended before is not looked through for decisions
LOOKS_BACK = timedelta(days=3)  #: before a week, for texts that repeat


@dataclass
class Surroundings:
    """The calendar, what else these people wrote, usual results, evidence seen elsewhere."""

    week: WorkWeek
    holidays: Collection[date]
    backfill_days: int
    others: dict[int, list[tuple[int, doubts.Entry]]] = field(default_factory=dict)
    results: dict[int, list[tuple[date, int]]] = field(default_factory=dict)
    seen: dict[int, list[str]] = field(default_factory=dict)

    def around(self, entry: JournalEntry) -> doubts.Around:
        """What surrounds one entry."""
        first = entry.day - timedelta(days=doubts.USUAL_DAYS)
        results = self.results.get(entry.step_id or 0, ())
        return doubts.Around(
            self.week,
            self.holidays,
            self.backfill_days,
            [one for number, one in self.others[entry.skp.employee_id] if number != entry.id],
            [value for day, value in results if first <= day < entry.day],
            " ".join(self.seen.get(entry.id, ())),
        )


def holidays() -> frozenset[date]:
    """The office's holidays of the last year or so. One query."""
    first = clock.today() - timedelta(days=400)
    return frozenset(db.session.scalars(sa.select(Holiday.day).where(Holiday.day >= first)))


def of_weeks(person: Actor, weeks: Collection[WaitingWeek]) -> Sequence[JournalEntry]:
    """Their waiting entries in order of time. Two queries."""
    if not weeks:
        return []
    query = (
        _mine(person)
        .options(
            contains_eager(JournalEntry.skp).contains_eager(Skp.employee),
            joinedload(JournalEntry.step),
            selectinload(JournalEntry.files),
        )
        .where(JournalEntry.state == EntryState.SUBMITTED, _within(weeks))
        .order_by(JournalEntry.day, JournalEntry.starts_at, JournalEntry.id)
    )
    return db.session.scalars(query).unique().all()


def surroundings(weeks: Collection[WaitingWeek], entries: Collection[JournalEntry]) -> Surroundings:
    """All that the rules look at beside the entries. At most five queries."""
    office = g.office
    found = Surroundings(WorkWeek(office.work_days), holidays(), office.backfill_days)
    if entries:
        found.others = _others(weeks)
        found.results = _results(entries)
        found.seen = seen_elsewhere([entry.id for entry in entries])
    return found


def to_decide(person: Actor, ids: Iterable[int]) -> dict[int, JournalEntry]:
    """Entries of mine by id, locked, with all that the rules of a move ask. Two queries."""
    query = (
        _mine(person)
        .options(contains_eager(JournalEntry.skp).contains_eager(Skp.employee))
        .where(JournalEntry.id.in_(list(ids)))
        .order_by(JournalEntry.id)
        .with_for_update(of=JournalEntry)
    )
    found = db.session.scalars(query).unique().all()
    _load_parties({entry.skp_id for entry in found})
    return {entry.id: entry for entry in found}


def just_decided(
    person: Actor, stamps: Collection[str]
) -> list[tuple[datetime, list[JournalEntry]]]:
    """What I decided in the last ten minutes, by the moment, the latest first. One query.

    The time says that it is decided; the state would lead through everybody's entries.
    """
    query = (
        _mine(person)
        .where(
            JournalEntry.decided_at > utc_now() - timedelta(seconds=UNDO_SECONDS),
            JournalEntry.decided_by.in_(stamps),
            Skp.ends_on >= clock.today() - RECENT,
        )
        .order_by(JournalEntry.decided_at.desc(), JournalEntry.id)
    )
    found = db.session.scalars(query).unique().all()
    moments = groupby(found, key=lambda entry: entry.decided_at)
    return [(moment, list(own)) for moment, own in moments if moment is not None]


def _mine(person: Actor) -> sa.Select[tuple[JournalEntry]]:
    """Entries whose penilai I am, or stand in for."""
    return (
        sa.select(JournalEntry)
        .join(JournalEntry.skp)
        .join(Skp.employee)
        .join(Posting, Posting.employee_id == Employee.id)
        .where(*may_decide(person, clock.today()))
    )


def _within(
    weeks: Iterable[WaitingWeek], before: timedelta = timedelta()
) -> sa.ColumnElement[bool]:
    return sa.or_(
        *(
            sa.and_(
                Skp.employee_id == week.employee_id,
                JournalEntry.day.between(week.monday - before, week.sunday),
            )
            for week in weeks
        )
    )


def _others(weeks: Collection[WaitingWeek]) -> dict[int, list[tuple[int, doubts.Entry]]]:
    """What these people stand for around these weeks, decided or not. One query."""
    columns = (
        JournalEntry.day,
        JournalEntry.activity,
        JournalEntry.starts_at,
        JournalEntry.ends_at,
    )
    rows = db.session.execute(
        sa.select(Skp.employee_id, JournalEntry.id, *columns)
        .join(JournalEntry.skp)
        .where(_within(weeks, LOOKS_BACK), JournalEntry.state != EntryState.UNCONFIRMED)
    )
    found: dict[int, list[tuple[int, doubts.Entry]]] = {}
    for owner, number, day, text, start, end in rows:
        found.setdefault(owner, []).append((number, doubts.Entry(day, text, Span(start, end))))
    return found


def _results(entries: Collection[JournalEntry]) -> dict[int, list[tuple[date, int]]]:
    """Realisations per rencana aksi in the last 60 days. One query."""
    days = [entry.day for entry in entries]
    rows = db.session.execute(
        sa.select(JournalEntry.step_id, JournalEntry.day, JournalEntry.realisation).where(
            JournalEntry.step_id.in_({entry.step_id for entry in entries if entry.step_id} or [0]),
            JournalEntry.realisation.is_not(None),
            JournalEntry.state != EntryState.UNCONFIRMED,
            JournalEntry.day >= min(days) - timedelta(days=doubts.USUAL_DAYS),
            JournalEntry.day < max(days),
        )
    )
    found: dict[int, list[tuple[date, int]]] = {}
    for step_id, day, value in rows:
        found.setdefault(step_id, []).append((day, value))
    return found


def _load_parties(ids: Collection[int]) -> None:
    """Postings and versions of the dossiers, so that rules can be asked."""
    db.session.scalars(
        sa.select(Skp)
        .where(Skp.id.in_(ids))
        .options(
            joinedload(Skp.year),
            joinedload(Skp.versions),
            joinedload(Skp.employee).joinedload(Employee.postings),
        )
        .execution_options(populate_existing=True)
    ).unique().all()
