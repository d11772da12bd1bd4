"""A person's own list of journal rows: preview it, save its new rows, take them back.

A preview keeps the list and nothing else. What was saved can be taken back as
one, until somebody has decided on any of it.
"""

from typing import Any

import sqlalchemy as sa
from flask_login import current_user

from skpweb import audit, storage
from skpweb.documents.spreadsheet import Unreadable
from skpweb.domain.lifecycle import EntryState, Refused
from skpweb.extensions import db
from skpweb.journal import list_check, writing
from skpweb.models.base import utc_now
from skpweb.models.evidence import entry_evidence
from skpweb.models.imports import ImportBatch, ImportKind
from skpweb.models.journal import JournalEntry
from skpweb.office import journal_list
from skpweb.office.journal_list import Listing
from skpweb.office.journal_rows import Row
from skpweb.web import formats

SHOWN_ROWS = 100
MOST_SAVED = 100  #: entries in one go, so that nobody else waits long
UNDECIDED = (EntryState.SUBMITTED, EntryState.UNCONFIRMED)
NOT_HIS = "Lembar lapangan ini dibuat untuk pegawai lain. Unggah dari akun pemilik lembarnya."


def preview(content: bytes, name: str, listing: Listing) -> ImportBatch:
    """Judge a list and keep it, so that it need not be sent again; flushed."""
    list_check.judge(listing, current_user.employee_id)
    batch = ImportBatch(
        kind=ImportKind.JOURNAL,
        owner_id=current_user.employee_id,
        sha256=storage.put(content),
        file_name=name[-200:],
        checked_by=current_user.display_name,
        result=summary(listing),
    )
    db.session.add(batch)
    _log("journal.check", batch)
    return batch


def refuse_others(listing: Listing, nip: str | None) -> None:
    """Raise ``Unreadable`` for the field sheet of somebody else."""
    if listing.nip and nip and listing.nip != nip:
        raise Unreadable(NOT_HIS)


def save(batch: ImportBatch, listing: Listing) -> int:
    """Write the new rows, as they are judged now; how many. Raises ``Refused``."""
    db.session.refresh(batch, with_for_update=True)
    if batch.applied_at is not None:
        raise Refused("Daftar ini sudah disimpan.")
    known = list_check.judge(listing, batch.owner_id)
    batch.result = summary(listing)
    rows = listing.of("new")[:MOST_SAVED]
    if not rows:
        raise Refused("Tidak ada lagi baris yang bisa disimpan. Periksa keterangan tiap baris.")
    for row in rows:
        writing.keep(
            list_check.work(row, listing.source), batch.owner_id,
            source=listing.source, batch_id=batch.id, known=known,
        )  # fmt: skip
    batch.applied_at, batch.record = utc_now(), {"saved": len(rows)}
    _log("journal.apply", batch)
    return len(rows)


def undo(batch: ImportBatch) -> int:
    """Take the saved rows back; how many. Raises ``Refused`` once one is decided on."""
    db.session.refresh(batch, with_for_update=True)
    if batch.applied_at is None or batch.undone_at is not None:
        raise Refused("Impor ini sudah dibatalkan atau belum disimpan.")
    rows = db.session.execute(
        sa.select(JournalEntry.id, JournalEntry.state)
        .where(JournalEntry.batch_id == batch.id)
        .with_for_update()
    ).all()
    if decided := sum(state not in UNDECIDED for _, state in rows):
        raise Refused(
            f"Impor ini tidak bisa dibatalkan lagi: {decided} kegiatannya sudah diputuskan "
            "penilai. Kegiatan lain bisa dihapus satu-satu."
        )
    mine = sa.select(JournalEntry.id).where(JournalEntry.batch_id == batch.id)
    db.session.execute(sa.delete(entry_evidence).where(entry_evidence.c.entry_id.in_(mine)))
    db.session.execute(sa.delete(JournalEntry).where(JournalEntry.batch_id == batch.id))
    batch.undone_at = utc_now()
    _log("journal.undo", batch)
    return len(rows)


def pasted_text(batch: ImportBatch) -> str:
    """What was pasted, to be mended; "" for a file."""
    if not batch.result["is_text"]:
        return ""
    return journal_list.text_of(storage.get(batch.sha256))


def summary(listing: Listing) -> dict[str, Any]:
    """Counts and the first rows (wrong ones first), fit for JSON."""
    ordered = listing.of("bad") + [row for row in listing.rows if row.kind != "bad"]
    return {
        "counts": {kind: len(listing.of(kind)) for kind in ("new", "known", "bad")},
        "rows": [_shown(row) for row in ordered[:SHOWN_ROWS]],
        "source": listing.source.value,
        "is_text": listing.is_text,
    }


def _shown(row: Row) -> dict[str, Any]:
    hours = [row.text(key) for key in ("starts_at", "ends_at")]
    if row.starts_at and row.ends_at:
        hours = [f"{row.starts_at:%H.%M}", f"{row.ends_at:%H.%M}"]
    return {
        "number": row.number,
        "kind": row.kind,
        "day": formats.tanggal(row.day) if row.day else row.text("day")[:40],
        "hours": "–".join(filter(None, hours))[:40],
        "activity": row.activity,
        "result": f"{row.text('realisation')[:20]} {row.unit}".strip(),
        "problems": row.problems,
        "notices": row.notices,
    }


def _log(action: str, batch: ImportBatch) -> None:
    audit.record(
        current_user, action, batch, after={"counts": batch.result["counts"]},
        owner_id=batch.owner_id,
    )  # fmt: skip
