"""Who is signed in: a token in the signed cookie, the session itself in the database.

The cookie is signed and renewed with every answer, so Flask itself ends it
after 60 idle minutes; the row ends it after 12 hours, on sign-out and when
the password changes.
"""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import sqlalchemy as sa
from flask import Flask, g, request, session, url_for
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import UserMixin, login_user
from sqlalchemy.orm import contains_eager, joinedload

from skpweb.extensions import db, login_manager
from skpweb.models.base import utc_now
from skpweb.models.people import Account, Employee, Posting, StandIn, UserSession
from skpweb.web import clock

IDLE = timedelta(minutes=60)
ABSOLUTE = timedelta(hours=12)


@dataclass
class Person(UserMixin):
    """The signed-in person: what rules, the audit trail and the page head need."""

    token: str
    session_id: int
    account_id: int
    employee_id: int | None
    is_team: bool
    is_admin: bool
    display_name: str
    short_name: str
    position_name: str
    unit_id: int | None  # where he works today, and under whom
    assessor_id: int | None
    address: str
    is_superior: bool
    #: the penilai he stands in for today, each with the capacity to stamp
    stands_in: dict[int, str]
    uses_keys: bool

    def get_id(self) -> str:
        """What Flask-Login keeps in the cookie: the token, never an id."""
        return self.token

    @property
    def capacity(self) -> str:
        """In which capacity he acts, for the audit trail and decisions."""
        return self.position_name

    @property
    def stands_in_for(self) -> Collection[int]:
        """The penilai in whose place he decides on journals today."""
        return self.stands_in.keys()

    def capacity_for(self, assessor_id: int | None) -> str:
        """In which capacity he decides where somebody is the penilai."""
        return self.stands_in.get(assessor_id or 0, self.capacity)

    @property
    def profile_url(self) -> str:
        """His page about his account."""
        return url_for("login.profile")

    @property
    def initials(self) -> str:
        """Up to two letters for the round mark."""
        words = [word for word in self.short_name.split() if word[:1].isalpha()]
        return "".join(word[0] for word in words[:2]).upper()


class CookieSessions(SecureCookieSessionInterface):
    """Flask's signed cookie, but never on files that anybody may cache."""

    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        """Renewed with every page, which is what ends it after idle time."""
        return request.endpoint != "static" and super().should_set_cookie(app, session)


def init_app(app: Flask) -> None:
    """Let Flask-Login find people by their session."""
    app.session_interface = CookieSessions()
    app.config["PERMANENT_SESSION_LIFETIME"] = IDLE
    login_manager.init_app(app)
    login_manager.session_protection = None
    login_manager.user_loader(find_person)


def begin(account: Account) -> None:
    """Start a session for ``account``: a new token, the old cookie forgotten."""
    token = secrets.token_urlsafe(32)
    now = utc_now()
    db.session.add(
        UserSession(
            account_id=account.id,
            token_hash=token_hash(token),
            created_at=now,
            expires_at=now + ABSOLUTE,
            agent=request.user_agent.string[:200],
            address=request.remote_addr or "",
        )
    )
    db.session.flush()
    forget()
    session.permanent = True
    login_user(find_person(token))


def forget() -> None:
    """Empty the cookie, and the token of forms that belonged to it."""
    session.clear()
    g.pop("csrf_token", None)


def end(session_id: int) -> None:
    """End one session."""
    db.session.execute(
        sa.update(UserSession)
        .where(UserSession.id == session_id, UserSession.ended_at.is_(None))
        .values(ended_at=utc_now())
    )


def end_all(account_id: int, but: int | None = None) -> None:
    """End all sessions of an account, except one if given."""
    db.session.execute(
        sa.update(UserSession)
        .where(UserSession.account_id == account_id, UserSession.ended_at.is_(None))
        .where(UserSession.id != (but or 0))
        .values(ended_at=utc_now())
    )


def find_person(token: str) -> Person | None:
    """The person behind a token, if the session and the account are alive."""
    told = {"token_hash": token_hash(token), "now": utc_now()}
    row = db.session.execute(_alive(clock.today()), told).unique().one_or_none()
    return _person(token, *row) if row is not None else None


@lru_cache(maxsize=4)  # days: built anew on every request, it would cost more than its answer
def _alive(day: date) -> sa.Select[tuple[UserSession, bool]]:
    return (
        sa.select(UserSession, _assesses(day))
        .join(UserSession.account)
        .outerjoin(Account.employee)
        .outerjoin(Employee.stand_ins.and_(StandIn.starts_on <= day, StandIn.ends_on >= day))
        .options(
            contains_eager(UserSession.account)
            .contains_eager(Account.employee)
            .options(joinedload(Employee.postings), contains_eager(Employee.stand_ins))
        )
        .where(
            UserSession.token_hash == sa.bindparam("token_hash"),
            UserSession.ended_at.is_(None),
            UserSession.expires_at > sa.bindparam("now"),
            Account.disabled_at.is_(None),
        )
    )


def token_hash(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _person(token: str, row: UserSession, is_superior: bool) -> Person:
    account, employee = row.account, row.account.employee
    posting = employee.posting_on(clock.today()) if employee else None
    stands_in = {one.assessor_id: one.title for one in employee.stand_ins} if employee else {}
    return Person(
        token=token,
        session_id=row.id,
        account_id=account.id,
        employee_id=account.employee_id,
        is_team=account.is_team,
        is_admin=account.is_admin,
        display_name=employee.full_name if employee else str(account.username),
        short_name=employee.name if employee else str(account.username),
        position_name=_position_name(account, posting),
        unit_id=posting.unit_id if posting else None,
        assessor_id=posting.assessor_id if posting else None,
        address=request.remote_addr or "",
        is_superior=is_superior or bool(stands_in),
        stands_in=stands_in,
        uses_keys=account.uses_keys,
    )


def _position_name(account: Account, posting: Posting | None) -> str:
    if posting is not None:
        return posting.title
    return "Admin teknis" if account.is_admin else ""


def _assesses(day: date) -> sa.ColumnElement[bool]:
    """Whether anybody's post names the account's employee as penilai or atasan penilai."""
    return (
        sa.exists()
        .where(
            sa.or_(
                Posting.assessor_id == Account.employee_id,
                Posting.senior_assessor_id == Account.employee_id,
            ),
            Posting.starts_on <= day,
        )
        .correlate(Account)
    )
