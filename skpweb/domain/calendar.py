"""Performance years, windows and today; deadlines stand in ``deadlines.py``."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import IntEnum, StrEnum


class PeriodKind(StrEnum):
    """How often an office evaluates: monthly or quarterly (art. 25)."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class WindowKind(StrEnum):
    """Kind of evaluation window."""

    MONTH = "month"
    QUARTER = "quarter"
    ANNUAL = "annual"


class WorkWeek(IntEnum):
    """Working days in a week, from Monday on."""

    FIVE = 5
    SIX = 6


Holidays = Collection[date]

#: hours ahead of UTC; no zone of Indonesia has summer time
ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}

OPENS_BEFORE = 10  #: calendar days before the end of a period, proposed
CLOSES_AFTER = 10  #: working days after the end of a period, proposed


@dataclass(frozen=True, slots=True)
class Window:
    """A proposed evaluation window: the period it looks at, the days it is open.

    ``number`` is 1-12, 1-4, or 0 for the annual one. All days are inclusive.
    """

    kind: WindowKind
    number: int
    starts_on: date
    ends_on: date
    opens_on: date
    closes_on: date


def is_working_day(day: date, week: WorkWeek, holidays: Holidays) -> bool:
    """Whether the office works on ``day``."""
    return day.weekday() < week and day not in holidays


def add_working_days(day: date, n: int, week: WorkWeek, holidays: Holidays) -> date:
    """The ``n``-th working day after ``day``; ``day`` itself never counts.

    ValueError for n < 1: no deadline is zero days long.
    """
    if n < 1:
        raise ValueError("n must be at least 1")
    while n:
        day += timedelta(days=1)
        n -= is_working_day(day, week, holidays)
    return day


def working_days_between(start: date, end: date, week: WorkWeek, holidays: Holidays) -> int:
    """Working days after ``start`` up to and including ``end``; 0 if ``end`` is not later."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day, week, holidays) for day in days)


def year_bounds(year: int) -> tuple[date, date]:
    """First and last day of a tahun kinerja."""
    return date(year, 1, 1), date(year, 12, 31)


def skp_due_on(year: int) -> date:
    """The SKP is set by the end of January of its year (art. 14, p.65)."""
    return date(year, 1, 31)


def windows_of(
    year: int, kind: PeriodKind, week: WorkWeek = WorkWeek.FIVE, holidays: Holidays = ()
) -> list[Window]:
    """The windows of a year in order, the annual one last (art. 25, p.90).

    Opening and closing days of the periodic ones are proposals which the
    office may change; the regulation fixes only the annual end, 31 January.
    """
    length, window_kind = (
        (1, WindowKind.MONTH) if kind is PeriodKind.MONTHLY else (3, WindowKind.QUARTER)
    )
    periodic = [
        _periodic(year, window_kind, number, length, week, holidays)
        for number in range(1, 12 // length + 1)
    ]
    return [*periodic, _annual(year)]


def today_in(zone: str, now: datetime) -> date:
    """The day in ``zone`` (WIB, WITA or WIT) at the moment ``now``.

    ``now`` must know its own zone, else ValueError; KeyError for another zone name.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware of its zone")
    return now.astimezone(timezone(timedelta(hours=ZONES[zone]))).date()


def _month_after(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)


def _periodic(
    year: int, kind: WindowKind, number: int, length: int, week: WorkWeek, holidays: Holidays
) -> Window:
    last_month = number * length
    ends_on = _month_after(year, last_month) - timedelta(days=1)
    return Window(
        kind=kind,
        number=number,
        starts_on=date(year, last_month - length + 1, 1),
        ends_on=ends_on,
        opens_on=ends_on - timedelta(days=OPENS_BEFORE),
        closes_on=add_working_days(ends_on, CLOSES_AFTER, week, holidays),
    )


def _annual(year: int) -> Window:
    starts_on, ends_on = year_bounds(year)
    return Window(
        WindowKind.ANNUAL, 0, starts_on, ends_on, date(year, 12, 1), date(year + 1, 1, 31)
    )
