"""The profile: my account, my sessions, my password."""

from flask import Response, flash, g, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.accounts import rules
from skpweb.accounts.throttle import TooMany
from skpweb.login import bp, entry, queries
from skpweb.login.forms import PasswordForm
from skpweb.models.people import Account, UserSession
from skpweb.web import sessions
from skpweb.web.access import own, signed_in
from skpweb.web.answer import done
from skpweb.web.page import page

#: first match wins: Edge calls itself Chrome, Chrome calls itself Safari, Android is a Linux
BROWSERS = {
    "Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari",
}  # fmt: skip
SYSTEMS = {
    "Windows": "Windows", "Android": "Android", "iPhone": "iPhone", "iPad": "iPad",
    "Mac OS": "Mac", "Linux": "Linux",
}  # fmt: skip


@bp.get("/profile")
@signed_in
def profile() -> Response:
    """Who I am here, and where I am signed in."""
    return page(
        "login/profile.html",
        account=queries.account(current_user.account_id),
        sessions=[(row, device(row.agent)) for row in queries.own_sessions(current_user)],
    )


@bp.post("/profile/sessions/<int:session_id>/end")
@own(queries.own_session)
def end_session(own_session: UserSession) -> BaseResponse:
    """Sign out another browser of mine."""
    sessions.end(own_session.id)
    audit.record(current_user, "account.end_session", owner_id=current_user.employee_id)
    flash("Perangkat itu sudah dikeluarkan.", "ok")
    return done(url_for("login.profile"))


@bp.post("/profile/keys")
@signed_in
def switch_keys() -> BaseResponse:
    """Single letters as keys on the approval desk: on or off."""
    account = queries.account(current_user.account_id)
    account.uses_keys = request.form.get("on") == "1"
    audit.record(current_user, "account.keys", account, owner_id=current_user.employee_id)
    flash("Tombol papan ketik " + ("dinyalakan." if account.uses_keys else "dimatikan."), "ok")
    return done(url_for("login.profile"))


@bp.get("/profile/password")
@signed_in
def password() -> Response:
    """The form for another password."""
    return _password_page(PasswordForm(), 200)


@bp.post("/profile/password")
@signed_in
def change_password() -> Response | BaseResponse:
    """Give myself another password; my other sessions end."""
    form = PasswordForm()
    if "suggest" in request.form:
        return _password_page(form, 200)
    if not form.validate():
        return _password_page(form, 422)
    try:
        account = entry.by_own_password(form.password.data)
    except TooMany as refusal:
        form.password.errors = [refusal.advice(g.office)]
        return _password_page(form, 429)
    if account is None:
        form.password.errors = ["Kata sandi sekarang tidak cocok."]
        return _password_page(form, 422)
    return _change(form, account)


def device(agent: str) -> str:
    """``Chrome di Android``: what a browser calls itself, for people."""
    browser = next((name for mark, name in BROWSERS.items() if mark in agent), "Peramban lain")
    system = next((name for mark, name in SYSTEMS.items() if mark in agent), "")
    return f"{browser} di {system}" if system else browser


def _change(form: PasswordForm, account: Account) -> Response | BaseResponse:
    """The old password is right: judge the new one by what is known of the person, and set it."""
    text = rules.problem(form.new_password.data, rules.context_of(account, g.office))
    if text:
        form.new_password.errors = [text]
        return _password_page(form, 422)
    entry.change(account, form.new_password.data)
    flash("Kata sandi diganti. Perangkat lain sudah dikeluarkan.", "ok")
    return done(url_for("login.profile"))


def _password_page(form: PasswordForm, status: int) -> Response:
    return page("login/password.html", status, form=form, phrase=form.proposal())
