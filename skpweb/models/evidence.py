"""Files of evidence (bukti dukung), by their SHA-256, and the entries they prove."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.people import Employee

#: which file proves which entries: one file may prove several
entry_evidence = sa.Table(
    "entry_evidence",
    db.metadata,
    sa.Column("entry_id", sa.ForeignKey("journal_entry.id"), primary_key=True),
    sa.Column("evidence_id", sa.ForeignKey("evidence.id"), primary_key=True, index=True),
)


class Evidence(db.Model):
    """A file somebody uploaded; photos were shrunk and stripped before storing.

    ``source_sha256`` is the hash of what was sent, so that the same file is
    recognised whoever sends it.
    """

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"))
    sha256: Mapped[str] = mapped_column(sa.String(64))
    source_sha256: Mapped[str] = mapped_column(sa.String(64), index=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    mimetype: Mapped[str] = mapped_column(sa.String(100))
    size: Mapped[int]  # bytes as stored
    added_at: Mapped[datetime] = mapped_column(default=utc_now)

    owner: Mapped[Employee] = relationship(lazy="raise_on_sql")

    __table_args__ = (
        sa.Index("ix_evidence_owner_id_added_at", "owner_id", "added_at"),
        sa.CheckConstraint("size > 0", name="size"),
        {"sqlite_autoincrement": True},  # the id of a deleted row never names another
    )
