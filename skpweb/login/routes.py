"""Signing in and out, and passwords by code."""

from flask import Response, flash, g, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.accounts import rules
from skpweb.accounts.throttle import TooMany
from skpweb.extensions import db
from skpweb.login import bp, entry, profile, queries, resume
from skpweb.login.forms import CodeForm, SignInForm
from skpweb.models.people import AccessCode
from skpweb.web import sessions
from skpweb.web.access import public
from skpweb.web.page import page

__all__ = ["bp", "profile"]  # the profile's views hang on the same blueprint

WRONG = "NIP atau kata sandi tidak cocok."
WRONG_CODE = "NIP atau kode tidak cocok, atau kode sudah tidak berlaku. Minta kode baru bila perlu."


@bp.get("/login")
@public
def sign_in() -> Response | BaseResponse:
    """The sign-in form."""
    if current_user.is_authenticated:
        return redirect(_next() or url_for("results.home"), 303)
    return page("login/sign_in.html", form=SignInForm(), parcel=None, next=_next())


@bp.post("/login")
@public
def do_sign_in() -> Response | BaseResponse:
    """Check name and password; one answer for every kind of mistake."""
    form = SignInForm()
    try:
        account = entry.by_password(form.nip.data or "", form.password.data or "")
    except TooMany as refusal:
        return _sign_in_again(form, 429, refusal.advice(g.office))
    if account is None:
        return _sign_in_again(form, 422, WRONG)
    entry.welcome(account, form.password.data or "")
    db.session.commit()
    parcel = resume.carried()
    if parcel is not None:
        return page("login/resend.html", parcel=parcel)
    return redirect(_next() or url_for("results.home"), 303)


@bp.get("/login/code")
@public
def code() -> Response:
    """A first or forgotten password: what to do, and the form for a code."""
    return _code_page(CodeForm(), 200)


@bp.post("/login/code")
@public
def do_code() -> Response | BaseResponse:
    """Set a password with a code from the admin."""
    form = CodeForm()
    if "suggest" in request.form:
        return _code_page(form, 200)
    if not form.validate():
        return _code_page(form, 422)
    try:
        found = entry.by_code(form.nip.data, form.code.data)
    except TooMany as refusal:
        form.code.errors = [refusal.advice(g.office)]
        return _code_page(form, 429)
    if found is None:
        form.code.errors = [WRONG_CODE]
        return _code_page(form, 422)
    return _use_code(form, found)


@bp.post("/logout")
@public
def sign_out() -> BaseResponse:
    """Sign out; pressing it when nobody is signed in any more is no mistake."""
    if current_user.is_authenticated:
        audit.record(current_user, "account.sign_out", owner_id=current_user.employee_id)
        sessions.end(current_user.session_id)
        db.session.commit()
    sessions.forget()
    flash("Anda sudah keluar.", "ok")
    answer = redirect(url_for("login.sign_in"), 303)
    if request.is_secure:  # browsers ignore it elsewhere
        answer.headers["Clear-Site-Data"] = '"storage"'
    return answer


def _use_code(form: CodeForm, found: AccessCode) -> Response | BaseResponse:
    """The code is right: judge the password by what is known of the person, and set it."""
    account = queries.account(found.account_id)
    text = rules.problem(form.new_password.data, rules.context_of(account, g.office))
    if text:
        form.new_password.errors = [text]
        return _code_page(form, 422)
    if not entry.set_by_code(account, found, form.new_password.data):
        form.code.errors = [WRONG_CODE]
        return _code_page(form, 422)
    db.session.commit()
    flash("Kata sandi tersimpan. Silakan masuk.", "ok")
    return redirect(url_for("login.sign_in"), 303)


def _code_page(form: CodeForm, status: int) -> Response:
    return page("login/code.html", status, form=form, phrase=form.proposal())


def _sign_in_again(form: SignInForm, status: int, text: str) -> Response:
    form.nip.errors = [text]
    return page("login/sign_in.html", status, form=form, parcel=resume.carried(), next=_next())


def _next() -> str | None:
    """Where to go on after signing in: a path on this site."""
    target = request.args.get("next", "")
    return target if resume.is_local(target) else None
