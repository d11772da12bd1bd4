"""What the first set-up and the office's front page count."""

import sqlalchemy as sa

from skpweb.extensions import db
from skpweb.models.organisation import Holiday, PerformanceYear, Unit
from skpweb.models.people import Employee


def counts() -> dict[str, int]:
    """How many units, employees, years and holidays there are. One query."""
    parts = {
        "units": sa.select(sa.func.count(Unit.id)).where(Unit.archived_at.is_(None)),
        "employees": sa.select(sa.func.count(Employee.id)).where(Employee.left_on.is_(None)),
        "years": sa.select(sa.func.count(PerformanceYear.id)),
        "holidays": sa.select(sa.func.count(Holiday.id)),
    }
    row = db.session.execute(
        sa.select(*(query.scalar_subquery().label(name) for name, query in parts.items()))
    ).one()
    return dict(row._mapping)
