"""Pages of the journal."""

from flask import Response

from skpweb.journal import bp
from skpweb.web.access import signed_in
from skpweb.web.page import page


@bp.get("/")
@signed_in
def day() -> Response:
    """One day of my journal: today unless asked otherwise."""
    return page("journal/day.html")
