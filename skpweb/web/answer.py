"""How a writing view ends: one commit, one redirect, and no second time.

Forms carry a random key (``kunci``). A form sent twice (double click, resend,
back button, a flaky phone) is answered with where the first one led.
"""

import secrets

from flask import Flask, redirect, request
from flask_login import current_user
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response

from skpweb.extensions import db
from skpweb.models.journal import FormKey


def init_app(app: Flask) -> None:
    """Give the templates their keys and catch repeats (after the access guard)."""
    app.jinja_env.globals["fresh_key"] = lambda: secrets.token_urlsafe(18)
    app.before_request(answer_repeat)


def done(location: str) -> Response:
    """Commit what the view did and go to ``location`` (303)."""
    key = _key()
    if key:
        db.session.add(
            FormKey(key=key, account_id=current_user.account_id, location=location[:500])
        )
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        first = _first(key)
        if first is None:
            raise
        location = first
    return redirect(location, 303)


def answer_repeat() -> Response | None:
    """A key that was used before leads where it led before."""
    if request.method != "POST" or not current_user.is_authenticated:
        return None
    location = _first(_key())
    return redirect(location, 303) if location is not None else None


def _key() -> str:
    """The key of this form, apart from the same one sent by somebody else; empty without."""
    typed = request.form.get("kunci", "")
    return f"{current_user.account_id}-{typed}"[:40] if typed else ""


def _first(key: str) -> str | None:
    """Where the form with this key led its own sender."""
    known = db.session.get(FormKey, key) if key else None
    return known.location if known is not None else None
