"""Konseling kinerja: reported, arranged, closed, followed up (p.86-88).

Confidential; the caller commits.
"""

from datetime import date
from typing import Any

import sqlalchemy as sa
from babel.dates import format_date
from sqlalchemy.orm import joinedload

from skpweb import audit
from skpweb.domain import counselling as rules
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.counselling import CounsellorKind
from skpweb.domain.lifecycle import Action, NotYours, Refused
from skpweb.domain.states import CounsellingState
from skpweb.extensions import db
from skpweb.labels import label
from skpweb.models import snapshots
from skpweb.models.counselling import Counselling
from skpweb.models.feedback import Feedback
from skpweb.models.planning import Skp
from skpweb.moves import move
from skpweb.office import employees

CLOSED = "Laporan ini tidak dapat diubah lagi."
PAST = "Tanggal konseling sudah lewat. Isi hari ini atau sesudahnya."
NOT_INDEPENDENT = (
    "Konselor ini adalah penilai yang menulis laporan, jadi bukan konselor independen. Pilih "
    "“Pejabat penilai yang terlatih konseling” supaya hasilnya dilaporkan kepada atasannya."
)
NOT_HIM = "Pegawai yang dilaporkan tidak dapat menjadi penerima laporan atau konselornya."


def begin(actor: Any, skp: Skp, facts: dict[str, Any], receiver: str) -> Counselling:
    """A report as a draft of its writer. Raises ``Refused`` for a receiver who is none."""
    made = Counselling(
        skp_id=skp.id,
        state=CounsellingState.DRAFT,
        writer_id=actor.employee_id,
        receiver_id=_other(receiver, skp),
        **facts,
    )
    db.session.add(made)
    audit.record(actor, "confidential.change")
    return made


def write(
    actor: Any, case: Counselling, facts: dict[str, Any], receiver: str, day: date, sends: bool
) -> None:
    """Keep the draft, and report it: then names and posts are frozen. Raises ``Refused``."""
    if case.state is not CounsellingState.DRAFT or actor.employee_id != case.writer_id:
        raise Refused(CLOSED)
    with db.session.no_autoflush:
        case.receiver_id = _other(receiver, case.skp)
        for name, value in facts.items():
            setattr(case, name, value)
        if not sends:
            audit.record(actor, "confidential.change")
            return
        case.reported_on = day
        case.snapshot = snapshots.of_parties(case.skp, day) | {"feedback": proof(case.skp)}
        case.senior_id = case.skp.parties(day).senior_assessor_id
        move(case, Action.REPORT, actor, day)


def proof(skp: Skp) -> list[dict[str, str]]:
    """What was said on the Pegawai's conduct: it goes with the report (p.86 c.1.d). One query."""
    said = db.session.scalars(
        sa.select(Feedback)
        .where(
            Feedback.skp_id == skp.id,
            Feedback.under.startswith("value:"),
            Feedback.withdrawn_at.is_(None),
        )
        .options(joinedload(Feedback.giver))
        .order_by(Feedback.given_on, Feedback.id)
    )
    return [
        {
            "day": format_date(one.given_on, "d MMMM y", "id"),
            "who": f"{label(one.source)} ({one.speaker})",
            "about": label(CoreValue(one.under.removeprefix("value:"))),
            "text": one.text,
        }
        for one in said
    ]


def arrange(
    actor: Any, case: Counselling, counsellor: str, kind: str, meets_on: date | None,
    place: str, day: date,
) -> None:  # fmt: skip
    """Konselor, day and place. Raises ``Refused``, also for a day that is over."""
    if meets_on is not None and meets_on < day and meets_on != case.meets_on:
        raise Refused(PAST)
    with db.session.no_autoflush:
        case.counsellor_id = _other(counsellor, case.skp)
        case.counsellor_kind = CounsellorKind(kind)
        if case.counsellor_kind is CounsellorKind.ASSESSOR and case.counsellor_id != case.writer_id:
            raise Refused("Pilihan pejabat penilai hanya untuk penilai yang menulis laporan ini.")
        if case.counsellor_id == case.writer_id and kind != CounsellorKind.ASSESSOR:
            raise Refused(NOT_INDEPENDENT)  # else his atasan would not be told (p.87-88 d)
        case.meets_on, case.place = meets_on, place
        move(case, Action.SCHEDULE, actor, day)


def decline(actor: Any, case: Counselling, reason: str, day: date) -> None:
    """No konseling follows. Raises ``Refused``."""
    with db.session.no_autoflush:
        case.note = reason
        move(case, Action.DECLINE, actor, day, reason=reason)


def close(actor: Any, case: Counselling, result: str, day: date) -> None:
    """The record of the result. Raises ``Refused``."""
    with db.session.no_autoflush:
        case.result = result
        move(case, Action.CLOSE, actor, day)


def follow_up(actor: Any, case: Counselling, text: str, day: date) -> None:
    """What follows the result (p.88 e); it may be written anew. Raises ``Refused``."""
    if case.state is not CounsellingState.CLOSED:
        raise Refused("Tindak lanjut ditetapkan setelah hasil konseling dilaporkan.")
    if not rules.sets_follow_up(actor, case.parties(day)):
        raise NotYours("Tindak lanjut ditetapkan oleh orang yang menerima laporan hasilnya.")
    case.note = text
    audit.record(actor, "confidential.change")


def _other(typed: str, skp: Skp) -> int:
    """Whom a name or NIP means; never the Pegawai himself."""
    found = employees.find(typed).id
    if found == skp.employee_id:
        raise Refused(NOT_HIM)
    return found
