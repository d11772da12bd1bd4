"""Umpan balik: given at any time, on an RHK or a behaviour, with its source."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.terms import FeedbackSource, FeedbackTone
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.planning import Skp
from skpweb.models.review import Feedback
from skpweb.review import bp
from skpweb.review.forms import FeedbackForm
from skpweb.review.queries import feedback as queries
from skpweb.web import clock, limits
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/feedback/")
@allow(people.is_employee)
def colleagues() -> Response:
    """Whom to give feedback."""
    search = request.args.get("q", "").strip()[:60]
    found = queries.colleagues(current_user, search)
    return page("review/colleagues.html", people=found, search=search)


@bp.get("/feedback/<int:skp_id>/")
@allow(people.may_give_feedback, queries.skp)
def feedback(skp: Skp) -> Response:
    """The form, and what was said so far as far as I may see it."""
    return show(skp, fresh_form(skp))


@bp.post("/feedback/<int:skp_id>/")
@allow(people.may_give_feedback, queries.skp)
def give(skp: Skp) -> Response | BaseResponse:
    """Record a piece of feedback; the Pegawai sees it at once."""
    form = FeedbackForm()
    form.offer(evaluations.content(skp))
    if not form.validate():
        return show(skp, form, 422)
    given = Feedback(
        skp_id=skp.id,
        about=form.about.data,
        source=FeedbackSource(form.source.data),
        tone=FeedbackTone(form.tone.data),
        text=form.text.data.strip(),
        giver_id=current_user.employee_id,
        giver_title=current_user.position_name[:200],
        given_on=clock.today(),
    )
    db.session.add(given)
    audit.record(current_user, "feedback.give", given, owner_id=skp.employee_id)
    flash(f"Umpan balik untuk {skp.employee.name} tersimpan.", "ok")
    return done(way_back(skp) or url_for("review.feedback", skp_id=skp.id))


def way_back(skp: Skp) -> str:
    """The evaluation that led here; "" where nobody came from one."""
    window = request.args.get("window", type=limits.number)
    return url_for("review.evaluation", skp_id=skp.id, window_id=window) if window else ""


def fresh_form(skp: Skp) -> FeedbackForm:
    """An empty form, the source and the subject chosen as well as can be guessed."""
    form = FeedbackForm(
        formdata=None,
        data={"source": likely_source(skp).value, "tone": FeedbackTone.APPRECIATION.value},
    )
    form.offer(evaluations.content(skp))
    form.about.data = request.args.get("about", "")
    return form


def likely_source(skp: Skp) -> FeedbackSource:
    """Leader for his penilai, peer for anybody else; the giver may say otherwise."""
    parties = skp.parties(clock.today())
    superiors = {parties.assessor_id, parties.senior_assessor_id}
    return FeedbackSource.LEADER if current_user.employee_id in superiors else FeedbackSource.PEER


def show(skp: Skp, form: FeedbackForm, status: int = 200) -> Response:
    """The feedback page of a colleague."""
    readable = people.may_read(current_user, skp.parties(clock.today()))
    given = queries.feedback_on(skp, None if readable else current_user.employee_id)
    return page(
        "review/feedback.html", status, skp=skp, form=form, given=given, readable=readable,
        subjects=subjects(form), way_back=way_back(skp),
    )  # fmt: skip


def subjects(form: FeedbackForm) -> dict[str, str]:
    """Words for what a piece of feedback is about."""
    return {key: words for group in form.about.choices.values() for key, words in group.items()}
