"""Kemajuan kinerja: recorded by the penilai, read and answered by the Pegawai (p.70)."""

from collections.abc import Callable

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.dialogue import bp, hub, queries
from skpweb.dialogue.progress_form import AnswerForm, ProgressForm, WithdrawForm
from skpweb.domain import people
from skpweb.domain.lifecycle import Refused
from skpweb.domain.progress import REVISES, FollowUp, why_no_take_over
from skpweb.models import evaluations
from skpweb.models.dialogues import ProgressNote
from skpweb.models.planning import Skp
from skpweb.office import progress as verbs
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

CHANGE = "change"  #: the button of the question that leads back to the form

Words = AnswerForm | WithdrawForm


@bp.get("/skp/<int:skp_id>/progress")
@allow(people.is_assessor, queries.skp)
def progress_page(skp: Skp) -> Response:
    """What do you see, and what follows?"""
    form = ProgressForm(formdata=None)
    form.offer(rhks := hub.rhks(evaluations.content(skp)))
    asked = request.args.get("rhk", "")
    form.rhk.data = asked if asked in rhks else ""
    return show_form(skp, form, rhks)


@bp.post("/skp/<int:skp_id>/progress")
@allow(people.is_assessor, queries.skp)
def write(skp: Skp) -> Response | BaseResponse:
    """Keep it; the Pegawai sees it at once. Taking an RHK over is asked once more."""
    form, do = ProgressForm(), request.form.get("do", "")
    form.offer(rhks := hub.rhks(evaluations.content(skp)))
    if not form.validate():
        return show_form(skp, form, rhks, 422)
    if do == CHANGE:
        return show_form(skp, form, rhks)
    seen, former, day = form.observed, queries.progress_of(skp), clock.today()
    try:
        if seen.takes_over and do != FollowUp.TAKE_OVER.value:
            verbs.check(current_user, skp, seen, former, day)
            return page("dialogue/take_over.html", skp=skp, rhk=rhks[seen.rhk_key], text=seen.text)
        made = verbs.write(current_user, skp, seen, former, day)
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return show_form(skp, form, rhks, 422)
    flash(f"Catatan untuk {skp.employee.name} tersimpan.", "ok")
    return done(url_for("dialogue.note", progress_id=made.id))


@bp.get("/progress/<int:progress_id>/")
@allow(people.may_read, queries.note)
def note(note: ProgressNote) -> Response:
    """One record, and what can be done with it."""
    return show_note(note)


@bp.post("/progress/<int:progress_id>/read")
@allow(people.is_owner, queries.note)
def read(note: ProgressNote) -> Response | BaseResponse:
    """The Pegawai has read it and may answer."""
    return keep(note, AnswerForm(), verbs.read, "Tersimpan.")


@bp.post("/progress/<int:progress_id>/withdraw")
@allow(people.is_assessor, queries.note)
def withdraw(note: ProgressNote) -> Response | BaseResponse:
    """Give the RHK back to the Pegawai."""
    return keep(note, WithdrawForm(), verbs.withdraw, "RHK dikembalikan kepada pegawai.")


def keep(
    note: ProgressNote, form: Words, verb: Callable[..., None], said: str
) -> Response | BaseResponse:
    """Call the verb with what was typed; else the page with it."""
    if not form.validate():
        return show_note(note, 422, form)
    try:
        verb(current_user, note, form.typed, clock.today())
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return show_note(note, 422, form)
    flash(said, "ok")
    return done(url_for("dialogue.note", progress_id=note.id))


def show_form(skp: Skp, form: ProgressForm, rhks: dict[str, str], status: int = 200) -> Response:
    """The form, with which RHK could be taken over today."""
    history = [one.seen for one in queries.progress_of(skp)]
    free = [
        words
        for key, words in rhks.items()
        if why_no_take_over(key, history, clock.today()) is None
    ]
    is_final = evaluations.is_final(skp, clock.today())
    return page(
        "dialogue/progress.html", status, skp=skp, form=form, is_final=is_final,
        takeable=[] if is_final else free,
    )  # fmt: skip


def show_note(note: ProgressNote, status: int = 200, form: Words | None = None) -> Response:
    """The page of a record; ``form`` is the one that could not be kept."""
    parties, form = note.parties(clock.today()), form or AnswerForm(formdata=None)
    content = evaluations.content(note.skp)
    return page(
        "dialogue/note.html",
        status,
        note=note,
        form=form,
        answering=form if isinstance(form, AnswerForm) else AnswerForm(formdata=None),
        withdrawing=form if isinstance(form, WithdrawForm) else WithdrawForm(formdata=None),
        subject=hub.rhks(content).get(note.rhk_key, "RHK versi sebelumnya")
        if note.rhk_key
        else "Keseluruhan kinerja",
        is_owner=people.is_owner(current_user, parties),
        is_assessor=people.is_assessor(current_user, parties),
        revises=[one for one in note.follows if one in REVISES],
        guides=FollowUp.GUIDANCE in note.follows,
    )
