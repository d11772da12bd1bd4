"""What signing in, codes and the profile look up."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.people import AccessCode, Account, Employee, UserSession
from skpweb.web.sessions import Person


def account_named(name: str) -> Account | None:
    """The account of a NIP (spaces do not matter) or user name, with its employee."""
    name = name.strip()
    return db.session.scalar(
        sa.select(Account)
        .outerjoin(Account.employee)
        .options(joinedload(Account.employee))
        .where(sa.or_(Account.username == name, Employee.nip == "".join(name.split())))
    )


def account(account_id: int) -> Account:
    """An account that exists, with its employee."""
    return db.session.scalars(
        sa.select(Account)
        .options(joinedload(Account.employee))
        .where(Account.id == account_id)
        .execution_options(populate_existing=True)
    ).one()


def signed_in_from(account_id: int | None, address: str) -> bool:
    """Whether the account was signed in from this address before."""
    query = sa.select(UserSession.id).where(
        UserSession.account_id == account_id, UserSession.address == address
    )
    return db.session.execute(query.limit(1)).first() is not None


def last_sign_in(account_id: int) -> datetime | None:
    """When the account was signed in last."""
    return db.session.scalar(
        sa.select(UserSession.created_at)
        .where(UserSession.account_id == account_id)
        .order_by(UserSession.created_at.desc())
        .limit(1)
    )


def open_code(account_id: int | None) -> AccessCode | None:
    """The account's code that can still be used; there is one at most."""
    return db.session.scalar(
        sa.select(AccessCode)
        .where(AccessCode.account_id == account_id, AccessCode.used_at.is_(None))
        .where(AccessCode.expires_at > utc_now())
        .order_by(AccessCode.id.desc())
        .limit(1)
    )


def own_sessions(person: Person) -> list[UserSession]:
    """The person's living sessions, newest first."""
    query = _living(person).order_by(UserSession.created_at.desc())
    return list(db.session.scalars(query))


def own_session(person: Person, session_id: int) -> UserSession | None:
    """One of the person's living sessions."""
    return db.session.scalar(_living(person).where(UserSession.id == session_id))


def _living(person: Person) -> sa.Select[tuple[UserSession]]:
    return sa.select(UserSession).where(
        UserSession.account_id == person.account_id,
        UserSession.ended_at.is_(None),
        UserSession.expires_at > utc_now(),
    )
