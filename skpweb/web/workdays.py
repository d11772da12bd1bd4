"""The office's working days around today: read once per request."""

from datetime import timedelta

import sqlalchemy as sa
from flask import g

from skpweb.domain.calendar import WorkWeek
from skpweb.domain.clocks import Workdays
from skpweb.extensions import db
from skpweb.models.organisation import Holiday
from skpweb.web import clock

BACK = 800  #: days: a clock that ran out longer ago is simply long over


def workdays() -> Workdays:
    """Today, the week and the holidays. One query, the first time."""
    if "workdays" not in g:
        today = clock.today()
        days = sa.select(Holiday.day).where(Holiday.day >= today - timedelta(days=BACK))
        g.workdays = Workdays(
            today, WorkWeek(g.office.work_days), frozenset(db.session.scalars(days))
        )
    return g.workdays
