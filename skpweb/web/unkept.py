"""Typed text that an answer would lose is shown on it, whatever page it is.

Two tabs, a decision made meanwhile, a post that ended while somebody wrote: then the form is
not offered any more, and what was typed in it stands nowhere on the page that says so.
"""

import re
from html import unescape

from flask import render_template, request
from flask_login import current_user
from werkzeug.exceptions import HTTPException

PLACE = "<!--isian-->"  #: where ``base.html`` leaves room; typed text is escaped and cannot be it
REFUSALS = (404, 409, 422, 500)
#: forms of these hold passwords and codes
PRIVATE = ("login", "setup")
_SECRET = re.compile(r"csrf_token|kunci|code|again|.*password.*|(mark|version)(-.*)?")
_SAYS = re.compile(r"\s|https?:|.{40}")  #: words, a link or a long word; no key of the machine
_DIGEST = re.compile(r"[0-9a-f]+")


def with_unkept(html: str, status: int) -> str:
    """The page, with the typed texts of a refused form that it does not hold itself."""
    texts = missing(html) if status in REFUSALS and request.method == "POST" else []
    card = render_template("unkept.html", texts=texts) if texts else ""
    return html.replace(PLACE, card, 1)


def missing(html: str) -> list[str]:
    """What was typed and does not stand on the page, each once."""
    if not current_user.is_authenticated or request.blueprint in PRIVATE:
        return []
    try:
        fields = list(request.form.items(multi=True))
    except HTTPException:  # too large, or no form at all
        return []
    shown = _plain(unescape(html))
    typed = (text.strip() for name, text in fields if not _SECRET.fullmatch(name))
    says = (text for text in typed if _SAYS.search(text) and not _DIGEST.fullmatch(text))
    return [text for text in dict.fromkeys(says) if _plain(text) not in shown]


def _plain(text: str) -> str:
    return "".join(text.split())
