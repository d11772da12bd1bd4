"""Run the migrations on the app's own engine, each in a transaction."""

from typing import Any

import sqlalchemy as sa
from alembic import context
from flask import current_app

from skpweb.models.base import UtcDateTime

extension = current_app.extensions["migrate"]


def plain_types(kind: str, item: Any, _autogen: Any) -> str | bool:
    """Write our times into migrations as plain date-times."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcDateTime) else False


def run() -> None:
    """Upgrade or downgrade; SQLite's foreign keys rest while tables are rebuilt."""
    engine = extension.db.engine
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if is_sqlite:
            foreign_keys(connection, "OFF")
        try:
            migrate(connection, is_sqlite)
        finally:
            connection.rollback()  # nothing is left to roll back, unless it failed
            if is_sqlite:
                foreign_keys(connection, "ON")


def migrate(connection: sa.Connection, is_sqlite: bool) -> None:
    """All steps in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=extension.db.metadata,
        render_item=plain_types,
        **extension.configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()
        if is_sqlite:
            refuse_orphans(connection)
    connection.commit()


def foreign_keys(connection: sa.Connection, state: str) -> None:
    """Let them rest or work; SQLite hears it only outside a transaction, so not through ours."""
    connection.connection.cursor().execute(f"PRAGMA foreign_keys={state}")


def refuse_orphans(connection: sa.Connection) -> None:
    """A row that points at nothing must not come out of a migration."""
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphans:
        raise RuntimeError(f"rows point at nothing: {[tuple(row) for row in orphans[:5]]}")


run()
