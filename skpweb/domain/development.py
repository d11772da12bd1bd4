"""Trainings, special assignments and rotations of a person: planned, then done."""

from datetime import date
from enum import StrEnum
from typing import Protocol

from skpweb.domain.guidance import may_begin
from skpweb.domain.lifecycle import Move, Moves
from skpweb.domain.states import Action, DevelopmentState

HOURS_A_YEAR = 20  #: jam pelajaran (JP), the norm of a year


class DevelopmentKind(StrEnum):
    """Trainings and the other ways to develop somebody."""

    CLASSICAL = "classical"
    NON_CLASSICAL = "non_classical"
    FORMAL = "formal"
    INFORMAL = "informal"
    ASSIGNMENT = "assignment"
    ROTATION = "rotation"

    @property
    def is_training(self) -> bool:
        """Whether its hours count towards the norm of a year."""
        return self not in (DevelopmentKind.ASSIGNMENT, DevelopmentKind.ROTATION)


class Training(Protocol):
    """A development record, as far as its check looks at it."""

    @property
    def done_on(self) -> date | None:
        """Its last day."""


def has_ended(record: Training, day: date) -> str | None:
    """What is done has a last day that is not ahead."""
    if record.done_on is None or record.done_on > day:
        return "Tulis tanggal selesai, paling lambat hari ini."
    return None


DEVELOPMENT_MOVES: Moves = {
    Action.FINISH: Move(
        frozenset({DevelopmentState.PLANNED}),
        DevelopmentState.DONE,
        may_begin,
        checks=(has_ended,),
    ),
    Action.WITHDRAW: Move(
        frozenset({DevelopmentState.PLANNED}),
        DevelopmentState.CANCELLED,
        may_begin,
        needs_reason=True,
    ),
}
