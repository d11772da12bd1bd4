"""Pages of planning."""

from flask import Response

from skpweb.planning import bp
from skpweb.web.access import signed_in
from skpweb.web.page import page


@bp.get("/")
@signed_in
def index() -> Response:
    """My SKP, newest first."""
    return page("planning/index.html")
