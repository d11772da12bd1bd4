"""Rows as JSON lines: the same text from SQLite and PostgreSQL, read back into either.

Tables are looked up in the database itself (reflection), not in the models, so
a database that is older than the code can be written out and read in as well.
"""

import base64
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

VERSION_TABLE = "alembic_version"
BATCH = 500

READERS: dict[type[Any], Callable[[Any], Any]] = {
    sa.DateTime: datetime.fromisoformat,
    sa.Date: date.fromisoformat,
    sa.Time: time.fromisoformat,
    sa.LargeBinary: base64.b64decode,
    sa.Numeric: Decimal,
}


def tables(connection: Connection) -> list[sa.Table]:
    """All tables of the database in the order of their names."""
    found = sa.MetaData()
    found.reflect(connection)
    return [found.tables[name] for name in sorted(found.tables) if name != VERSION_TABLE]


def revision(connection: Connection) -> str | None:
    """The schema revision of the database; None when it is empty."""
    if not sa.inspect(connection).has_table(VERSION_TABLE):
        return None
    number: sa.ColumnClause[str] = sa.column("version_num")
    return connection.scalar(sa.select(number).select_from(sa.table(VERSION_TABLE)))


def lines(connection: Connection, table: sa.Table) -> Iterator[bytes]:
    """Every row of a table as one line of JSON, in the order of its key."""
    columns = [
        sa.cast(column, sa.Text).label(column.name) if _is_json(column) else column
        for column in table.columns
    ]
    query = sa.select(*columns).order_by(*table.primary_key.columns)
    result = connection.execute(query, execution_options={"yield_per": BATCH})
    for row in result.mappings():
        text = json.dumps(dict(row), default=_plain, ensure_ascii=False, separators=(",", ":"))
        yield text.encode() + b"\n"


def load(connection: Connection, table: sa.Table, rows: Iterator[bytes]) -> int:
    """Insert the rows of :func:`lines`; answers how many. Foreign keys must rest."""
    for column in table.columns:
        if _is_json(column):
            column.type = sa.types.NULLTYPE  # its text goes in as it came out
    readers = {column.name: _reader(column) for column in table.columns}
    count, batch = 0, []
    for line in rows:
        batch.append(_row(line, readers))
        if len(batch) == BATCH:
            connection.execute(sa.insert(table), batch)
            count, batch = count + len(batch), []
    if batch:
        connection.execute(sa.insert(table), batch)
    return count + len(batch)


def _row(line: bytes, readers: dict[str, Callable[[Any], Any]]) -> dict[str, Any]:
    return {
        name: None if value is None else readers[name](value)
        for name, value in json.loads(line).items()
    }


def _reader(column: sa.Column[Any]) -> Callable[[Any], Any]:
    if isinstance(column.type, sa.Float):
        return float
    for kind, reader in READERS.items():
        if isinstance(column.type, kind):
            return reader
    return lambda value: value


def _is_json(column: sa.Column[Any]) -> bool:
    return isinstance(column.type, sa.JSON)


def _plain(value: Any) -> Any:
    if isinstance(value, date | time):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"a column holds {type(value).__name__}, which a backup cannot write")
