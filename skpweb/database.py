"""How the database is spoken to: SQLite's pragmas and who begins which transaction.

On both databases writers queue from the start of their transaction, so that
what a view read before it writes is still true when it writes.
"""

import sqlite3
from typing import Any

import sqlalchemy as sa
from flask import Flask, has_request_context, request
from sqlalchemy.engine import Connection

from skpweb.extensions import db
from skpweb.web import headers

SAMPLE = 1000  #: rows of an index that are looked at, so that it takes no time in large ones
WRITERS = 20220628  #: any number, but the same one for every process of this application


def init_app(app: Flask) -> None:
    """Bind the engine and teach it this house's transactions."""
    db.init_app(app)
    with app.app_context():
        engine = db.engine
    headers.watch(engine)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _pragmas)
        sa.event.listen(engine, "begin", _begin)
    else:
        sa.event.listen(engine, "begin", _queue)


def learn() -> None:
    """Let the database see how its rows are spread: else it may walk through everybody's.

    PostgreSQL does so by itself after a while, SQLite never. Needs an application context.
    """
    with db.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA analysis_limit={SAMPLE}")
        connection.exec_driver_sql("ANALYZE")
    db.engine.dispose()  # connections that are open do not read it again


def _pragmas(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the "begin" event begins, not the driver
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=15000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Writers queue from the start: a deferred transaction would fail or lose updates."""
    connection.exec_driver_sql("BEGIN" if _only_reads(connection) else "BEGIN IMMEDIATE")


def _queue(connection: Connection) -> None:
    """The same queue on PostgreSQL; the lock goes with the transaction."""
    if not _only_reads(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")


def _only_reads(connection: Connection) -> bool:
    reads = has_request_context() and request.method in ("GET", "HEAD", "OPTIONS")
    options = connection.get_execution_options()
    return bool(options.get("reads", reads) and not options.get("writes"))
