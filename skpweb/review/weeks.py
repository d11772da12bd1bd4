"""Waiting journal entries of one person and week, and what is worth a second look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from skpweb.models.journal import JournalEntry
from skpweb.models.people import Employee

DAY = 24 * 60  #: minutes


@dataclass
class Week:
    """The waiting entries of one person in one week, in order of time."""

    employee: Employee
    monday: date
    entries: list[JournalEntry]

    @property
    def sunday(self) -> date:
        """Last day of the week."""
        return self.monday + timedelta(days=6)

    @property
    def facts(self) -> str:
        """``9 kegiatan · 9 bukti · 36 jam 30 menit``."""
        parts = [f"{len(self.entries)} kegiatan", f"{len(with_evidence(self.entries))} bukti"]
        minutes = sum(map(length, self.entries))
        return " · ".join(parts + ([duration(minutes)] if minutes else []))

    @property
    def overlapping(self) -> set[int]:
        """Ids of entries whose hours touch those of another one."""
        timed = [entry for entry in self.entries if entry.starts_at and entry.ends_at]
        return {
            one.id
            for one in timed
            for other in timed
            if one is not other and one.day == other.day and _meet(one, other)
        }

    @property
    def reasons(self) -> list[str]:
        """Why the penilai should look before he approves; empty for a plain week."""
        bare = len(self.entries) - len(with_evidence(self.entries))
        outside = sum(1 for entry in self.entries if entry.step is None)
        return [
            words
            for count, words in (
                (bare, f"{bare} kegiatan tanpa bukti"),
                (outside, f"{outside} kegiatan di luar rencana aksi"),
            )
            if count
        ] + self._hours()

    def is_doubtful(self, entry: JournalEntry) -> bool:
        """Whether one entry is a reason to look."""
        bare = not entry.evidence_url or entry.step is None
        return bare or entry.id in self.overlapping

    def _hours(self) -> list[str]:
        clashing = self.overlapping
        days = {entry.day for entry in self.entries if entry.id in clashing}
        return [
            f"tanggal {day.day}: "
            + ("lebih dari 24 jam" if self._minutes(day) > DAY else "jam tumpang tindih")
            for day in sorted(days)
        ]

    def _minutes(self, day: date) -> int:
        return sum(length(entry) for entry in self.entries if entry.day == day)


def by_week(entries: Iterable[JournalEntry]) -> list[Week]:
    """Grouped per person and week: what needs a look first, then the oldest."""
    weeks: dict[tuple[int, date], Week] = {}
    for entry in entries:
        monday = entry.day - timedelta(days=entry.day.weekday())
        employee = entry.skp.employee
        week = weeks.setdefault((employee.id, monday), Week(employee, monday, []))
        week.entries.append(entry)
    return sorted(
        weeks.values(), key=lambda week: (not week.reasons, week.monday, week.employee.name)
    )


def with_evidence(entries: Sequence[JournalEntry]) -> list[JournalEntry]:
    """Those that point to something."""
    return [entry for entry in entries if entry.evidence_url]


def length(entry: JournalEntry) -> int:
    """Minutes from start to end; 0 where no hours were written."""
    if entry.starts_at is None or entry.ends_at is None:
        return 0
    start, end = entry.starts_at, entry.ends_at
    return (end.hour - start.hour) * 60 + end.minute - start.minute


def duration(minutes: int) -> str:
    """``15 jam 15 menit``."""
    hours, rest = divmod(minutes, 60)
    return " ".join(f"{n} {word}" for n, word in ((hours, "jam"), (rest, "menit")) if n)


def _meet(one: JournalEntry, other: JournalEntry) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at
