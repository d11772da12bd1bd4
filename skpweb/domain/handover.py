"""The Dokumen Evaluasi after the predicate: handed over, received, given back, reported.

One row of :data:`HANDOVER` for each step (p.114-117): which date it sets, which
step must stand before it, who does it himself and what the team may record
for paper. The page's buttons and the verb read the same row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from skpweb.domain import people
from skpweb.domain.people import Actor, Parties, Rule
from skpweb.domain.ratings import Predicate, Rating


class Handing(StrEnum):
    """What happens to a Dokumen Evaluasi, one word each."""

    DELIVER = "deliver"
    RECEIVE = "receive"
    GIVE_BACK = "give_back"
    REPORT_UP = "report_up"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Both ratings, their predicate, and what is recommended."""

    result: Rating | None
    behaviour: Rating | None
    predicate: Predicate | None
    recommendation: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One row: the date it sets, the date it comes after, and who clicks it himself."""

    sets: str
    after: str
    by: Rule
    missing: str  #: what must happen before, in words


def reports_up(actor: Actor, parties: Parties) -> bool:
    """The penilai, or the atasan penilai who set or changed the result (p.115, 117, 119)."""
    return people.is_assessor(actor, parties) or people.is_senior_assessor(actor, parties)


#: a Pegawai who does not sign cannot stop the report: it asks for the handing over only
HANDOVER: Mapping[Handing, Step] = {
    Handing.DELIVER: Step(
        "delivered_on", "signed_on", people.may_rate, "Predikatnya belum ditetapkan."
    ),
    Handing.RECEIVE: Step(
        "received_on", "delivered_on", people.is_owner, "Dokumen ini belum diserahkan."
    ),
    Handing.GIVE_BACK: Step(
        "returned_on", "received_on", people.is_owner, "Dokumen ini belum diterima pegawai."
    ),
    Handing.REPORT_UP: Step(
        "reported_up_on", "delivered_on", reports_up, "Dokumen ini belum diserahkan."
    ),
}


def may_hand(step: Handing, actor: Actor, parties: Parties) -> bool:
    """Who takes a step: its own person, or the team that records it for paper."""
    return HANDOVER[step].by(actor, parties) or people.is_team_of_others(actor, parties)


def may_hand_any(actor: Actor, parties: Parties) -> bool:
    """Who has anything to do with the way of a document."""
    return any(may_hand(step, actor, parties) for step in HANDOVER)


def next_steps(record: Any, actor: Actor, day: date) -> list[Handing]:
    """The steps a person can take now, in order."""
    parties = record.parties(day)
    return [
        name
        for name, step in HANDOVER.items()
        if getattr(record, step.sets) is None
        and getattr(record, step.after) is not None
        and may_hand(name, actor, parties)
    ]


def problem(step: Handing, record: Any, on: date, today: date) -> str | None:
    """Why a step cannot have happened on that day, or None."""
    row = HANDOVER[step]
    former = getattr(record, row.after)
    if getattr(record, row.sets) is not None:
        return "Langkah ini sudah tercatat. Muat ulang halaman."
    if former is None:
        return row.missing
    if on > today:
        return "Tanggalnya belum tiba. Tulis tanggal hari ini atau sebelumnya."
    return None if on >= former else "Tanggalnya mendahului langkah sebelumnya. Periksa lagi."
