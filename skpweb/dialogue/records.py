"""The record of a dialogue: read, written, confirmed by both, added to; agreed actions closed."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.dialogue import bp, clashes, queries
from skpweb.dialogue.forms import AdditionForm, RecordForm, open_of
from skpweb.domain import dialogue as rules
from skpweb.domain import lifecycle
from skpweb.domain.lifecycle import Action, Refused
from skpweb.domain.states import DialogueState
from skpweb.extensions import db
from skpweb.labels import label
from skpweb.models.dialogues import Agreement, Dialogue
from skpweb.office import dialogues as verbs
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.fields import too_long
from skpweb.web.formats import tanggal
from skpweb.web.limits import number
from skpweb.web.page import page

CHANGED = "Catatan ini berubah sejak Anda membukanya. Baca lagi, lalu konfirmasi."
ADDED = "Catatan ini berubah sejak Anda membukanya. Tambahan Anda masih ada; baca lagi, lalu kirim."
ALSO_CONFIRMED = (
    " Dengan itu Anda juga mengonfirmasi catatannya; pihak lain diminta mengonfirmasi lagi."
)
LONGEST_NOTE = 500


@bp.get("/<int:dialogue_id>/")
@allow(rules.may_read, queries.dialogue)
def show(dialogue: Dialogue) -> Response:
    """Everything about one dialogue."""
    return page_of(dialogue)


@bp.get("/<int:dialogue_id>/record")
@allow(rules.meets, queries.dialogue)
def record_page(dialogue: Dialogue) -> Response:
    """What was said and agreed."""
    return show_record(dialogue, RecordForm.of(dialogue))


@bp.post("/<int:dialogue_id>/record")
@allow(rules.meets, queries.dialogue)
def record(dialogue: Dialogue) -> Response | BaseResponse:
    """Keep it; the other confirms."""
    form = RecordForm()
    form.pad()
    if is_stale(dialogue):
        return show_record(dialogue, form, 409, both_texts(dialogue, form))
    if not form.validate():
        return show_record(dialogue, form, 422)
    try:
        verbs.record(current_user, dialogue, form.notes.data.strip(), form.agreed, clock.today())
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return show_record(again(dialogue.id), form, 422)
    flash("Catatan tersimpan dan menunggu konfirmasi pihak lain.", "ok")
    return done(url_for("dialogue.show", dialogue_id=dialogue.id))


@bp.post("/<int:dialogue_id>/confirm")
@allow(rules.meets, queries.dialogue)
def confirm(dialogue: Dialogue) -> Response | BaseResponse:
    """I have read exactly this text."""
    if is_stale(dialogue):
        return page_of(dialogue, 409, problem=CHANGED)
    try:
        verbs.confirm(current_user, dialogue, clock.today())
    except Refused as refusal:
        return page_of(again(dialogue.id), 422, problem=str(refusal))
    flash("Konfirmasi Anda tersimpan.", "ok")
    return done(url_for("dialogue.show", dialogue_id=dialogue.id))


@bp.post("/<int:dialogue_id>/add")
@allow(rules.meets, queries.dialogue)
def add(dialogue: Dialogue) -> Response | BaseResponse:
    """I want to add something."""
    form, was_confirmed = AdditionForm(), dialogue.state is DialogueState.CONFIRMED
    if is_stale(dialogue):
        form.form_errors.append(ADDED)
        return page_of(dialogue, 409, adding=form)
    if not form.validate():
        return page_of(dialogue, 422, adding=form)
    try:
        verbs.add(current_user, dialogue, form.text.data.strip(), clock.today())
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return page_of(again(dialogue.id), 422, adding=form)
    asks = "" if was_confirmed else ALSO_CONFIRMED
    flash(f"Tambahan Anda tersimpan.{asks}", "ok")
    return done(url_for("dialogue.show", dialogue_id=dialogue.id))


@bp.post("/agreements/<int:agreement_id>/close")
@allow(rules.closes, queries.agreement)
def close(agreement: Agreement) -> Response | BaseResponse:
    """Done, or dropped with a reason; said on the page of a dialogue."""
    action = Action.DROP if request.form.get("do") == "drop" else Action.FINISH
    note = request.form.get("note", "").strip()
    shown, agreed_in = _shown(agreement), agreement.dialogue_id
    at = shown.id if shown.id != agreed_in else None
    typed = (agreement.id, note)
    if problem := too_long(note, LONGEST_NOTE):
        return page_of(again(shown.id), 422, problem=problem, closing=typed)
    try:
        verbs.close(current_user, agreement, action, note, clock.today(), at)
    except Refused as refusal:
        return page_of(again(shown.id), 422, problem=str(refusal), closing=typed)
    flash("Kesepakatan ditandai selesai." if action is Action.FINISH else
          "Kesepakatan dihentikan.", "ok")  # fmt: skip
    return done(url_for("dialogue.show", dialogue_id=shown.id))


def page_of(
    dialogue: Dialogue, status: int = 200, problem: str = "", adding: AdditionForm | None = None,
    closing: tuple[int, str] = (0, ""),
) -> Response:  # fmt: skip
    """The page of a dialogue; with what was typed where it could not be kept.

    ``closing`` is a refused note and the agreement that it is about.
    """
    day, form = clock.today(), adding or AdditionForm(formdata=None)
    return page(
        "dialogue/show.html",
        status,
        dialogue=dialogue,
        actions=lifecycle.open_to(dialogue.moves, current_user, dialogue, day),
        carried=queries.carried(dialogue),
        may_close=rules.closes(current_user, dialogue.skp.parties(day)),
        meets=rules.meets(current_user, dialogue.parties(day)),
        confirmed=has_my_word(dialogue),
        clashes=elsewhere(dialogue),
        problem=problem,
        closing=closing,
        form=form,
        version=dialogue.text_version,
        movable=is_mine_to_move(dialogue),
    )


def elsewhere(dialogue: Dialogue) -> list[str]:
    """Who has another meeting then: all of a group for its leader, else the two of the record."""
    if dialogue.state is not DialogueState.PLANNED:
        return []
    meeting = dialogue.meeting
    return clashes.warnings(meeting, meeting.dialogues if is_mine_to_move(dialogue) else [dialogue])


def show_record(
    dialogue: Dialogue, form: RecordForm, status: int = 200, conflict: Any = None
) -> Response:
    """The page on which the record is written."""
    return page(
        "dialogue/record.html",
        status,
        dialogue=dialogue,
        form=form,
        version=dialogue.text_version,
        conflict=conflict,
    )


def is_stale(dialogue: Dialogue) -> bool:
    """Whether the text is another than the one that was shown."""
    return request.form.get("version", "") != str(dialogue.text_version)


def has_my_word(dialogue: Dialogue) -> bool:
    """Whether I confirmed the text as it stands."""
    return 0 < dialogue.text_version == dialogue.version_of(current_user.employee_id)


def both_texts(dialogue: Dialogue, form: RecordForm) -> list[tuple[str, str, str]]:
    """What is stored and what was typed, for the comparison."""
    stored = [_words(one.text, one.side, one.due_on) for one in open_of(dialogue.agreements)]
    typed = [
        f"{row.form.text.data} ({row.form.due_on.data})"
        for row in form.rows
        if (row.form.text.data or "").strip()
    ]
    return [
        ("Hasil pembahasan", dialogue.notes, form.notes.data or ""),
        ("Kesepakatan", "; ".join(stored), "; ".join(typed)),
    ]


def again(dialogue_id: int) -> Dialogue:
    """The record as it is stored, after a refusal took back what the verb had set."""
    db.session.rollback()
    db.session.expire_all()
    found = queries.dialogue(current_user, dialogue_id)
    assert found is not None
    return found


def _shown(agreement: Agreement) -> Dialogue:
    """The dialogue on whose page the button was pressed; its own if that is another's."""
    at = request.form.get("at", type=number)
    found = queries.dialogue(current_user, at) if at is not None else None
    fits = found is not None and found.skp_id == agreement.dialogue.skp_id
    return found if found is not None and fits else agreement.dialogue


def _words(text: str, side: Any, due_on: Any) -> str:
    return f"{text} ({label(side)}, {tanggal(due_on)})"


def is_mine_to_move(dialogue: Dialogue) -> bool:
    """Whether I may move it: a group's meeting belongs to who leads it."""
    day = clock.today()
    return all(
        Action.RESCHEDULE in lifecycle.open_to(one.moves, current_user, one, day)
        for one in dialogue.meeting.dialogues
    )
