"""One file with everything: all rows, all stored files, and a manifest to check them by.

The same form for SQLite and PostgreSQL, so that an office can move from one to
the other. The signing key and ``config.toml`` are not in it: a backup travels.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from skpweb import storage
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.office import portable
from skpweb.version import __version__

FORMAT = 1
MANIFEST = "manifest.json"
CHUNK = 1024 * 1024


class BackupFailed(RuntimeError):
    """A backup that cannot be written, read or restored; the message says why."""


@dataclass
class Manifest:
    """What a backup holds. ``tables``: rows and SHA-256 of each; ``files``: bytes of each."""

    format: int = FORMAT
    version: str = ""
    schema: str | None = None
    created_at: str = ""
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(table["rows"] for table in self.tables.values())


def backup(path: Path) -> Manifest:
    """Write a backup to ``path``, read it back and check it.

    People may go on working meanwhile: all rows are of one moment. The file
    gets its name when it is whole. Raises :class:`BackupFailed`.
    """
    if path.exists():
        raise BackupFailed(f"Berkas {path} sudah ada. Pilih nama lain.")
    partial = path.with_name(path.name + ".partial")
    try:
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
            _write(archive)
        check(partial)
        _sync(partial)
        os.replace(partial, path)
    except OSError as error:
        raise BackupFailed(f"Berkas {path} tidak dapat ditulis: {error.strerror}.") from error
    finally:
        partial.unlink(missing_ok=True)
    return check(path)


def check(path: Path) -> Manifest:
    """The manifest, after every row and file was compared with it."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = read_manifest(archive)
            for name, table in manifest.tables.items():
                with archive.open(f"tables/{name}.jsonl") as content:
                    _compare(name, _digest(content), table["sha256"])
            for digest in manifest.files:
                with archive.open(f"files/{digest}") as content:
                    _compare(digest, _digest(content), digest)
    except FileNotFoundError as error:
        raise BackupFailed(f"Berkas {path} tidak ada.") from error
    except (OSError, zipfile.BadZipFile, KeyError, EOFError) as error:
        raise BackupFailed(f"Berkas {path} rusak atau bukan cadangan skpweb.") from error
    return manifest


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    """The manifest of an open backup; refuses one of an unknown form."""
    try:
        manifest = Manifest(**json.loads(archive.read(MANIFEST)))
    except (ValueError, TypeError) as error:
        raise BackupFailed("Daftar isi cadangan tidak dapat dibaca.") from error
    if manifest.format != FORMAT:
        raise BackupFailed("Cadangan ini dibuat oleh skpweb yang lebih baru. Perbarui dulu.")
    return manifest


def _write(archive: zipfile.ZipFile) -> None:
    manifest = Manifest(version=__version__, created_at=utc_now().isoformat())
    options: dict[str, Any] = {"reads": True}
    if db.engine.dialect.name == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
    with db.engine.connect().execution_options(**options) as connection:
        manifest.schema = portable.revision(connection)
        for table in portable.tables(connection):
            rows = portable.lines(connection, table)
            manifest.tables[table.name] = _write_rows(archive, table.name, rows)
    for file in stored_files():  # after the rows: no row is without its file
        archive.write(file, f"files/{file.name}")
        manifest.files[file.name] = file.stat().st_size
    archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))


def _write_rows(archive: zipfile.ZipFile, name: str, rows: Iterator[bytes]) -> dict[str, Any]:
    digest, count = hashlib.sha256(), 0
    with archive.open(f"tables/{name}.jsonl", "w", force_zip64=True) as target:
        for line in rows:
            target.write(line)
            digest.update(line)
            count += 1
    return {"rows": count, "sha256": digest.hexdigest()}


def stored_files() -> list[Path]:
    """All stored files; what is being written at this moment has another name."""
    return sorted(file for file in storage.folder().glob("??/*") if len(file.name) == 64)


def _digest(content: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := content.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _compare(name: str, found: str, expected: str) -> None:
    if found != expected:
        raise BackupFailed(f"Cadangan rusak: isi {name} tidak sama dengan daftar isinya.")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
