"""Whose journal of a week is not filled: the people of a penilai."""

from flask import Response, g, request
from flask_login import current_user

from skpweb.domain import people, recap, reminder
from skpweb.office import journal_board, led
from skpweb.office import journal_watch as watched
from skpweb.review import bp
from skpweb.web import clock, fields, paging
from skpweb.web.access import allow
from skpweb.web.page import page

PAGE = 25


@bp.get("/monitoring/")
@allow(people.is_employee)
def journal_watch() -> Response:
    """My people, those included for whose penilai I stand in."""
    today, show = clock.today(), request.args.get("show", "")
    mine = {current_user.employee_id, *current_user.stands_in_for}
    day = fields.read_date(request.args.get("day", ""))
    board = journal_board.of_assessors(g.office, today, day, mine)
    rows = paging.cut(board.shown(show), PAGE)
    return page(
        "review/journal_watch.html",
        board=board,
        rows=rows,
        show=show,
        written=watched.written(rows.items, board.period),
        led=led.units_of(current_user.employee_id, today),
        group=board.group_message(),
        link=reminder.link,
        rule=recap.RULE,
    )
