"""Lists that were uploaded: checked, perhaps imported, perhaps taken back."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from skpweb.extensions import db
from skpweb.models.base import choice, utc_now


class ImportKind(StrEnum):
    """What a list is about."""

    STAFF = "staff"
    ATTENDANCE = "attendance"
    JOURNAL = "journal"


class ImportBatch(db.Model):
    """One uploaded list of staff, attendance or journal rows, kept by its SHA-256.

    ``result`` is what the preview shows (counts, the first rows, problems);
    ``record`` says what the import made and changed, so that it can be undone.
    """

    __tablename__ = "import_batch"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ImportKind] = mapped_column(choice(ImportKind, "kind"), default=ImportKind.STAFF)
    #: whose journal it is; None for lists of the office
    owner_id: Mapped[int | None] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    sha256: Mapped[str] = mapped_column(sa.String(64))
    file_name: Mapped[str] = mapped_column(sa.String(200))
    checked_at: Mapped[datetime] = mapped_column(default=utc_now)
    checked_by: Mapped[str] = mapped_column(sa.String(200))
    result: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    record: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)
    applied_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]

    __table_args__ = (
        sa.CheckConstraint(
            "undone_at IS NULL OR applied_at IS NOT NULL", name="undone_was_applied"
        ),
        {"sqlite_autoincrement": True},  # the id of a deleted row never names another
    )
