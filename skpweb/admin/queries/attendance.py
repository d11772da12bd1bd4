"""What the pages about attendance recaps load."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from skpweb.extensions import db
from skpweb.models.presence import Attendance


def months() -> Sequence[tuple[date, int]]:
    """The last twelve months with a recap and how many people it has, the newest first."""
    query = (
        sa.select(Attendance.month, sa.func.count())
        .group_by(Attendance.month)
        .order_by(Attendance.month.desc())
        .limit(12)
    )
    return [(month, number) for month, number in db.session.execute(query)]
