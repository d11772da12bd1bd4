"""Stored files that no row names any more."""

from collections.abc import Iterable

import sqlalchemy as sa

from skpweb import storage
from skpweb.extensions import db
from skpweb.office import portable
from skpweb.office.doctor import FILE_COLUMNS


def remove(digests: Iterable[str]) -> None:
    """Take away those that nothing names. Call it once the rows are gone for good."""
    for digest in set(digests):
        if not _is_named(digest):
            storage.remove(digest)


def _is_named(digest: str) -> bool:
    with db.engine.connect().execution_options(reads=True) as connection:
        return any(
            connection.scalar(sa.select(sa.exists().where(column == digest)))
            for table in portable.tables(connection)
            for column in table.columns
            if column.name in FILE_COLUMNS
        )
