"""The penilai's side of an evaluation: look, rate as a draft, check, set the predicate."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.documents import evaluation_papers
from skpweb.domain import lifecycle, people, ratings
from skpweb.domain.lifecycle import Action
from skpweb.extensions import db
from skpweb.models.review import Evaluation
from skpweb.moves import move, set_predicate
from skpweb.review import bp, drafting, judging
from skpweb.review.drafting import Draft
from skpweb.review.forms import EvaluationForm
from skpweb.review.queries import evaluations as queries
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

LONGEST_REASON = 2000
PATH = "/skp/<int:skp_id>/<int:window_id>"


@bp.get(f"{PATH}/")
@allow(people.may_review, queries.evaluation)
def evaluation(evaluation: Evaluation) -> Response:
    """Target, realisation, evidence and feedback beside the ratings."""
    return show(evaluation, filled(evaluation))


@bp.post(f"{PATH}/")
@allow(people.may_rate, queries.evaluation)
def save(evaluation: Evaluation) -> Response | BaseResponse:
    """Keep the ratings as a draft that only the superiors see, and go where the button leads."""
    form, wish = EvaluationForm(), request.form.get("do", "")
    draft = drafting.typed(form, evaluation)
    if wish == "look":
        return show(evaluation, form, draft)
    problem = refuse_change(evaluation, form, draft)
    if problem is not None:
        return problem
    keep_draft(evaluation, draft)
    return done(afterwards(evaluation, wish))


@bp.get(f"{PATH}/check")
@allow(people.may_rate, queries.evaluation)
def check(evaluation: Evaluation) -> Response:
    """What will be set, once more, with its effect on the unit's pattern."""
    return show_check(evaluation, [])


@bp.post(f"{PATH}/rate")
@allow(people.may_rate, queries.evaluation)
def rate(evaluation: Evaluation) -> Response | BaseResponse:
    """Set the predicate: final, snapshotted, logged."""
    basis, draft = queries.basis(evaluation), drafting.stored(evaluation)
    if request.form.get("version") != drafting.all_of(evaluation):
        return show_check(evaluation, ["Draf, laporan, atau umpan balik berubah sejak halaman ini "
                                       "dibuka. Periksa lagi."], 409)  # fmt: skip
    evaluation.questions = judging.asked(evaluation, draft, basis)
    try:
        set_predicate(
            evaluation, basis.version, current_user, clock.today(), draft.result, draft.behaviour
        )
    except lifecycle.Refused as refusal:
        db.session.rollback()
        again = queries.evaluation(current_user, evaluation.skp_id, evaluation.window_id)
        return show_check(again, str(refusal).split("\n"), 422)
    flash(f"Predikat {evaluation.skp.employee.full_name} ditetapkan.", "ok")
    location, key = here(evaluation, "evaluation"), (evaluation.skp_id, evaluation.window_id)
    answer = done(location)
    evaluation_papers.make_all(*key)
    return answer


@bp.post(f"{PATH}/return")
@allow(people.may_rate, queries.evaluation)
def send_back(evaluation: Evaluation) -> Response | BaseResponse:
    """Ask the Pegawai to complete his report."""
    reason = request.form.get("reason", "").strip()
    if len(reason) > LONGEST_REASON:
        text = f"Alasan paling panjang {LONGEST_REASON} huruf. Ringkas isinya."
        return show(evaluation, filled(evaluation), status=422, problem=text)
    try:
        move(evaluation, Action.RETURN, current_user, clock.today(), reason=reason)
    except lifecycle.Refused as refusal:
        return show(evaluation, filled(evaluation), status=422, problem=str(refusal))
    flash("Laporan dikembalikan untuk dilengkapi.", "ok")
    return done(here(evaluation, "evaluation"))


def filled(evaluation: Evaluation) -> EvaluationForm:
    """The form with the draft that is stored."""
    return EvaluationForm(
        formdata=None,
        data={
            "result": _value(evaluation.result_rating),
            "behaviour": _value(evaluation.behaviour_rating),
            "recommendation": evaluation.recommendation,
            "reason": evaluation.reason,
        },
    )


def show(
    evaluation: Evaluation, form: EvaluationForm, draft: Draft | None = None, status: int = 200,
    problem: str = "", conflict: bool = False,
) -> Response:  # fmt: skip
    """The evaluation page; what is typed wins over what is stored; on a conflict with both."""
    basis, kept = queries.basis(evaluation), drafting.stored(evaluation)
    chosen = draft or judging.prefilled(evaluation, kept)
    if draft is None:
        form.result.data = _value(chosen.result)
    return page(
        "review/evaluation.html",
        status,
        evaluation=evaluation,
        basis=basis,
        form=form,
        problem=problem,
        conflict=drafting.compared(basis.version, kept, chosen) if conflict else None,
        draft=chosen,
        actions=lifecycle.open_to(evaluation.moves, current_user, evaluation, clock.today()),
        version=kept.mark,
        **aids(evaluation, chosen, basis),
    )


def aids(evaluation: Evaluation, draft: Draft, basis: queries.Basis) -> dict[str, Any]:
    """What helps to decide: pattern, questions, order, what a head's rating follows."""
    is_rated = evaluation.state is lifecycle.EvaluationState.RATED
    return {
        "pattern": judging.pattern(draft, basis, evaluation.window.ends_on),
        "questions": [] if is_rated else judging.asked(evaluation, draft, basis),
        "steps": judging.steps(evaluation, basis),
        "passed": judging.passed(evaluation),
        "follows": judging.expected_of_head(evaluation),
    }


def show_check(evaluation: Evaluation, problems: list[str], status: int = 200) -> Response:
    """The last look before the predicate is set."""
    basis, draft = queries.basis(evaluation), drafting.stored(evaluation)
    return page(
        "review/check.html",
        status,
        evaluation=evaluation,
        problems=problems,
        draft=draft,
        version=drafting.all_of(evaluation),
        **aids(evaluation, draft, basis),
    )


def keep_draft(evaluation: Evaluation, draft: Draft) -> None:
    """Write the draft into the evaluation, and log that it was written."""
    drafting.keep(evaluation, draft)
    evaluation.updated_by = current_user.display_name
    db.session.add(evaluation)
    audit.record(current_user, "evaluation.draft", evaluation, owner_id=evaluation.skp.employee_id)


def refuse_change(evaluation: Evaluation, form: EvaluationForm, draft: Draft) -> Response | None:
    """The answer to a draft that cannot be kept, with all that was typed."""
    if Action.RATE not in lifecycle.open_to(
        evaluation.moves, current_user, evaluation, clock.today()
    ):
        problem = "Predikat sudah ditetapkan dan tidak dapat diubah."
        return show(evaluation, form, draft, 409, problem)
    if request.form.get("version") != drafting.stored(evaluation).mark:
        return show(evaluation, form, draft, 409, conflict=True)
    return None if form.validate() else show(evaluation, form, draft, 422)


def afterwards(evaluation: Evaluation, wish: str) -> str:
    """Where a button of the form leads once the draft is kept."""
    wish, _, about = wish.partition("/")
    if wish == "feedback":
        return url_for("review.feedback", skp_id=evaluation.skp_id, about=about[:60] or None,
                       window=evaluation.window_id)  # fmt: skip
    return here(evaluation, "check" if wish == "check" else "evaluation")


def here(evaluation: Evaluation, name: str) -> str:
    """URL of a page of this evaluation."""
    return url_for(f"review.{name}", skp_id=evaluation.skp_id, window_id=evaluation.window_id)


def _value(rating: ratings.Rating | None) -> str | None:
    return rating.value if rating else None
