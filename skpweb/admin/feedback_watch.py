"""Scheduled feedback per unit and what people should develop: for the tim pengelola kinerja."""

from flask import Response, g, request
from flask_login import current_user

from skpweb.admin import bp
from skpweb.domain import people
from skpweb.domain.feedback import DutyState
from skpweb.labels import label
from skpweb.office import feedback_duty, units
from skpweb.web import clock, limits
from skpweb.web.access import allow
from skpweb.web.page import page


@bp.get("/feedback/")
@allow(people.is_team)
def feedback_watch() -> Response:
    """Counts per unit, and the list of training needs of a year."""
    today = clock.today()
    year = request.args.get("year", type=limits.number) or today.year
    every = units.all_units()
    asked = request.args.get("unit", type=limits.number)
    unit = asked if asked in {one.id for one in every} else None
    spans = feedback_duty.periods(g.office, today)
    found = feedback_duty.people(spans, today)
    return page(
        "admin/feedback.html",
        lines=feedback_duty.per_unit(found),
        states=list(DutyState),
        heads=[(label(state), "r") for state in DutyState],
        needs=feedback_duty.needs(year, unit),
        year=year,
        years=[today.year - back for back in range(3)],
        units=every,
        unit=unit,
        own={one.skp_id for one in found if one.employee_id == current_user.employee_id},
        rhythm=g.office.feedback_rhythm,
        spans=spans,
    )
