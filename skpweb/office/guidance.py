"""Bimbingan kinerja: begun, moved, signed with the names of that day. The caller commits."""

from datetime import date
from typing import Any

from skpweb import audit
from skpweb.domain.guidance_forms import GuidanceKind
from skpweb.domain.lifecycle import Action, Refused
from skpweb.domain.states import GuidanceState
from skpweb.extensions import db
from skpweb.models import snapshots
from skpweb.models.base import utc_now
from skpweb.models.guidance import Guidance, GuidancePaper
from skpweb.models.planning import Skp
from skpweb.moves import move
from skpweb.office import employees


def begin(actor: Any, skp: Skp, kind: GuidanceKind, topic: str, guide: str, day: date) -> Guidance:
    """A new coaching or mentoring; ``guide`` is a name or NIP, empty for the penilai.

    Raises ``Refused`` where there is nobody to guide, or he would guide himself.
    """
    guide_id = employees.find(guide).id if guide else skp.parties(day).assessor_id
    if guide_id is None:
        raise Refused("Pejabat penilai belum tercatat. Tulis nama yang membimbing.")
    if guide_id == skp.employee_id:
        raise Refused("Pegawai tidak dapat membimbing dirinya sendiri. Tulis nama orang lain.")
    made = Guidance(
        skp_id=skp.id, kind_of=kind, state=GuidanceState.OPEN, guide_id=guide_id, topic=topic,
        body={}, begun_on=day, begun_by=actor.display_name, updated_by=actor.display_name,
    )  # fmt: skip
    db.session.add(made)
    audit.record(actor, "guidance.begin", made, owner_id=skp.employee_id)
    return made


def write(actor: Any, record: Guidance | GuidancePaper, typed: dict[str, Any], day: date) -> None:
    """Keep what was typed; only ``typed`` sections change."""
    record.body = dict(record.body) | typed
    record.updated_by, record.updated_at = actor.display_name, utc_now()
    owner_id = record.parties(day).owner_id
    audit.record(actor, f"{record.kind}.change", record, owner_id=owner_id)


def step(actor: Any, record: Guidance, action: Action, day: date, reason: str = "") -> None:
    """One move; the last signature freezes names, pangkat and posts. Raises ``Refused``."""
    with db.session.no_autoflush:
        record.note = reason
        record.updated_by = actor.display_name
        if action is Action.CONFIRM:
            record.signed_on, record.snapshot = day, snapshots.of_guidance(record, day)
        move(record, action, actor, day, reason=reason)


def sign(actor: Any, paper: GuidancePaper, day: date) -> None:
    """Sign B.1.8 or B.1.9. Raises ``Refused``."""
    with db.session.no_autoflush:
        paper.signed_on, paper.snapshot = day, snapshots.of_guidance(paper.guidance, day)
        move(paper, Action.SIGN, actor, day)
