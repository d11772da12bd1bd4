"""Entries that come again: the last day's, one of them, or one on several dates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import journal, people
from skpweb.domain.journal import Span
from skpweb.journal import bp, context, shortcuts
from skpweb.journal.shortcuts import Copied
from skpweb.models.entries import entry as find_entry
from skpweb.models.journal import JournalEntry
from skpweb.web import clock, fields, formats
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

MOST_DAYS = 62  #: dates that are offered at once


@bp.post("/repeat")
@allow(people.is_employee)
def repeat_day() -> BaseResponse:
    """The chosen entries of an earlier day, on this one."""
    ids = [int(text) for text in request.form.getlist("entry") if text.isascii() and is_id(text)]
    chosen = shortcuts.chosen(current_user, ids)
    if not chosen:
        flash("Belum ada kegiatan yang dipilih.", "bad")
        return back_to(asked_day())
    return copied_to_day(chosen, asked_day())


@bp.post("/<int:entry_id>/repeat")
@allow(people.is_owner, find_entry)
def repeat(entry: JournalEntry) -> BaseResponse:
    """One entry, once more today."""
    return copied_to_day([entry], asked_day())


@bp.get("/<int:entry_id>/duplicate")
@allow(people.is_owner, find_entry)
def duplicate_start(entry: JournalEntry) -> Response:
    """The dates that are still open, holidays and leave marked."""
    return show_dates(entry)


@bp.post("/<int:entry_id>/duplicate")
@allow(people.is_owner, find_entry)
def duplicate(entry: JournalEntry) -> Response | BaseResponse:
    """One entry on each chosen date; what is refused is told date by date."""
    typed = (fields.read_date(text) for text in request.form.getlist("day")[:MOST_DAYS])
    days = sorted({day for day in typed if day is not None})
    if not days:
        return show_dates(entry, 422, "Pilih paling sedikit satu tanggal.")
    result = shortcuts.copy([entry], days)
    tell(result, lambda work: formats.tanggal(work.day))
    return back_to(days[-1])


@dataclass(frozen=True)
class Choice:
    """A date to copy to, and what is to be known about it."""

    day: date
    remarks: Sequence[str]
    count: int

    @property
    def is_usual(self) -> bool:
        """A working day that is still empty."""
        return not self.remarks and not self.count


def show_dates(entry: JournalEntry, status: int = 200, problem: str = "") -> Response:
    """The page with the open dates, the newest first."""
    return page(
        "journal/duplicate.html", status, entry=entry, problem=problem,
        dates=open_dates(entry), ticked=request.form.getlist("day"),
    )  # fmt: skip


def open_dates(entry: JournalEntry) -> list[Choice]:
    """Every date that can still be filled, except the entry's own."""
    today = clock.today()
    first = max(context.rules().open_since, today - timedelta(days=MOST_DAYS))
    known = context.surroundings(entry.skp.employee_id, first, today)
    span = Span(entry.starts_at, entry.ends_at)
    found = []
    for number in range((today - first).days + 1):
        day = today - timedelta(days=number)
        around = known.on(day)
        if day != entry.day and not journal.problems(day, span, around):
            found.append(Choice(day, journal.notices(day, span, around), len(around.others)))
    return found


def asked_day() -> date:
    """The day the form was shown on; today without one."""
    return fields.read_date(request.form.get("day", "")) or clock.today()


def copied_to_day(sources: Sequence[Any], on: date) -> BaseResponse:
    """Copy to one day, tell, and show it."""
    tell(shortcuts.copy(sources, [on]), lambda work: f"“{work.activity[:60]}”")
    return back_to(on)


def back_to(on: date) -> BaseResponse:
    """The page of a day."""
    return done(url_for("journal.day", day=on.isoformat()))


def tell(result: Copied, name: Callable[[Any], str]) -> None:
    """What was saved, and each refusal with its reason."""
    if result.saved:
        flash(f"{len(result.saved)} kegiatan tersimpan. Realisasi dan buktinya belum diisi.", "ok")
    for work, reason in result.refused:
        flash(f"{name(work)} tidak disimpan. {reason}", "bad")


def is_id(text: str) -> bool:
    """Whether a text can be the number of a row."""
    return text.isdigit() and len(text) < 10
