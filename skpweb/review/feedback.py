"""Umpan balik: given at any time, on an RHK, a behaviour or a journal entry, with its source."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import feedback as rules
from skpweb.domain import people
from skpweb.domain.feedback import Competence, FeedbackTiming, FeedbackWay
from skpweb.domain.lifecycle import Action
from skpweb.domain.terms import FeedbackSource, FeedbackTone
from skpweb.extensions import db
from skpweb.models import evaluations, feedbacks
from skpweb.models.feedback import Feedback, FeedbackTag
from skpweb.models.planning import Skp, SkpVersion
from skpweb.moves import move
from skpweb.review import bp
from skpweb.review.feedback_forms import FeedbackForm
from skpweb.review.queries import feedback as queries
from skpweb.review.queries import requests as asking
from skpweb.web import clock, limits, local
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

STARTERS = (
    "Saya melihat … pada …, hasilnya …",
    "Akan lebih baik bila …, karena …",
    "Yang saya hargai: …",
)
CLOSED = (
    "Permintaan ini sudah dijawab atau ditarik. Umpan balik Anda belum tersimpan; tekan Simpan "
    "lagi bila tetap ingin menyampaikannya."
)


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
    form, number = FeedbackForm(), named_request()
    version = prepare(skp, form)
    asked = queries.request_to(current_user, skp.id, number, locked=True)
    if number is not None and asked is None:
        form.form_errors.append(CLOSED)
        return show(skp, form, 409)
    if not form.validate():
        return show(skp, form, 422)
    given = record(skp.id, skp.employee_id, said(skp, version, form), form.tags.data)
    if asked is not None:
        asked.feedback_id = given.id
        move(asked, Action.ANSWER, current_user, clock.today())
    flash(f"Umpan balik untuk {skp.employee.name} tersimpan.", "ok")
    return done(way_back(skp) or url_for("review.feedback", skp_id=skp.id))


def named_request() -> int | None:
    """The request that this feedback answers, if it answers one."""
    return request.values.get("request", type=limits.number)


def said(skp: Skp, version: SkpVersion, form: FeedbackForm) -> dict[str, Any]:
    """What was said on what, and by whom where he has no account."""
    outsider = (form.outsider.data or "").strip()
    entry = feedbacks.entry(skp.id, form.about.data)
    return form.values() | {
        "about": form.about.data,
        "under": feedbacks.row_of(version, form.about.data, entry),
        "source": FeedbackSource(form.source.data),
        "outsider": outsider,
        "outsider_post": (form.outsider_post.data or "").strip() if outsider else "",
    }


def record(
    skp_id: int, owner_id: int, values: Mapping[str, Any], tags: Iterable[str] | None = None
) -> Feedback:
    """Keep one piece of feedback of the person signed in, and tell the trail."""
    given = Feedback(
        skp_id=skp_id,
        giver_id=current_user.employee_id,
        giver_title=current_user.position_name[:200],
        given_on=clock.today(),
        tags=marked(tags or ()),
        **values,
    )
    db.session.add(given)
    audit.record(current_user, "feedback.give", given, owner_id=owner_id)
    return given


def way_back(skp: Skp) -> str:
    """The page, or the evaluation, that led here; "" where nobody came from one."""
    window = request.args.get("window", type=limits.number)
    evaluation = url_for("review.evaluation", skp_id=skp.id, window_id=window) if window else ""
    return local.next_page() or evaluation


def marked(tags: Iterable[str]) -> list[FeedbackTag]:
    """The competences that were ticked, each once."""
    return [FeedbackTag(competence=Competence(tag)) for tag in dict.fromkeys(tags)]


def fresh_form(skp: Skp) -> FeedbackForm:
    """An empty form, the source and the subject chosen as well as can be guessed."""
    form = FeedbackForm(formdata=None)
    prepare(skp, form, request.args.get("about", ""))
    form.source.data = rules.likely(form.relation).value
    form.about.data = request.args.get("about", "")
    form.tone.data = FeedbackTone.APPRECIATION.value
    is_due = request.args.get("timing") == FeedbackTiming.SCHEDULED
    form.timing.data = (FeedbackTiming.SCHEDULED if is_due else FeedbackTiming.INCIDENTAL).value
    form.way.data = FeedbackWay.INDIRECT.value
    return form


def prepare(skp: Skp, form: FeedbackForm, wanted: str = "") -> SkpVersion:
    """Offer what this person may talk about, and as whom."""
    version = evaluations.content(skp)
    assert version is not None  # the finder asks for an SKP in force
    form.offer(version, extra(skp, wanted or form.about.data or ""))
    form.relation = queries.relation(current_user, skp)
    form.owner_name = skp.employee.name
    if not people.speaks_for_others(current_user, skp.parties(clock.today())):
        form.outsider.data = form.outsider_post.data = ""
    return version


def extra(skp: Skp, wanted: str) -> dict[str, str]:
    """The journal entry that is meant, if I am among its readers."""
    if not may_read_journal(skp):
        return {}
    entry = feedbacks.entry(skp.id, wanted)
    return {wanted: feedbacks.entry_words(entry)} if entry is not None else {}


def may_read_journal(skp: Skp) -> bool:
    """The readers of the SKP, and who stands in for the penilai."""
    parties = skp.parties(clock.today())
    return people.may_read(current_user, parties) or people.decides_entries(current_user, parties)


def show(skp: Skp, form: FeedbackForm, status: int = 200, problem: str = "") -> Response:
    """The feedback page of a colleague."""
    parties = skp.parties(clock.today())
    readable = people.may_read(current_user, parties)
    may_note = people.may_note(current_user, parties)
    given = queries.feedback_on(skp, None if readable else current_user.employee_id)
    return page(
        "review/feedback.html", status, skp=skp, form=form, given=given, readable=readable,
        subjects=feedbacks.subjects(given), gone=feedbacks.GONE, starters=STARTERS,
        for_others=people.speaks_for_others(current_user, parties),
        windows=asking.windows_of([skp]) if readable else (),
        is_final=evaluations.is_final(skp, clock.today()),
        way_back=way_back(skp), following=local.next_page(),
        notes=queries.my_notes(current_user, skp.id) if may_note else None, problem=problem,
        correctable=queries.correctable(given, current_user),
        asked=queries.request_to(current_user, skp.id, named_request()),
    )  # fmt: skip
