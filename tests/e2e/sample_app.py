"""A small application of the real shell, macros and script, with answers of every kind."""

import time
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import jinja2
from flask import (
    Flask,
    Response,
    abort,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_wtf import CSRFProtect, FlaskForm
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response as BaseResponse
from wtforms import PasswordField, TextAreaField
from wtforms.validators import InputRequired, Length

from skpweb.login import resume
from skpweb.web import formats, headers

OFFICE = SimpleNamespace(name="Kecamatan Contohsari", parent_name="Kabupaten Contoh Raya")
PERSON = SimpleNamespace(
    account_id=1,
    display_name="Iwan Permadanu",
    short_name="Iwan",
    initials="IP",
    position_name="Pengolah Data",
)


class SampleForm(FlaskForm):
    """One text and one secret."""

    text = TextAreaField("Kegiatan", [InputRequired("Tulis kegiatan Anda"), Length(max=50)])
    secret = PasswordField("Kata sandi")


def make_app(templates: list[str], static: str) -> tuple[Flask, SimpleNamespace]:
    """The application and what it remembers."""
    app = Flask(__name__, static_folder=static)
    app.config |= {
        "SECRET_KEY": "x" * 32,
        "WTF_CSRF_TIME_LIMIT": None,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=1),
    }
    store = SimpleNamespace(version=1, draft="", saved=[], rows=[1, 2, 3])
    app.extensions["sample"] = store
    _dress(app, templates, store)
    CSRFProtect(app)
    app.register_error_handler(CSRFError, resume.expired_form)
    app.register_error_handler(401, resume.sign_in_first)
    headers.init_app(app)
    for path, view in (
        ("/", save),
        ("/draft", keep_draft),
        ("/approve/<int:number>", approve),
        ("/plain", plain),
    ):
        app.add_url_rule(path, view_func=view, methods=["POST"])
    app.add_url_rule("/", view_func=index)
    return app, store


def _dress(app: Flask, templates: list[str], store: SimpleNamespace) -> None:
    """The words and filters that the shell and the macros want."""
    app.jinja_loader = jinja2.FileSystemLoader(templates)  # type: ignore[assignment]
    app.jinja_env.undefined = jinja2.StrictUndefined
    app.jinja_env.filters |= formats.FILTERS | {"label": str}
    app.jinja_env.globals |= {
        "icon_data": "data:,",
        "asset": lambda name: url_for("static", filename=name),
        "today": lambda: date(2026, 11, 24),
        "NINE_CELLS": {},
        "PREDICATES": (),
        "store": store,
    }
    app.context_processor(lambda: {"office": OFFICE, "demo": True, "me": PERSON, "nav": []})


def _store() -> Any:
    return current_app.extensions["sample"]


def _show(form: SampleForm, status: int = 200) -> Response:
    return make_response(render_template("sample.html", form=form), status)


def index() -> Response:
    """The page with everything on it."""
    return _show(SampleForm(formdata=None))


def save() -> Response | BaseResponse:
    """Keep the text; a number as the button's value asks for that answer instead."""
    form, do = SampleForm(), request.form.get("do", "")
    if do.isdigit():
        return _refuse(int(do))
    if do == "slow":
        time.sleep(0.6)
    if not form.validate():
        return _show(form, 422)
    _store().saved.append(form.text.data)
    flash(f"Tersimpan {len(_store().saved)}.", "ok")
    return redirect("/", 303)


def _refuse(code: int) -> Response:
    if code == 409:
        words = {"title": "Belum dapat dilakukan", "advice": "SKP sudah diajukan."}
        return make_response(render_template("error.html", reference=None, **words), 409)
    return abort(code)


def keep_draft() -> BaseResponse:
    """What autosave sends."""
    _store().draft = request.form["text"]
    _store().version += 1
    return redirect("/", 303)


def approve(number: int) -> BaseResponse:
    """Take one row away."""
    _store().rows.remove(number)
    flash(f"Jurnal {number} disetujui. Sisa {len(_store().rows)}.", "ok")
    return redirect("/", 303)


def plain() -> BaseResponse:
    """A form that htmx does not touch."""
    _store().saved.append(request.form.getlist("id"))
    time.sleep(0.3)
    return redirect("/", 303)
