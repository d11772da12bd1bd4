"""Kemajuan kinerja and what follows from it (p.70 no. 10-14, p.78 D.1; art. 20).

Progress: appreciation, a new assignment. No progress: expectation, resources
or pembinaan; only where that was done and progress still fails may the
pimpinan take the RHK over, with a note that the evaluation shows.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """What the pimpinan sees (p.70 no. 10)."""

    PROGRESS = "progress"
    NO_PROGRESS = "no_progress"


class FollowUp(StrEnum):
    """What follows (p.70 no. 11, 12 and 14)."""

    APPRECIATION = "appreciation"
    ASSIGNMENT = "assignment"
    EXPECTATION = "expectation"
    RESOURCES = "resources"
    GUIDANCE = "guidance"
    TAKE_OVER = "take_over"


class GuidanceWay(StrEnum):
    """The kinds of pembinaan kinerja (p.78 D.3-4)."""

    COACHING = "coaching"
    MENTORING = "mentoring"
    FORMAL = "formal"
    INFORMAL = "informal"
    COUNSELLING = "counselling"


FOLLOW_UPS: Mapping[Verdict, tuple[FollowUp, ...]] = {
    Verdict.PROGRESS: (FollowUp.APPRECIATION, FollowUp.ASSIGNMENT),
    Verdict.NO_PROGRESS: (
        FollowUp.EXPECTATION,
        FollowUp.RESOURCES,
        FollowUp.GUIDANCE,
        FollowUp.TAKE_OVER,
    ),
}
#: what must have been tried before an RHK is taken over (p.70 no. 12)
MEASURES = frozenset({FollowUp.EXPECTATION, FollowUp.RESOURCES, FollowUp.GUIDANCE})
#: what changes the SKP (p.70 no. 11 and 13)
REVISES = (FollowUp.ASSIGNMENT, FollowUp.EXPECTATION, FollowUp.RESOURCES)
#: what only an SKP can take whose evaluation is still to come (p.70 no. 11-14)
CHANGES = frozenset({*REVISES, FollowUp.TAKE_OVER})


@dataclass(frozen=True, slots=True)
class Seen:
    """One record about an RHK (empty: the work as a whole), the oldest first in a history."""

    rhk_key: str
    verdict: Verdict
    follow_ups: Collection[FollowUp]
    on: date


def why_no_take_over(rhk_key: str, history: Sequence[Seen], today: date) -> str | None:
    """Why an RHK cannot be taken over today, or None."""
    if not rhk_key:
        return "Pilih RHK yang diambil alih."
    own = [one for one in history if one.rhk_key == rhk_key]
    if any(FollowUp.TAKE_OVER in one.follow_ups for one in own):
        return "RHK ini sudah diambil alih."
    if not _was_tried(own, today):
        return (
            "RHK baru dapat diambil alih setelah penyesuaian ekspektasi, penyesuaian dukungan "
            "sumber daya, atau pembinaan atas RHK ini dicatat pada hari sebelumnya dan tetap "
            "tidak ada kemajuan (Lampiran PermenPANRB 6/2022, halaman 70 angka 14)."
        )
    return None


def problem(
    verdict: Verdict, rhk_key: str, follow_ups: Collection[FollowUp],
    guidance: GuidanceWay | None, history: Sequence[Seen], today: date,
) -> str | None:  # fmt: skip
    """What is wrong with a record before it is kept, or None."""
    if set(follow_ups) - set(FOLLOW_UPS[verdict]):
        return "Tindak lanjut ini tidak sesuai dengan ada atau tidaknya kemajuan."
    if FollowUp.APPRECIATION in follow_ups and not rhk_key:
        return "Pilih RHK yang diapresiasi."
    if (FollowUp.GUIDANCE in follow_ups) != (guidance is not None):
        return "Pilih bentuk pembinaan hanya bila pembinaan dipilih sebagai tindak lanjut."
    if FollowUp.TAKE_OVER not in follow_ups:
        return None
    if len(follow_ups) > 1:
        return "Pengambilalihan tidak digabung dengan tindak lanjut lain."
    return why_no_take_over(rhk_key, history, today)


def _was_tried(own: Sequence[Seen], today: date) -> bool:
    """A measure of an earlier day, and no progress seen since."""
    tried = False
    for one in own:
        if one.verdict is Verdict.PROGRESS:
            tried = False
        elif MEASURES & set(one.follow_ups) and one.on < today:
            tried = True
    return tried
