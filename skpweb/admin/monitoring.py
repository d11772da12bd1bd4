"""The page on which the tim pengelola sees who lacks what."""

from flask import Response

from skpweb.admin import bp
from skpweb.admin.queries import monitoring as queries
from skpweb.domain import people
from skpweb.domain.lifecycle import SkpState
from skpweb.labels import label
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.page import page

COLUMNS = (None, SkpState.DRAFT, SkpState.SUBMITTED, SkpState.RETURNED, SkpState.APPROVED)


@bp.get("/monitoring/")
@allow(people.is_team)
def monitoring() -> Response:
    """People without post, penilai or SKP, and the states of the SKPs per unit."""
    today = clock.today()
    year = queries.current_year(today)
    return page(
        "admin/monitoring.html",
        year=year,
        unposted=queries.without_post(today),
        unassessed=queries.without_assessor(today),
        orphaned=queries.with_left_assessor(today),
        without_skp=queries.without_skp(today, year) if year else queries.Gaps(),
        lines=queries.per_unit(today, year) if year else [],
        columns=COLUMNS,
        heads=[(label(state), "r") for state in COLUMNS if state],
        most=queries.SHOWN,
    )
