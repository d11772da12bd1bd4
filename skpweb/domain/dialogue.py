"""Dialog kinerja (p.24, 26, 65, 67): who may meet, its moves, and its agreed actions.

A record of a dialogue names the pimpinan who led it: in its parties he is the
penilai, whoever is so today. What both agreed is confirmed by each on the
exact text: every change raises ``text_version`` and asks again.
"""

from datetime import date
from enum import StrEnum
from typing import Any

from skpweb.domain import people
from skpweb.domain.lifecycle import Action, Move, Moves
from skpweb.domain.people import Actor, Parties
from skpweb.domain.states import AgreementState, DialogueState

REMIND_DAYS = 7  #: days before a meeting or a due date from which home reminds


class Purpose(StrEnum):
    """What a dialogue is held for."""

    EXPECTATION = "expectation"  # penetapan dan klarifikasi ekspektasi (p.26)
    MONITORING = "monitoring"  # pemantauan (p.68-69)
    EVALUATION = "evaluation"
    OTHER = "other"


class Doer(StrEnum):
    """Who of the two does what was agreed."""

    OWNER = "owner"
    LEADER = "leader"


def leads(actor: Actor, parties: Parties) -> bool:
    """Who may lead a dialogue: the penilai, an earlier one, or who acts in his place.

    The atasan penilai where no SKP was set in time (p.65 angka 5).
    """
    is_other = actor.employee_id is not None and actor.employee_id != parties.owner_id
    acts = is_other and parties.assessor_id in actor.stands_in_for
    senior = parties.senior_stands_in and people.is_senior_assessor(actor, parties)
    rules = (people.is_assessor, people.was_assessor)
    return acts or senior or any(rule(actor, parties) for rule in rules)


def meets(actor: Actor, parties: Parties) -> bool:
    """The two of a dialogue: the Pegawai, and the pimpinan who led it."""
    return people.is_owner(actor, parties) or people.is_assessor(actor, parties)


def may_read(actor: Actor, parties: Parties) -> bool:
    """Readers of the SKP, and who acts in the penilai's place."""
    return people.may_read(actor, parties) or leads(actor, parties)


def closes(actor: Actor, parties: Parties) -> bool:
    """Who may say what became of an agreed action: the Pegawai and his pimpinan."""
    return people.is_owner(actor, parties) or leads(actor, parties)


def has_begun(dialogue: Any, day: date) -> str | None:
    """Nothing is noted of a meeting that is still to come."""
    if day < dialogue.meeting.held_on:
        return "Pertemuan ini belum berlangsung. Ubah jadwalnya bila dimajukan."
    return None


def has_notes(dialogue: Any, day: date) -> str | None:
    """A record says what was talked about."""
    return None if dialogue.notes.strip() else "Tulis hasil pembahasan."


def both_confirmed(dialogue: Any, day: date) -> str | None:
    """Both confirmed the text as it stands."""
    if {dialogue.owner_version, dialogue.leader_version} != {dialogue.text_version}:
        return "Catatan ini belum dikonfirmasi oleh kedua pihak."
    return None


_PLANNED, _HELD = frozenset({DialogueState.PLANNED}), frozenset({DialogueState.HELD})

DIALOGUE_MOVES: Moves = {
    Action.RESCHEDULE: Move(_PLANNED, DialogueState.PLANNED, meets, needs_reason=True),
    Action.CANCEL: Move(_PLANNED, DialogueState.CANCELLED, meets, needs_reason=True),
    Action.HOLD: Move(
        _PLANNED, DialogueState.HELD, meets, checks=(has_begun, has_notes), stamps="recorded_at"
    ),
    Action.AMEND: Move(_HELD, DialogueState.HELD, meets, checks=(has_notes,)),
    Action.CONFIRM: Move(_HELD, DialogueState.HELD, meets),
    Action.COMPLETE: Move(
        _HELD, DialogueState.CONFIRMED, meets, checks=(both_confirmed,), stamps="confirmed_at"
    ),
}

_OPEN = frozenset({AgreementState.OPEN})

AGREEMENT_MOVES: Moves = {
    Action.FINISH: Move(_OPEN, AgreementState.DONE, closes),
    Action.DROP: Move(_OPEN, AgreementState.DROPPED, closes, needs_reason=True),
}
