"""What a page says of a day, a week or a month of somebody's journal.

Which days count and which are filled is the rule of the recaps, so that both agree.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from skpweb.domain import recap
from skpweb.domain.journal import Rules, Span
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.recap import Service
from skpweb.journal.context import Surroundings
from skpweb.models.journal import JournalEntry


@dataclass(frozen=True)
class Day:
    """A day with its entries, and why there may be none."""

    day: date
    entries: Sequence[JournalEntry]
    rules: Rules
    absence: str
    has_skp: bool

    @property
    def minutes(self) -> int:
        """Minutes of all entries that name their hours; shared ones once, as in the recap."""
        return recap.logged_minutes(
            (self.day, Span(one.starts_at, one.ends_at)) for one in self.entries
        )

    @property
    def holiday(self) -> str:
        """The name of the holiday, or that it is no working day; empty on a working day."""
        if self.rules.is_working_day(self.day):
            return ""
        return self.rules.holidays.get(self.day, "Bukan hari kerja")

    @property
    def is_due(self) -> bool:
        """Whether something is to be written: a working day in the SKP, not on leave, not ahead."""
        free = self.holiday or self.absence
        return self.has_skp and not free and self.day <= self.rules.today

    @property
    def is_open(self) -> bool:
        """Whether it may still be filled."""
        return self.has_skp and self.rules.open_since <= self.day <= self.rules.today

    @property
    def last_day(self) -> date:
        """Until when it may be filled."""
        return self.rules.last_day(self.day)

    @property
    def is_filled(self) -> bool:
        """Whether an entry fills it: handed in by the owner, and not sent back."""
        return any(one.state in recap.FILLS for one in self.entries)

    @property
    def is_missing(self) -> bool:
        """Whether something is to be written and is not."""
        return self.is_due and not self.is_filled

    def has(self, state: str) -> bool:
        """Whether an entry is in a state."""
        return any(one.state is EntryState(state) for one in self.entries)


@dataclass(frozen=True)
class Days:
    """Some days together: a week, a month; ``service`` says which of them count."""

    days: Sequence[Day]
    service: Service | None = None

    @property
    def first(self) -> date:
        """Their first day."""
        return self.days[0].day

    @property
    def last(self) -> date:
        """Their last day."""
        return self.days[-1].day

    @property
    def counted(self) -> list[Day]:
        """Days that count: over, and something was to be written."""
        if self.service is None:
            return []
        return [day for day in self.days if not recap.exemption(day.day, self.service, day.rules)]

    @property
    def filled(self) -> list[Day]:
        """Days that count and are filled."""
        return [day for day in self.counted if day.is_filled]

    @property
    def missing(self) -> list[Day]:
        """Days that count and are not."""
        return [day for day in self.counted if not day.is_filled]

    @property
    def fillable(self) -> list[Day]:
        """Days without what they want that may still be filled, today too."""
        return [day for day in self.days if day.is_missing and day.is_open]

    @property
    def count(self) -> int:
        """Number of entries."""
        return sum(len(day.entries) for day in self.days)

    @property
    def minutes(self) -> int:
        """Minutes of all entries that name their hours."""
        return sum(day.minutes for day in self.days)

    @property
    def off(self) -> list[tuple[date, str]]:
        """Named holidays and leave, day by day; the plain weekend is left out."""
        named = [(one.day, one.absence or one.rules.holidays.get(one.day, "")) for one in self.days]
        return [(day, why) for day, why in named if why]

    def weeks(self) -> "Iterator[Days]":
        """The same days week by week, from Monday on."""
        mondays = sorted({monday_of(one.day) for one in self.days})
        for monday in mondays:
            yield Days([one for one in self.days if monday_of(one.day) == monday], self.service)


def of(known: Surroundings, dates: Iterable[date], service: Service | None = None) -> Days:
    """What is known of some days."""
    return Days(
        [
            Day(
                day,
                [entry for entry in known.entries if entry.day == day],
                known.rules,
                known.absence(day),
                known.skp(day) is not None,
            )
            for day in dates
        ],
        service,
    )


def span(first: date, last: date) -> list[date]:
    """All days from ``first`` to ``last``."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def hours(minutes: int) -> str:
    """``7 jam 30 menit``; a dash for none."""
    parts = [
        f"{minutes // 60} jam" if minutes >= 60 else "",
        f"{minutes % 60} menit" if minutes % 60 else "",
    ]
    return " ".join(part for part in parts if part) or "–"
