"""Umpan balik berkelanjutan (p.69-70): its vocabularies, who speaks as what, until when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from skpweb.domain.periods import PeriodLength, around
from skpweb.domain.terms import FeedbackSource

#: days in which the giver may still correct or take back what he said
CORRECTION_DAYS = 14


class FeedbackTiming(StrEnum):
    """Bentuk umpan balik (p.69 no. 5)."""

    SCHEDULED = "scheduled"  # berkala/terjadwal: the pimpinan must give it (no. 6)
    INCIDENTAL = "incidental"


class FeedbackWay(StrEnum):
    """How it was given (p.69 no. 4)."""

    DIRECT = "direct"  # face to face
    INDIRECT = "indirect"  # through some medium


class FeedbackRhythm(StrEnum):
    """How often the pimpinan gives scheduled feedback, agreed in the office."""

    WINDOW = "window"  # once in every periodic evaluation
    MONTH = "month"


class Competence(StrEnum):
    """What a person should develop: nine of PermenPANRB 38/2017, and fields of work."""

    INTEGRITY = "integrity"
    TEAMWORK = "teamwork"
    COMMUNICATION = "communication"
    RESULTS = "results"
    SERVICE = "service"
    DEVELOPMENT = "development"
    CHANGE = "change"
    DECISIONS = "decisions"
    COHESION = "cohesion"
    LEADERSHIP = "leadership"
    TECHNICAL = "technical"
    DATA = "data"
    DIGITAL = "digital"
    WRITING = "writing"
    FINANCE = "finance"
    PLANNING = "planning"


class Relation(StrEnum):
    """How the giver stands to the Pegawai on the staff list."""

    SUPERIOR = "superior"  # his penilai or atasan penilai
    SUBORDINATE = "subordinate"  # the Pegawai is the giver's penilai
    PEER = "peer"  # the same penilai or the same unit
    OTHER = "other"


class DutyState(StrEnum):
    """How the penilai stands to his duty of scheduled feedback for one person."""

    DONE = "done"
    DUE = "due"
    LATE = "late"


_LIKELY = {
    Relation.SUPERIOR: FeedbackSource.LEADER,
    Relation.SUBORDINATE: FeedbackSource.SUBORDINATE,
    Relation.PEER: FeedbackSource.PEER,
    Relation.OTHER: FeedbackSource.OTHER,
}
#: what nobody in that relation can be; a pimpinan by assignment (p.32) and a Pegawai some
#: levels below (p.69) may sit anywhere else
_IMPOSSIBLE = {
    Relation.SUPERIOR: {FeedbackSource.PEER, FeedbackSource.SUBORDINATE},
    Relation.SUBORDINATE: {FeedbackSource.LEADER, FeedbackSource.PEER},
    Relation.PEER: set(),
    Relation.OTHER: set(),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody works on a day: his unit and his penilai."""

    unit_id: int | None = None
    assessor_id: int | None = None


def relation(
    giver_id: int | None, giver: Place, owner_id: int, owner: Place, superiors: Iterable[int | None]
) -> Relation:
    """How a giver stands to a Pegawai; ``superiors`` are penilai and atasan penilai."""
    if giver_id is not None and giver_id in superiors:
        return Relation.SUPERIOR
    if giver.assessor_id == owner_id:
        return Relation.SUBORDINATE
    same_unit = giver.unit_id is not None and giver.unit_id == owner.unit_id
    same_boss = giver.assessor_id is not None and giver.assessor_id == owner.assessor_id
    return Relation.PEER if same_unit or same_boss else Relation.OTHER


def likely(relation: Relation) -> FeedbackSource:
    """As what a giver probably speaks; he may say otherwise."""
    return _LIKELY[relation]


def refused(relation: Relation, source: FeedbackSource) -> bool:
    """Whether nobody in that relation can speak as that."""
    return source in _IMPOSSIBLE[relation]


def is_correctable(given_on: date, day: date, is_used: bool) -> bool:
    """Whether the giver may still change it: for two weeks, and not once it was rated with."""
    return not is_used and day <= given_on + timedelta(days=CORRECTION_DAYS)


def duty(last: date | None, began: date | None, missed: date | None) -> DutyState:
    """How a penilai stands: ``began`` starts the running period, ``missed`` the one before.

    ``missed`` is None where no earlier period counts (the SKP is younger). Only the
    period just past makes late: what nobody can make good any more is not held up for ever.
    """
    if last is not None and began is not None and last >= began:
        return DutyState.DONE
    if missed is not None and (last is None or last < missed):
        return DutyState.LATE
    return DutyState.DUE


@dataclass(frozen=True, slots=True)
class Periods:
    """The running period of scheduled feedback and the one before, first and last days."""

    began: date | None = None
    ends: date | None = None
    missed: date | None = None
    missed_until: date | None = None


def periods(rhythm: FeedbackRhythm, windows: Sequence[tuple[date, date]], day: date) -> Periods:
    """Which periods count on ``day``; ``windows`` are those of periodic evaluation, in order."""
    if rhythm is FeedbackRhythm.MONTH:
        month = around(PeriodLength.MONTH, day)
        return Periods(month.first, month.last, month.before.first, month.before.last)
    begun = [one for one in windows if one[0] <= day]
    running = begun[-1] if begun and day <= begun[-1][1] else (None, None)
    over = [one for one in begun if one[1] < day]
    return Periods(*running, *(over[-1] if over else (None, None)))
