"""One entry of mine: change, delete, confirm what somebody else wrote."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import journal, lifecycle, people
from skpweb.domain.lifecycle import Action, EntryState
from skpweb.extensions import db
from skpweb.journal import bp, context, drafts, queries, writing
from skpweb.journal.day import tell
from skpweb.journal.forms import EntryForm, place_of, values
from skpweb.models.entries import entry as find_entry
from skpweb.models.journal import JournalEntry
from skpweb.moves import move
from skpweb.web import clock, fields, versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

#: states out of which the owner's own saving leads to the penilai
ON_SAVING = {EntryState.RETURNED: Action.SUBMIT, EntryState.UNCONFIRMED: Action.CONFIRM}
SAID = 5  #: entries of a day that cannot be confirmed and are named


@bp.get("/<int:entry_id>/")
@allow(people.is_owner, find_entry)
def edit(entry: JournalEntry) -> Response:
    """Change an entry that is not approved."""
    return show_entry(entry)


@bp.post("/<int:entry_id>/")
@allow(people.is_owner, find_entry)
def change(entry: JournalEntry) -> Response | BaseResponse:
    """Keep the change; a returned entry is submitted again by it."""
    form = EntryForm()
    on = form.day.value or entry.day
    known = context.surroundings(current_user.employee_id, on, on)
    form.offer(known.offer_on(on), place_of(entry))
    if entry.state is EntryState.APPROVED:
        return show_entry(entry, form, 409, "Kegiatan ini sudah disetujui dan tidak dapat diubah.")
    if versions.is_stale(entry):
        return show_entry(entry, form, 409, conflict=True)
    if not form.validate() or form.refuse(objections(form, entry, known)):
        return show_entry(entry, form, 422)
    work = form.work(files=len(entry.files))
    kept = writing.keep(work, current_user.employee_id, entry=entry, known=known)
    if entry.state in ON_SAVING:
        move(entry, ON_SAVING[entry.state], current_user, clock.today())
    drafts.drop(f"entry-{entry.id}")
    tell("Perubahan tersimpan.", kept)
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
    drafts.drop(f"entry-{entry.id}")
    db.session.delete(entry)
    flash("Kegiatan dihapus.", "ok")
    return done(location)


@bp.post("/<int:entry_id>/confirm")
@allow(people.is_owner, find_entry)
def confirm(entry: JournalEntry) -> BaseResponse:
    """It is as the other one wrote: from now on it is mine."""
    known = context.surroundings(current_user.employee_id, entry.day, entry.day)
    if problem := hindrance(entry, known):
        flash(problem, "warn")
        return done(url_for("journal.edit", entry_id=entry.id))
    move(entry, Action.CONFIRM, current_user, clock.today())
    flash("Kegiatan dikonfirmasi dan diteruskan kepada penilai.", "ok")
    return done(url_for("journal.day", day=entry.day.isoformat()))


@bp.post("/confirm")
@allow(people.is_employee)
def confirm_day() -> BaseResponse:
    """All that others wrote for me on a day; what lacks something stays."""
    on = fields.read_date(request.form.get("day", "")) or clock.today()
    found = queries.unconfirmed(current_user, on)
    known = context.surroundings(current_user.employee_id, on, on)
    problems = []
    for entry in found:  # one by one: each that is confirmed takes hours of the day
        if problem := hindrance(entry, known):
            problems.append(f"“{entry.activity[:60]}”: {problem}")
        else:
            move(entry, Action.CONFIRM, current_user, clock.today())
    if count := len(found) - len(problems):
        flash(f"{count} kegiatan dikonfirmasi dan diteruskan kepada penilai.", "ok")
    for problem in problems[:SAID]:
        flash(problem, "warn")
    if len(problems) > SAID:
        flash(f"{len(problems) - SAID} kegiatan lain juga perlu dilengkapi.", "warn")
    return done(url_for("journal.day", day=on.isoformat()))


def hindrance(entry: JournalEntry, known: context.Surroundings) -> str:
    """Why it cannot be confirmed as it stands, with what to do; empty if it can."""
    if missing(entry):
        return "Lengkapi isian yang diwajibkan kantor, lalu simpan."
    if journal.hours_problem(writing.span_of(entry), known.on(entry.day, entry.id)):
        return (
            "Bersama kegiatan Anda yang lain, jam pada tanggal ini lebih dari 24 jam. "
            "Perbaiki jamnya lalu simpan, atau hapus kegiatan ini."
        )
    return ""


def missing(entry: JournalEntry) -> dict[str, str]:
    """What the office asks for and the one who wrote it in my place did not know."""
    has_evidence = bool(entry.evidence_url or entry.files)
    return context.needs().missing(
        place_of(entry) != "0", writing.span_of(entry), entry.realisation is not None, has_evidence
    )


def objections(form: EntryForm, entry: JournalEntry, known: context.Surroundings) -> dict[str, str]:
    """What is wrong with the change."""
    around = known.on(form.day.value, entry.id)
    return writing.objections(form.work(len(entry.files)), around)


def filled(entry: JournalEntry) -> EntryForm:
    """The form with a stored entry."""
    form = EntryForm(formdata=None, obj=entry)
    form.step.data = place_of(entry)
    return form


def show_entry(
    entry: JournalEntry, form: EntryForm | None = None, status: int = 200, problem: str = "",
    conflict: bool = False,
) -> Response:  # fmt: skip
    """The page of one entry; on a conflict with both texts."""
    offer = context.offer(entry.skp_id)
    memory = drafts.memory(f"entry-{entry.id}")
    stored = filled(entry)
    draft = memory.draft if form is None else None
    shown = form or drafts.refilled(EntryForm, memory) or stored
    for one in (stored, shown):
        if one is not form:
            one.offer(offer, place_of(entry))
    rows = [
        (field.label.text, words(stored[field.name]), words(field))
        for field in shown
        if field.name in drafts.KEPT
    ]
    return page(
        "journal/entry.html", status, entry=entry, form=shown, problem=problem, draft=draft,
        conflict=rows if conflict else [], version=versions.shown(entry), rhks=offer.rhks,
    )  # fmt: skip


def words(field: object) -> str:
    """What a field says, in words."""
    named = values(getattr(field, "choices", None) or {})
    return str(named.get(field.data, field.data) or "")
