"""One way to answer with a page."""

from typing import Any

from flask import Response, make_response, render_template

from skpweb.web.unkept import with_unkept


def page(template: str, status: int = 200, **context: Any) -> Response:
    """Render ``template`` whole; the element that asked takes its part of it."""
    return make_response(with_unkept(render_template(template, **context), status), status)
