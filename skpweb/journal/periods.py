"""A week and a month of the journal: what is filled, what is free, what may still be filled."""

from datetime import timedelta

from flask import Response, request
from flask_login import current_user

from skpweb.domain import people, periods
from skpweb.domain.periods import Period, PeriodLength
from skpweb.journal import bp, context, days
from skpweb.journal.days import Days
from skpweb.models import attendances
from skpweb.models.people import Posting
from skpweb.office import journal_days
from skpweb.web import clock, fields
from skpweb.web.access import allow
from skpweb.web.page import page

A_WEEK = timedelta(weeks=1)


@bp.get("/week/")
@allow(people.is_employee)
def week() -> Response:
    """The seven days around a day: this week unless asked otherwise."""
    chosen = fields.read_date(request.args.get("day", "")) or clock.today()
    monday = days.monday_of(chosen)
    return page(
        "journal/week.html",
        week=mine(periods.around(PeriodLength.WEEK, chosen)),
        before=monday - A_WEEK,
        after=monday + A_WEEK,
        hours=days.hours,
    )


@bp.get("/month/")
@allow(people.is_employee)
def month() -> Response:
    """A month, one line for each week: this month unless asked otherwise."""
    asked = fields.read_date(f"{request.args.get('month', '')}-01") or clock.today()
    period = periods.around(PeriodLength.MONTH, asked)
    first, last = period.first, period.last
    return page(
        "journal/month.html",
        month=mine(period),
        presence=attendances.presence(current_user.employee_id, first, last),
        before=period.before.first,
        after=period.after.first,
        hours=days.hours,
    )


def mine(period: Period) -> Days:
    """My journal of a week or a month. Seven queries."""
    me = current_user.employee_id
    known = context.surroundings(me, period.first, period.last)
    found = journal_days.members(period, Posting.employee_id == me)
    return days.of(known, period.days, found[0].service if found else None)
