"""States and moves as tables: who, from where, what must be true.

The buttons (:func:`open_to`) and the guard (:func:`advance`) read the same
row, so that a page cannot offer what the server refuses. Only
``skpweb.moves.move`` assigns a state.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from skpweb.domain import checks, people
from skpweb.domain.people import Actor, Parties, Rule
from skpweb.domain.states import Action as Action  # whoever asks for moves asks here
from skpweb.domain.states import EntryState as EntryState
from skpweb.domain.states import EvaluationState as EvaluationState
from skpweb.domain.states import ObjectionState as ObjectionState
from skpweb.domain.states import SkpState as SkpState
from skpweb.domain.states import StepState as StepState

EDITABLE = frozenset({SkpState.DRAFT, SkpState.RETURNED})

Check = Callable[[Any, date], str | None]


class Movable(Protocol):
    """A record with a state and people around it."""

    @property
    def state(self) -> Any:
        """Where the record stands; only a move changes it."""

    def parties(self, day: date) -> Parties:
        """Who is involved in the record on a day."""


@dataclass(frozen=True)
class Move:
    """One row of a table: from these states, to that one, by whom, if these hold."""

    from_states: frozenset[Any]
    to: Any
    by: Rule
    checks: tuple[Check, ...] = ()
    stamps: str | None = None
    clears: str | None = None
    needs_reason: bool = False


Moves = Mapping[Action, Move]


class Refused(Exception):
    """A move that may not be made; the text says why, in Indonesian."""


class NotYours(Refused):
    """Refused because of who asks."""


def _from(*states: Any) -> frozenset[Any]:
    return frozenset(states)


SKP_MOVES: Moves = {
    Action.SUBMIT: Move(
        _from(SkpState.DRAFT, SkpState.RETURNED),
        SkpState.SUBMITTED,
        people.is_owner,
        checks=(checks.has_assessor, checks.has_main_result, checks.has_indicators),
        stamps="submitted_at",
    ),
    Action.WITHDRAW: Move(_from(SkpState.SUBMITTED), SkpState.DRAFT, people.is_owner),
    Action.RETURN: Move(
        _from(SkpState.SUBMITTED),
        SkpState.RETURNED,
        people.may_set_skp,
        checks=(checks.has_note,),
        stamps="returned_at",
    ),
    Action.APPROVE: Move(
        _from(SkpState.SUBMITTED), SkpState.APPROVED, people.may_set_skp, stamps="approved_at"
    ),
    Action.SUPERSEDE: Move(_from(SkpState.APPROVED), SkpState.SUPERSEDED, people.may_set_skp),
}

ENTRY_MOVES: Moves = {
    Action.CONFIRM: Move(
        _from(EntryState.UNCONFIRMED),
        EntryState.SUBMITTED,
        people.is_owner,
        stamps="confirmed_at",
    ),
    Action.APPROVE: Move(
        _from(EntryState.SUBMITTED),
        EntryState.APPROVED,
        people.decides_entries,
        stamps="decided_at",
    ),
    Action.RETURN: Move(
        _from(EntryState.SUBMITTED),
        EntryState.RETURNED,
        people.decides_entries,
        stamps="decided_at",
        needs_reason=True,
    ),
    Action.SUBMIT: Move(
        _from(EntryState.RETURNED), EntryState.SUBMITTED, people.is_owner, clears="decided_at"
    ),
    Action.REOPEN: Move(
        _from(EntryState.APPROVED, EntryState.RETURNED),
        EntryState.SUBMITTED,
        people.decides_entries,
        checks=(checks.is_freshly_decided,),
        clears="decided_at",
    ),
}

STEP_MOVES: Moves = {
    Action.APPROVE: Move(
        _from(StepState.PROPOSED),
        StepState.AGREED,
        people.decides_entries,
        stamps="decided_at",
    ),
    Action.RETURN: Move(
        _from(StepState.PROPOSED),
        StepState.RETURNED,
        people.decides_entries,
        stamps="decided_at",
        needs_reason=True,
    ),
    Action.SUBMIT: Move(
        _from(StepState.RETURNED, StepState.AGREED),
        StepState.PROPOSED,
        people.is_owner,
        clears="decided_at",
    ),
}

EVALUATION_MOVES: Moves = {
    Action.REPORT: Move(
        _from(EvaluationState.OPEN),
        EvaluationState.REPORTED,
        people.is_owner,
        checks=(checks.window_has_opened, checks.has_realisation),
        stamps="reported_at",
    ),
    Action.WITHDRAW: Move(_from(EvaluationState.REPORTED), EvaluationState.OPEN, people.is_owner),
    Action.RETURN: Move(
        _from(EvaluationState.REPORTED),
        EvaluationState.OPEN,
        people.may_rate,
        needs_reason=True,
    ),
    Action.RATE: Move(
        _from(EvaluationState.OPEN, EvaluationState.REPORTED),
        EvaluationState.RATED,
        people.may_rate,
        checks=(
            checks.window_has_opened,
            checks.has_organisation_result,
            checks.was_reported,
            checks.rests_on_realisation,
            checks.has_feedback,
            checks.has_both_ratings,
            checks.head_follows_organisation,
        ),
        stamps="rated_at",
    ),
}

#: the penilai explains; without his word the decision waits only until both were heard (p.117)
OBJECTION_MOVES: Moves = {
    Action.EXPLAIN: Move(
        _from(ObjectionState.FILED),
        ObjectionState.EXPLAINED,
        people.is_assessor,
        checks=(checks.has_explanation,),
    ),
    Action.UPHOLD: Move(
        _from(ObjectionState.FILED, ObjectionState.EXPLAINED),
        ObjectionState.DECIDED,
        people.decides_objection,
        checks=(checks.was_heard, checks.has_decision),
    ),
    Action.CHANGE: Move(
        _from(ObjectionState.FILED, ObjectionState.EXPLAINED),
        ObjectionState.DECIDED,
        people.decides_objection,
        checks=(checks.was_heard, checks.has_decision, checks.has_new_judgement),
    ),
}


def open_to(moves: Moves, actor: Actor, record: Movable, day: date) -> frozenset[Action]:
    """The actions that ``actor`` is offered on ``record``: right person, right state.

    Checks are not asked: a button may be pressed and then be told what is missing.
    """
    parties = record.parties(day)
    return frozenset(
        action
        for action, move in moves.items()
        if record.state in move.from_states and move.by(actor, parties)
    )


def advance(
    moves: Moves, action: Action, actor: Actor, record: Movable, day: date, reason: str = ""
) -> Move:
    """The row for ``action``, if it may be made now.

    Raises :class:`NotYours` for the wrong person, :class:`Refused` for the
    wrong state, a failed check or a missing reason.
    """
    move = moves[action]
    if not move.by(actor, record.parties(day)):
        raise NotYours("Anda tidak berwenang untuk tindakan ini.")
    if record.state not in move.from_states:
        raise Refused("Keadaan data ini sudah berubah. Muat ulang halaman, lalu periksa lagi.")
    if move.needs_reason and not reason.strip():
        raise Refused("Tulis alasannya supaya yang bersangkutan tahu apa yang perlu diperbaiki.")
    problems = [problem for check in move.checks if (problem := check(record, day))]
    if problems:
        raise Refused("\n".join(problems))
    return move
