"""Facts about the running installation, each cheap enough for every visit."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from flask import current_app

from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.people import SignInAttempt


@dataclass(frozen=True)
class Backup:
    """A backup file in the data folder."""

    name: str
    size: int
    made_at: datetime


def database_size() -> int:
    """Bytes of the database."""
    if db.engine.dialect.name == "postgresql":
        return db.session.scalar(sa.text("SELECT pg_database_size(current_database())")) or 0
    path = Path(str(db.engine.url.database))
    return sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*"))


def free_space() -> tuple[int, int]:
    """Free and total bytes where the data folder lies."""
    usage = shutil.disk_usage(current_app.config["DATA_DIR"])
    return usage.free, usage.total


def failed_sign_ins(hours: int = 24) -> int:
    """Failed attempts of the last hours."""
    query = sa.select(sa.func.count(SignInAttempt.id)).where(
        SignInAttempt.at > utc_now() - timedelta(hours=hours)
    )
    return db.session.scalar(query) or 0


def backup_folder() -> Path:
    """Where backups made here are kept."""
    return Path(current_app.config["DATA_DIR"]) / "backups"


def backups() -> list[Backup]:
    """The newest ten backups."""
    files = [(path, path.stat()) for path in backup_folder().glob("*.zip")]
    files.sort(key=lambda pair: pair[1].st_mtime, reverse=True)
    zone = utc_now().tzinfo
    return [
        Backup(path.name, facts.st_size, datetime.fromtimestamp(facts.st_mtime, zone))
        for path, facts in files[:10]
    ]
