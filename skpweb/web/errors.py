"""Errors as pages that say what to do."""

import logging
import secrets
from urllib.parse import urlsplit

from flask import Flask, Response, redirect, request, url_for
from flask_wtf.csrf import CSRFError, generate_csrf
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.web.page import page

log = logging.getLogger("skpweb.errors")

WORDS = {
    400: ("Permintaan tidak dapat dibaca", "Kembali ke halaman sebelumnya, lalu coba sekali lagi."),
    403: ("Anda tidak berwenang", "Tindakan ini hanya untuk orang lain yang berwenang."),
    404: (
        "Halaman tidak ditemukan",
        "Alamatnya mungkin salah, atau data itu bukan untuk Anda. Mulai lagi dari Beranda.",
    ),
    405: ("Halaman tidak ditemukan", "Mulai lagi dari Beranda."),
    413: ("Berkas terlalu besar", "Kirim berkas yang lebih kecil. Batasnya tertulis di formulir."),
    429: ("Terlalu banyak percobaan", "Tunggu beberapa menit, lalu coba lagi."),
    500: ("Terjadi kesalahan", "Isian terakhir belum tersimpan. Coba sekali lagi."),
}


def init_app(app: Flask) -> None:
    """Answer every error with a page."""
    app.register_error_handler(CSRFError, expired_form)
    app.register_error_handler(401, sign_in_first)
    app.register_error_handler(HTTPException, plain_error)
    app.register_error_handler(Refused, refused)
    app.register_error_handler(Exception, unexpected)


def plain_error(error: HTTPException) -> Response | BaseResponse:
    """The error as a page; redirects pass through."""
    if error.code is None or error.code < 400:
        return error.get_response()
    title, advice = WORDS.get(error.code, WORDS[400])
    return page("error.html", error.code, title=title, advice=advice, reference=None)


def refused(error: Refused) -> Response:
    """A move that was not allowed, where the view did not answer it itself."""
    db.session.rollback()
    return page("error.html", 409, title="Belum dapat dilakukan", advice=str(error), reference=None)


def unexpected(error: Exception) -> Response:
    """Anything else: logged with a reference that the person can name."""
    db.session.rollback()
    reference = secrets.token_hex(4).upper()
    log.error("reference %s", reference, exc_info=error)
    title, advice = WORDS[500]
    return page("error.html", 500, title=title, advice=advice, reference=reference)


def sign_in_first(_error: HTTPException) -> Response | BaseResponse:
    """Nobody is signed in: keep what was typed, ask to sign in, then go on.

    A form that htmx sent stays on its page, with the text in it; a plain form
    travels through the sign-in page.
    """
    if request.headers.get("HX-Request"):
        answer = Response("", 401)
        if request.method == "POST":
            answer.headers["X-Sesi"] = "habis"
        else:
            answer.headers["HX-Redirect"] = url_for("login.sign_in", next=_current_page())
        return answer
    if request.method == "POST":
        return page("login/sign_in.html", 401, **_resume("login.sign_in"))
    return redirect(url_for("login.sign_in", next=request.full_path.rstrip("?")), 303)


def expired_form(_error: CSRFError) -> Response:
    """The page was open too long: the same fields again, with a fresh token."""
    if request.headers.get("HX-Request"):
        answer = Response("", 403)
        answer.headers["X-CSRF-Baru"] = generate_csrf()
        return answer
    return page("login/resend.html", 403, **_resume(None))


def _resume(endpoint: str | None) -> dict[str, object]:
    """What the posted form needs to be sent again."""
    from skpweb.login.forms import SignInForm

    fields = [(k, v) for k, v in request.form.items(multi=True) if k != "csrf_token"]
    context: dict[str, object] = {"action": request.full_path.rstrip("?"), "fields": fields}
    if endpoint:
        context |= {"form": SignInForm(formdata=None), "resuming": True}
    return context


def _current_page() -> str:
    """Path of the page an htmx request came from, on this site only."""
    parts = urlsplit(request.headers.get("HX-Current-URL", "/"))
    return parts.path + (f"?{parts.query}" if parts.query else "")
