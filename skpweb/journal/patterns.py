"""Favourites: entries that come again, some of them on certain days of the week."""

from flask import Response, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.journal import bp, context, copying, shortcuts
from skpweb.journal.pattern_form import WEEKDAYS, PatternForm, fill, filled, offered
from skpweb.models.entries import entry as find_entry
from skpweb.models.journal import JournalEntry
from skpweb.models.shortcuts import EntryPattern
from skpweb.web.access import allow, own
from skpweb.web.answer import done
from skpweb.web.page import page


def pattern(person: people.Actor, pattern_id: int) -> EntryPattern | None:
    """A favourite of mine."""
    found = db.session.get(EntryPattern, pattern_id)
    is_mine = found is not None and found.employee_id == person.employee_id
    return found if is_mine else None


@bp.get("/patterns/")
@allow(people.is_employee)
def pattern_list() -> Response:
    """All my favourites."""
    return page("journal/patterns.html", patterns=shortcuts.patterns(current_user), names=WEEKDAYS)


@bp.get("/patterns/new")
@allow(people.is_employee)
def new_pattern() -> Response:
    """An empty favourite."""
    return show(None, offered(PatternForm(formdata=None)))


@bp.post("/patterns/new")
@allow(people.is_employee)
def add_pattern() -> Response | BaseResponse:
    """Keep a new favourite."""
    form = offered(PatternForm())
    if not form.validate():
        return show(None, form, 422)
    made = EntryPattern(employee_id=current_user.employee_id)
    fill(made, form)
    return kept(made, "pattern_list")


@bp.post("/<int:entry_id>/favourite")
@allow(people.is_owner, find_entry)
def favourite(entry: JournalEntry) -> BaseResponse:
    """Make a favourite of an entry: without its evidence and realisation."""
    copied = ("activity", "step_id", "rhk_key", "duty", "starts_at", "ends_at", "unit")
    made = EntryPattern(
        employee_id=current_user.employee_id, **{name: getattr(entry, name) for name in copied}
    )
    return kept(made, "edit_pattern")


@bp.get("/patterns/<int:pattern_id>/")
@own(pattern)
def edit_pattern(pattern: EntryPattern) -> Response:
    """Change a favourite."""
    return show(pattern, filled(pattern))


@bp.post("/patterns/<int:pattern_id>/")
@own(pattern)
def change_pattern(pattern: EntryPattern) -> Response | BaseResponse:
    """Keep the change."""
    form = offered(PatternForm())
    if not form.validate():
        return show(pattern, form, 422)
    fill(pattern, form)
    audit.record(current_user, "pattern.change", pattern, owner_id=pattern.employee_id)
    flash("Favorit tersimpan.", "ok")
    return done(url_for("journal.pattern_list"))


@bp.post("/patterns/<int:pattern_id>/delete")
@own(pattern)
def delete_pattern(pattern: EntryPattern) -> BaseResponse:
    """Forget a favourite; what was written with it stays."""
    audit.record(current_user, "pattern.delete", pattern, owner_id=pattern.employee_id)
    db.session.delete(pattern)
    flash("Favorit dihapus. Jurnal yang memakainya tetap ada.", "ok")
    return done(url_for("journal.pattern_list"))


@bp.post("/patterns/<int:pattern_id>/use")
@own(pattern)
def use_pattern(pattern: EntryPattern) -> BaseResponse:
    """One click: an entry like this on the day."""
    return copying.copied_to_day([pattern], copying.asked_day())


@bp.post("/patterns/day")
@allow(people.is_employee)
def use_weekly() -> BaseResponse:
    """All patterns of the weekday that the day does not hold yet."""
    on = copying.asked_day()
    written = context.entries(current_user.employee_id, on, on)
    weekly = shortcuts.of(current_user, on, written).weekly
    if not weekly:
        flash("Semua pola hari ini sudah tercatat.")
        return copying.back_to(on)
    return copying.copied_to_day(weekly, on)


def kept(made: EntryPattern, endpoint: str) -> BaseResponse:
    """Store a new favourite. Raises ``Refused`` for one too many."""
    if len(shortcuts.patterns(current_user)) >= shortcuts.MOST_PATTERNS:
        raise Refused("Favorit Anda sudah 60. Hapus yang tidak dipakai lagi lebih dulu.")
    db.session.add(made)
    audit.record(current_user, "pattern.add", made, owner_id=made.employee_id)
    flash("Favorit tersimpan.", "ok")
    ids = {"pattern_id": made.id} if endpoint == "edit_pattern" else {}
    return done(url_for(f"journal.{endpoint}", **ids))


def show(pattern: EntryPattern | None, form: PatternForm, status: int = 200) -> Response:
    """The page of one favourite."""
    return page("journal/pattern.html", status, pattern=pattern, form=form)
