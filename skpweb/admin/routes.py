"""Pages of the office."""

from flask import Response

from skpweb.admin import bp
from skpweb.domain import people
from skpweb.web.access import allow
from skpweb.web.page import page


@bp.get("/")
@allow(people.runs_office)
def index() -> Response:
    """Overview of the office's records."""
    return page("admin/index.html")
