"""Home and results."""

from flask import Response

from skpweb.results import bp
from skpweb.web.access import signed_in
from skpweb.web.page import page


@bp.get("/")
@signed_in
def home() -> Response:
    """What waits for me, today's journal, what waits for others."""
    return page("results/home.html")


@bp.get("/results/")
@signed_in
def index() -> Response:
    """My results over the years."""
    return page("results/index.html")
