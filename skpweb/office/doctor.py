"""Examine an installation: what is well, what is not, and what to do about it."""

import os
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from flask import current_app

from skpweb import audit, storage
from skpweb.extensions import db
from skpweb.office import portable
from skpweb.office.backup import stored_files
from skpweb.office.upgrade import revisions

LEAST_FREE = 500 * 1024 * 1024  #: bytes
OLDEST_BACKUP = 8  #: days
#: columns that name a stored file by its SHA-256
FILE_COLUMNS = ("sha256", "emblem_sha256")


@dataclass
class Finding:
    """One thing that was looked at, in a sentence."""

    is_well: bool
    text: str


Examination = Callable[[], Finding]


def examine() -> list[Finding]:
    """Everything, the database first; the rest rests on it where that is broken."""
    first = _database()
    if not first.is_well:
        return [first]
    rest: list[Examination] = [_integrity, _audit, _documents, _files, _disk, _key, _backups]
    return [first, *(look() for look in rest)]


def _database() -> Finding:
    try:
        with db.engine.connect().execution_options(reads=True) as connection:
            known = portable.revision(connection)
    except sa.exc.SQLAlchemyError as error:
        return Finding(False, f"Basis data tidak dapat dibuka: {getattr(error, 'orig', error)}")
    newest = revisions()[0]
    if known != newest:
        return Finding(
            False, f"Basis data pada skema {known}, program pada {newest}: jalankan serve."
        )
    return Finding(True, f"Basis data {db.engine.dialect.name} dapat dibuka, skema {known}.")


def _integrity() -> Finding:
    if db.engine.dialect.name != "sqlite":
        return Finding(True, "Keutuhan basis data dijaga oleh PostgreSQL.")
    with db.engine.connect().execution_options(reads=True) as connection:
        result = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    is_well = result == "ok" and orphan is None
    return Finding(
        is_well,
        "Basis data utuh." if is_well else f"Basis data rusak ({result}). Pulihkan cadangan.",
    )


def _audit() -> Finding:
    broken = audit.verify()
    if broken is None:
        return Finding(True, "Jejak audit utuh.")
    return Finding(False, f"Jejak audit tidak utuh mulai dari catatan nomor {broken}.")


def _documents() -> Finding:
    """Every file that a row names must be there."""
    missing = sorted(digest for digest in _named() if not storage_has(digest))
    if missing:
        return Finding(
            False, f"{len(missing)} berkas hilang, misalnya {missing[0]}. Pulihkan cadangan."
        )
    return Finding(True, "Semua berkas yang disebut dalam basis data ada.")


def storage_has(digest: str) -> bool:
    """Whether a file with this SHA-256 is stored."""
    return (storage.folder() / digest[:2] / digest).exists()


def _named() -> Iterator[str]:
    """SHA-256 of each file that a column names."""
    with db.engine.connect().execution_options(reads=True) as connection:
        for table in portable.tables(connection):
            for column in table.columns:
                if column.name in FILE_COLUMNS:
                    has_file = column.is_not(None), column != ""
                    query = sa.select(column).where(*has_file).distinct()
                    yield from connection.scalars(query)


def _files() -> Finding:
    bad = [file.name for file in stored_files() if not _is_sound(file.name)]
    if bad:
        return Finding(False, f"{len(bad)} berkas rusak, misalnya {bad[0]}. Pulihkan cadangan.")
    return Finding(True, "Isi semua berkas sesuai sidik jarinya.")


def _is_sound(digest: str) -> bool:
    try:
        storage.get(digest)
    except storage.Damaged:
        return False
    return True


def _disk() -> Finding:
    folder = _data()
    free = shutil.disk_usage(folder).free
    if not os.access(folder, os.W_OK):
        return Finding(False, f"Folder {folder} tidak dapat ditulisi.")
    text = f"Sisa ruang di {folder}: {free // 1024**2} MB."
    return Finding(free >= LEAST_FREE, text)


def _key() -> Finding:
    path = _data() / "secret_key"
    if os.name == "nt" or not path.exists():
        return Finding(True, "Kunci sesi dijaga oleh sistem atau pengaturan.")
    is_open = stat.S_IMODE(path.stat().st_mode) & 0o077
    if is_open:
        return Finding(False, f"{path} terbaca akun lain. Jalankan: chmod 600 {path}")
    return Finding(True, "Kunci sesi hanya terbaca pemiliknya.")


def _backups() -> Finding:
    files = list((_data() / "backups").glob("*.zip"))
    if not files:
        return Finding(
            False,
            "Belum ada cadangan. Jalankan perintah backup, lalu simpan berkasnya di tempat lain.",
        )
    age = int((time.time() - max(file.stat().st_mtime for file in files)) / 86400)
    return Finding(age <= OLDEST_BACKUP, f"Cadangan terbaru di folder data berumur {age} hari.")


def _data() -> Path:
    return Path(current_app.config["DATA_DIR"])
