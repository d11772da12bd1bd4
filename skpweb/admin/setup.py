"""The first set-up: office, admin account, then the tasks that can wait."""

from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address
from typing import Any

from flask import Response, current_app, flash, g, redirect, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from skpweb.accounts import passwords, rules, throttle
from skpweb.accounts.throttle import TooMany
from skpweb.admin import setup_bp
from skpweb.admin.forms.office import CodeForm, FirstAdminForm, OfficeForm
from skpweb.admin.queries import setup as queries
from skpweb.domain import people
from skpweb.extensions import db
from skpweb.models.people import Account
from skpweb.office import setup
from skpweb.web import sessions
from skpweb.web.access import allow, public
from skpweb.web.page import page

OPEN = {"static", "help.health", "help.index", "help.privacy"}
LOCAL_NAMES = {"localhost", "127.0.0.1", "[::1]"}


@setup_bp.before_app_request
def lead_here() -> BaseResponse | None:
    """Until the set-up is finished every page leads to it."""
    endpoint = request.endpoint or ""
    if _is_ready() or endpoint in OPEN or endpoint.startswith("setup."):
        return None
    return redirect(url_for("setup.start"), 303)


def while_open(view: Callable[..., Any]) -> Callable[..., Any]:
    """Only before the set-up is finished, and only for whoever may do it."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if _is_ready():
            return redirect(url_for("setup.tasks"), 303)
        if not (session.get("setup") or _is_local()):
            return redirect(url_for("setup.start"), 303)
        return view(*args, **kwargs)

    return guarded


@setup_bp.get("/")
@public
def start() -> BaseResponse:
    """Ask for the code, or go to the step that is next."""
    if _is_ready():
        return redirect(url_for("setup.tasks"), 303)
    if session.get("setup") or _is_local():
        return redirect(url_for("setup.admin" if g.office else "setup.office"), 303)
    return page("admin/setup_code.html", form=CodeForm())


@setup_bp.post("/")
@public
def check_code() -> BaseResponse:
    """Let in whoever knows the code; guessing gets slow."""
    form = CodeForm()
    if _is_ready() or not form.validate():
        return page("admin/setup_code.html", 422, form=form)
    try:
        is_right = _proves(form.code.data or "")
    except TooMany as refusal:
        form.code.errors = [refusal.advice(g.office)]
        return page("admin/setup_code.html", 429, form=form)
    if is_right:
        session["setup"] = True
        return redirect(url_for("setup.start"), 303)
    form.code.errors = ["Kode tidak cocok. Lihat kode yang dicetak server saat dijalankan."]
    return page("admin/setup_code.html", 422, form=form)


@setup_bp.get("/office")
@public
@while_open
def office() -> Response:
    """Step 1: the office."""
    form = OfficeForm(formdata=None, obj=g.office)
    if g.office is None:
        form.work_days.data, form.backfill_days.data = 5, 3
    return page("admin/setup_office.html", form=form)


@setup_bp.post("/office")
@public
@while_open
def save_office() -> BaseResponse:
    """Save step 1."""
    form = OfficeForm()
    if not form.validate():
        return page("admin/setup_office.html", 422, form=form)
    setup.set_office(_founder(), g.office, form.values())
    db.session.commit()
    return redirect(url_for("setup.admin"), 303)


@setup_bp.get("/admin")
@public
@while_open
def admin() -> BaseResponse:
    """Step 2: the first account."""
    if g.office is None:
        return redirect(url_for("setup.office"), 303)
    return page("admin/setup_admin.html", form=FirstAdminForm())


@setup_bp.post("/admin")
@public
@while_open
def save_admin() -> BaseResponse:
    """Save step 2: from here on the application can be used, and the admin is signed in."""
    form = FirstAdminForm()
    if g.office is None:
        return redirect(url_for("setup.office"), 303)
    if not form.validate() or not _is_good(form):
        return page("admin/setup_admin.html", 422, form=form)
    hashed = passwords.hashed(form.password.data or "")
    account = setup.finish(_founder(), g.office, form.username.data or "", hashed)
    db.session.flush()
    sessions.begin(account)
    db.session.commit()
    setup.forget_code(current_app.config["DATA_DIR"])
    flash("Akun admin dibuat. Aplikasi sudah dapat dipakai.", "ok")
    return redirect(url_for("setup.tasks"), 303)


@setup_bp.get("/tasks")
@allow(people.is_admin)
def tasks() -> Response:
    """Steps 3 to 5, in any order and at any time."""
    return page("admin/setup_tasks.html", counts=queries.counts())


def _proves(code: str) -> bool:
    """Whether the set-up code is right. Raises TooMany. Commits the try."""
    key, address = throttle.name_key("setup", ""), request.remote_addr or ""
    # known: strangers who guess all day must not keep the office out; the waits stay
    throttle.reserve(key, address, is_known=True)
    is_right = setup.fits(current_app.config["DATA_DIR"], code)
    if is_right:
        throttle.forget(key, address)
        db.session.commit()
    return is_right


def _is_ready() -> bool:
    office = g.get("office")
    return office is not None and office.ready_at is not None


def _is_local() -> bool:
    """The browser runs on this very machine, and no proxy is configured in between."""
    config = current_app.config
    if config["PUBLIC_URL"] or config["TRUSTED_PROXIES"]:
        return False
    name = request.host.rpartition(":")[0] if request.host.count(":") == 1 else request.host
    here = name in LOCAL_NAMES or request.host.startswith("[::1]")
    return here and ip_address(request.remote_addr or "0.0.0.0").is_loopback


def _founder() -> setup.Founder:
    return setup.Founder(request.remote_addr or "")


def _is_good(form: FirstAdminForm) -> bool:
    context = rules.context_of(Account(username=form.username.data), g.office)
    problem = rules.problem(form.password.data or "", context)
    if problem:
        form.password.errors = [problem]
    return problem is None
