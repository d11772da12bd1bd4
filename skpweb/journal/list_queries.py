"""What the pages about one's own lists and field sheet load."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import load_only

from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.imports import ImportBatch, ImportKind
from skpweb.models.people import Employee


def batch(person: Actor, import_id: int) -> ImportBatch | None:
    """A list of mine by its id."""
    return db.session.scalar(_mine(person).where(ImportBatch.id == import_id))


def recent(person: Actor) -> list[ImportBatch]:
    """My last ten lists."""
    return list(db.session.scalars(_mine(person).order_by(ImportBatch.id.desc()).limit(10)))


def nip(person: Actor) -> str | None:
    """My own number."""
    return db.session.scalar(sa.select(Employee.nip).where(Employee.id == person.employee_id))


def me(person: Actor) -> Employee | None:
    """My own name, titles and number."""
    columns = (Employee.nip, Employee.name, Employee.front_title, Employee.back_title)
    query = sa.select(Employee).options(load_only(*columns))
    return db.session.scalar(query.where(Employee.id == person.employee_id))


def _mine(person: Actor) -> Any:
    """Nobody's list is found for somebody without an employee record."""
    return sa.select(ImportBatch).where(
        ImportBatch.kind == ImportKind.JOURNAL,
        ImportBatch.owner_id == person.employee_id,
        ImportBatch.owner_id.is_not(None),
    )
