"""Every clock that runs in the office: for the tim pengelola kinerja."""

from flask import Response, request

from skpweb.admin import bp
from skpweb.domain import people
from skpweb.domain.clocks import RIGHTS, ClockKind
from skpweb.office import clocks, units
from skpweb.web import limits, paging
from skpweb.web.access import allow
from skpweb.web.page import page
from skpweb.web.workdays import workdays

PAGE = 50


@bp.get("/clocks/")
@allow(people.is_team)
def clock_list() -> Response:
    """Who has to do what until when, of all units or one with those below it."""
    every = units.all_units()
    asked = request.args.get("unit", type=limits.number)
    unit = asked if asked in {one.id for one in every} else None
    kind = request.args.get("kind", "")
    found = clocks.board(workdays(), unit)
    shown = [one for one in found if kind in ("", one.clock.kind.value)]
    return page(
        "admin/clocks.html",
        rows=paging.cut(shown, PAGE),
        total=len(shown),
        over=sum(one.clock.is_over for one in shown),
        branches=units.tree(every),
        unit=unit,
        kind=kind,
        kinds=list(ClockKind),
        rights=RIGHTS,
    )
