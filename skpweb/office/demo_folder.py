"""The throw-away folder of the demo: never somebody's real data."""

import os
import shutil
from pathlib import Path

from skpweb.office.demo.people import PASSWORD
from skpweb.office.demo.staff import HUMANS

DEFAULT = "demo-data"
MARK = "ini-data-contoh.txt"
TEXT = "Folder ini berisi data contoh. Aman dihapus; perintah demo --fresh menggantinya.\n"
WELCOME = (
    ("PLK", "pegawai dengan SKP yang sedang berjalan"),
    ("KSP", "pejabat penilai dengan meja persetujuan yang penuh"),
    ("CAM", "camat: atasan dari pejabat penilai"),
    ("KSU", "tim pengelola kinerja"),
)


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


def welcome() -> str:
    """Who can sign in, one line each; the other people have the same password."""
    numbers = {human.key: human.nip for human in HUMANS}
    lines = [f"  {numbers[key]}  {what}" for key, what in WELCOME]
    return "\n".join(
        ["Akun contoh (NIP):", *lines, f"  {'admin':18}  admin teknis", f"Kata sandi: {PASSWORD}"]
    )


def _mark(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).write_text(TEXT, encoding="utf-8")
    except OSError as error:
        raise NotADemo(f"folder {folder} tidak dapat ditulisi: {error.strerror}.") from error
