"""Why a journal entry deserves a second look before it is approved, in words.

Each rule looks at one entry and at what surrounds it and answers a reason, or
None. A reason that is no doubt is told all the same and held against nobody.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from statistics import median

from skpweb.domain.calendar import Holidays, WorkWeek, is_working_day, working_days_between
from skpweb.domain.journal import DAY, Span
from skpweb.domain.terms import Duty, LinkState

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
EARLY, LATE = time(5), time(21)  #: hours outside these are unusual
LONG_DAY = 600  #: minutes of one day that are unusual
LONG_AFTER = 5  #: working days after which an entry is late even where the office lets it in
TIMES_USUAL = 3  #: a realisation beyond this many medians is unusual
EARLIER = 5  #: so many values are needed before anything is usual
USUAL_DAYS = 60  #: days back in which a realisation is usual
DUTIES = {Duty.ADDITIONAL: "tugas tambahan", Duty.ORDER: "perintah langsung"}


@dataclass(frozen=True, slots=True)
class Reason:
    """``short`` counts it among others ("2 tanpa bukti"), ``text`` says it of one entry."""

    short: str
    text: str
    is_doubt: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal entry, as far as the rules look at it.

    ``noted_on`` is the day it came in, ``sheet_on`` the one that its field sheet
    names; ``late_note`` says why an outage let it in after its usual end.
    """

    day: date
    text: str
    span: Span = field(default_factory=Span)
    noted_on: date | None = None
    sheet_on: date | None = None
    realisation: int | None = None
    has_evidence: bool = True
    link: LinkState = LinkState.UNCHECKED
    is_planned: bool = True
    duty: Duty = Duty.PLANNED
    late_note: str = ""
    proxy_name: str = ""
    return_note: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """The office's calendar and what else the person wrote.

    ``others`` are his other entries of these days; ``earlier`` the
    realisations of the same rencana aksi in the last 60 days; ``seen`` says
    where else the evidence is used.
    """

    week: WorkWeek = WorkWeek.FIVE
    holidays: Holidays = ()
    backfill_days: int = 3
    others: Sequence[Entry] = ()
    earlier: Collection[int] = ()
    seen: str = ""

    def minutes(self, entry: Entry) -> int:
        """Minutes of the entry's day, the entry included."""
        return entry.span.minutes + sum(o.span.minutes for o in self.others if o.day == entry.day)


def reasons(entry: Entry, around: Around) -> list[Reason]:
    """All that is worth a word about an entry, what weighs most first."""
    found = (rule(entry, around) for rule in RULES)
    return [reason for reason in found if reason is not None]


def repeats(entry: Entry, around: Around) -> Reason | None:
    """The same words as on an earlier day of the week, or of the three days before."""
    words = _plain(entry.text)
    same = {
        o.day for o in around.others if _is_before(o.day, entry.day) and _plain(o.text) == words
    }
    return Reason("teks sama", f"Teks sama dengan {_named(max(same))}") if same else None


def overlaps(entry: Entry, around: Around) -> Reason | None:
    """Hours that another entry of the day has too, or more of them than a day has."""
    if around.minutes(entry) > DAY:
        return Reason("lebih dari 24 jam", "Jam pada hari ini lebih dari 24 jam")
    if any(o.day == entry.day and entry.span.meets(o.span) for o in around.others):
        return Reason("jam tumpang tindih", "Jamnya tumpang tindih")
    return None


def is_bare(entry: Entry, around: Around) -> Reason | None:
    """Nothing to look at."""
    return None if entry.has_evidence else Reason("tanpa bukti", "Tanpa bukti")


def has_broken_link(entry: Entry, around: Around) -> Reason | None:
    """A link that the penilai cannot open."""
    if entry.link is LinkState.PRIVATE:
        return Reason("tautan tertutup", "Tautan buktinya meminta masuk, belum dibagikan")
    if entry.link is LinkState.DEAD:
        return Reason("tautan mati", "Tautan buktinya tidak dapat dibuka")
    return None


