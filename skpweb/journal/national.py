"""The bridge to e-Kinerja: my rows in the national form's order, ticked when copied."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.documents import spreadsheet
from skpweb.domain import people
from skpweb.domain.national import FIELDS, Carried, Row
from skpweb.extensions import db
from skpweb.journal import bp, carrying
from skpweb.journal.carrying import Backlog, Line
from skpweb.models.journal import JournalEntry
from skpweb.web import clock, fields, formats
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.headers import offer
from skpweb.web.page import page

MOST_ROWS = 200  #: ticked at once; more than anybody does in a day
STALE = "Isinya berubah sejak halaman ini dibuka. Salin lagi isi yang sekarang."


@dataclass(frozen=True)
class Span:
    """The days that are shown: one day, or the week around it."""

    day: date
    is_week: bool

    @property
    def first(self) -> date:
        """The first of the days."""
        return self.day - timedelta(days=self.day.weekday()) if self.is_week else self.day

    @property
    def last(self) -> date:
        """The last of the days."""
        return self.first + timedelta(days=6 if self.is_week else 0)

    def url(self, days: int = 0, is_week: bool | None = None, **more: object) -> str:
        """The page of these days, or of those some ``days`` later."""
        wide = self.is_week if is_week is None else is_week
        day = (self.day + timedelta(days=days)).isoformat()
        return url_for("journal.national", day=day, span="week" if wide else None, **more)


@bp.get("/national/")
@allow(people.is_employee)
def national() -> Response:
    """One day or week of my journal to be carried over."""
    return show(asked())


@bp.post("/national/<int:entry_id>/")
@allow(people.is_owner, carrying.entry)
def tick(entry: JournalEntry) -> Response | BaseResponse:
    """Tick one row and go on to the next, or take the tick back."""
    span = asked()
    if request.form.get("copied") == "0":
        carrying.untick(current_user, [entry.id])
        return done(span.url(at=entry.id))
    if not carrying.tick(current_user, shown([f"{entry.id}.{request.form.get('version', '')}"])):
        return show(span, 409, at=entry.id, problem=STALE)
    rest = carrying.lines(current_user, span.first, span.last)
    following = after(rest, entry.id)
    flash("Ditandai sudah disalin.", "ok")
    return done(span.url(at=following.entry.id if following else None))


@bp.post("/national/")
@allow(people.is_employee)
def tick_day() -> Response | BaseResponse:
    """Tick all rows of a day as they were shown, or take all its ticks back."""
    span, rows = asked(), shown(request.form.getlist("row")[:MOST_ROWS])
    if request.form.get("copied") == "0":
        carrying.untick(current_user, [number for number, _ in rows])
    elif carrying.tick(current_user, rows) < len(rows):
        db.session.rollback()
        return show(span, 409, problem=STALE)
    return done(span.url())


@bp.get("/national/catatan-harian.xlsx")
@allow(people.is_employee)
def national_xlsx() -> Response:
    """The rows of a week or a window as a workbook."""
    first, rows = exported()
    made = spreadsheet.write([("Catatan harian", rows)])
    return download(made, spreadsheet.MIMETYPE, f"catatan-harian-{first.isoformat()}.xlsx")


@bp.get("/national/catatan-harian.csv")
@allow(people.is_employee)
def national_csv() -> Response:
    """The same for what reads no workbook."""
    first, rows = exported()
    made = spreadsheet.write_csv(rows)
    return download(made, "text/csv", f"catatan-harian-{first.isoformat()}.csv")


def asked() -> Span:
    """The days that the request names; today without."""
    day = fields.read_date(request.values.get("day", "")) or clock.today()
    return Span(day, request.values.get("span") == "week")


def shown(texts: list[str]) -> list[tuple[int, int]]:
    """Entries and their versions as a form carries them; what is none is left out."""
    pairs = [text.split(".") for text in texts]
    return [
        (int(pair[0]), int(pair[1]))
        for pair in pairs
        if len(pair) == 2 and all(part.isascii() and part.isdigit() and len(part) < 10
                                  for part in pair)
    ]  # fmt: skip


def after(lines: list[Line], entry_id: int) -> Line | None:
    """The next row that is still to be copied, from the start again at the end."""
    ids = [line.entry.id for line in lines]
    at = ids.index(entry_id) + 1 if entry_id in ids else 0
    rest = lines[at:] + lines[:at]
    return next((one for one in rest if one.carried is not Carried.DONE), None)


def exported() -> tuple[date, list[list[str | int]]]:
    """The first day and the rows to export: of the window named, else of the week."""
    span = Span(asked().day, is_week=True)
    first, last = span.first, span.last
    chosen = request.args.get("window", "")
    for window in carrying.windows(span.day.year) if chosen else ():
        if str(window.id) == chosen:
            first, last = window.starts_on, window.ends_on
    lines = carrying.lines(current_user, first, last)
    return first, [list(FIELDS), *(cells(line.row) for line in lines)]


def cells(row: Row) -> list[str | int]:
    """The texts of a row, its realisation as a number."""
    return [
        row.realisation if name == "Realisasi" and row.realisation is not None else text
        for name, text in zip(FIELDS, row.texts, strict=True)
    ]


def download(made: bytes, mimetype: str, name: str) -> Response:
    """A file to keep."""
    return offer(Response(made, mimetype=mimetype), "attachment", name)


def show(span: Span, status: int = 200, at: int | None = None, problem: str = "") -> Response:
    """The page: one row opened for copying, all rows of the days, what is left elsewhere."""
    lines = carrying.lines(current_user, span.first, span.last)
    at = at or request.args.get("at", type=int)
    opened = next((one for one in lines if one.entry.id == at), None) or after(lines, 0)
    days = carrying.per_day(current_user, span.day.year)
    windows = carrying.windows(span.day.year)
    return page(
        "journal/national.html",
        status,
        span=span,
        lines=lines,
        opened=opened,
        following=after(lines, opened.entry.id) if opened else None,
        problem=problem,
        names=FIELDS,
        windows=[
            (one, carrying.backlog(one.name, one.starts_on, one.ends_on, days)) for one in windows
        ],
        weeks=open_weeks(days),
        window=next((one for one in windows if one.starts_on <= span.day <= one.ends_on), None),
    )


def open_weeks(days: dict[date, tuple[int, int]]) -> list[Backlog]:
    """The weeks of the year with something left to copy, the newest first."""
    if not days:
        return []
    year = min(days).year
    found = (
        carrying.backlog(formats.rentang(one, one + timedelta(days=6)).removesuffix(f" {year}"),
                       one, one + timedelta(days=6), days)
        for one in carrying.mondays(min(days), max(days))
    )  # fmt: skip
    return [one for one in found if one.left]
