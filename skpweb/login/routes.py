"""Signing in and out."""

from flask import Response, flash, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.extensions import db
from skpweb.login import bp, queries
from skpweb.login.forms import SignInForm
from skpweb.web import sessions
from skpweb.web.access import public, signed_in
from skpweb.web.page import page


@bp.get("/login")
@public
def sign_in() -> Response | BaseResponse:
    """The sign-in form."""
    if current_user.is_authenticated:
        return redirect(url_for("results.home"), 303)
    return page("login/sign_in.html", form=SignInForm(), resuming=False)


@bp.post("/login")
@public
def do_sign_in() -> Response | BaseResponse:
    """Check name and password; one answer for every kind of mistake."""
    form = SignInForm()
    account = queries.account_for(form.nip.data or "", form.password.data or "")
    if account is None:
        form.nip.errors = ["NIP atau kata sandi tidak cocok."]
        return page("login/sign_in.html", 422, form=form, resuming=False)
    sessions.begin(account)
    db.session.commit()
    return redirect(_next(), 303)


@bp.post("/logout")
@signed_in
def sign_out() -> BaseResponse:
    """End this session."""
    sessions.end(current_user.session_id)
    db.session.commit()
    flash("Anda sudah keluar.", "ok")
    return redirect(url_for("login.sign_in"), 303)


def _next() -> str:
    """Where to go on: a path on this site, else home."""
    target = request.args.get("next", "")
    safe = target.startswith("/") and not target.startswith(("//", "/\\"))
    return target if safe else url_for("results.home")
