"""What the pages about staff lists load."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import defer

from skpweb.extensions import db
from skpweb.models.imports import ImportBatch


def batch(person: Any, batch_id: int) -> ImportBatch | None:
    """An uploaded list by its id."""
    return db.session.get(ImportBatch, batch_id)


def recent() -> list[ImportBatch]:
    """The last ten uploaded lists, without the bulky record."""
    query = sa.select(ImportBatch).options(defer(ImportBatch.record))
    return list(db.session.scalars(query.order_by(ImportBatch.id.desc()).limit(10)))
