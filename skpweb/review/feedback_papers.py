"""Rekaman informasi umpan balik berkelanjutan of a window as PDF: B.1.3, B.1.4 or B.1.5."""

from typing import Any

from flask import Response, g
from flask_login import current_user

from skpweb.documents import feedback_papers, form_codes, render
from skpweb.domain import people
from skpweb.domain.lifecycle import EvaluationState
from skpweb.models import evaluations, snapshots
from skpweb.models.review import Evaluation
from skpweb.review import bp
from skpweb.review.queries import evaluations as queries
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.headers import offer

NAME = "rekaman-umpan-balik.pdf"


@bp.get(f"/feedback/<int:skp_id>/<int:window_id>/{NAME}")
@allow(people.may_read, queries.evaluation)
def feedback_pdf(evaluation: Evaluation) -> Response:
    """Everything that was said in the window, with its source; both sign by hand."""
    made = feedback_papers.content(evaluation.skp, evaluation.window, facts(evaluation), g.office)
    pdf = render.render(made, form_codes.forms_for(made)[0])
    return offer(Response(pdf, mimetype="application/pdf"), "inline", NAME)


def facts(evaluation: Evaluation) -> dict[str, Any]:
    """Names and rows as they were rated, else as they are; all that was said until it closes.

    A report in the making is the owner's alone.
    """
    skp, window = evaluation.skp, evaluation.window
    is_open = evaluation.state is EvaluationState.OPEN
    if not is_open or current_user.employee_id == skp.employee_id:
        evaluation.realisations = evaluations.realisations(skp.id, window.id)
    evaluation.feedback = evaluations.feedback([skp.id], window, window.closes_on)
    version = evaluations.content(skp)
    assert version is not None  # the finder asks for an SKP in force
    now = snapshots.of_evaluation(evaluation, version, min(clock.today(), window.ends_on))
    now["takeovers"] = snapshots.takeovers(skp, min(clock.today(), window.closes_on))
    return (evaluation.snapshot or now) | {"feedback": now["feedback"]}
