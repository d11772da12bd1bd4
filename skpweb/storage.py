"""Files by their SHA-256 in a local folder: written once, never changed."""

import hashlib
import os
import tempfile
from pathlib import Path

from flask import current_app


class Damaged(RuntimeError):
    """A stored file is missing or is not what its name says."""


def put(content: bytes) -> str:
    """Store ``content``; answers its SHA-256. Storing it twice is harmless.

    The file is synced before it gets its name, so that a power cut leaves
    either the whole file or none.
    """
    digest = hashlib.sha256(content).hexdigest()
    target = _path(digest)
    if target.exists():
        return digest
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(name, target)
    return digest


def get(digest: str) -> bytes:
    """The content behind a SHA-256. Raises :class:`Damaged` if it is gone or altered."""
    try:
        content = _path(digest).read_bytes()
    except OSError as error:
        raise Damaged(digest) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise Damaged(digest)
    return content


def remove(digest: str) -> None:
    """Take a file away that no row names any more; one that is gone already is no matter."""
    _path(digest).unlink(missing_ok=True)


def folder() -> Path:
    """The folder with all stored files."""
    return Path(current_app.config["STORAGE_URL"] or current_app.config["DATA_DIR"]) / "files"


def _path(digest: str) -> Path:
    return folder() / digest[:2] / digest
