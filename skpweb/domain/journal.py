"""What a journal entry may say: days that can still be filled, hours, and what is worth a word.

``problems`` are wrong and stop an entry; ``notices`` are told and stop nothing.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from skpweb.domain.calendar import Holidays, WorkWeek, is_working_day

DAY = 24 * 60  #: minutes
LOST_MINUTES = 120  #: office minutes without the application that make a working day lost


@dataclass(frozen=True, slots=True)
class Span:
    """Hours of one entry on its day; either both or none is known."""

    starts_at: time | None = None
    ends_at: time | None = None

    @property
    def minutes(self) -> int:
        """Length in minutes; 0 where no hours were written."""
        if self.starts_at is None or self.ends_at is None:
            return 0
        return _minute(self.ends_at) - _minute(self.starts_at)

    def meets(self, other: "Span") -> bool:
        """Whether the two share a minute; touching ends do not."""
        if self.starts_at is None or self.ends_at is None:
            return False
        if other.starts_at is None or other.ends_at is None:
            return False
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Outage:
    """A time without the application, in the office's own zone (naive local times)."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Rules:
    """The office's calendar and settings, as far as the journal asks.

    ``lost`` are working days on which the application was down: they do not
    count against anybody.
    """

    today: date
    backfill_days: int
    week: WorkWeek
    holidays: Holidays = ()
    lost: Collection[date] = ()

    @property
    def open_since(self) -> date:
        """The earliest day that may be filled today."""
        return self._back(self.lost)

    @property
    def usual_open_since(self) -> date:
        """The same, had the application never been down."""
        return self._back(())

    def is_working_day(self, day: date) -> bool:
        """Whether the office works on ``day``."""
        return is_working_day(day, self.week, self.holidays)

    def late_days(self, day: date) -> int:
        """How many working days of grace an outage gave to an entry of ``day``; 0 for none."""
        if not self.open_since <= day < self.usual_open_since:
            return 0
        return sum(1 for one in self.lost if one >= day and self.is_working_day(one))

    def _back(self, lost: Collection[date]) -> date:
        """``backfill_days`` working days before today; lost ones are not counted."""
        day, left = self.today, self.backfill_days
        earliest = self.today - timedelta(days=366)
        while left > 0 and day > earliest:
            day -= timedelta(days=1)
            left -= self.is_working_day(day) and day not in lost
        return day


def lost_days(
    outages: Iterable[Outage], day_starts_at: time, day_ends_at: time, least: int = LOST_MINUTES
) -> frozenset[date]:
    """Days on which the application was down for ``least`` office minutes or more together.

    Whether the office works on such a day is asked by :class:`Rules`.
    """
    minutes: dict[date, int] = {}
    for outage in outages:
        day = outage.starts_at.date()
        while day <= outage.ends_at.date():
            first = max(outage.starts_at, datetime.combine(day, day_starts_at))
            last = min(outage.ends_at, datetime.combine(day, day_ends_at))
            if last > first:
                minutes[day] = minutes.get(day, 0) + int((last - first).total_seconds() // 60)
            day += timedelta(days=1)
    return frozenset(day for day, lost in minutes.items() if lost >= least)


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds an entry: its SKP's period, absences, and the day's other entries.

    ``period`` is None where no SKP is in force on the day; ``absence`` is the
    kind of leave in words ("Cuti tahunan"), empty if at work.
    """

    rules: Rules
    period: tuple[date, date] | None
    absence: str = ""
    holiday: str = ""
    others: Sequence[Span] = field(default=())


def problems(day: date, span: Span, context: Context) -> list[str]:
    """Why an entry cannot be taken, each with what to do; empty if it can."""
    rules = context.rules
    found = []
    if day > rules.today:
        found.append("Tanggal ini belum tiba. Pilih hari ini atau hari sebelumnya.")
    elif context.period is None:
        found.append("Tidak ada SKP Anda yang berlaku pada tanggal ini.")
    elif day < rules.open_since:
        found.append(
            "Jurnal tanggal ini sudah ditutup. Pilih tanggal yang masih bisa diisi, atau minta "
            "tim pengelola kinerja memeriksa batasnya."
        )
    if span.minutes + sum(other.minutes for other in context.others) > DAY:
        found.append(
            "Jam kegiatan pada tanggal ini lebih dari 24 jam. Periksa jam mulai dan selesai."
        )
    return found


def notices(day: date, span: Span, context: Context) -> list[str]:
    """What is unusual about an entry, told at once; it is saved all the same."""
    found = []
    if any(span.meets(other) for other in context.others):
        found.append("Jamnya bertumpuk dengan kegiatan lain pada tanggal ini.")
    if context.absence:
        found.append(f"Anda tercatat {context.absence.lower()} pada tanggal ini.")
    if context.holiday:
        found.append(f"Tanggal ini libur: {context.holiday}.")
    elif not context.rules.is_working_day(day):
        found.append("Tanggal ini bukan hari kerja.")
    return found


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
