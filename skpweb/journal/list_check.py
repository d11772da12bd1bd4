"""Journal rows from a list against what is already there: new, known, or wrong.

Judged with everything loaded once, whatever the number of rows.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from flask import g

from skpweb.domain import journal
from skpweb.domain.journal import Context, Span
from skpweb.domain.terms import Duty, EntrySource
from skpweb.journal import context, writing
from skpweb.journal.context import Surroundings
from skpweb.journal.writing import Work
from skpweb.labels import label
from skpweb.models.journal import ActionStep
from skpweb.office.headings import folded
from skpweb.office.journal_list import Listing
from skpweb.office.journal_rows import Row
from skpweb.web import clock

OUTSIDE = "Rencana aksi “{}” tidak dikenal: dicatat di luar rencana aksi."
LEAST_PREFIX = 12  #: letters of a rencana aksi that was cut off
DUTIES = {folded(label(duty)): duty for duty in (Duty.ADDITIONAL, Duty.ORDER, Duty.OTHER)}


class Judge:
    """A person's journal as far as a list reaches, and the rows already taken from it."""

    def __init__(self, employee_id: int, days: Iterable[date]) -> None:
        first, last = _span(days)
        self.known = context.surroundings(employee_id, first, last)
        self.days: dict[date, tuple[Context, list[Span]]] = {}
        self.stored = {_key(e.day, e.activity, e.starts_at) for e in self.known.entries}

    def look_at(self, row: Row, listing: Listing) -> None:
        """Decide one row; what is new joins what the next ones are held against."""
        if row.problems or row.day is None:
            return
        key = _key(row.day, row.activity, row.starts_at)
        row.is_known = key in self.stored
        if row.is_known:
            return
        self._find_step(row, listing)
        around, spans = self._around(row.day)
        made = work(row, listing.source)
        row.problems += writing.objections(made, around).values()
        row.problems += noted_problems(row, listing.source)
        if not row.problems:
            row.notices += journal.notices(row.day, made.span, around)
            spans.append(made.span)
            self.stored.add(key)

    def _around(self, day: date) -> tuple[Context, list[Span]]:
        """The day with a list of hours that grows as rows are taken."""
        if day not in self.days:
            found = self.known.on(day)
            spans = list(found.others)
            self.days[day] = replace(found, others=spans), spans
        return self.days[day]

    def _find_step(self, row: Row, listing: Listing) -> None:
        """By its number on the sheet or in the list, by its text, or by how that begins."""
        said = row.step.rstrip(".")
        row.duty = DUTIES.get(folded(said), Duty.OTHER)
        if said in ("", "-", "–") or folded(said) in DUTIES:
            return
        offered = self._offered(row.day)
        found = numbered(offered, said, listing.steps) if said.isdecimal() else named(offered, said)
        if found is None:
            row.notices.append(OUTSIDE.format(row.step[:80]))
        else:
            row.step_id, row.duty = found.id, Duty.PLANNED

    def _offered(self, day: date) -> list[ActionStep]:
        skp = self.known.skp(day)
        return self.known.offer(skp.id).steps if skp is not None else []


def judge(listing: Listing, employee_id: int) -> Surroundings:
    """Judge all rows of a list; answers what was loaded, for writing the new ones."""
    judging = Judge(employee_id, [row.day for row in listing.rows if row.day is not None])
    for row in listing.rows:
        judging.look_at(row, listing)
    return judging.known


def numbered(steps: list[ActionStep], number: str, printed: dict[str, str]) -> ActionStep | None:
    """The rencana aksi behind a number: as the field sheet printed them, else in today's order."""
    if printed:
        return named(steps, printed.get(number, ""))
    place = int(number[:4]) - 1
    return steps[place] if 0 <= place < len(steps) else None


def named(steps: list[ActionStep], said: str) -> ActionStep | None:
    """The rencana aksi with this text, or the only one that begins with it."""
    wanted = folded(said)
    texts = [(folded(step.statement), step) for step in steps]
    same = [step for text, step in texts if text == wanted]
    if not same and len(wanted) >= LEAST_PREFIX:
        same = [step for text, step in texts if text.startswith(wanted)]
    return same[0] if len(same) == 1 else None


def noted_problems(row: Row, source: EntrySource) -> list[str]:
    """Why nobody can have written a row of the field sheet at that time."""
    if row.noted is None or row.day is None or source is not EntrySource.SHEET:
        return []
    if row.noted.date() > clock.today():
        return ["Waktu ditulis belum tiba. Periksa kolom “Ditulis pada”."]
    if row.noted.date() < row.day:
        return ["Waktu ditulis lebih awal dari tanggal kegiatannya. Periksa kolom “Ditulis pada”."]
    return []


def work(row: Row, source: EntrySource) -> Work:
    """What a row says, as the journal takes it; only a field sheet tells when it was written."""
    return Work(
        day=row.day,
        activity=row.activity,
        step_id=row.step_id,
        duty=row.duty,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        realisation=row.realisation,
        unit=row.unit,
        evidence_url=row.evidence,
        noted_at=_in_office(row.noted) if source is EntrySource.SHEET else None,
    )


def _in_office(noted: datetime | None) -> datetime | None:
    return noted.replace(tzinfo=ZoneInfo(g.office.timezone)) if noted is not None else None


def _span(days: Iterable[date]) -> tuple[date, date]:
    """The days that are looked at: no list reaches further back than the journal does."""
    today = clock.today()
    fitting = [day for day in days if today - timedelta(days=400) <= day <= today]
    return min(fitting, default=today), max(fitting, default=today)


def _key(day: date, activity: str, starts_at: object) -> tuple[date, str, object]:
    return day, folded(activity), starts_at
