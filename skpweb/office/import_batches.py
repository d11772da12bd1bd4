"""What happens to every uploaded list: kept with its preview, imported once, taken back once."""

from collections.abc import Callable
from typing import Any

from skpweb import audit, storage
from skpweb.audit import Witness
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.imports import ImportBatch, ImportKind

MOST_BYTES = 2 * 1024 * 1024
SHOWN_ROWS = 50
STALE = (
    "{} berubah sejak pratinjau dibuat. Tekan “Periksa lagi”, lalu impor dari pratinjau yang baru."
)
Record = dict[str, Any]


def keep(
    actor: Witness, kind: ImportKind, content: bytes, file_name: str, result: Record
) -> ImportBatch:
    """Keep a judged file, so that it need not be sent again. Nothing else is saved."""
    batch = ImportBatch(
        kind=kind,
        sha256=storage.put(content),
        file_name=file_name[-200:],
        checked_by=actor.display_name,
        result=result,
    )
    db.session.add(batch)
    audit.record(actor, _action(batch, "check"), batch, after={"counts": result["counts"]})
    return batch


def run(
    actor: Witness, batch: ImportBatch, result: Record, stale: str, verb: Callable[[], Record]
) -> None:
    """Let ``verb`` write, and keep what it answers for the way back.

    Raises ``Refused`` if the list was imported, or ``result`` is no longer what the
    preview showed (``stale`` names the data that changed).
    """
    if batch.applied_at is not None:
        raise Refused("Daftar ini sudah diimpor.")
    if result != batch.result:
        raise Refused(STALE.format(stale))
    batch.record = verb()
    batch.applied_at = utc_now()
    said = {"counts": batch.result["counts"], "sha256": batch.sha256}
    audit.record(actor, _action(batch, "apply"), batch, after=said)


def undo(actor: Witness, batch: ImportBatch, verb: Callable[[Record], None]) -> None:
    """Take an import back. Raises ``Refused`` where there is nothing to take back."""
    if batch.applied_at is None or batch.undone_at is not None:
        raise Refused("Impor ini sudah dibatalkan atau belum dijalankan.")
    verb(batch.record or {})
    batch.undone_at = utc_now()
    audit.record(actor, _action(batch, "undo"), batch, before={"counts": batch.result["counts"]})


def _action(batch: ImportBatch, verb: str) -> str:
    return f"import.{verb}" if batch.kind is ImportKind.STAFF else f"{batch.kind.value}.{verb}"
