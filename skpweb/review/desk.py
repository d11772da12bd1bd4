"""Everything that waits for my decision, as one list: the oldest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from flask import g, url_for

from skpweb.domain.calendar import WorkWeek, working_days_between
from skpweb.domain.people import Actor
from skpweb.models.planning import SkpVersion
from skpweb.review.queries import desk as queries
from skpweb.review.queries.entries import holidays
from skpweb.review.queries.weeks import waiting_weeks
from skpweb.web import clock
from skpweb.web.formats import rentang

REMIND_AFTER = 2  #: working days
MOST = 100  #: lines on the page; the oldest come first, and the page says how many more
#: kind -> its word on the desk, and how home counts it
KINDS = {
    "journal": ("Jurnal", "catatan jurnal menunggu Anda"),
    "skp": ("SKP", "SKP menunggu Anda"),
    "steps": ("Rencana aksi", "rencana aksi menunggu Anda"),
    "evaluations": ("Evaluasi", "evaluasi siap dinilai"),
    "objections": ("Keberatan", "keberatan menunggu Anda"),
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

    @property
    def word(self) -> str:
        """The kind in words."""
        return KINDS[self.kind][0]

    @property
    def is_late(self) -> bool:
        """Whether a reminder is due."""
        return self.days > REMIND_AFTER

    @property
    def waited(self) -> str:
        """``menunggu 4 hari kerja``."""
        return waited(self.days)


@dataclass(frozen=True)
class Line:
    """One line of home: how much of a kind waits."""

    url: str
    text: str
    late: str


def items(person: Actor, kind: str = "", unit_id: int | None = None) -> list[Item]:
    """What waits for me, the oldest first; of one kind or unit if given. At most six queries."""
    found = [
        (name, *line)
        for name, list_of in LISTS.items()
        if kind in ("", name)
        for line in list_of(person, unit_id)
    ]
    count = counter()
    made = [Item(*line, count(line[-1])) for line in found]
    return sorted(made, key=lambda item: (item.since, item.name, item.url))


def lines(person: Actor) -> list[Line]:
    """The same, counted for home. Two queries, or one where nothing waits."""
    tallies = queries.tallies(person)
    count = counter() if tallies else None
    return [
        Line(
            url_for("review.entries")
            if tally.kind == "journal"
            else url_for("review.desk", kind=tally.kind),
            f"{tally.count} {KINDS[tally.kind][1]}",
            waited(days) if (days := count(tally.since)) > REMIND_AFTER else "",
        )
        for tally in tallies
        if count is not None
    ]


def waited(days: int) -> str:
    """``menunggu 4 hari kerja``; within the first working day ``baru masuk``."""
    return f"menunggu {days} hari kerja" if days else "baru masuk"


def counter() -> "Counter":
    """Counts working days until today. One query."""
    return Counter(clock.today(), WorkWeek(g.office.work_days), holidays())


@dataclass(frozen=True)
class Counter:
    """Working days between a day and today in this office."""

    today: date
    week: WorkWeek
    holidays: frozenset[date]

    def __call__(self, since: date) -> int:
        """How many working days have passed since."""
        return working_days_between(since, self.today, self.week, self.holidays)


Found = Iterator[tuple[str, str, str, date]]


def _journal(person: Actor, unit_id: int | None) -> Found:
    for week in waiting_weeks(person, unit_id):
        url = url_for("review.entries", person=week.employee_id, _anchor=week.id)
        what = f"Jurnal {rentang(week.monday, week.sunday)}, {week.count} kegiatan"
        yield week.name, what, url, _day(week.since)


def _skp(person: Actor, unit_id: int | None) -> Found:
    for version in queries.submitted_skp(person, unit_id):
        url = url_for("planning.review", skp_id=version.skp_id)
        yield _owner(version), _skp_words(version), url, _day(version.submitted_at)


def _steps(person: Actor, unit_id: int | None) -> Found:
    for one in queries.proposed_steps(person, unit_id):
        yield one.name, f"{one.count} rencana aksi", url_for("review.steps"), _day(one.since)


def _evaluations(person: Actor, unit_id: int | None) -> Found:
    for one in queries.reported_evaluations(person, unit_id):
        url = url_for("review.evaluation", skp_id=one.skp_id, window_id=one.window_id)
        yield (
            _owner(one),
            f"Evaluasi {one.window.name}, realisasi dilaporkan",
            url,
            _day(one.reported_at),
        )


def _objections(person: Actor, unit_id: int | None) -> Found:
    for one in queries.objections(person, unit_id):
        about = one.evaluation
        url = url_for("review.evaluation", skp_id=about.skp_id, window_id=about.window_id)
        yield _owner(about), f"Keberatan atas evaluasi {about.window.name}", url, one.filed_on


LISTS = {
    "journal": _journal,
    "skp": _skp,
    "steps": _steps,
    "evaluations": _evaluations,
    "objections": _objections,
}


def _owner(record: object) -> str:
    return record.skp.employee.full_name


def _skp_words(version: SkpVersion) -> str:
    year = version.skp.starts_on.year
    return f"SKP {year}" if version.number == 1 else f"Perubahan SKP {year}"


def _day(moment: datetime) -> date:
    return clock.local(moment).date()
