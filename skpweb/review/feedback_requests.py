"""Umpan balik on request: the Pegawai asks, the asked answers or declines with a word (p.70)."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import lifecycle, people
from skpweb.domain.lifecycle import Action
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.feedback import FeedbackRequest
from skpweb.models.planning import Skp
from skpweb.moves import move
from skpweb.review import bp
from skpweb.review.feedback_forms import RequestForm
from skpweb.review.queries import requests as queries
from skpweb.web import clock, limits
from skpweb.web.access import allow, own
from skpweb.web.answer import done
from skpweb.web.page import page

ASK = "/feedback/ask/<int:skp_id>/"
ONE = "/feedback/requests/<int:request_id>/"
LONGEST_WORD = 300
ALREADY = "Orang ini sudah Anda mintai hal yang sama dan belum menjawab."
MYSELF = "Umpan balik tidak dapat diminta kepada diri sendiri. Pilih orang lain."
NOBODY = "Orang ini tidak ada lagi di daftar pegawai. Pilih orang lain."


@bp.get(ASK)
@own(queries.my_skp)
def ask(my_skp: Skp) -> Response:
    """Whom to ask, and what."""
    form = RequestForm(formdata=None, data={"about": request.args.get("about", "")})
    form.offer(evaluations.content(my_skp))
    return show_ask(my_skp, form)


@bp.post(ASK)
@own(queries.my_skp)
def send_request(my_skp: Skp) -> Response | BaseResponse:
    """One request to each; whom the same is asked already is not asked twice."""
    form = RequestForm()
    form.offer(evaluations.content(my_skp))
    if not form.validate():
        return show_ask(my_skp, form, 422)
    chosen = queries.askable(current_user, ticked())
    waiting = queries.waiting_on(my_skp.id, form.about.data)
    fresh = [one for one in chosen if one.id not in waiting]
    if not fresh:
        form.asked.errors = [ALREADY if chosen else MYSELF if is_me(ticked()) else NOBODY]
        return show_ask(my_skp, form, 422)
    for one in fresh:
        db.session.add(
            FeedbackRequest(
                skp_id=my_skp.id,
                asked_id=one.id,
                about=form.about.data or "",
                question=(form.question.data or "").strip(),
                asked_on=clock.today(),
            )
        )
    queries.note(current_user, my_skp, [one.full_name for one in fresh])
    flash(f"Permintaan dikirim kepada {', '.join(one.name for one in fresh)}.", "ok")
    return done(url_for("review.my_feedback"))


@bp.get(ONE)
@allow(people.is_asked, queries.asked)
def show_request(asked: FeedbackRequest) -> Response:
    """What I am asked for: answer, or decline with a word."""
    return show_asked(asked)


@bp.post(f"{ONE}decline")
@allow(people.is_asked, queries.asked)
def decline_request(asked: FeedbackRequest) -> Response | BaseResponse:
    """Say why not."""
    word = request.form.get("word", "").strip()
    if len(word) > LONGEST_WORD:
        return show_asked(asked, 422, f"Paling panjang {LONGEST_WORD} huruf. Ringkas isinya.")
    asked.word = word
    return moved(asked, Action.DECLINE, url_for("results.home"), "Jawaban Anda terkirim.", word)


@bp.post(f"{ONE}withdraw")
@allow(people.is_owner, queries.asked)
def withdraw_request(asked: FeedbackRequest) -> Response | BaseResponse:
    """The Pegawai does not need it any more."""
    return moved(asked, Action.WITHDRAW, url_for("review.my_feedback"), "Permintaan ditarik.")


def ticked() -> list[int]:
    """Whom the form names."""
    return request.form.getlist("asked", type=limits.number)


def is_me(ids: list[int]) -> bool:
    """Whether I named myself."""
    return current_user.employee_id in ids


def moved(
    asked: FeedbackRequest, action: Action, location: str, words: str, reason: str = ""
) -> Response | BaseResponse:
    """Make a move and go on, or say why it cannot be made."""
    try:
        move(asked, action, current_user, clock.today(), reason=reason)
    except lifecycle.Refused as refusal:
        db.session.rollback()
        if action is Action.DECLINE:
            return show_asked(queries.asked(current_user, asked.id), 422, str(refusal))
        flash(str(refusal), "bad")
        return done(location)
    flash(words, "ok")
    return done(location)


def show_asked(asked: FeedbackRequest, status: int = 200, problem: str = "") -> Response:
    """The page of a request that reached me."""
    return page(
        "review/request.html", status, asked=asked, problem=problem,
        subject=queries.subject(asked), word=request.form.get("word", ""),
    )  # fmt: skip


def show_ask(my_skp: Skp, form: RequestForm, status: int = 200) -> Response:
    """The form, with those who come first to mind and those searched for."""
    search = request.args.get("q", "").strip()[:60]
    people_ = queries.offered(current_user, my_skp, search, ticked())
    form.asked.choices = {str(one.id): f"{one.full_name} – {post}" for one, post in people_}
    return page("review/ask.html", status, skp=my_skp, form=form, search=search)
