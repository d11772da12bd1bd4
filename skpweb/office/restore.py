"""A backup into an empty installation, on either database."""

import zipfile
from pathlib import Path

import sqlalchemy as sa
from flask_migrate import upgrade
from sqlalchemy.engine import Connection

from skpweb import audit, storage
from skpweb.extensions import db
from skpweb.office import portable
from skpweb.office.backup import BackupFailed, Manifest, check
from skpweb.office.upgrade import revisions

FOREIGN_KEYS = """
    SELECT conrelid::regclass::text AS owner, conname AS name, pg_get_constraintdef(oid) AS rule
    FROM pg_constraint
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
"""


def restore(path: Path) -> Manifest:
    """Check the backup, then fill the empty database and the file store from it.

    An older backup is read in at its own schema and brought up to date. Raises
    :class:`BackupFailed` before anything is written when the backup is damaged
    or newer than this program, or the database holds rows already.
    """
    manifest = check(path)
    if manifest.schema not in revisions():
        raise BackupFailed("Cadangan ini dibuat oleh skpweb yang lebih baru. Perbarui dulu.")
    _refuse_rows()
    upgrade(revision=manifest.schema)
    with zipfile.ZipFile(path) as archive:
        for digest in manifest.files:
            storage.put(archive.read(f"files/{digest}"))
        _fill(archive, manifest)
    upgrade()
    broken = audit.verify()
    if broken is not None:
        raise BackupFailed(f"Jejak audit dalam cadangan tidak utuh mulai dari nomor {broken}.")
    return manifest


def _refuse_rows() -> None:
    with db.engine.connect().execution_options(reads=True) as connection:
        for table in portable.tables(connection):
            if connection.execute(sa.select(table).limit(1)).first() is not None:
                raise BackupFailed(
                    "Basis data tujuan sudah berisi data. Pilih folder atau basis data kosong."
                )
        known = portable.revision(connection)
    if known is not None and known not in revisions():
        raise BackupFailed("Basis data tujuan dibuat oleh skpweb yang lebih baru.")


def _fill(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """All rows in one transaction; the foreign keys are judged at its end."""
    is_sqlite = db.engine.dialect.name == "sqlite"
    with db.engine.connect() as connection:
        if is_sqlite:
            # outside any transaction: the driver connection itself takes the pragma
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            keys = [] if is_sqlite else _drop_keys(connection)
            for table in portable.tables(connection):
                _fill_table(connection, archive, table, manifest)
            if is_sqlite:
                _judge_keys(connection)
            for owner, name, rule in keys:
                connection.exec_driver_sql(f'ALTER TABLE {owner} ADD CONSTRAINT "{name}" {rule}')
        connection.invalidate()  # a connection without foreign keys must not be used again


def _fill_table(
    connection: Connection, archive: zipfile.ZipFile, table: sa.Table, manifest: Manifest
) -> None:
    with archive.open(f"tables/{table.name}.jsonl") as rows:
        count = portable.load(connection, table, iter(rows))
    if count != manifest.tables[table.name]["rows"]:
        raise BackupFailed(f"Tabel {table.name} tidak lengkap: {count} baris.")
    if connection.dialect.name == "postgresql":
        _continue_numbers(connection, table)


def _drop_keys(connection: Connection) -> list[tuple[str, str, str]]:
    found = [tuple(row) for row in connection.execute(sa.text(FOREIGN_KEYS))]
    for owner, name, _rule in found:
        connection.exec_driver_sql(f'ALTER TABLE {owner} DROP CONSTRAINT "{name}"')
    return found


def _judge_keys(connection: Connection) -> None:
    orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if orphan is not None:
        raise BackupFailed(f"Cadangan rusak: baris tanpa induk di tabel {orphan[0]}.")


def _continue_numbers(connection: Connection, table: sa.Table) -> None:
    """New rows are numbered after the restored ones."""
    for column in table.primary_key.columns:
        newest = connection.scalar(sa.select(sa.func.max(column)))
        if newest and "nextval" in str(getattr(column.server_default, "arg", "")):
            sequence = sa.func.pg_get_serial_sequence(table.name, column.name)
            connection.execute(sa.select(sa.func.setval(sequence, newest)))
