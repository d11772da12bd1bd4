"""Employees, their dated posts, and the accounts with which they sign in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain import identity
from skpweb.domain.terms import Acting, EmploymentStatus, JobLevel, PositionKind, StandInKind
from skpweb.extensions import db
from skpweb.models.base import Versioned, choice, utc_now
from skpweb.models.organisation import Unit


class Employee(Versioned, db.Model):
    """A pegawai, or an official without NIP who only assesses (a Bupati).

    Never deleted: ``left_on`` ends the service, the records stay.
    """

    __tablename__ = "employee"

    id: Mapped[int] = mapped_column(primary_key=True)
    nip: Mapped[str | None] = mapped_column(sa.String(18), unique=True)
    front_title: Mapped[str] = mapped_column(sa.String(60), default="")
    name: Mapped[str] = mapped_column(sa.String(150))
    back_title: Mapped[str] = mapped_column(sa.String(100), default="")
    status: Mapped[EmploymentStatus] = mapped_column(choice(EmploymentStatus, "status"))
    rank: Mapped[str] = mapped_column(sa.String(8), default="")  # golongan: "III/c", "IX"
    contract_starts_on: Mapped[date | None]
    contract_ends_on: Mapped[date | None]
    left_on: Mapped[date | None]
    left_reason: Mapped[str] = mapped_column(sa.String(200), default="")

    postings: Mapped[list[Posting]] = relationship(
        back_populates="employee",
        foreign_keys="Posting.employee_id",
        order_by="Posting.starts_on",
        lazy="raise_on_sql",
    )
    account: Mapped[Account | None] = relationship(back_populates="employee", lazy="raise_on_sql")
    stand_ins: Mapped[list[StandIn]] = relationship(  # whom he replaces
        foreign_keys="StandIn.delegate_id", lazy="raise_on_sql", viewonly=True
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.CheckConstraint("nip IS NOT NULL OR status = 'official'", name="nip"),
        sa.CheckConstraint("contract_ends_on >= contract_starts_on", name="contract"),
    )

    @property
    def full_name(self) -> str:
        """The name with its titles, as forms print it."""
        return identity.full_name(self.front_title, self.name, self.back_title)

    @property
    def rank_text(self) -> str:
        """Pangkat and golongan as forms print them; "-" where there is none."""
        return identity.rank_text(self.status, self.rank)

    def posting_on(self, day: date) -> Posting | None:
        """The post held on ``day``: the latest that has begun and not ended."""
        held = [posting for posting in self.postings if posting.covers(day)]
        return held[-1] if held else None


class Posting(db.Model):
    """A dated post (penempatan) with its penilai and atasan penilai.

    A transfer, a new superior or a Plt ends one row and begins the next.
    """

    __tablename__ = "posting"

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("unit.id"), index=True)
    position_name: Mapped[str] = mapped_column(sa.String(200))
    position_kind: Mapped[PositionKind] = mapped_column(choice(PositionKind, "position_kind"))
    job_level: Mapped[JobLevel | None] = mapped_column(choice(JobLevel, "job_level"))
    acting: Mapped[Acting] = mapped_column(choice(Acting, "acting"), default=Acting.DEFINITIVE)
    leads_unit: Mapped[bool] = mapped_column(default=False)  # head of an independent unit: PUKM
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    assessor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    senior_assessor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    assessor_absent: Mapped[bool] = mapped_column(default=False)  # gone for good (p.89)
    #: state, body or organisation he serves with while the home penilai rates him (p.92)
    seconded_to: Mapped[str] = mapped_column(sa.String(200), default="")

    employee: Mapped[Employee] = relationship(
        back_populates="postings", foreign_keys=[employee_id], lazy="raise_on_sql"
    )
    unit: Mapped[Unit] = relationship(lazy="raise_on_sql")
    assessor: Mapped[Employee | None] = relationship(
        foreign_keys=[assessor_id], lazy="raise_on_sql"
    )
    senior_assessor: Mapped[Employee | None] = relationship(
        foreign_keys=[senior_assessor_id], lazy="raise_on_sql"
    )

    __table_args__ = (
        sa.CheckConstraint("ends_on >= starts_on", name="dates"),
        sa.CheckConstraint("assessor_id <> employee_id", name="not_own_assessor"),
        sa.CheckConstraint("senior_assessor_id <> employee_id", name="not_own_senior"),
    )

    def covers(self, day: date) -> bool:
        """Whether the post is held on ``day``."""
        return self.touches(day, day)

    def touches(self, first: date, last: date) -> bool:
        """Whether the post is held on some day from ``first`` to ``last``."""
        return self.starts_on <= last and (self.ends_on is None or first <= self.ends_on)

    @property
    def title(self) -> str:
        """The post as a signature block names it: "Plt. Kepala Puskesmas"."""
        prefix = {Acting.PLT: "Plt. ", Acting.PLH: "Plh. "}.get(self.acting, "")
        return prefix + self.position_name


def held_between(first: Any, last: Any, post: Any = Posting) -> sa.ColumnElement[bool]:
    """``Posting.touches`` as a condition of a query; days may be columns."""
    return sa.and_(post.starts_on <= last, sa.or_(post.ends_on.is_(None), post.ends_on >= first))


class StandIn(db.Model):
    """Somebody decides on journals in a penilai's place for some days.

    Delegation, or the Plt./Plh. of the penilai; ``title`` is stamped on each
    decision ("Plh. Kepala Seksi Pelayanan").
    """

    __tablename__ = "stand_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    assessor_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    delegate_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    kind: Mapped[StandInKind] = mapped_column(choice(StandInKind, "kind"))
    title: Mapped[str] = mapped_column(sa.String(250))
    basis: Mapped[str] = mapped_column(sa.String(300), default="")  # number of the letter
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(default=utc_now)
    recorded_by: Mapped[str] = mapped_column(sa.String(200))

    assessor: Mapped[Employee] = relationship(foreign_keys=[assessor_id], lazy="raise_on_sql")
    delegate: Mapped[Employee] = relationship(foreign_keys=[delegate_id], lazy="raise_on_sql")

    __table_args__ = (
        sa.CheckConstraint("ends_on >= starts_on", name="dates"),
        sa.CheckConstraint("assessor_id <> delegate_id", name="not_oneself"),
    )


class Account(db.Model):
    """A sign-in: by NIP through the employee, or by user name."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("employee.id"), unique=True)
    username: Mapped[str | None] = mapped_column(sa.String(60), unique=True)
    password_hash: Mapped[str | None] = mapped_column(sa.String(200))
    password_changed_at: Mapped[datetime | None]
    is_team: Mapped[bool] = mapped_column(default=False)
    is_admin: Mapped[bool] = mapped_column(default=False)
    uses_keys: Mapped[bool] = mapped_column(default=False)  # j k x a r ? on the desk
    disabled_at: Mapped[datetime | None]
    notice: Mapped[str] = mapped_column(sa.String(300), default="")  # shown once at next sign-in

    employee: Mapped[Employee | None] = relationship(back_populates="account", lazy="raise_on_sql")

    __table_args__ = (
        sa.CheckConstraint("employee_id IS NOT NULL OR username IS NOT NULL", name="name"),
    )


class UserSession(db.Model):
    """A signed-in browser; the cookie holds the token, the table its SHA-256."""

    __tablename__ = "user_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    expires_at: Mapped[datetime]  # absolute limit: 12 hours
    ended_at: Mapped[datetime | None]
    agent: Mapped[str] = mapped_column(sa.String(200), default="")
    address: Mapped[str] = mapped_column(sa.String(45), default="")

    account: Mapped[Account] = relationship(lazy="raise_on_sql")


class AccessCode(db.Model):
    """A one-time code for a first or forgotten password; only its hash is kept."""

    __tablename__ = "access_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    code_hash: Mapped[str] = mapped_column(sa.String(200))
    is_activation: Mapped[bool]  # 7 days instead of 15 minutes
    issued_by: Mapped[str] = mapped_column(sa.String(200))
    issued_at: Mapped[datetime] = mapped_column(default=utc_now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(lazy="raise_on_sql")


class SignInAttempt(db.Model):
    """A failed sign-in, kept for throttling; the name tried is stored as a hash."""

    __tablename__ = "sign_in_attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    name_hash: Mapped[str] = mapped_column(sa.String(64), index=True)
    address: Mapped[str] = mapped_column(sa.String(45), index=True)
    at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
