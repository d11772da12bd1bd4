"""What one said oneself (correct, take back) and what one was told (read, reply)."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.models import feedbacks
from skpweb.models.base import utc_now
from skpweb.models.feedback import Feedback
from skpweb.review import bp
from skpweb.review.feedback import marked
from skpweb.review.feedback_forms import WordsForm
from skpweb.review.queries import feedback as queries
from skpweb.review.queries import requests as asking
from skpweb.web import clock, limits, versions
from skpweb.web.access import allow, own
from skpweb.web.answer import done
from skpweb.web.page import page

ONE = "/feedback/said/<int:feedback_id>/"
LONGEST_REPLY = 1000
CHANGED = (
    "Umpan balik ini sudah berubah sejak halaman dibuka. Baca dulu yang baru, lalu kirim lagi."
)
CLOSED = (
    "Umpan balik dapat dikoreksi atau ditarik selama 14 hari dan sebelum dipakai dalam evaluasi "
    "yang sudah ditetapkan. Batas itu sudah lewat. Anda dapat memberi umpan balik baru."
)


@bp.get("/feedback/mine/")
@allow(people.is_employee)
def my_feedback() -> Response:
    """All I was told in a year, what I asked for, and the papers."""
    return show_mine()


@bp.get(ONE)
@own(queries.given)
def correct(given: Feedback) -> Response:
    """My own words, to correct or take back."""
    data = {name: getattr(given, name) for name in ("text", "tone", "timing", "way")}
    form = WordsForm(formdata=None, data=data | {"tags": [one.value for one in given.competences]})
    return show_one(given, form)


@bp.post(ONE)
@own(queries.given)
def save_correction(given: Feedback) -> Response | BaseResponse:
    """Keep the new words; the old ones stay in the trail."""
    form = WordsForm()
    if (refusal := refused(given, form)) is not None:
        return refusal
    if not form.validate():
        return show_one(given, form, 422)
    before = plain(given)
    for name, value in form.values().items():
        setattr(given, name, value)
    ticked = set(form.tags.data or ())
    kept = [tag for tag in given.tags if tag.competence in ticked]
    given.tags = [*kept, *marked(ticked - {tag.competence.value for tag in kept})]
    given.corrected_at, given.updated_by = utc_now(), current_user.display_name
    given.read_at = given.read_at if given.reply else None  # to be read anew
    audit.record(
        current_user, "feedback.correct", given, before=before, after=plain(given),
        owner_id=given.skp.employee_id,
    )  # fmt: skip
    flash("Koreksi tersimpan. Pegawai melihat tanda dikoreksi.", "ok")
    return done(url_for("review.feedback", skp_id=given.skp_id))


@bp.post(f"{ONE}withdraw")
@own(queries.given)
def withdraw_feedback(given: Feedback) -> Response | BaseResponse:
    """Take it back: it counts and prints nowhere any more."""
    if (refusal := refused(given, WordsForm())) is not None:
        return refusal
    given.withdrawn_at, given.updated_by = utc_now(), current_user.display_name
    audit.record(
        current_user, "feedback.withdraw", given, before=plain(given),
        owner_id=given.skp.employee_id,
    )  # fmt: skip
    flash("Umpan balik ditarik kembali.", "ok")
    return done(url_for("review.feedback", skp_id=given.skp_id))


@bp.post(f"{ONE}read")
@own(queries.received)
def acknowledge(received: Feedback) -> Response | BaseResponse:
    """ "Saya sudah membaca", with a short reply if wanted."""
    reply = request.form.get("reply", "").strip()
    if versions.is_stale(received):
        return show_mine(CHANGED, 409, received, reply)
    if len(reply) > LONGEST_REPLY:
        text = f"Tanggapan paling panjang {LONGEST_REPLY} huruf. Ringkas isinya."
        return show_mine(text, 422, received, reply)
    received.read_at = received.read_at or utc_now()
    received.reply = reply or received.reply
    audit.record(current_user, "feedback.read", received, owner_id=current_user.employee_id)
    flash("Tersimpan. Pemberinya melihat bahwa Anda sudah membaca.", "ok")
    return done(url_for("review.my_feedback", year=received.skp.starts_on.year))


def refused(given: Feedback, form: WordsForm) -> Response | None:
    """The answer where it is too late, or where another tab was faster."""
    if versions.is_stale(given):
        return show_one(given, form, 409, CHANGED)
    if given.id not in queries.correctable([given], current_user):
        return show_one(given, form, 409)
    return None


def plain(given: Feedback) -> dict[str, Any]:
    """What the trail remembers of its words."""
    return {
        "text": given.text,
        "tone": given.tone.value,
        "timing": given.timing.value,
        "way": given.way.value,
        "tags": sorted(tag.competence.value for tag in given.tags),
    }


def show_one(given: Feedback, form: WordsForm, status: int = 200, problem: str = "") -> Response:
    """The page of one's own feedback."""
    is_open = given.id in queries.correctable([given], current_user)
    words = feedbacks.subjects([given])
    return page(
        "review/correction.html", status, given=given, form=form, is_open=is_open,
        problem=problem or ("" if is_open else CLOSED), version=versions.shown(given),
        subject=words.get(given.about, feedbacks.GONE),
    )  # fmt: skip


def show_mine(
    problem: str = "", status: int = 200, at: Feedback | None = None, typed: str = ""
) -> Response:
    """The page of all feedback for me; ``at`` is that of which the reply was not kept."""
    asked = request.args.get("year", type=limits.number) or clock.today().year
    year = at.skp.starts_on.year if at is not None else asked
    dossiers = asking.my_dossiers(current_user, year)
    ids = [skp.id for skp in dossiers]
    received = feedbacks.listed(Feedback.skp_id.in_(ids))
    requests = asking.of_dossiers(ids)
    return page(
        "review/my_feedback.html", status, year=year, dossiers=dossiers, received=received,
        requests=requests, subjects=feedbacks.subjects([*received, *requests]),
        gone=feedbacks.GONE, windows=asking.windows_of(dossiers), problem=problem,
        at=at.id if at is not None else 0,
        typed=typed, to_develop=asking.to_develop(received),
    )  # fmt: skip
