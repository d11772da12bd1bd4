"""Meetings: planned, moved, cancelled, and the invitation for a calendar."""

from flask import Response, flash, g, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import labels
from skpweb.dialogue import bp, queries, records
from skpweb.dialogue.forms import MoveForm, NewMeetingForm
from skpweb.documents.invitation import Invitation, calendar
from skpweb.domain import dialogue as rules
from skpweb.domain import people
from skpweb.domain.dialogue import Purpose
from skpweb.domain.lifecycle import Action, Refused
from skpweb.extensions import db
from skpweb.models.dialogues import Dialogue
from skpweb.models.planning import Skp
from skpweb.office import dialogues as verbs
from skpweb.web import clock, headers
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.fields import too_long
from skpweb.web.page import page

STALE = "Jadwal ini berubah sejak halaman dibuka. Isian Anda masih ada; periksa, lalu kirim lagi."
INVITED = "Undangannya tampil di Beranda peserta."
OVER = "Harinya sudah lewat: catat hasilnya di sini, lalu pihak lain mengonfirmasi."
LONGEST_REASON = 500


@bp.get("/new")
@allow(people.is_employee)
def new() -> Response:
    """Whom, when, where, about what."""
    asked = request.args.get("skp", "")
    form = NewMeetingForm(formdata=None, data={"who": [asked], "purpose": Purpose.MONITORING.value})
    return show_new(form, offer(form))


@bp.post("/new")
@allow(people.is_employee)
def schedule() -> Response | BaseResponse:
    """One meeting, one record for each who is invited."""
    form = NewMeetingForm()
    found = offer(form)
    if not form.validate():
        return show_new(form, found, 422)
    chosen = [one for key, one in found.items() if key in form.who.data]
    owners = {one.employee_id for one in chosen}
    if len(owners) > 1 and current_user.employee_id in owners:
        form.form_errors.append("Dialog Anda sendiri dijadwalkan terpisah dari dialog orang lain.")
        return show_new(form, found, 422)
    try:
        made = verbs.schedule(current_user, chosen, form.plan, clock.today())
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(str(refusal))
        return show_new(form, offer(form), 422)
    is_over = form.plan.held_on < clock.today()
    flash(f"Pertemuan tersimpan. {OVER if is_over else INVITED}", "ok")
    return done(url_for("dialogue.show", dialogue_id=made.dialogues[0].id))


@bp.get("/<int:dialogue_id>/move")
@allow(rules.meets, queries.dialogue)
def move_page(dialogue: Dialogue) -> Response:
    """Another day, or none."""
    return show_move(dialogue, MoveForm.of(dialogue.meeting))


@bp.post("/<int:dialogue_id>/move")
@allow(rules.meets, queries.dialogue)
def move(dialogue: Dialogue) -> Response | BaseResponse:
    """Move the meeting for everybody who is invited."""
    form = MoveForm()
    return _change(dialogue, form, Action.RESCHEDULE, "Jadwal baru tersimpan.")


@bp.post("/<int:dialogue_id>/cancel")
@allow(rules.meets, queries.dialogue)
def cancel(dialogue: Dialogue) -> Response | BaseResponse:
    """It does not take place."""
    form = MoveForm.of(dialogue.meeting)
    form.reason.data = why = request.form.get("why", "").strip()
    if problem := too_long(why, LONGEST_REASON):
        form.form_errors.append(problem)
        return show_move(dialogue, form, 422, why)
    return _change(dialogue, form, Action.CANCEL, "Pertemuan dibatalkan.")


@bp.get("/<int:dialogue_id>/undangan.ics")
@allow(rules.meets, queries.dialogue)
def invitation(dialogue: Dialogue) -> Response:
    """The meeting as it stands, for a calendar; also that it was cancelled."""
    answer = Response(calendar(invited(dialogue)), mimetype="text/calendar")
    return headers.offer(answer, "attachment", "undangan.ics")


def invited(dialogue: Dialogue) -> Invitation:
    """The same for all who are invited: nobody's name but the pimpinan's is in it."""
    meeting = dialogue.meeting
    return Invitation(
        uid=f"{meeting.uid}@skpweb",
        sequence=meeting.sequence,
        stamp=meeting.updated_at,
        day=meeting.held_on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        zone=g.office.timezone,
        summary=f"Dialog kinerja: {labels.label(meeting.purpose)}",
        description="Pokok bahasan dan catatannya ada di skpweb, menu Dialog.",
        location=meeting.place or meeting.link,
        url=url_for("dialogue.show", dialogue_id=dialogue.id, _external=True),
        organiser=dialogue.leader.full_name,
        is_cancelled=meeting.is_cancelled,
    )


def offer(form: NewMeetingForm) -> dict[str, Skp]:
    """Let choose among those I may meet; answers them by their value."""
    found = {str(one.id): one for one in queries.offered(current_user, clock.today())}
    form.who.choices = {key: _name(one) for key, one in found.items()}
    return found


def show_new(form: NewMeetingForm, found: dict[str, Skp], status: int = 200) -> Response:
    """The page of a new meeting."""
    return page("dialogue/new.html", status, form=form, has_people=bool(found))


def show_move(dialogue: Dialogue, form: MoveForm, status: int = 200, why: str = "") -> Response:
    """The page of another day; ``why`` is the typed reason of a cancelling."""
    return page(
        "dialogue/move.html",
        status,
        dialogue=dialogue,
        form=form,
        version=dialogue.meeting.version_id,
        others=len(dialogue.meeting.dialogues) - 1,
        may_move=records.is_mine_to_move(dialogue),
        why=why,
    )


def _change(
    dialogue: Dialogue, form: MoveForm, action: Action, said: str
) -> Response | BaseResponse:
    """Call the verb and go to the record; else the page with all that was typed."""
    why = form.reason.data or "" if action is Action.CANCEL else ""
    if request.form.get("version", "") != str(dialogue.meeting.version_id):
        form.form_errors.append(STALE)
        return show_move(dialogue, form, 409, why)
    if action is Action.RESCHEDULE and not form.validate():
        return show_move(dialogue, form, 422)
    reason, today = (form.reason.data or "").strip(), clock.today()
    try:
        if action is Action.CANCEL:
            verbs.cancel(current_user, dialogue.meeting, reason, today)
        else:
            verbs.reschedule(current_user, dialogue.meeting, form.plan, reason, today)
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return show_move(records.again(dialogue.id), form, 422, why)
    flash(f"{said} Unduh undangan sekali lagi untuk memperbarui kalender.", "ok")
    return done(url_for("dialogue.show", dialogue_id=dialogue.id))


def _name(skp: Skp) -> str:
    if skp.employee_id == current_user.employee_id:
        return f"Saya sendiri, dengan penilai saya (SKP {skp.starts_on.year})"
    return f"{skp.employee.full_name} (SKP {skp.starts_on.year})"
