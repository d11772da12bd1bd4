"""Pages of the office: the front page; each subject has its own module."""

from flask import Response, request
from flask_login import current_user

from skpweb.admin import (  # noqa: F401  the imports hang the views into the blueprints
    absences,
    accounts,
    attendance,
    bp,
    clocks,
    emblem,
    employees,
    feedback_watch,
    health,
    holidays,
    imports,
    journal_watch,
    monitoring,
    office,
    organisation_results,
    outages,
    postings,
    setup,
    setup_bp,
    stand_ins,
    studies,
    trail,
    units,
    years,
)
from skpweb.admin.queries import setup as queries
from skpweb.domain import people
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.page import page

LARGEST_BODY = 8 * 1024 * 1024  #: above 2 MB the upload page itself says what to do


@bp.url_value_preprocessor
def allow_upload(endpoint: str | None, _values: object) -> None:
    """Only the upload of a list may be large; decided before any form is read."""
    if endpoint in ("admin.check_import", "admin.check_attendance", "admin.change_emblem"):
        request.max_content_length = LARGEST_BODY


@bp.get("/")
@allow(people.runs_office)
def index() -> Response:
    """Everything that can be kept here, for this person's roles."""
    return page(
        "admin/index.html",
        counts=queries.counts(),
        is_team=current_user.is_team,
        is_admin=current_user.is_admin,
        this_year=clock.today().year,
    )
