"""Weeks and months of a journal, from Monday to Sunday and from the first to the last day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from babel.dates import format_date


class PeriodLength(StrEnum):
    """What a recap spans."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` to ``last``, both inclusive; None is open."""

    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies inside."""
        after = self.first is None or self.first <= day
        return after and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Period:
    """A week or a month; both days inclusive."""

    length: PeriodLength
    first: date
    last: date

    @property
    def days(self) -> Iterator[date]:
        """Every day in order."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    def touches(self, first: date, last: date | None) -> bool:
        """Whether days from ``first`` to ``last`` (None: open) share one with it."""
        return first <= self.last and (last is None or last >= self.first)

    @property
    def words(self) -> str:
        """``16–22 November 2026`` or ``November 2026``."""
        if self.length is PeriodLength.MONTH:
            return format_date(self.first, "MMMM y", "id")
        return dates_in_words([self.first, self.last], "–")

    @property
    def value(self) -> str:
        """As the address holds it: ``2026-11-16`` or ``2026-11``."""
        return self.first.isoformat()[: 7 if self.length is PeriodLength.MONTH else 10]

    @property
    def before(self) -> "Period":
        """The one that ended the day before."""
        return around(self.length, self.first - timedelta(days=1))

    @property
    def after(self) -> "Period":
        """The one that begins the day after."""
        return around(self.length, self.last + timedelta(days=1))


def around(length: PeriodLength, day: date) -> Period:
    """The week or the month of ``day``."""
    if length is PeriodLength.WEEK:
        first = day - timedelta(days=day.weekday())
        return Period(length, first, first + timedelta(days=6))
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return Period(length, first, following - timedelta(days=1))


def dates_in_words(days: Sequence[date], last_sign: str = " dan ") -> str:
    """``3, 4 dan 6 November 2026``: month and year are said once where they are shared."""
    if not days:
        return ""
    parts = [_short(day, following) for day, following in zip(days, days[1:], strict=False)]
    end = format_date(days[-1], "d MMMM y", "id")
    return f"{', '.join(parts)}{last_sign}{end}" if parts else end


def _short(day: date, following: date) -> str:
    if (day.year, day.month) == (following.year, following.month):
        return str(day.day)
    return format_date(day, "d MMMM" if day.year == following.year else "d MMMM y", "id")
