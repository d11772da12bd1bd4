"""The board of a week: some people's journals with their figures and ready reminders."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from skpweb.domain import reminder
from skpweb.domain.periods import Period, PeriodLength, around
from skpweb.models.organisation import Office
from skpweb.models.people import Posting
from skpweb.office import journal_days, journal_watch
from skpweb.office.journal_days import Calendar, Member
from skpweb.office.journal_watch import SHOWN, Count, Watched


@dataclass(frozen=True)
class Board:
    """Everybody who was asked for, and what the page says of them."""

    period: Period
    calendar: Calendar
    found: Sequence[Watched]
    sender: str

    @cached_property
    def total(self) -> Count:
        """All in one line."""
        return journal_watch.total(self.found)

    @cached_property
    def counts(self) -> list[Count]:
        """A line for each unit."""
        return journal_watch.counts(self.found)

    @property
    def choices(self) -> list[tuple[str, str, int]]:
        """What can be shown: its value, its words, and how many."""
        return [(show, words, len(self.shown(show))) for show, (words, _) in SHOWN.items()]

    def shown(self, show: str) -> list[Watched]:
        """Those of one kind; everybody for an unknown one."""
        kinds = SHOWN.get(show, SHOWN[""])[1]
        return [one for one in self.found if one.filling in kinds]

    @property
    def month(self) -> Period:
        """The month in which the week begins."""
        return around(PeriodLength.MONTH, self.period.first)

    @property
    def has_ended(self) -> bool:
        """Whether no day of the week is still to come."""
        return self.period.last < self.calendar.rules.today

    def message(self, one: Watched) -> str:
        """A reminder to one person."""
        return reminder.personal(one.lack, self.calendar.rules, self.sender)

    def group_message(self) -> str:
        """A reminder to all who lack days that are open; empty if nobody does."""
        lacks = sorted((one.lack for one in self.shown("lacking")), key=lambda lack: lack.name)
        return reminder.group(lacks, self.period, self.calendar.rules, self.sender)


def of_assessors(office: Office, today: date, day: date | None, mine: Collection[int]) -> Board:
    """The people whose penilai is one of ``mine`` (employee ids)."""
    return _board(
        office, today, day, lambda one: one.assessor_id in mine, Posting.assessor_id.in_(mine)
    )


def of_units(
    office: Office, today: date, day: date | None, unit_ids: Collection[int] | None
) -> Board:
    """The people of some units; of all for None."""
    if unit_ids is None:
        return _board(office, today, day, lambda one: True)
    return _board(
        office, today, day, lambda one: one.unit_id in unit_ids, Posting.unit_id.in_(unit_ids)
    )


def _board(
    office: Office, today: date, day: date | None, keep: Callable[[Member], bool],
    *conditions: Any,
) -> Board:  # fmt: skip
    """At most eight queries. Where no day is asked for, the last week that says something."""
    period = around(PeriodLength.WEEK, day or today)
    calendar = journal_days.calendar(office, period, today)
    if day is None and not _has_begun(period, calendar):
        period = period.before
    people = [one for one in journal_days.members(period, *conditions) if keep(one)]
    return Board(period, calendar, journal_watch.watch(people, period, calendar), office.name)


def _has_begun(period: Period, calendar: Calendar) -> bool:
    rules = calendar.rules
    return any(day < rules.today and rules.is_working_day(day) for day in period.days)
