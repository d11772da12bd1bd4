"""A week and a month of the journal: what is filled, what is free, what may still be filled."""

from datetime import date, timedelta

from flask import Response, request
from flask_login import current_user

from skpweb.domain import people
from skpweb.journal import bp, context, days
from skpweb.journal.days import Days
from skpweb.models import attendances
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
        week=mine(monday, monday + timedelta(days=6)),
        before=monday - A_WEEK,
        after=monday + A_WEEK,
        hours=days.hours,
    )


@bp.get("/month/")
@allow(people.is_employee)
def month() -> Response:
    """A month, one line for each week: this month unless asked otherwise."""
    asked = fields.read_date(f"{request.args.get('month', '')}-01") or clock.today()
    first = asked.replace(day=1)
    after = next_month(first)
    last = after - timedelta(days=1)
    return page(
        "journal/month.html",
        month=mine(first, last),
        presence=attendances.presence(current_user.employee_id, first, last),
        before=(first - timedelta(days=1)).replace(day=1),
        after=after,
        hours=days.hours,
    )


def mine(first: date, last: date) -> Days:
    """My journal from one day to another."""
    known = context.surroundings(current_user.employee_id, first, last)
    return days.of(known, days.span(first, last))


def next_month(first: date) -> date:
    """The first day of the month after."""
    return (first + timedelta(days=31)).replace(day=1)
