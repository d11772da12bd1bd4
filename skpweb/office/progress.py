"""Kemajuan kinerja: what the penilai sees and what follows (p.70). The caller commits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from skpweb import audit
from skpweb.domain import people, progress
from skpweb.domain.lifecycle import NotYours, Refused
from skpweb.domain.progress import FollowUp, GuidanceWay, Verdict
from skpweb.domain.terms import FeedbackSource, FeedbackTone
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.base import utc_now
from skpweb.models.dialogues import ProgressNote
from skpweb.models.planning import Skp
from skpweb.models.review import Feedback

OVER = (
    "Masa SKP ini sudah berakhir dan evaluasi akhirnya sudah ditetapkan: SKP tidak diubah dan RHK "
    "tidak diambil alih lagi. Lanjutkan pada SKP berikutnya."
)


@dataclass(frozen=True, slots=True)
class Observed:
    """What is written down."""

    verdict: Verdict
    text: str
    rhk_key: str = ""
    follow_ups: Sequence[FollowUp] = ()
    plan: str = ""
    guidance: GuidanceWay | None = None

    @property
    def takes_over(self) -> bool:
        """Whether the pimpinan takes the RHK over."""
        return FollowUp.TAKE_OVER in self.follow_ups


def write(
    actor: Any, skp: Skp, seen: Observed, former: Sequence[ProgressNote], today: date
) -> ProgressNote:
    """Keep what the penilai saw; an appreciation is feedback at once."""
    check(actor, skp, seen, former, today)
    made = ProgressNote(
        skp_id=skp.id, rhk_key=seen.rhk_key, verdict=seen.verdict, text=seen.text,
        follow_ups=[one.value for one in seen.follow_ups], plan=seen.plan,
        guidance=seen.guidance, takes_over=seen.takes_over,
        author_id=actor.employee_id, author_title=actor.capacity[:200], recorded_on=today,
    )  # fmt: skip
    db.session.add(made)
    if FollowUp.APPRECIATION in seen.follow_ups:
        db.session.add(_appreciation(actor, skp, seen, today))
    verb = "progress.take_over" if made.takes_over else "progress.write"
    audit.record(actor, verb, made, after={"verdict": seen.verdict.value}, owner_id=skp.employee_id)
    return made


def check(
    actor: Any, skp: Skp, seen: Observed, former: Sequence[ProgressNote], today: date
) -> None:
    """Raise ``Refused`` where what the penilai saw cannot be kept."""
    if not people.is_assessor(actor, skp.parties(today)):
        raise NotYours("Hanya pejabat penilai yang mencatat kemajuan.")
    history = [one.seen for one in former]
    wrong = progress.problem(
        seen.verdict, seen.rhk_key, seen.follow_ups, seen.guidance, history, today
    )
    if wrong is not None:
        raise Refused(wrong)
    if progress.CHANGES & set(seen.follow_ups) and evaluations.is_final(skp, today):
        raise Refused(OVER)


def read(actor: Any, note: ProgressNote, answer: str, today: date) -> None:
    """The Pegawai has read it, and may answer once."""
    if not people.is_owner(actor, note.parties(today)):
        raise NotYours("Hanya pegawai yang bersangkutan yang menjawab.")
    if note.answer:
        raise Refused("Tanggapan Anda sudah tersimpan.")
    note.read_at, note.answer = note.read_at or utc_now(), answer
    audit.record(actor, "progress.read", note, owner_id=note.skp.employee_id)


def withdraw(actor: Any, note: ProgressNote, reason: str, today: date) -> None:
    """The RHK goes back to the Pegawai; evaluations set until then keep the note."""
    if not people.is_assessor(actor, note.parties(today)):
        raise NotYours("Hanya pejabat penilai yang mengembalikan RHK.")
    if not note.takes_over or note.withdrawn_on is not None:
        raise Refused("RHK ini tidak sedang diambil alih.")
    if not reason:
        raise Refused("Tulis alasan RHK dikembalikan kepada pegawai.")
    note.withdrawn_on, note.withdrawal = today, reason
    audit.record(actor, "progress.withdraw", note, reason=reason, owner_id=note.skp.employee_id)


def _appreciation(actor: Any, skp: Skp, seen: Observed, today: date) -> Feedback:
    row = f"rhk:{seen.rhk_key}"
    return Feedback(
        skp_id=skp.id, about=row, under=row, source=FeedbackSource.LEADER,
        tone=FeedbackTone.APPRECIATION, text=seen.text, giver_id=actor.employee_id,
        giver_title=actor.capacity[:200], given_on=today,
    )  # fmt: skip
