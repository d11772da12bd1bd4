"""What spares typing: drafts of unsent text, and patterns of entries that come again."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain.terms import Duty
from skpweb.extensions import db
from skpweb.models.base import choice, utc_now
from skpweb.models.journal import ActionStep


class Draft(db.Model):
    """What an account was typing in a form and has not sent: one per form."""

    __tablename__ = "draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    form: Mapped[str] = mapped_column(sa.String(60))  # "journal", "entry-12"
    fields: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    saved_at: Mapped[datetime] = mapped_column(default=utc_now, onupdate=utc_now)

    __table_args__ = (sa.UniqueConstraint("account_id", "form"),)


class EntryPattern(db.Model):
    """A favourite entry; with weekdays it is offered on those days.

    ``weekdays`` is a set of bits, Monday the lowest: 0 for a plain favourite.
    """

    __tablename__ = "entry_pattern"

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    activity: Mapped[str] = mapped_column(sa.String(1000))
    step_id: Mapped[int | None] = mapped_column(sa.ForeignKey("action_step.id"))
    rhk_key: Mapped[str] = mapped_column(sa.String(32), default="")
    duty: Mapped[Duty] = mapped_column(choice(Duty, "duty"), default=Duty.OTHER)
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    realisation: Mapped[int | None]
    unit: Mapped[str] = mapped_column(sa.String(60), default="")
    weekdays: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(default=utc_now)

    step: Mapped[ActionStep | None] = relationship(lazy="raise_on_sql")

    __table_args__ = (
        sa.CheckConstraint("weekdays BETWEEN 0 AND 127", name="weekdays"),
        sa.CheckConstraint("realisation >= 0", name="realisation"),
        sa.CheckConstraint("ends_at > starts_at", name="times"),
        {"sqlite_autoincrement": True},  # the id of a deleted row never names another
    )
