"""How the office's forms end: the verb's refusal stands on the page, what was typed stays."""

from collections.abc import Callable
from typing import Any

from flask import flash
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from skpweb.domain.lifecycle import Refused
from skpweb.web.answer import done


def attempt(
    form: FlaskForm,
    verb: Callable[[], Any],
    retry: Callable[[], Response],
    go_to: str | Callable[[Any], str],
    said: str | Callable[[Any], str],
) -> Response:
    """Validate, call ``verb``, commit and go to ``go_to``; else the same page with 422.

    ``go_to`` and ``said`` may be functions of what the verb made. Verbs refuse before they
    change anything, so nothing needs to be taken back.
    """
    if not form.validate():
        return retry()
    try:
        made = verb()
    except Refused as problem:
        form.form_errors.append(str(problem))
        return retry()
    flash(said(made) if callable(said) else said, "ok")
    return done(go_to(made) if callable(go_to) else go_to)
