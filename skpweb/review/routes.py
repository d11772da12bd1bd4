"""Pages of review."""

from flask import Response

from skpweb.review import bp
from skpweb.web.access import signed_in
from skpweb.web.page import page


@bp.get("/")
@signed_in
def desk() -> Response:
    """Everything that waits for my decision."""
    return page("review/desk.html")


@bp.get("/evaluations/")
@signed_in
def evaluations() -> Response:
    """The evaluations I have to make, by window."""
    return page("review/evaluations.html")
