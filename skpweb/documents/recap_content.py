"""Everything a journal recap says, frozen: on paper, in a spreadsheet and on the page.

Counts, days and minutes only. No money and no share of an allowance is computed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from skpweb.documents.content import Party
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.periods import Period, PeriodLength, dates_in_words
from skpweb.domain.recap import Exemption, Tally, duration
from skpweb.labels import label

Fact = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What a recap of either kind rests on; ``today`` itself does not count yet."""

    office: str
    parent: str
    address: str
    place: str
    paper: str
    period: Period
    today: date
    holidays: tuple[tuple[date, str], ...]
    lost: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """One person's period in figures; ``attendance`` is None where no recap was imported."""

    tally: Tally
    states: Mapping[EntryState, int]
    minutes: int
    absences: tuple[tuple[str, tuple[date, ...]], ...]
    attendance: Mapping[str, int] | None

    @property
    def entries(self) -> int:
        """The entries of the period; what awaits the owner's word is counted apart."""
        return sum(self.states.values()) - self.states.get(EntryState.UNCONFIRMED, 0)

    @property
    def exempt(self) -> list[Fact]:
        """Why which working days do not count: ("Cuti tahunan", "10 dan 11 November 2026")."""
        own = [(kind, dates_in_words(days)) for kind, days in self.absences]
        return own + [
            (label(reason), dates_in_words(days))
            for reason in Exemption
            if reason not in (Exemption.FREE, Exemption.NOT_OVER, Exemption.ABSENT)
            and (days := self.days_for(reason))
        ]

    def days_for(self, reason: Exemption) -> list[date]:
        """Days that do not count for one reason."""
        return [day for day, why in self.tally.exempt.items() if why is reason]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the journal as a recap lists it."""

    day: date
    starts_at: time | None
    ends_at: time | None
    activity: str
    step: str
    realisation: str
    is_proven: bool
    state: EntryState

    @property
    def hours(self) -> str:
        """``08.00–10.30``; "-" where none were written."""
        if self.starts_at is None or self.ends_at is None:
            return "-"
        return f"{self.starts_at:%H.%M}–{self.ends_at:%H.%M}"


@dataclass(frozen=True, kw_only=True)
class PersonRecap(Basis):
    """The recap of one person, signed by him and his penilai."""

    employee: Party
    assessor: Party
    figures: Figures
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person's row in the recap of a unit."""

    name: str
    nip: str
    position: str
    figures: Figures


@dataclass(frozen=True, kw_only=True)
class UnitRecap(Basis):
    """The recap of a unit and those below it, signed by its head and who made it."""

    unit: str
    head: Party
    clerk: Party
    people: tuple[PersonLine, ...]


def facts(recap: PersonRecap) -> list[Fact]:
    """The figures of a person, each with its name."""
    found, tally, states = recap.figures, recap.figures.tally, recap.figures.states
    unconfirmed = states.get(EntryState.UNCONFIRMED, 0)
    return [
        ("Hari terisi", f"{len(tally.filled)} dari {len(tally.counted)} hari yang dihitung"),
        ("Belum terisi", dates_in_words(tally.missing) or "-"),
        ("Kegiatan", str(found.entries)),
        ("Disetujui", str(states.get(EntryState.APPROVED, 0))),
        ("Menunggu keputusan", str(states.get(EntryState.SUBMITTED, 0))),
        ("Dikembalikan", str(states.get(EntryState.RETURNED, 0))),
        *([("Menunggu konfirmasi", str(unconfirmed))] if unconfirmed else []),
        ("Jam tercatat", f"{duration(found.minutes)} ({found.minutes} menit)"),
        ("Tidak dihitung", exempt_words(found) or "-"),
        *([("Terisi di luar hari itu", dates_in_words(tally.beside))] if tally.beside else []),
        ("Kehadiran", attendance_words(found.attendance, recap.period)),
    ]


def exempt_words(figures: Figures) -> str:
    """``Cuti tahunan: 10 dan 11 November 2026; Aplikasi terganggu: 12 November 2026``."""
    return "; ".join(f"{reason}: {days}" for reason, days in figures.exempt)


def attendance_words(attendance: Mapping[str, int] | None, period: Period) -> str:
    """What the office's machine says; only whole months are known."""
    if period.length is PeriodLength.WEEK:
        return "Hanya ada pada rekap bulanan"
    if attendance is None:
        return "Rekap kehadiran bulan ini belum diimpor"
    said = [f"{name.lower()} {number}" for name, number in attendance.items() if number]
    return ", ".join(said).capitalize() or "Semua nol"


def calendar_words(basis: Basis) -> list[Fact]:
    """Until when days count, the holidays and the lost days that were used."""
    until = "" if basis.today > basis.period.last else f" (hari sebelum {_day(basis.today)})"
    return [
        ("Hari libur yang dipakai", _named(basis.holidays) or "Tidak ada pada periode ini"),
        ("Hari gangguan aplikasi", dates_in_words(basis.lost) or "Tidak ada"),
        ("Dihitung", f"Hari kerja yang sudah berakhir{until}"),
    ]


def _named(holidays: Iterable[tuple[date, str]]) -> str:
    return "; ".join(f"{_day(day)} ({name})" for day, name in holidays)


def _day(day: date) -> str:
    return dates_in_words([day])
