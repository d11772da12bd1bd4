"""A file on its way in: checked, redrawn, kept within the quota, tied to entries.

``prepare`` works on bytes alone and takes its time; call it before the transaction.
``keep`` and ``attach`` write; the caller commits. Only what is kept is written to the
disk, so that nobody fills it past his quota.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from skpweb import storage
from skpweb.evidence import kinds, photos
from skpweb.evidence.refusal import Unfit
from skpweb.extensions import db
from skpweb.models.evidence import Evidence, entry_evidence

MEGABYTE = 1024 * 1024
LARGEST = 5 * MEGABYTE  #: bytes of one file as sent
TOO_LARGE = "Berkas lebih dari 5 MB. Perkecil fotonya, atau simpan di Drive dan kirim tautannya."


@dataclass(frozen=True)
class Prepared:
    """A file that can be kept."""

    name: str
    kind: kinds.Kind
    content: bytes
    source_sha256: str


@dataclass(frozen=True)
class Quota:
    """How many megabytes of files a person may add since a moment (the year's beginning)."""

    owner_id: int
    megabytes: int
    since: datetime

    def refuse(self, used: int, more: int) -> None:
        """Raises :class:`Unfit` where ``more`` bytes beside ``used`` are too many."""
        if used + more > self.megabytes * MEGABYTE:
            raise Unfit(
                f"Jatah berkas Anda tahun ini sudah penuh ({self.megabytes} MB). "
                "Pakai tautan, atau hubungi admin kantor."
            )


def prepare(name: str, content: bytes) -> Prepared:
    """Check a sent file and redraw a photo. Raises :class:`Unfit` with what to do."""
    if len(content) > LARGEST:
        raise Unfit(TOO_LARGE)
    cleaned = kinds.file_name(name)
    kind = kinds.recognise(cleaned, content)
    source = hashlib.sha256(content).hexdigest()
    if kind.is_photo:
        kind, content = photos.redrawn(kind, content)
    return Prepared(cleaned.with_ending(kind), kind, content, source)


def check_quota(prepared: Prepared, quota: Quota) -> None:
    """Raises :class:`Unfit` where the quota has no room; reads only, outside the transaction."""
    with db.engine.connect().execution_options(reads=True) as connection:
        if connection.scalar(_same(prepared, quota)) is None:
            quota.refuse(connection.scalar(_used(quota)) or 0, len(prepared.content))


def keep(prepared: Prepared, quota: Quota) -> Evidence:
    """Store a file and its row; the row there is if the person sent the same file before.

    Raises :class:`Unfit` where the quota is used up.
    """
    known = db.session.scalar(_same(prepared, quota))
    if known is not None:
        return db.session.get_one(Evidence, known)
    quota.refuse(db.session.scalar(_used(quota)) or 0, len(prepared.content))
    made = Evidence(
        owner_id=quota.owner_id,
        sha256=storage.put(prepared.content),
        source_sha256=prepared.source_sha256,
        name=prepared.name,
        mimetype=prepared.kind.mimetype,
        size=len(prepared.content),
    )
    db.session.add(made)
    db.session.flush()
    return made


def in_words(quota: Quota) -> str:
    """``Terpakai 12 MB dari 500 MB tahun ini.`` One query."""
    used = (db.session.scalar(_used(quota)) or 0) / MEGABYTE
    said = "kurang dari 1" if 0 < used < 1 else f"{used:.0f}"
    return f"Terpakai {said} MB dari {quota.megabytes} MB tahun ini."


def attach(entry_id: int, evidence_id: int) -> bool:
    """Let a file prove an entry; False if it does already."""
    pair = {"entry_id": entry_id, "evidence_id": evidence_id}
    if db.session.execute(sa.select(entry_evidence).filter_by(**pair)).first() is not None:
        return False
    db.session.execute(sa.insert(entry_evidence).values(**pair))
    return True


def detach(entry_id: int, evidence_id: int) -> None:
    """Take a file away from an entry; one that proves nothing any more is forgotten."""
    table = entry_evidence.c
    db.session.execute(
        sa.delete(entry_evidence).where(
            table.entry_id == entry_id, table.evidence_id == evidence_id
        )
    )
    unused = ~sa.exists().where(table.evidence_id == Evidence.id)
    db.session.execute(sa.delete(Evidence).where(Evidence.id == evidence_id, unused))


def _same(prepared: Prepared, quota: Quota) -> sa.Select[tuple[int]]:
    return (
        sa.select(Evidence.id)
        .where(
            Evidence.source_sha256 == prepared.source_sha256, Evidence.owner_id == quota.owner_id
        )
        .limit(1)
    )


def _used(quota: Quota) -> sa.Select[tuple[int]]:
    return sa.select(sa.func.sum(Evidence.size)).where(
        Evidence.owner_id == quota.owner_id, Evidence.added_at >= quota.since
    )
