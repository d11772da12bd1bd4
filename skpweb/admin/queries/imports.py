"""What the pages about uploaded lists load."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import defer

from skpweb.extensions import db
from skpweb.models.imports import ImportBatch, ImportKind


def batch(person: Any, batch_id: int) -> ImportBatch | None:
    """An uploaded staff list."""
    return _of_kind(ImportKind.STAFF, batch_id)


def recap(person: Any, recap_id: int) -> ImportBatch | None:
    """An uploaded attendance recap."""
    return _of_kind(ImportKind.ATTENDANCE, recap_id)


def recent(kind: ImportKind) -> list[ImportBatch]:
    """The last ten lists of a kind, without the bulky record."""
    query = sa.select(ImportBatch).where(ImportBatch.kind == kind)
    query = query.options(defer(ImportBatch.record)).order_by(ImportBatch.id.desc())
    return list(db.session.scalars(query.limit(10)))


def _of_kind(kind: ImportKind, batch_id: int) -> ImportBatch | None:
    """A list of another kind does not exist here: its content is read differently."""
    query = sa.select(ImportBatch).where(ImportBatch.id == batch_id, ImportBatch.kind == kind)
    return db.session.scalar(query)