def is_used_elsewhere(entry: Entry, around: Around) -> Reason | None:
    """The same evidence for somebody else, or for another day."""
    return Reason("bukti dipakai lagi", around.seen) if around.seen else None


def is_outside_plan(entry: Entry, around: Around) -> Reason | None:
    """No rencana aksi and no RHK; tugas tambahan and direct orders by their name."""
    if entry.duty in DUTIES:
        name = DUTIES[entry.duty]
        return Reason(name, f"Di luar rencana aksi: {name}")
    return None if entry.is_planned else Reason("di luar rencana aksi", "Di luar rencana aksi")


def is_late(entry: Entry, around: Around) -> Reason | None:
    """Came in after the usual window or long after its day; an outage is nobody's fault.

    What a field sheet says of the time of writing is told, and proves nothing: anybody
    can type it.
    """
    if entry.late_note:
        return Reason("karena gangguan", entry.late_note, is_doubt=False)
    noted = entry.noted_on or entry.day
    days = working_days_between(entry.day, noted, around.week, around.holidays)
    if days <= min(around.backfill_days, LONG_AFTER):
        return None
    if entry.sheet_on is not None:
        sheet = f"Ditulis {_named(entry.sheet_on)} di lembar lapangan"
        return Reason("terlambat diimpor", f"{sheet}, diimpor {days} hari kerja setelah harinya")
    return Reason("terlambat dicatat", f"Dicatat {days} hari kerja setelah harinya")


def has_odd_hours(entry: Entry, around: Around) -> Reason | None:
    """Before 05.00, after 21.00, or more than ten hours on one day."""
    span = entry.span
    if span.starts_at and span.starts_at < EARLY or span.ends_at and span.ends_at > LATE:
        return Reason("jam tidak lazim", "Jamnya tidak lazim: di luar 05.00–21.00")
    minutes = around.minutes(entry)
    if span.minutes and LONG_DAY < minutes <= DAY:
        return Reason("hari panjang", f"Hari ini tercatat {duration(minutes)}")
    return None


def is_off_day(entry: Entry, around: Around) -> Reason | None:
    """Work on a day on which the office does not."""
    if is_working_day(entry.day, around.week, around.holidays):
        return None
    return Reason("di luar hari kerja", "Bukan hari kerja")


def is_much(entry: Entry, around: Around) -> Reason | None:
    """More than three times what this person usually reaches for this rencana aksi."""
    if entry.realisation is None or len(around.earlier) < EARLIER:
        return None
    usual = median(around.earlier)
    if entry.realisation <= TIMES_USUAL * usual:
        return None
    return Reason("hasil tidak lazim", f"Hasilnya jauh di atas biasanya (sekitar {usual:.0f})")


def is_by_proxy(entry: Entry, around: Around) -> Reason | None:
    """Somebody else wrote it; the owner has confirmed."""
    if not entry.proxy_name:
        return None
    return Reason("ditulis orang lain", f"Ditulis oleh {entry.proxy_name}, dikonfirmasi pemiliknya")


def came_back(entry: Entry, around: Around) -> Reason | None:
    """Mended after it was returned."""
    if not entry.return_note:
        return None
    return Reason("diperbaiki", f"Diperbaiki setelah dikembalikan: {entry.return_note}")


RULES: tuple[Callable[[Entry, Around], Reason | None], ...] = (
    came_back, overlaps, repeats, is_used_elsewhere, is_bare, has_broken_link, is_outside_plan,
    is_late, has_odd_hours, is_off_day, is_much, is_by_proxy,
)  # fmt: skip


def duration(minutes: int) -> str:
    """``15 jam 15 menit``; empty for nothing."""
    hours, rest = divmod(minutes, 60)
    return " ".join(f"{n} {word}" for n, word in ((hours, "jam"), (rest, "menit")) if n)


def _plain(text: str) -> str:
    """Words without case, punctuation and spaces between them."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _is_before(earlier: date, day: date) -> bool:
    days = (day - earlier).days
    return 0 < days <= max(3, day.weekday())


def _named(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} tanggal {day.day}"
