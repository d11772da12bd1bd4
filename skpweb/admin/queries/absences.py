"""What the pages about absences load."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from flask_sqlalchemy.pagination import Pagination
from sqlalchemy.orm import contains_eager, joinedload

from skpweb.extensions import db
from skpweb.models.people import Employee
from skpweb.models.presence import Absence

PAGE = 50


def absence(person: Any, absence_id: int) -> Absence | None:
    """An absence with whose it is."""
    query = sa.select(Absence).where(Absence.id == absence_id)
    return db.session.scalar(query.options(joinedload(Absence.employee)))


def of_employee(employee_id: int) -> Sequence[Absence]:
    """All that is recorded of a person, the latest first."""
    query = sa.select(Absence).where(Absence.employee_id == employee_id)
    return db.session.scalars(query.order_by(Absence.starts_on.desc()).limit(100)).all()


def in_month(first: date, page: int) -> Pagination:
    """Who is away on a day of the month that begins on ``first``, by name."""
    query = (
        sa.select(Absence)
        .join(Absence.employee)
        .options(contains_eager(Absence.employee))
        .where(Absence.starts_on < next_month(first), Absence.ends_on >= first)
        .order_by(Employee.name, Absence.starts_on)
    )
    return db.paginate(query, page=max(page, 1), per_page=PAGE, error_out=False, max_per_page=PAGE)


def next_month(first: date) -> date:
    """The first day of the month after."""
    return (first + timedelta(days=31)).replace(day=1)
