"""One day of the journal: write, change, delete."""

from datetime import date, timedelta

from flask import Response, flash, g, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import lifecycle, people
from skpweb.domain.lifecycle import Action, EntryState
from skpweb.extensions import db
from skpweb.journal import bp, queries, steps  # noqa: F401
from skpweb.journal.forms import NO_STEP, EntryForm, fits
from skpweb.models.entries import entry as find_entry
from skpweb.models.journal import JournalEntry
from skpweb.moves import move
from skpweb.web import clock, fields, formats, versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/")
@allow(people.is_employee)
def day() -> Response:
    """One day of my journal: today unless asked otherwise."""
    chosen = fields.read_date(request.args.get("day", "")) or clock.today()
    return show_day(min(chosen, clock.today()))


@bp.post("/")
@allow(people.is_employee)
def add() -> Response | BaseResponse:
    """A new entry; on a mistake the same page with all that was typed."""
    form = EntryForm()
    on = form.day.value or clock.today()
    skp = queries.skp_on(current_user, on)
    form.offer(queries.steps(skp.id if skp else None))
    if not form.validate() or not fits(form, skp, earliest()):
        return show_day(min(on, clock.today()), form, 422)
    entry = JournalEntry(skp_id=skp.id, state=EntryState.SUBMITTED)
    write(entry, form)
    db.session.add(entry)
    audit.record(current_user, "entry.write", entry, owner_id=current_user.employee_id)
    count = len(queries.entries(current_user.employee_id, on, on))
    flash(f"Tersimpan. {count} kegiatan pada {formats.tanggal(on)}.", "ok")
    return done(url_for("journal.day", day=on.isoformat()))


@bp.get("/<int:entry_id>/")
@allow(people.is_owner, find_entry)
def edit(entry: JournalEntry) -> Response:
    """Change an entry that is not approved."""
    return show_entry(entry, filled(entry))


@bp.post("/<int:entry_id>/")
@allow(people.is_owner, find_entry)
def change(entry: JournalEntry) -> Response | BaseResponse:
    """Keep the change; a returned entry is submitted again by it."""
    form = EntryForm()
    form.offer(queries.steps(entry.skp_id))
    if entry.state is EntryState.APPROVED:
        return show_entry(entry, form, 409, "Kegiatan ini sudah disetujui dan tidak dapat diubah.")
    if versions.is_stale(entry):
        return show_entry(entry, form, 409, conflict=True)
    skp = queries.skp_on(current_user, form.day.value) if form.day.value else None
    if not form.validate() or not fits(form, skp, min(earliest(), entry.day)):
        return show_entry(entry, form, 422)
    write(entry, form)
    if entry.state is EntryState.RETURNED:
        move(entry, Action.SUBMIT, current_user, clock.today())
    audit.record(current_user, "entry.change", entry, owner_id=current_user.employee_id)
    flash("Perubahan tersimpan.", "ok")
    return done(url_for("journal.day", day=entry.day.isoformat()))


@bp.post("/<int:entry_id>/delete")
@allow(people.is_owner, find_entry)
def delete(entry: JournalEntry) -> BaseResponse:
    """Take an entry away that is not approved; the trail remembers its text."""
    if entry.state is EntryState.APPROVED:
        raise lifecycle.Refused("Kegiatan ini sudah disetujui dan tidak dapat dihapus.")
    audit.record(
        current_user, "entry.delete", entry, before={"activity": entry.activity},
        owner_id=current_user.employee_id,
    )  # fmt: skip
    location = url_for("journal.day", day=entry.day.isoformat())
    db.session.delete(entry)
    flash("Kegiatan dihapus.", "ok")
    return done(location)


def write(entry: JournalEntry, form: EntryForm) -> None:
    """The form's values into the entry; the unit follows the rencana aksi if empty."""
    step_id = int(form.step.data) if form.step.data != NO_STEP else None
    offered = {step.id: step for step in queries.steps(entry.skp_id)}
    entry.step_id, entry.day = step_id, form.day.value
    entry.activity = form.activity.data.strip()
    entry.starts_at, entry.ends_at = form.starts_at.value, form.ends_at.value
    entry.realisation = form.realisation.value
    unit = (form.unit.data or "").strip()
    entry.unit = unit or (offered[step_id].unit if step_id in offered else "")
    entry.evidence_url = (form.evidence_url.data or "").strip()
    entry.updated_by = current_user.display_name


def filled(entry: JournalEntry) -> EntryForm:
    """The form with a stored entry."""
    form = EntryForm(formdata=None, obj=entry)
    form.offer(queries.steps(entry.skp_id))
    form.step.data = str(entry.step_id or NO_STEP)
    return form


def fresh(on: date) -> EntryForm:
    """An empty form for a day, the rencana aksi used last chosen."""
    skp = queries.skp_on(current_user, on)
    form = EntryForm(formdata=None, data={"day": on})
    form.offer(queries.steps(skp.id if skp else None))
    form.step.data = str((queries.last_step_id(skp.id) if skp else None) or NO_STEP)
    return form


def show_day(on: date, form: EntryForm | None = None, status: int = 200) -> Response:
    """The day's form and entries with the week around it."""
    monday = on - timedelta(days=on.weekday())
    week = [monday + timedelta(days=number) for number in range(7)]
    entries = queries.entries(current_user.employee_id, week[0], week[-1])
    return page(
        "journal/day.html",
        status,
        on=on,
        form=form or fresh(on),
        week=week,
        counts={day: sum(1 for entry in entries if entry.day == day) for day in week},
        entries=[entry for entry in entries if entry.day == on],
        returned={entry.day for entry in entries if entry.state is EntryState.RETURNED},
        days_off=queries.days_off(week[0], week[-1]),
        open_since=earliest(),
        one_week=timedelta(weeks=1),
    )


def show_entry(
    entry: JournalEntry, form: EntryForm, status: int = 200, problem: str = "",
    conflict: bool = False,
) -> Response:  # fmt: skip
    """The page of one entry; on a conflict with both texts."""
    stored = filled(entry)
    rows = [
        (field.label.text, words(stored[field.name]), words(field))
        for field in form
        if field.name not in ("csrf_token",)
    ]
    return page(
        "journal/entry.html", status, entry=entry, form=form, problem=problem,
        conflict=rows if conflict else [], version=versions.shown(entry),
    )  # fmt: skip


def words(field: object) -> str:
    """What a field says, in words."""
    named = dict(getattr(field, "choices", None) or {})
    return str(named.get(field.data, field.data) or "")


def earliest() -> date:
    """The first day that may still be filled in this office."""
    return queries.open_since(g.office.backfill_days, g.office.work_days)
