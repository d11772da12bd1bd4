"""Keberatan: filed by the Pegawai, explained, heard and decided (p.117-118)."""

from collections.abc import Callable
from typing import Any

from flask import Response, flash, request, url_for
from flask_login import current_user
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as BaseResponse

from skpweb.documents import objection_papers
from skpweb.domain import lifecycle, people
from skpweb.domain.clocks import ClockKind
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.followup import bp, course, queries
from skpweb.followup.forms import (
    DecisionForm,
    ExplanationForm,
    HearingForm,
    ObjectionForm,
    parts_of,
)
from skpweb.models.review import Evaluation, Objection
from skpweb.office import objections as verbs
from skpweb.web import clock, versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page
from skpweb.web.workdays import workdays

SURE, CHANGE = "decide", "change"  #: the buttons of the question before a decision is kept
STALE = (
    "Keberatan ini berubah sejak halaman dibuka. Isian Anda masih ada; periksa, lalu kirim lagi."
)


@bp.get("/objection/")
@allow(people.may_see_objection, queries.evaluation)
def objection(evaluation: Evaluation) -> Response:
    """The form, why there is none, or how far the objection has come."""
    return show(evaluation)


@bp.post("/objection/")
@allow(people.is_owner, queries.evaluation)
def file(evaluation: Evaluation) -> Response | BaseResponse:
    """File an objection."""
    form = ObjectionForm()
    form.offer(evaluation)

    def verb() -> None:
        reason, link = form.reason.data.strip(), (form.evidence_url.data or "").strip()
        verbs.file(current_user, evaluation, workdays(), form.parts.data, reason, link)

    return _attempt(evaluation, form, verb, "Keberatan Anda terkirim kepada atasan penilai.")


@bp.post("/objection/explain")
@allow(people.is_assessor, queries.objection)
def explain(objection: Objection) -> Response | BaseResponse:
    """The penilai's explanation."""
    form = ExplanationForm()

    def verb() -> None:
        verbs.explain(current_user, objection, form.explanation.data.strip(), clock.today())

    return _attempt(objection.evaluation, form, verb, "Penjelasan Anda tersimpan.")


@bp.post("/objection/hearing")
@allow(people.decides_objection, queries.objection)
def hear(objection: Objection) -> Response | BaseResponse:
    """What the atasan penilai heard from both."""
    form = HearingForm()

    def verb() -> None:
        heard = (form.heard_owner.data, form.heard_assessor.data)
        notes = form.hearing.data.strip()
        verbs.hear(current_user, objection, clock.today(), form.on.value, heard, notes)

    return _attempt(objection.evaluation, form, verb, "Catatan pemeriksaan tersimpan.")


@bp.post("/objection/decide")
@allow(people.decides_objection, queries.objection)
def decide(objection: Objection) -> Response | BaseResponse:
    """Uphold or change, asked once more: nobody can take it back (p.117).

    A change is printed on D.1.3 at once.
    """
    form, day, do = DecisionForm(), clock.today(), request.form.get("do", "")
    key = (objection.evaluation.skp_id, objection.evaluation.window_id)
    if do == CHANGE:
        return show(objection.evaluation, deciding=form)

    def verb() -> None:
        text = form.decision.data.strip()
        if form.is_change:
            verbs.change(current_user, objection, text, day, form.judgement(objection.evaluation))
        else:
            verbs.uphold(current_user, objection, text, day)

    said = "Keputusan atas keberatan ditetapkan."
    answer = _attempt(objection.evaluation, form, verb, said, None if do == SURE else ask)
    if answer.status_code == 303 and form.is_change:
        objection_papers.make(*key)
    return answer


def ask(evaluation: Evaluation, form: FlaskForm) -> Response:
    """The decision as it would be kept, before it is."""
    return page(
        "followup/sure.html",
        evaluation=evaluation,
        objection=evaluation.objection,
        deciding=form,
        version=versions.shown(evaluation.objection),
    )


def show(evaluation: Evaluation, status: int = 200, **typed: Any) -> Response:
    """The page; ``typed`` are forms that were sent and could not be kept.

    The notes of the hearing are written apart from the decision, so that keeping one
    cannot drop the other half-typed.
    """
    found, days = evaluation.objection, workdays()
    chance = verbs.chance(evaluation, days)
    due = days.clock(ClockKind.DECIDE, found.due_on) if found else None
    actions = lifecycle.open_to(found.moves, current_user, found, days.today) if found else ()
    parties = evaluation.parties(days.today)
    return page(
        "followup/objection.html",
        status,
        evaluation=evaluation,
        objection=found,
        chance=chance,
        ends=days.clock(ClockKind.OBJECT, chance.ends_on) if chance.ends_on else None,
        due=due,
        why_not=verbs.why_not(evaluation, chance),
        names=parts_of(evaluation),
        actions=actions,
        is_owner=people.is_owner(current_user, parties),
        has_decider=people.has_decider(parties),
        senior=verbs.decider_of(evaluation, days.today),
        course=course.steps(evaluation, days.today),
        version=versions.shown(found) if found else 0,
        **(_open(found, typed) | _forms(evaluation) | typed),
    )


def _open(found: Objection | None, typed: dict[str, Any]) -> dict[str, bool]:
    """Which of the two stands open: the notes of the hearing, or the decision after it."""
    was_heard = bool(found and found.heard_on and found.heard_owner and found.heard_assessor)
    again = "hearing" in typed or ("hearing" in request.args and "deciding" not in typed)
    decides = "deciding" in typed or (was_heard and not again)
    return {"hears": again or not was_heard, "decides": decides}


def _forms(evaluation: Evaluation) -> dict[str, Any]:
    found = evaluation.objection
    filing = ObjectionForm(formdata=None)
    filing.offer(evaluation)
    hearing = HearingForm(formdata=None, obj=found) if found else HearingForm(formdata=None)
    if found is not None and found.heard_on:
        hearing.on.process_data(found.heard_on)
    return {
        "filing": filing,
        "explaining": ExplanationForm(formdata=None),
        "hearing": hearing,
        "deciding": DecisionForm(formdata=None),
        "sent": None,
    }


#: class of a form -> its name on the page
NAMES = {
    ObjectionForm: "filing",
    ExplanationForm: "explaining",
    HearingForm: "hearing",
    DecisionForm: "deciding",
}


def _attempt(
    evaluation: Evaluation, form: FlaskForm, verb: Callable[[], None], said: str,
    question: Callable[[Evaluation, FlaskForm], Response] | None = None,
) -> Response | BaseResponse:  # fmt: skip
    """Call the verb and go back to the page; else the page with all that was typed.

    With a ``question`` the verb is only tried, taken back, and asked about.
    """
    key = (evaluation.skp_id, evaluation.window_id)
    typed = {NAMES[type(form)]: form, "sent": form}
    found = evaluation.objection
    if found is not None and not isinstance(form, ObjectionForm) and versions.is_stale(found):
        form.form_errors.append(STALE)
        return show(evaluation, 409, **typed)
    if not form.validate():
        return show(evaluation, 422, **typed)
    try:
        verb()
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(str(refusal))
        return show(_again(key), 422, **typed)
    if question is not None:
        db.session.rollback()
        return question(_again(key), form)
    flash(said, "ok")
    return done(url_for("followup.objection", skp_id=key[0], window_id=key[1]))


def _again(key: tuple[int, int]) -> Evaluation:
    """The evaluation as it is stored, after what the verb had set was taken back."""
    found = queries.evaluation(current_user, *key)
    assert found is not None
    return found
