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
    with engine.connect() as connection:
        is_sqlite = engine.dialect.name == "sqlite"
        if is_sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.commit()
        context.configure(
            connection=connection,
            target_metadata=extension.db.metadata,
            render_item=plain_types,
            **extension.configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()
        if is_sqlite:
            connection.execute(sa.text("PRAGMA foreign_keys=ON"))


run()
