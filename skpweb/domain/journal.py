"""What a journal entry may say: days that can still be filled, hours, and what is worth a word.

``problems`` are wrong and stop an entry; ``notices`` are told and stop nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from skpweb.domain.calendar import WorkWeek, add_working_days, is_working_day

DAY = 24 * 60  #: minutes
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
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

    ``holidays`` are days with their names; ``lost`` are days on which the
    application was down: they do not count against anybody.
    """

    today: date
    backfill_days: int
    week: WorkWeek
    holidays: Mapping[date, str] = field(default_factory=dict)
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

    def last_day(self, day: date) -> date:
        """The last day on which ``day`` may be filled, as far as is known today."""
        if self.backfill_days < 1:
            return day
        off = {*self.holidays, *self.lost}
        return add_working_days(day, self.backfill_days, self.week, off)

    def grace(self, day: date) -> list[date]:
        """The lost working days without which ``day`` would be closed today; mostly none."""
        if not self.open_since <= day < self.usual_open_since:
            return []
        return sorted(
            one for one in self.lost if day <= one < self.today and self.is_working_day(one)
        )

    def late_note(self, day: date) -> str:
        """Why ``day`` can be filled after its usual end: for the record, empty if it is in time."""
        lost = self.grace(day)
        if not lost:
            return ""
        named = ", ".join(in_words(one) for one in lost[:5])
        if len(lost) > 5:
            named = f"{len(lost)} hari kerja sejak {in_words(lost[0])}"
        return (
            f"Server tidak berjalan pada {named}; batas pengisian diundur {len(lost)} hari kerja."
        )

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
class Needs:
    """What the office asks of an entry beside its one text."""

    step: bool = False
    times: bool = False
    realisation: bool = False
    evidence: bool = False

    def missing(self, step: bool, span: Span, realisation: bool, evidence: bool) -> dict[str, str]:
        """What is asked for and not there: the field's name and what to do."""
        found = {}
        if self.step and not step:
            found["step"] = "Pilih rencana aksi, RHK, atau jenis tugasnya."
        if self.times and span.starts_at is None:
            found["starts_at"] = "Isi jam mulai dan jam selesai."
        if self.realisation and not realisation:
            found["realisation"] = "Isi realisasinya dengan angka bulat, 0 juga boleh."
        if self.evidence and not evidence:
            found["evidence_url"] = "Beri bukti dukung: tautan atau berkas."
        return found


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds an entry: its SKP's period, absences, and the day's other entries.

    ``period`` is None where no SKP is in force on the day; ``absence`` is the
    kind of leave in words ("Cuti tahunan"), empty if at work. An entry that
    already stands on the day (``is_stored``) may be changed after the day is closed.
    """

    rules: Rules
    period: tuple[date, date] | None
    absence: str = ""
    holiday: str = ""
    others: Sequence[Span] = field(default=())
    is_stored: bool = False


def day_problem(day: date, context: Context) -> str:
    """Why nothing can be written on a day, with what to do; empty if it can."""
    rules = context.rules
    if day > rules.today:
        return "Tanggal ini belum tiba. Pilih hari ini atau hari sebelumnya."
    if context.period is None:
        return "Tidak ada SKP Anda yang berlaku pada tanggal ini."
    if day < rules.open_since and not context.is_stored:
        return (
            "Jurnal tanggal ini sudah ditutup. Yang masih bisa diisi: "
            f"sejak {in_words(rules.open_since)} {rules.open_since.year}."
        )
    return ""


def hours_problem(span: Span, context: Context) -> str:
    """Why the hours cannot be, with those of the day's other entries; empty if they can."""
    if span.minutes and span.minutes + sum(other.minutes for other in context.others) > DAY:
        return "Jam kegiatan pada tanggal ini lebih dari 24 jam. Periksa jam mulai dan selesai."
    return ""


def problems(day: date, span: Span, context: Context) -> list[str]:
    """Why an entry cannot be taken, each with what to do; empty if it can."""
    return [text for text in (day_problem(day, context), hours_problem(span, context)) if text]


def day_notices(day: date, context: Context) -> list[str]:
    """What is unusual about a day: leave, a holiday, no working day."""
    found = []
    if context.absence:
        found.append(f"Anda tercatat {context.absence.lower()} pada tanggal ini.")
    if context.holiday:
        found.append(f"Tanggal ini libur: {context.holiday}.")
    elif not context.rules.is_working_day(day):
        found.append("Tanggal ini bukan hari kerja.")
    return found


def notices(day: date, span: Span, context: Context) -> list[str]:
    """What is unusual about an entry, told at once; it is saved all the same."""
    found = []
    if any(span.meets(other) for other in context.others):
        found.append("Jamnya bertumpuk dengan kegiatan lain pada tanggal ini.")
    return found + day_notices(day, context)


def in_words(day: date) -> str:
    """``23 November``."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
