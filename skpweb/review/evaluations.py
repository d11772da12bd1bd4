"""The penilai's side of an evaluation: look, rate as a draft, check, set the predicate."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.documents import evaluation_papers
from skpweb.domain import deadlines, distribution, lifecycle, people, ratings
from skpweb.domain.clocks import Clock, ClockKind
from skpweb.domain.lifecycle import Action
from skpweb.extensions import db
from skpweb.models.review import Evaluation, RhkRating
from skpweb.moves import move, set_predicate
from skpweb.review import bp
from skpweb.review.forms import EvaluationForm
from skpweb.review.queries import evaluations as queries
from skpweb.web import clock, versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page
from skpweb.web.workdays import workdays

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
    """Keep the ratings as a draft that only the superiors see."""
    form = EvaluationForm()
    problem = refuse_change(evaluation, form)
    if problem is not None:
        return problem
    keep_draft(evaluation, form)
    page_after = "check" if request.form.get("do") == "check" else "evaluation"
    return done(here(evaluation, page_after))


@bp.get(f"{PATH}/check")
@allow(people.may_rate, queries.evaluation)
def check(evaluation: Evaluation) -> Response:
    """What will be set, once more, with its effect on the unit's pattern."""
    return show_check(evaluation, [])


@bp.post(f"{PATH}/rate")
@allow(people.may_rate, queries.evaluation)
def rate(evaluation: Evaluation) -> Response | BaseResponse:
    """Set the predicate: final, snapshotted, logged."""
    if versions.is_stale(evaluation):
        return show_check(evaluation, ["Draf berubah sejak halaman ini dibuka. Periksa lagi."], 409)
    basis = queries.basis(evaluation)
    result, behaviour = evaluation.result_rating, evaluation.behaviour_rating
    try:
        set_predicate(evaluation, basis.version, current_user, clock.today(), result, behaviour)
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
        return show(evaluation, filled(evaluation), 422, text)
    try:
        move(evaluation, Action.RETURN, current_user, clock.today(), reason=reason)
    except lifecycle.Refused as refusal:
        return show(evaluation, filled(evaluation), 422, str(refusal))
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
    evaluation: Evaluation, form: EvaluationForm, status: int = 200, problem: str = "",
    conflict: Any = None,
) -> Response:  # fmt: skip
    """The evaluation page; on a conflict with both texts."""
    basis = queries.basis(evaluation)
    return page(
        "review/evaluation.html",
        status,
        evaluation=evaluation,
        basis=basis,
        form=form,
        problem=problem,
        conflict=conflict,
        rhk_ratings={row.rhk_key: row.rating.value for row in evaluation.rhk_ratings},
        actions=lifecycle.open_to(evaluation.moves, current_user, evaluation, clock.today()),
        version=versions.shown(evaluation),
        pattern=pattern(evaluation, basis),
        passed=passed(evaluation),
    )


def passed(evaluation: Evaluation) -> Clock | None:
    """The atasan penilai's clock, once the penilai let the window pass (p.116)."""
    is_rated = evaluation.state is lifecycle.EvaluationState.RATED
    if is_rated or not evaluation.parties(clock.today()).senior_stands_in:
        return None
    closed = evaluation.window.closes_on
    return workdays().clock(
        ClockKind.SENIOR_RATES, workdays().ends_on(deadlines.SENIOR_SIGNS, closed)
    )


def show_check(evaluation: Evaluation, problems: list[str], status: int = 200) -> Response:
    """The last look before the predicate is set."""
    basis = queries.basis(evaluation)
    return page(
        "review/check.html",
        status,
        evaluation=evaluation,
        problems=problems,
        predicate=drafted(evaluation),
        pattern=pattern(evaluation, basis),
        version=versions.shown(evaluation),
    )


def drafted(evaluation: Evaluation) -> ratings.Predicate | None:
    """The predicate that the draft would give."""
    result, behaviour = evaluation.result_rating, evaluation.behaviour_rating
    return ratings.predicate(result, behaviour) if result and behaviour else None


def pattern(evaluation: Evaluation, basis: queries.Basis) -> dict[str, Any]:
    """The unit's predicates with this one, beside the guide of its result."""
    counts = dict(basis.counts)
    if (mine := drafted(evaluation)) is not None:
        counts[mine] += 1
    level = basis.standing.level
    return {
        "counts": counts,
        "level": level,
        "guide": distribution.guide(level) if level else None,
        "findings": distribution.compare(level, counts) if level else [],
    }


def keep_draft(evaluation: Evaluation, form: EvaluationForm) -> None:
    """Write the form into the evaluation; unset ratings stay unset."""
    evaluation.result_rating = form.rating("result")
    evaluation.behaviour_rating = form.rating("behaviour")
    evaluation.recommendation = (form.recommendation.data or "").strip()
    evaluation.reason = (form.reason.data or "").strip()
    evaluation.updated_by = current_user.display_name
    chosen = {
        name.removeprefix("rhk-"): ratings.Rating(value)
        for name, value in request.form.items()
        if name.startswith("rhk-") and len(name) <= 36 and value in tuple(ratings.Rating)
    }
    kept = {row.rhk_key: row for row in evaluation.rhk_ratings if row.rhk_key in chosen}
    for key, rating in chosen.items():
        kept.setdefault(key, RhkRating(rhk_key=key, rating=rating)).rating = rating
    evaluation.rhk_ratings = list(kept.values())
    db.session.add(evaluation)
    audit.record(current_user, "evaluation.draft", evaluation, owner_id=evaluation.skp.employee_id)


def refuse_change(evaluation: Evaluation, form: EvaluationForm) -> Response | None:
    """The answer to a draft that cannot be kept, with all that was typed."""
    if Action.RATE not in lifecycle.open_to(
        evaluation.moves, current_user, evaluation, clock.today()
    ):
        return show(evaluation, form, 409, "Predikat sudah ditetapkan dan tidak dapat diubah.")
    if versions.is_stale(evaluation):
        return show(evaluation, form, 409, conflict=both_texts(evaluation, form))
    return None if form.validate() else show(evaluation, form, 422)


def both_texts(evaluation: Evaluation, form: EvaluationForm) -> list[tuple[str, str, str]]:
    """Field, stored text and typed text, for the comparison."""
    stored = filled(evaluation)
    return [(field.label.text, _words(stored[field.name]), _words(field)) for field in form
            if field.name in stored.data and field.name != "csrf_token"]  # fmt: skip


def here(evaluation: Evaluation, name: str) -> str:
    """URL of a page of this evaluation."""
    return url_for(f"review.{name}", skp_id=evaluation.skp_id, window_id=evaluation.window_id)


def _value(rating: ratings.Rating | None) -> str | None:
    return rating.value if rating else None


def _words(field: Any) -> str:
    words = dict(field.choices) if hasattr(field, "choices") else {}
    return str(words.get(field.data, field.data if not words else "") or "")
