"""Who has not filled the journal of a week, per unit: for the tim pengelola kinerja."""

from flask import Response, g, request

from skpweb.admin import bp
from skpweb.domain import people, recap, reminder
from skpweb.office import journal_board, units
from skpweb.office import journal_watch as watched
from skpweb.web import clock, fields, limits, paging
from skpweb.web.access import allow
from skpweb.web.page import page

PAGE = 25


@bp.get("/monitoring/journal/")
@allow(people.is_team)
def journal_watch() -> Response:
    """All units or one with those below it, week by week."""
    every = units.all_units()
    chosen = _chosen({unit.id for unit in every})
    below = units.descendants(every, chosen) if chosen else None
    show, day = request.args.get("show", ""), fields.read_date(request.args.get("day", ""))
    board = journal_board.of_units(g.office, clock.today(), day, below)
    rows = paging.cut(board.shown(show), PAGE)
    return page(
        "admin/journal_watch.html",
        board=board,
        rows=rows,
        show=show,
        written=watched.written(rows.items, board.period),
        branches=units.tree(every),
        unit=next((unit for unit in every if unit.id == chosen), None),
        group=board.group_message(),
        link=reminder.link,
        rule=recap.RULE,
    )


def _chosen(known: set[int]) -> int | None:
    """The unit asked for; None for all, and for one that is not there."""
    asked = request.args.get("unit", type=limits.number)
    return asked if asked in known else None
