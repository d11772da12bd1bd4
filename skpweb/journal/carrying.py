"""Which of my entries stand in the national application: rows, counts and ticks.

A tick is the owner's private mark. It leaves the entry's version and its time of
change alone, so that nobody meets a conflict because of it, and it is not audited.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb.domain.lifecycle import EntryState
from skpweb.domain.national import Carried, Row, carried
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models import entries
from skpweb.models.base import utc_now
from skpweb.models.evidence import entry_evidence
from skpweb.models.journal import JournalEntry
from skpweb.models.organisation import EvaluationWindow, PerformanceYear
from skpweb.models.planning import Skp

WEEK = timedelta(days=7)
TABLE = JournalEntry.__table__


@dataclass(frozen=True, slots=True)
class Line:
    """An entry beside what the national form asks."""

    entry: JournalEntry
    row: Row

    @property
    def carried(self) -> Carried:
        """Whether it stands there too."""
        return carried(self.entry.copied_at, self.entry.written_at)

    @property
    def shown(self) -> str:
        """The entry and its version as a form carries it: ``12.3``."""
        return f"{self.entry.id}.{self.entry.version_id}"


@dataclass(frozen=True, slots=True)
class Backlog:
    """Entries of some days: how many there are, how many are still to be copied."""

    name: str
    first: date
    last: date
    total: int
    left: int
    next_day: date  # the first with something to copy, else the last


def entry(person: Actor, entry_id: int) -> JournalEntry | None:
    """An entry that can be carried over: not one that still waits for its owner's word."""
    found = entries.entry(person, entry_id)
    return None if found is None or found.state is EntryState.UNCONFIRMED else found


def lines(person: Actor, first: date, last: date) -> list[Line]:
    """My entries of some days, in order. One query."""
    files = (
        sa.select(sa.func.count())
        .where(entry_evidence.c.entry_id == JournalEntry.id)
        .scalar_subquery()
    )
    rows = db.session.execute(
        _mine(person)
        .add_columns(files)
        .where(JournalEntry.day.between(first, last))
        .options(joinedload(JournalEntry.step))
        .order_by(JournalEntry.day, JournalEntry.starts_at, JournalEntry.id)
        .execution_options(populate_existing=True)  # ticks are written past the session
    )
    return [Line(one, _row(one, count)) for one, count in rows]


def per_day(person: Actor, year: int) -> dict[date, tuple[int, int]]:
    """Days of a year with entries: how many, and how many are still to be copied. One query."""
    is_done = sa.and_(JournalEntry.copied_at.is_not(None), _still_the_same())
    rows = db.session.execute(
        sa.select(
            JournalEntry.day,
            sa.func.count(),
            sa.func.sum(sa.case((is_done, 0), else_=1)),
        )
        .where(_is_mine(person))
        .where(JournalEntry.day.between(date(year, 1, 1), date(year, 12, 31)))
        .group_by(JournalEntry.day)
        .order_by(JournalEntry.day)
    )
    return {day: (total, left) for day, total, left in rows}


def windows(year: int) -> Sequence[EvaluationWindow]:
    """The periodic windows of a calendar year. One query."""
    return db.session.scalars(
        sa.select(EvaluationWindow)
        .join(EvaluationWindow.year)
        .where(PerformanceYear.year == year, EvaluationWindow.number > 0)
        .order_by(EvaluationWindow.order)
    ).all()


def backlog(name: str, first: date, last: date, days: dict[date, tuple[int, int]]) -> Backlog:
    """Count the days between two."""
    inside = {day: counts for day, counts in days.items() if first <= day <= last}
    open_days = [day for day, (_, left) in inside.items() if left]
    return Backlog(
        name, first, last,
        sum(total for total, _ in inside.values()),
        sum(left for _, left in inside.values()),
        min(open_days, default=max(inside, default=first)),
    )  # fmt: skip


def mondays(first: date, last: date) -> list[date]:
    """The Mondays of the weeks that touch two days and those between, the newest first."""
    monday, found = first - timedelta(days=first.weekday()), []
    while monday <= last:
        found.append(monday)
        monday += WEEK
    return found[::-1]


def tick(person: Actor, shown: Collection[tuple[int, int]]) -> int:
    """Mark entries as copied that still are in the version that was shown; how many those were."""
    pairs = sa.tuple_(TABLE.c.id, TABLE.c.version_id).in_(list(shown))
    return _mark(person, pairs, utc_now())


def untick(person: Actor, ids: Collection[int]) -> int:
    """Take the mark back."""
    return _mark(person, TABLE.c.id.in_(list(ids)), None)


def _mark(person: Actor, which: sa.ColumnElement[bool], moment: object) -> int:
    dossiers = sa.select(Skp.id).where(Skp.employee_id == person.employee_id)
    result = db.session.execute(
        sa.update(TABLE)
        .where(which, TABLE.c.skp_id.in_(dossiers))
        .where(TABLE.c.state != EntryState.UNCONFIRMED)
        # named here, for the column would else take the present moment
        .values(copied_at=moment, updated_at=TABLE.c.updated_at)
    )
    return result.rowcount


def _mine(person: Actor) -> sa.Select[tuple[JournalEntry]]:
    return sa.select(JournalEntry).where(_is_mine(person))


def _is_mine(person: Actor) -> sa.ColumnElement[bool]:
    dossiers = sa.select(Skp.id).where(Skp.employee_id == person.employee_id)
    return sa.and_(JournalEntry.skp_id.in_(dossiers), JournalEntry.state != EntryState.UNCONFIRMED)


def _still_the_same() -> sa.ColumnElement[bool]:
    return JournalEntry.written_at <= JournalEntry.copied_at


def _row(one: JournalEntry, files: int) -> Row:
    return Row(
        step=one.step.statement if one.step else "",
        day=one.day,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        activity=one.activity,
        realisation=one.realisation,
        unit=one.unit,
        evidence=one.evidence_url,
        files=files,
    )
