"""What the pages about employees load."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from flask_sqlalchemy.pagination import Pagination
from sqlalchemy.orm import joinedload, selectinload

from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Account, Employee, Posting, held_between
from skpweb.office import units

PAGE = 25
#: filter in the address -> its words
FILTERS = {
    "": "Semua yang aktif",
    "unassessed": "Tanpa penilai",
    "left": "Nonaktif",
    "no-account": "Belum punya akun",
}


def employee(person: Any, employee_id: int) -> Employee | None:
    """An employee with all posts, their units and superiors, and the account."""
    return db.session.scalar(
        sa.select(Employee)
        .where(Employee.id == employee_id)
        .options(
            joinedload(Employee.account),
            selectinload(Employee.postings).options(
                joinedload(Posting.unit),
                joinedload(Posting.assessor),
                joinedload(Posting.senior_assessor),
            ),
        )
    )


def found(text: str, kind: str, unit_id: int | None, page: int, day: date) -> Pagination:
    """A page of employees, by name: those that fit the search."""
    query = (
        sa.select(Employee)
        .options(
            joinedload(Employee.account),
            selectinload(Employee.postings).options(
                joinedload(Posting.unit), joinedload(Posting.assessor)
            ),
        )
        .order_by(Employee.name, Employee.id)
    )
    query = _narrowed(query, text, unit_id, day).where(*_filter(kind, day))
    return db.paginate(query, page=max(page, 1), per_page=PAGE, error_out=False, max_per_page=PAGE)


def _narrowed(query: Any, text: str, unit_id: int | None, day: date) -> Any:
    digits = "".join(c for c in text if c.isdigit())
    if len(digits) >= 4:
        query = query.where(Employee.nip.contains(digits))
    elif text:
        query = query.where(Employee.name.icontains(text, autoescape=True))
    if unit_id is not None:
        ids = units.descendants(db.session.scalars(sa.select(Unit)), unit_id)
        query = query.where(_held(day, Posting.unit_id.in_(ids)))
    return query


def _filter(kind: str, day: date) -> list[Any]:
    if kind == "left":
        return [Employee.left_on.is_not(None)]
    active = [Employee.left_on.is_(None)]
    if kind == "unassessed":
        return [*active, Employee.status != "official", ~_held(day, Posting.assessor_id > 0)]
    if kind == "no-account":
        return [*active, Employee.nip.is_not(None), ~Employee.account.has()]
    return active


def _held(day: date, *conditions: Any) -> Any:
    return Employee.postings.any(
        sa.and_(
            held_between(day, day),
            *conditions,
        )
    )


def without_password(unit_id: int | None, day: date) -> list[Account]:
    """Accounts of active employees that were never activated, by name; of a unit if given."""
    query = (
        sa.select(Account)
        .join(Account.employee)
        .options(joinedload(Account.employee))
        .where(Account.password_hash.is_(None), Employee.left_on.is_(None))
        .order_by(Employee.name)
    )
    return list(db.session.scalars(_narrowed(query, "", unit_id, day)))


def without_account(limit: int, unit_id: int | None, day: date) -> list[Employee]:
    """Active employees with an NIP who cannot sign in yet, by name; of a unit if given."""
    query = (
        sa.select(Employee)
        .options(joinedload(Employee.account))
        .where(Employee.left_on.is_(None), Employee.nip.is_not(None), ~Employee.account.has())
        .order_by(Employee.name)
    )
    return list(db.session.scalars(_narrowed(query, "", unit_id, day).limit(limit)))
