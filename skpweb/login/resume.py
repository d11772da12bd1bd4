"""What was typed survives the end of a session and of a form's token.

A plain form travels through the sign-in page in hidden fields (``isi.<name>``
and ``tujuan``) and is then shown for one more click. A form that htmx sent
stays on its page. Passwords and codes never travel.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Response, current_app, flash, redirect, request, url_for
from flask_wtf.csrf import CSRFError, generate_csrf
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response as BaseResponse

from skpweb.login import bp
from skpweb.login.forms import SignInForm
from skpweb.web.local import is_local as is_local
from skpweb.web.page import page

PREFIX = "isi."
TECHNICAL = {"csrf_token", "kunci", "version"}
PLACES = {
    "journal": "Jurnal",
    "planning": "SKP",
    "review": "Persetujuan",
    "results": "Hasil",
    "dialogue": "Dialog",
    "guidance": "Pembinaan",
    "matrix": "Matriks",
    "admin": "Kantor",
}


@dataclass(frozen=True)
class Parcel:
    """A form on its way: where it goes, its fields, and whether files were lost."""

    action: str
    fields: list[tuple[str, str]]
    lost_files: bool

    @property
    def place(self) -> str:
        """The part of the application it was typed in."""
        return PLACES.get(self.action.split("/")[1], "halaman sebelumnya")

    @property
    def texts(self) -> list[str]:
        """What the person typed, without keys, ids and words of the machine."""
        shown = [v.strip() for k, v in self.fields if k not in TECHNICAL]
        return [v for v in shown if v and not re.fullmatch(r"[a-z_]+|\d{1,6}", v)]


@bp.app_errorhandler(401)
def sign_in_first(_error: HTTPException) -> Response | BaseResponse:
    """Nobody is signed in: keep what was typed, ask to sign in, then go on."""
    if request.headers.get("HX-Request"):
        return _tell_htmx()
    if request.method != "POST":
        return redirect(url_for("login.sign_in", next=request.full_path.rstrip("?")), 303)
    if _is_private():
        target = _readable_path() or url_for("login.profile")
        return redirect(url_for("login.sign_in", next=target), 303)
    return page(
        "login/sign_in.html", 401, form=SignInForm(formdata=None), parcel=posted(), next=None
    )


@bp.app_errorhandler(CSRFError)
def expired_form(_error: CSRFError) -> Response | BaseResponse:
    """The page was open too long: the same fields again, with a fresh token."""
    if request.headers.get("HX-Request"):
        answer = Response("", 403)
        answer.headers["X-CSRF-Baru"] = generate_csrf()
        return answer
    if _is_private():
        flash("Halaman terlalu lama terbuka. Isi sekali lagi.", "warn")
        return redirect(_readable_path() or url_for("login.sign_in"), 303)
    return page("login/resend.html", 403, parcel=posted())


def posted() -> Parcel:
    """The form of this request."""
    fields = [(k, v) for k, v in request.form.items(multi=True) if not _is_secret(k)]
    lost = any(file.filename for file in request.files.values())
    return Parcel(request.full_path.rstrip("?"), fields, lost)


def carried() -> Parcel | None:
    """The form that travelled in this sign-in form, if it may go where it wants to."""
    action = request.form.get("tujuan", "")
    if not may_post_to(action):
        return None
    fields = [
        (k.removeprefix(PREFIX), v)
        for k, v in request.form.items(multi=True)
        if k.startswith(PREFIX) and not _is_secret(k.removeprefix(PREFIX))
    ]
    return Parcel(action, fields, "tanpa_berkas" in request.form)


def may_post_to(target: str) -> bool:
    """Whether a known page of this site, sign-in apart, takes this post."""
    endpoint = _endpoint(target, "POST")
    return endpoint is not None and not endpoint.startswith("login.")


def _endpoint(target: str, method: str) -> str | None:
    if not is_local(target):
        return None
    adapter = current_app.url_map.bind("localhost")
    try:
        return str(adapter.match(urlsplit(target).path, method=method)[0])
    except (HTTPException, RequestRedirect):
        return None


def _tell_htmx() -> Response:
    """The page stays, with the text in it; reading goes to sign-in."""
    answer = Response("", 401)
    if request.method == "POST":
        answer.headers["X-Sesi"] = "habis"
    else:
        answer.headers["HX-Redirect"] = url_for("login.sign_in", next=_current_page())
    return answer


def _current_page() -> str:
    """Path of the page an htmx request came from, on this site only."""
    parts = urlsplit(request.headers.get("HX-Current-URL", "/"))
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return path if is_local(path) else "/"


def _readable_path() -> str | None:
    """The path of this post, if it can also be read."""
    return request.path if _endpoint(request.path, "GET") else None


def _is_private() -> bool:
    """Forms of this blueprint hold nothing but secrets: type them again."""
    return request.blueprint == "login"


def _is_secret(name: str) -> bool:
    return name in ("csrf_token", "code", "again") or "password" in name
