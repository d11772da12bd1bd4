"""Whose weeks of the journal wait for me, counted by the database."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa

from skpweb.domain import identity
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.journal import JournalEntry
from skpweb.models.organisation_results import subtree
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.review.queries.charge import may_decide
from skpweb.web import clock

WEEKS = 25  #: on one page
ENTRIES = 200  #: on one page, unless a single week has more


@dataclass
class WaitingWeek:
    """One person's waiting entries of one week; ``since`` is when the oldest came in."""

    employee_id: int
    name: str
    monday: date
    since: datetime
    count: int = 0

    @property
    def id(self) -> str:
        """Its name on the page."""
        return f"w{self.employee_id}-{self.monday:%Y%m%d}"

    @property
    def sunday(self) -> date:
        """Last day of the week."""
        return self.monday + timedelta(days=6)


@dataclass
class Sheaf:
    """The weeks of one page, and how much there is before and after it."""

    weeks: Sequence[WaitingWeek] = ()
    page: int = 1
    pages: int = 1
    total_weeks: int = 0
    total: int = 0
    is_part: bool = False  #: one week that was asked for alone

    @property
    def has_prev(self) -> bool:
        """Whether there is a page before."""
        return self.page > 1

    @property
    def has_next(self) -> bool:
        """Whether there is a page after."""
        return self.page < self.pages

    @property
    def prev_num(self) -> int:
        """The page before."""
        return self.page - 1

    @property
    def next_num(self) -> int:
        """The page after."""
        return self.page + 1


def waiting_since() -> sa.ColumnElement[datetime]:
    """When an entry came in: recorded, confirmed by its owner, or mended after it came back."""
    return sa.case(
        (JournalEntry.return_note != "", JournalEntry.updated_at),
        else_=sa.func.coalesce(JournalEntry.confirmed_at, JournalEntry.recorded_at),
    )


def waiting_weeks(
    person: Actor, unit_id: int | None = None, employee_id: int | None = None
) -> list[WaitingWeek]:
    """The weeks that wait for me, the oldest first; of a unit or a person if given. One query."""
    name = (Employee.front_title, Employee.name, Employee.back_title)
    count = sa.func.count(sa.distinct(JournalEntry.id)).label("number")
    query = (
        sa.select(Employee.id, *name, JournalEntry.day, count, sa.func.min(waiting_since()))
        .join(Skp, Skp.employee_id == Employee.id)
        .join(JournalEntry, JournalEntry.skp_id == Skp.id)
        .join(Posting, Posting.employee_id == Employee.id)
        .where(JournalEntry.state == EntryState.SUBMITTED, *may_decide(person, clock.today()))
        .group_by(Employee.id, *name, JournalEntry.day)
    )
    if unit_id is not None:
        query = query.where(Posting.unit_id.in_(subtree(unit_id)))
    if employee_id is not None:
        query = query.where(Employee.id == employee_id)
    found: dict[tuple[int, date], WaitingWeek] = {}
    for owner, front, plain, back, day, number, since in db.session.execute(query):
        monday = day - timedelta(days=day.weekday())
        full = identity.full_name(front, plain, back)
        week = found.setdefault((owner, monday), WaitingWeek(owner, full, monday, since))
        week.count += number
        week.since = min(week.since, since)
    return sorted(found.values(), key=lambda week: (week.monday, week.name, week.employee_id))


def sheaf(weeks: Sequence[WaitingWeek], page: int, part: str = "") -> Sheaf:
    """One page of the weeks; a page that is not there is the last one.

    With the id of a week as ``part`` only that week, if it still waits.
    """
    if re.fullmatch("w[0-9]+-[0-9]{8}", part):
        only = [week for week in weeks if week.id == part]
        return Sheaf(only, total_weeks=len(weeks), total=entries_in(weeks), is_part=True)
    pages: list[list[WaitingWeek]] = [[]]
    for week in weeks:
        full = len(pages[-1]) >= WEEKS or entries_in(pages[-1]) + week.count > ENTRIES
        if full and pages[-1]:
            pages.append([])
        pages[-1].append(week)
    page = min(max(page, 1), len(pages))
    return Sheaf(pages[page - 1], page, len(pages), len(weeks), entries_in(weeks))


def entries_in(weeks: Iterable[WaitingWeek]) -> int:
    """How many entries wait in these weeks."""
    return sum(week.count for week in weeks)
