"""The page on which penilai and Pegawai agree to use the former unit's result (p.91)."""

from collections.abc import Callable

from flask import Response, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.documents import evaluation_papers
from skpweb.domain import people
from skpweb.domain.lifecycle import EvaluationState, Refused
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.review import Evaluation
from skpweb.office import adoptions
from skpweb.review import bp
from skpweb.review.evaluations import PATH
from skpweb.review.queries import evaluations as queries
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

FORMER = f"{PATH}/former"


@bp.get(FORMER)
@allow(people.may_adopt, queries.evaluation)
def former_result(evaluation: Evaluation) -> Response:
    """What it was, and who has agreed."""
    return _show(evaluation)


@bp.post(f"{FORMER}/agree")
@allow(people.may_adopt, queries.evaluation)
def agree_former(evaluation: Evaluation) -> Response | BaseResponse:
    """My agreement."""
    return _change(evaluation, adoptions.agree, "Persetujuan Anda tercatat.")


@bp.post(f"{FORMER}/withdraw")
@allow(people.may_adopt, queries.evaluation)
def withdraw_former(evaluation: Evaluation) -> Response | BaseResponse:
    """Take it back."""
    return _change(evaluation, adoptions.withdraw, "Persetujuan Anda ditarik kembali.")


@bp.post(f"{FORMER}/rate")
@allow(people.may_rate, queries.evaluation)
def rate_former(evaluation: Evaluation) -> Response | BaseResponse:
    """Set the predicate from what both agreed on."""
    evaluations.gather(evaluation, clock.today())
    version = evaluations.content(evaluation.skp)
    key = (evaluation.skp_id, evaluation.window_id)
    try:
        adoptions.rate(current_user, evaluation, version, clock.today())
    except Refused as refusal:
        db.session.rollback()
        again = queries.evaluation(current_user, *key)
        assert again is not None
        return _show(again, 422, str(refusal))
    flash("Predikat ditetapkan dari hasil periode sebelumnya.", "ok")
    answer = done(url_for("review.evaluation", skp_id=key[0], window_id=key[1]))
    evaluation_papers.make_all(*key)
    return answer


def _change(
    evaluation: Evaluation, verb: Callable[..., object], said: str
) -> Response | BaseResponse:
    try:
        verb(current_user, evaluation, clock.today())
    except Refused as refusal:
        return _show(evaluation, 409, str(refusal))
    flash(said, "ok")
    where = {"skp_id": evaluation.skp_id, "window_id": evaluation.window_id}
    return done(url_for("review.former_result", **where))


def _show(evaluation: Evaluation, status: int = 200, problem: str = "") -> Response:
    found = adoptions.offer(evaluation)
    parties = evaluation.parties(clock.today())
    return page(
        "review/former.html",
        status,
        evaluation=evaluation,
        offer=found,
        problem=problem,
        is_owner=people.is_owner(current_user, parties),
        is_set=evaluation.state is EvaluationState.RATED,
    )
