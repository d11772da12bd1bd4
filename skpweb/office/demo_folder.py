"""The throw-away folder of the demo: never somebody's real data."""

import os
import shutil
from pathlib import Path

DEFAULT = "demo-data"
MARK = "ini-data-contoh.txt"
TEXT = "Folder ini berisi data contoh. Aman dihapus; perintah demo --fresh menggantinya.\n"


class NotADemo(RuntimeError):
    """The folder holds something that the demo must not touch."""


def prepare(fresh: bool) -> Path:
    """Point the settings at a marked demo folder; ``fresh`` empties it first.

    The demo always has its own SQLite database, whatever the settings say.
    Raises :class:`NotADemo` on a folder with other content.
    """
    folder = Path(os.environ.get("SKPWEB_DATA_DIR") or DEFAULT).expanduser().resolve()
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise NotADemo(f"folder {folder} bukan folder data contoh; pilih yang lain dengan --data.")
    if fresh and folder.exists():
        shutil.rmtree(folder)
    _mark(folder)
    for name in ("DATABASE_URL", "STORAGE_URL"):
        os.environ.pop(f"SKPWEB_{name}", None)
    os.environ.update(SKPWEB_DATA_DIR=str(folder), SKPWEB_DEMO="1")
    return folder


def _mark(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).write_text(TEXT, encoding="utf-8")
    except OSError as error:
        raise NotADemo(f"folder {folder} tidak dapat ditulisi: {error.strerror}.") from error
