"""The clocks that run once a window has closed or a predicate stands (p.90, 114-117)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from skpweb.domain import deadlines
from skpweb.domain.calendar import Holidays, WorkWeek, working_days_between
from skpweb.domain.deadlines import Deadline


class ClockKind(StrEnum):
    """What has to be done before a clock runs out."""

    SENIOR_RATES = "senior_rates"
    DELIVER = "deliver"
    GIVE_BACK = "give_back"
    OBJECT = "object"
    DECIDE = "decide"
    REPORT_UP = "report_up"


#: what the Pegawai may do but need not: it ends quietly
RIGHTS = frozenset({ClockKind.OBJECT})


@dataclass(frozen=True, slots=True)
class Clock:
    """A last day, and the working days until it (or since it, once it is over)."""

    kind: ClockKind
    due: date
    days: int
    is_over: bool

    @property
    def is_last_day(self) -> bool:
        """Whether it is in time today and late tomorrow."""
        return self.days == 0 and not self.is_over


@dataclass(frozen=True, slots=True)
class Workdays:
    """Today, and on which days the office works."""

    today: date
    week: WorkWeek
    holidays: Holidays

    def ends_on(self, deadline: Deadline, event: date) -> date:
        """Last day of a deadline that began to run with an event."""
        return deadline.ends_on(event, self.week, self.holidays)

    def since(self, event: date) -> int:
        """Working days from an event until today."""
        return working_days_between(event, self.today, self.week, self.holidays)

    def clock(self, kind: ClockKind, due: date) -> Clock:
        """A clock with this last day as it stands today."""
        is_over = self.today > due
        first, last = (due, self.today) if is_over else (self.today, due)
        days = working_days_between(first, last, self.week, self.holidays)
        return Clock(kind, due, days, is_over)


@dataclass(frozen=True, slots=True)
class Times:
    """The days of an evaluation that set clocks running; ``has_senior`` and
    ``may_object`` say whom the law gives the next word."""

    closes_on: date
    is_rated: bool = False
    rated_by_senior: bool = False
    signed_on: date | None = None
    delivered_on: date | None = None
    received_on: date | None = None
    returned_on: date | None = None
    reported_up_on: date | None = None
    has_senior: bool = False
    may_object: bool = False
    decision_due_on: date | None = None  #: of an objection that is not decided


def open_clocks(times: Times, workdays: Workdays) -> list[Clock]:
    """What still runs or has run out undone, the nearest last day first."""
    found = [workdays.clock(kind, due) for kind, due in _running(times, workdays)]
    alive = [clock for clock in found if not (clock.is_over and clock.kind in RIGHTS)]
    return sorted(alive, key=lambda clock: clock.due)


def hand_over_by(by_senior: bool) -> Deadline:
    """How long whoever signed has to hand it over (p.114, 116)."""
    return deadlines.SENIOR_HANDS_OVER if by_senior else deadlines.HAND_OVER


def give_back_by(by_senior: bool) -> Deadline:
    """How long the Pegawai has to sign and give it back (p.114, 116)."""
    return deadlines.GIVE_BACK_TO_SENIOR if by_senior else deadlines.GIVE_BACK


def who_acts(kind: ClockKind, by_senior: bool) -> str:
    """Whose turn it is: ``owner``, ``assessor`` or ``senior`` (p.90, 114-119).

    Whoever signed hands the document over and reports it upward; the atasan penilai
    reports what he changed after a keberatan.
    """
    if kind in (ClockKind.GIVE_BACK, ClockKind.OBJECT):
        return "owner"
    is_seniors = kind in (ClockKind.SENIOR_RATES, ClockKind.DECIDE)
    return "senior" if is_seniors or by_senior else "assessor"


def _running(times: Times, workdays: Workdays) -> Iterator[tuple[ClockKind, date]]:
    if not times.is_rated:
        if times.has_senior and workdays.today > times.closes_on:
            yield (
                ClockKind.SENIOR_RATES,
                workdays.ends_on(deadlines.SENIOR_SIGNS, times.closes_on),
            )
        return
    yield from _of_the_paper(times, workdays)
    if times.received_on is not None and times.may_object:
        yield ClockKind.OBJECT, workdays.ends_on(deadlines.OBJECTION, times.received_on)
    if times.decision_due_on is not None:
        yield ClockKind.DECIDE, times.decision_due_on


def _of_the_paper(times: Times, workdays: Workdays) -> Iterator[tuple[ClockKind, date]]:
    by_senior = times.rated_by_senior
    if times.delivered_on is None and times.signed_on is not None:
        yield ClockKind.DELIVER, workdays.ends_on(hand_over_by(by_senior), times.signed_on)
    if times.received_on is not None and times.returned_on is None:
        yield ClockKind.GIVE_BACK, workdays.ends_on(give_back_by(by_senior), times.received_on)
    if times.reported_up_on is None:
        yield ClockKind.REPORT_UP, workdays.ends_on(deadlines.REPORT_UP, times.closes_on)
