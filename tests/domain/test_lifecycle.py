"""Who may do what in which state: written out by hand, held against the tables of moves."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import pytest

from skpweb.domain import lifecycle, people
from skpweb.domain.lifecycle import (
    ENTRY_MOVES,
    EVALUATION_MOVES,
    OBJECTION_MOVES,
    SKP_MOVES,
    STEP_MOVES,
    Action,
    EntryState,
    EvaluationState,
    Moves,
    NotYours,
    ObjectionState,
    Refused,
    SkpState,
    StepState,
)
from skpweb.domain.people import Parties

DAY = date(2026, 11, 24)
OWNER, ASSESSOR, SENIOR, EARLIER, COLLEAGUE = 1, 2, 3, 4, 5


@dataclass(frozen=True)
class Somebody:
    """A person as the rules see him."""

    employee_id: int | None
    stands_in_for: tuple[int, ...] = ()
    is_team: bool = False
    is_admin: bool = False
    account_id: int | None = None


PEOPLE = {
    "owner": Somebody(OWNER),
    "assessor": Somebody(ASSESSOR),
    "stand_in": Somebody(COLLEAGUE, stands_in_for=(ASSESSOR,)),
    "senior": Somebody(SENIOR),
    "earlier": Somebody(EARLIER),  # penilai of an earlier post
    "team": Somebody(COLLEAGUE, is_team=True),
    "admin": Somebody(None, is_admin=True),
    "stranger": Somebody(COLLEAGUE, stands_in_for=(EARLIER,)),
    # nobody decides on himself, whatever else he is
    "owner who stands in": Somebody(OWNER, stands_in_for=(ASSESSOR,), is_team=True, is_admin=True),
}

#: the columns of the tables; everybody who is in none may do nothing
COLUMNS = ("owner", "assessor", "stand_in", "senior")

SKP = """
draft       submit    -               -               -
submitted   withdraw  return,approve  -               -
returned    submit    -               -               -
approved    -         supersede       -               -
superseded  -         -               -               -
"""
#: no SKP by the end of January: the atasan penilai may set it (p.65)
LATE_SKP = """
draft       submit    -               -               -
submitted   withdraw  return,approve  -               return,approve
returned    submit    -               -               -
approved    -         supersede       -               supersede
superseded  -         -               -               -
"""
ENTRY = """
unconfirmed confirm   -               -               -
submitted   -         approve,return  approve,return  -
returned    submit    reopen          reopen          -
approved    -         reopen          reopen          -
"""
STEP = """
proposed    -         approve,return  approve,return  -
returned    submit    -               -               -
agreed      submit    -               -               -
"""
EVALUATION = """
open        report    rate            -               -
reported    withdraw  return,rate     -               -
rated       -         -               -               -
"""

#: not rated in its window: the atasan penilai alone (p.90, 115)
MISSED_EVALUATION = """
open        report    -               -               rate
reported    withdraw  -               -               return,rate
rated       -         -               -               -
"""
OBJECTION = """
filed       -         explain         -               uphold,change
explained   -         -               -               uphold,change
decided     -         -               -               -
"""

#: where each action leads
ENDS = {
    "skp": {"submit": "submitted", "withdraw": "draft", "return": "returned",
            "approve": "approved", "supersede": "superseded"},
    "entry": {"confirm": "submitted", "approve": "approved", "return": "returned",
              "submit": "submitted", "reopen": "submitted"},
    "step": {"approve": "agreed", "return": "returned", "submit": "proposed"},
    "evaluation": {"report": "reported", "withdraw": "open", "return": "open", "rate": "rated"},
    "objection": {"explain": "explained", "uphold": "decided", "change": "decided"},
}  # fmt: skip
TABLES: dict[str, tuple[Moves, type[StrEnum], str, bool]] = {
    "skp": (SKP_MOVES, SkpState, SKP, False),
    "late skp": (SKP_MOVES, SkpState, LATE_SKP, True),
    "entry": (ENTRY_MOVES, EntryState, ENTRY, False),
    "step": (STEP_MOVES, StepState, STEP, False),
    "evaluation": (EVALUATION_MOVES, EvaluationState, EVALUATION, False),
    "missed evaluation": (EVALUATION_MOVES, EvaluationState, MISSED_EVALUATION, True),
    "objection": (OBJECTION_MOVES, ObjectionState, OBJECTION, False),
}


@dataclass
class Record:
    """Something with a state; it has nothing that a check could look at."""

    state: StrEnum
    is_late: bool

    def parties(self, _day: date) -> Parties:
        """Everybody around it."""
        return Parties(OWNER, ASSESSOR, SENIOR, frozenset({EARLIER}), senior_stands_in=self.is_late)


def written(text: str) -> dict[tuple[str, str], frozenset[str]]:
    """(state, person) -> the actions of the table; of nobody else any."""
    cells = {}
    for line in text.strip().splitlines():
        state, *columns = line.split()
        for person, cell in zip(COLUMNS, columns, strict=True):
            cells[state, person] = frozenset(cell.split(",")) - {"-"}
        cells[state, "owner who stands in"] = cells[state, "owner"]
    return cells


CASES = [
    (name, state, person)
    for name, (_, states, _, _) in TABLES.items()
    for state in states
    for person in PEOPLE
]


@pytest.mark.parametrize(("name", "state", "person"), CASES)
def test_every_state_offers_what_the_table_says(name: str, state: StrEnum, person: str) -> None:
    moves, _, text, is_late = TABLES[name]
    expected = written(text).get((state.value, person), frozenset())
    found = lifecycle.open_to(moves, PEOPLE[person], Record(state, is_late), DAY)
    assert {action.value for action in found} == expected


@pytest.mark.parametrize(("name", "state", "person"), CASES)
def test_what_is_not_offered_is_refused(name: str, state: StrEnum, person: str) -> None:
    moves, states, text, is_late = TABLES[name]
    cells = written(text)
    offered = cells.get((state.value, person), frozenset())
    ever = frozenset().union(*(cells.get((one.value, person), frozenset()) for one in states))
    for action in moves:
        if action.value in offered:
            continue
        kind = Refused if action.value in ever else NotYours
        with pytest.raises(Refused) as refusal:
            lifecycle.advance(moves, action, PEOPLE[person], Record(state, is_late), DAY, "Alasan")
        assert type(refusal.value) is kind


@pytest.mark.parametrize("name", ENDS)
def test_every_action_leads_where_the_table_says(name: str) -> None:
    moves, states, _, _ = TABLES[name]
    assert {action.value: move.to.value for action, move in moves.items()} == ENDS[name]
    assert {type(move.to) for move in moves.values()} == {states}


@pytest.mark.parametrize(
    ("moves", "state"),
    [(ENTRY_MOVES, EntryState.SUBMITTED), (STEP_MOVES, StepState.PROPOSED),
     (EVALUATION_MOVES, EvaluationState.REPORTED)],
)  # fmt: skip
def test_nothing_is_sent_back_without_a_reason(moves: Moves, state: StrEnum) -> None:
    record = Record(state, False)
    with pytest.raises(Refused, match="Tulis alasannya"):
        lifecycle.advance(moves, Action.RETURN, PEOPLE["assessor"], record, DAY, "  ")
    assert lifecycle.advance(moves, Action.RETURN, PEOPLE["assessor"], record, DAY, "Lengkapi")


@pytest.mark.parametrize(
    ("account_id", "writer_id", "decides"), [(7, 7, False), (7, 8, True), (7, None, True),
                                             (None, None, True), (None, 7, True)],
)  # fmt: skip
def test_nobody_decides_on_what_he_wrote_for_its_owner(
    account_id: int | None, writer_id: int | None, decides: bool
) -> None:
    parties = Parties(OWNER, ASSESSOR, writer_id=writer_id)
    for one in (Somebody(ASSESSOR), Somebody(COLLEAGUE, stands_in_for=(ASSESSOR,))):
        assert people.decides_entries(replace(one, account_id=account_id), parties) is decides
