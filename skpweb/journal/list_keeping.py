"""How long a preview of one's list is kept that was never saved, and how many of them."""

from dataclasses import dataclass, field
from datetime import timedelta

import sqlalchemy as sa

from skpweb import audit
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.imports import ImportBatch, ImportKind

KEPT = timedelta(days=30)
MOST_WAITING = 20  #: previews of one person
FULL = (
    "Paling banyak 20 daftar yang belum disimpan disimpan sebagai pratinjau. "
    "Pratinjau terlama Anda dihapus; tempel atau unggah lagi bila masih perlu."
)


@dataclass
class Gone:
    """Files of the previews that were dropped, and whether there were too many of them."""

    files: list[str] = field(default_factory=list)
    is_full: bool = False


def make_room(person: Actor) -> Gone:
    """Drop my previews that are old or too many for one more; the caller commits."""
    gone, since = Gone(), utc_now() - KEPT
    for place, batch in enumerate(db.session.scalars(_waiting(person)).all(), start=1):
        is_old = batch.checked_at < since
        if is_old or place >= MOST_WAITING:
            gone.files.append(batch.sha256)
            gone.is_full |= not is_old
            audit.record(person, "journal.drop", batch, owner_id=batch.owner_id)
            db.session.delete(batch)
    return gone


def _waiting(person: Actor) -> sa.Select[tuple[ImportBatch]]:
    """The newest first."""
    mine = ImportBatch.owner_id == person.employee_id, ImportBatch.applied_at.is_(None)
    query = sa.select(ImportBatch).where(ImportBatch.kind == ImportKind.JOURNAL, *mine)
    return query.order_by(ImportBatch.id.desc())
