"""What every template knows: the office, the person, the menu, the formats."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2
import sqlalchemy as sa
from flask import Flask, current_app, g, request, url_for
from flask_login import current_user

from skpweb import labels
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.ratings import NINE_CELLS, Predicate
from skpweb.extensions import db
from skpweb.models.organisation import Office
from skpweb.version import __version__
from skpweb.web import clock, fields, formats, menu

OFFICE = sa.select(Office).limit(1)


def init_app(app: Flask) -> None:
    """Make the templates strict and give them their words."""
    app.jinja_env.undefined = jinja2.StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters |= formats.FILTERS | {
        "label": labels.label,
        "domain": lambda url: urlsplit(url).netloc if fields.is_link(url) else "",
    }
    app.jinja_env.globals |= {
        "asset": asset,
        "icon_data": inline(app, "icon.svg"),
        "release": __version__,
        "today": clock.today,
        "CoreValue": CoreValue,
        "NINE_CELLS": NINE_CELLS,
        "PREDICATES": tuple(Predicate),  # best first
    }
    app.before_request(load_office)
    app.context_processor(everywhere)


def load_office() -> None:
    """The office, once a request; the static files do without."""
    g.server_timing = current_app.config["SERVER_TIMING"]
    if request.endpoint not in ("static", "help.health"):
        g.office = db.session.scalar(OFFICE)


def everywhere() -> dict[str, Any]:
    """Context of every page."""
    office = g.get("office")
    signed_in = bool(current_user and current_user.is_authenticated)
    me = current_user if signed_in else None
    return {
        "office": office,
        "demo": office is not None and office.is_demo,
        "me": me,
        "nav": menu.items(me) if me is not None else [],
    }


def asset(name: str) -> str:
    """URL of a static file with its content hash, cacheable for ever."""
    return url_for("static", filename=name, v=_hash(str(current_app.static_folder), name))


def inline(app: Flask, name: str) -> str:
    """A small picture as an address that holds it, so that it costs no request."""
    text = (Path(str(app.static_folder)) / name).read_text(encoding="utf-8")
    return f"data:image/svg+xml,{quote(text.strip(), safe=' =:/')}"


@cache
def _hash(folder: str, name: str) -> str:
    return hashlib.sha256((Path(folder) / name).read_bytes()).hexdigest()[:10]
