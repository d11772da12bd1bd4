"""Bring the database to the newest schema; never without a backup of what was there."""

from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from alembic.script import ScriptDirectory
from flask import current_app
from flask_migrate import upgrade

from skpweb.config import MIGRATIONS
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.office import portable
from skpweb.office.backup import BackupFailed, backup


class CannotUpgrade(RuntimeError):
    """The database stays as it is; the message says why."""


def bring_up_to_date(say: Callable[[str], object]) -> Path | None:
    """Migrate where needed; answers the backup that was made, None if none was due.

    Raises :class:`CannotUpgrade` on a database that is newer than this program,
    one that cannot be reached, and where the backup fails.
    """
    known = _known()
    if known == revisions()[0]:
        return None
    saved = None
    if known is not None:
        say("Membuat cadangan sebelum basis data diperbarui …")
        saved = _save(known)
        say(f"Cadangan: {saved}")
    say("Menyiapkan basis data …")
    upgrade()
    return saved


def revisions() -> list[str]:
    """Every schema revision that this program knows, the newest first."""
    return [script.revision for script in ScriptDirectory(MIGRATIONS).walk_revisions()]


def _known() -> str | None:
    try:
        with db.engine.connect().execution_options(reads=True) as connection:
            known = portable.revision(connection)
    except sa.exc.OperationalError as error:
        raise CannotUpgrade(f"Basis data tidak dapat dibuka: {error.orig}") from error
    if known is not None and known not in revisions():
        raise CannotUpgrade(
            "Basis data ini sudah diperbarui oleh skpweb yang lebih baru. Pasang versi itu lagi, "
            "atau pulihkan cadangan yang lebih lama ke folder kosong."
        )
    return known


def _save(known: str) -> Path:
    folder = Path(current_app.config["DATA_DIR"]) / "backups"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"before-upgrade-from-{known}-{utc_now():%Y%m%d-%H%M%S}.zip"
    try:
        backup(path)
    except BackupFailed as error:
        raise CannotUpgrade(f"Tidak diperbarui, karena cadangan gagal. {error}") from error
    return path
