"""What the database kept, for tests of the office's pages."""

import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.people import Account, Posting


def events(app: Flask, action: str) -> list[AuditEvent]:
    """The audit events of an action."""
    with app.app_context():
        return list(db.session.scalars(sa.select(AuditEvent).filter_by(action=action)))


def posts(app: Flask, employee_id: int) -> list[Posting]:
    """All posts of a person, in order."""
    with app.app_context():
        query = sa.select(Posting).filter_by(employee_id=employee_id).order_by(Posting.starts_on)
        return list(db.session.scalars(query))


def account(app: Flask, employee_id: int | None) -> Account:
    """The account of a person."""
    with app.app_context():
        return db.session.scalars(sa.select(Account).filter_by(employee_id=employee_id)).one()
