"""The audit trail: append-only rows in a hash chain, and its head."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from skpweb.extensions import db


class AuditEvent(db.Model):
    """Something that was done, by whom and in which capacity. Triggers refuse changes."""

    __tablename__ = "audit_event"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    account_id: Mapped[int | None]
    actor_name: Mapped[str] = mapped_column(sa.String(200))
    capacity: Mapped[str] = mapped_column(sa.String(200))
    action: Mapped[str] = mapped_column(sa.String(60), index=True)
    subject_kind: Mapped[str] = mapped_column(sa.String(30))
    subject_id: Mapped[int | None]
    owner_id: Mapped[int | None] = mapped_column(index=True)  # employee whose data it is
    before: Mapped[Any | None] = mapped_column(sa.JSON)
    after: Mapped[Any | None] = mapped_column(sa.JSON)
    reason: Mapped[str] = mapped_column(sa.String(2000))
    address: Mapped[str] = mapped_column(sa.String(45))
    previous_hash: Mapped[str] = mapped_column(sa.String(64))
    hash: Mapped[str] = mapped_column(sa.String(64))

    __table_args__ = (sa.Index("ix_audit_event_subject", "subject_kind", "subject_id"),)


class AuditHead(db.Model):
    """Number and hash of the newest event; its row lock queues the writers."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    hash: Mapped[str] = mapped_column(sa.String(64))


class Heartbeat(db.Model):
    """The single row that the health check really writes and reads."""

    __tablename__ = "heartbeat"

    id: Mapped[int] = mapped_column(primary_key=True)
    beat: Mapped[str] = mapped_column(sa.String(40))
