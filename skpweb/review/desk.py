"""Everything that waits for my decision, as one list: the oldest first."""

from dataclasses import dataclass
from datetime import date

from flask import url_for

from skpweb.domain import deadlines
from skpweb.domain.clocks import Clock, ClockKind
from skpweb.domain.people import Actor
from skpweb.review.lists import LISTS
from skpweb.review.queries import desk as queries
from skpweb.web.formats import tenggat
from skpweb.web.workdays import workdays

REMIND_AFTER = 2  #: working days
MOST = 100  #: lines on the page; the oldest come first, and the page says how many more
#: kind -> its word on the desk, and how home counts it
KINDS = {
    "journal": ("Jurnal", "catatan jurnal menunggu Anda"),
    "skp": ("SKP", "SKP menunggu Anda"),
    "senior_skp": (
        "SKP sebagai atasan penilai",
        "SKP belum ditetapkan penilai sampai batasnya, kini dapat Anda tetapkan",
    ),
    "steps": ("Rencana aksi", "rencana aksi menunggu Anda"),
    "evaluations": ("Evaluasi", "evaluasi siap dinilai"),
    "requests": ("Permintaan umpan balik", "umpan balik diminta dari Anda"),
    "missed": ("Evaluasi terlewat", "evaluasi terlewat penilai, kini giliran Anda"),
    "papers": ("Penyerahan dokumen", "dokumen evaluasi belum Anda serahkan"),
    "senior_papers": (
        "Penyerahan sebagai atasan penilai",
        "dokumen evaluasi belum Anda serahkan sebagai atasan penilai",
    ),
    "explanations": ("Penjelasan keberatan", "keberatan menunggu penjelasan Anda"),
    "objections": ("Keberatan", "keberatan menunggu Anda"),
    "report_up": ("Pelaporan kepada PyB", "dokumen evaluasi belum dilaporkan kepada PyB"),
}
#: kind -> the clock that runs from its first day
CLOCKS = {
    "missed": (ClockKind.SENIOR_RATES, deadlines.SENIOR_SIGNS),
    "papers": (ClockKind.DELIVER, deadlines.HAND_OVER),
    "senior_papers": (ClockKind.DELIVER, deadlines.SENIOR_HANDS_OVER),
    "explanations": (ClockKind.DECIDE, deadlines.OBJECTION_DECISION),
    "objections": (ClockKind.DECIDE, deadlines.OBJECTION_DECISION),
    "report_up": (ClockKind.REPORT_UP, deadlines.REPORT_UP),
}


@dataclass(frozen=True)
class Item:
    """One line of the desk: whose, what, where it is decided, and how long it has waited."""

    kind: str
    name: str
    what: str
    url: str
    since: date
    days: int
    clock: Clock | None = None

    @property
    def word(self) -> str:
        """The kind in words."""
        return KINDS[self.kind][0]

    @property
    def is_late(self) -> bool:
        """Whether a reminder is due: two days have passed, or two are left of a clock."""
        if self.clock is not None:
            return self.clock.is_over or self.clock.days <= REMIND_AFTER
        return self.days > REMIND_AFTER

    @property
    def waited(self) -> str:
        """``menunggu 4 hari kerja``, or until when."""
        return tenggat(self.clock) if self.clock is not None else waited(self.days)


@dataclass(frozen=True)
class Line:
    """One line of home: how much of a kind waits."""

    url: str
    text: str
    late: str
    clock: Clock | None = None


def items(person: Actor, kind: str = "", unit_id: int | None = None) -> list[Item]:
    """What waits for me, the oldest first; of one kind or unit if given. At most six queries."""
    found = [
        (name, *line)
        for name, list_of in LISTS.items()
        if kind in ("", name)
        for line in list_of(person, unit_id)
    ]
    days = workdays()
    made = [Item(*line, days.since(line[-1]), _clock(line[0], line[-1])) for line in found]
    return sorted(made, key=lambda item: (item.since, item.name, item.url))


def lines(person: Actor) -> list[Line]:
    """The same, counted for home. Two queries, or one where nothing waits."""
    return [_line(tally) for tally in queries.tallies(person)]


def waited(days: int) -> str:
    """``menunggu 4 hari kerja``; within the first working day ``baru masuk``."""
    return f"menunggu {days} hari kerja" if days else "baru masuk"


def _line(tally: queries.Tally) -> Line:
    is_journal, found = tally.kind == "journal", _clock(tally.kind, tally.since)
    url = url_for("review.entries") if is_journal else url_for("review.desk", kind=tally.kind)
    days = workdays().since(tally.since)
    late = waited(days) if days > REMIND_AFTER and found is None else ""
    return Line(url, f"{tally.count} {KINDS[tally.kind][1]}", late, found)


def _clock(kind: str, since: date) -> Clock | None:
    """The clock of a kind that began to run on a day."""
    if kind not in CLOCKS:
        return None
    name, deadline = CLOCKS[kind]
    return workdays().clock(name, workdays().ends_on(deadline, since))
