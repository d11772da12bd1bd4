"""Pembinaan: who may do and read what in which state, written out by hand (p.78-88)."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from skpweb.domain import counselling, guidance
from skpweb.domain import guidance_forms as forms
from skpweb.domain.counselling import COUNSELLING_MOVES, CounsellorKind
from skpweb.domain.development import DEVELOPMENT_MOVES, DevelopmentKind
from skpweb.domain.guidance import GUIDANCE_MOVES, PAPER_MOVES
from skpweb.domain.guidance_forms import SECTIONS, GuidanceKind, PaperKind
from skpweb.domain.lifecycle import Action, Refused, advance, open_to
from skpweb.domain.people import Parties
from skpweb.domain.states import (
    CounsellingState,
    DevelopmentState,
    GuidanceState,
    PaperState,
)
from tests.domain.test_lifecycle import ASSESSOR, COLLEAGUE, DAY, EARLIER, OWNER, SENIOR, Somebody

GUIDE, RECEIVER = 6, 7
PARTIES = Parties(OWNER, ASSESSOR, SENIOR, frozenset({EARLIER}), guide_id=GUIDE)
PEOPLE = {
    "owner": Somebody(OWNER),
    "assessor": Somebody(ASSESSOR),
    "senior": Somebody(SENIOR),
    "guide": Somebody(GUIDE),
    "receiver": Somebody(RECEIVER),
    "earlier": Somebody(EARLIER),
    "team": Somebody(COLLEAGUE, is_team=True),
    "admin": Somebody(None, is_admin=True),
    "stranger": Somebody(COLLEAGUE),
}


@dataclass
class Record:
    """Anything with a state and people around it."""

    state: Any
    people: Parties = PARTIES
    kind_of: Any = GuidanceKind.COACHING
    body: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def parties(self, day: date) -> Parties:
        return self.people


GUIDANCE = {
    GuidanceState.OPEN: {"owner": {"submit"}, "assessor": {"withdraw"}},
    GuidanceState.FILLED: {"guide": {"return", "offer"}, "assessor": {"withdraw"}},
    GuidanceState.OFFERED: {"owner": {"reopen", "confirm"}},
    GuidanceState.SIGNED: {},
    GuidanceState.CANCELLED: {},
}
COUNSELLING = {
    CounsellingState.DRAFT: {"assessor": {"report"}},
    CounsellingState.REPORTED: {"receiver": {"schedule", "decline"}},
    CounsellingState.SCHEDULED: {"receiver": {"schedule"}, "guide": {"close"}},
    CounsellingState.CLOSED: {},
    CounsellingState.DECLINED: {},
}
DEVELOPMENT = {
    DevelopmentState.PLANNED: {
        "owner": {"finish", "withdraw"},
        "assessor": {"finish", "withdraw"},
    },
    DevelopmentState.DONE: {},
    DevelopmentState.CANCELLED: {},
}
WITH_RECEIVER = replace(PARTIES, receiver_id=RECEIVER)


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        (GUIDANCE_MOVES, GUIDANCE),
        (COUNSELLING_MOVES, COUNSELLING),
        (DEVELOPMENT_MOVES, DEVELOPMENT),
        (PAPER_MOVES[PaperKind.FEEDBACK], {PaperState.DRAFT: {"owner": {"sign"}}}),
        (PAPER_MOVES[PaperKind.COMPETENCE], {PaperState.DRAFT: {"guide": {"sign"}}}),
    ],
)
def test_who_may_move_what_in_which_state(moves: Any, expected: Any) -> None:
    for state in type(next(iter(expected))):
        record = Record(state, WITH_RECEIVER)
        found = {
            name: {one.value for one in open_to(moves, who, record, DAY)}
            for name, who in PEOPLE.items()
        }
        assert {name: done for name, done in found.items() if done} == expected.get(state, {})


def readers(rule: Any, parties: Parties) -> set[str]:
    return {name for name, who in PEOPLE.items() if rule(who, parties)}


def test_who_reads_a_bimbingan_its_feedback_and_its_competences() -> None:
    signed = replace(PARTIES, is_signed=True)
    assert readers(guidance.may_see, PARTIES) == {"owner", "guide", "assessor"}
    assert readers(guidance.may_see, signed) == {"owner", "guide", "assessor", "senior", "team"}
    assert readers(guidance.may_see_feedback, PARTIES) == {"owner"}
    assert readers(guidance.may_see_feedback, signed) == {"owner", "senior"}
    coached_by_senior = replace(signed, guide_id=SENIOR)
    assert readers(guidance.may_see_feedback, coached_by_senior) == {"owner"}
    assert readers(guidance.may_see_competence, PARTIES) == {"guide"}
    assert readers(guidance.may_see_competence, signed) == readers(guidance.may_see, signed)


@pytest.mark.parametrize("state", CounsellingState)
@pytest.mark.parametrize("kind", [None, *CounsellorKind])
def test_who_reads_a_konseling(state: CounsellingState, kind: CounsellorKind | None) -> None:
    """As p.86-88 name them; the senior only what is reported to him."""
    told = state is CounsellingState.CLOSED and kind in (
        CounsellorKind.ASSESSOR,
        CounsellorKind.OFFICIAL,
    )
    parties = replace(
        WITH_RECEIVER,
        senior_assessor_id=SENIOR if told else None,
        is_signed=state is not CounsellingState.DRAFT,
    )
    named = {"owner", "assessor", "receiver", "guide"}
    expected = named if parties.is_signed else {"assessor"}
    assert readers(counselling.may_see_report, parties) == expected
    assert readers(counselling.may_see, parties) == expected | ({"senior"} if told else set())

    def sees_result(actor: Any, parties: Parties) -> bool:
        return counselling.may_see_result(actor, parties, kind, state)

    closed = {"owner", "receiver", "guide"} | ({"assessor", "senior"} if told else set())
    expected = closed if state is CounsellingState.CLOSED else {"guide"}
    assert readers(sees_result, parties) == expected


@pytest.mark.parametrize("kind", GuidanceKind)
def test_each_side_writes_its_part_and_nothing_else(kind: GuidanceKind) -> None:
    def open_for(state: GuidanceState, who: str) -> set[str]:
        found = guidance.writable(kind, state, PEOPLE[who], PARTIES)
        return {section.name for section in found}

    own = {"goals", "facts", "chances"} if kind is GuidanceKind.COACHING else {"plan", "goals"}
    guides = {"steps"} if kind is GuidanceKind.COACHING else {"journal"}
    shared = set() if kind is GuidanceKind.COACHING else guides
    assert open_for(GuidanceState.OPEN, "owner") == own
    assert open_for(GuidanceState.OPEN, "guide") == set()
    assert open_for(GuidanceState.FILLED, "guide") == guides
    assert open_for(GuidanceState.FILLED, "owner") == shared
    for state in (GuidanceState.OFFERED, GuidanceState.SIGNED, GuidanceState.CANCELLED):
        assert open_for(state, "owner") == open_for(state, "guide") == set()
    assert open_for(GuidanceState.OPEN, "assessor") == set()


def test_typed_rows_lose_what_is_empty_and_what_is_taken_away() -> None:
    steps = SECTIONS[GuidanceKind.COACHING][3]
    typed = {
        "indicator": ["a ", "", "c"],
        "strategy": ["b", " ", "d"],
        "adjust": ["YA", "", "TIDAK"],
    }
    rows = forms.clean(steps, typed)
    assert rows == [
        {"indicator": "a", "strategy": "b", "adjust": "YA"},
        {"indicator": "c", "strategy": "d", "adjust": "TIDAK"},
    ]
    assert guidance.needs_new_targets({"steps": rows})
    assert forms.clean(steps, typed, dropped=0) == rows[1:]
    assert not guidance.needs_new_targets({"steps": rows[1:]})
    assert forms.too_much([{"a": "x" * 2001}]) and forms.too_much([{"a": "x"}] * 41)
    assert forms.too_much(rows) is None


def test_a_paper_is_signed_when_it_is_complete() -> None:
    answers = [{"text": "Ya"}] * 9
    paper = Record(PaperState.DRAFT, kind_of=PaperKind.FEEDBACK, body={"answers": answers[:8]})
    moves = PAPER_MOVES[PaperKind.FEEDBACK]
    with pytest.raises(Refused, match="kesembilan"):
        advance(moves, Action.SIGN, PEOPLE["owner"], paper, DAY)
    paper.body = {"answers": answers}
    assert advance(moves, Action.SIGN, PEOPLE["owner"], paper, DAY).to is PaperState.SIGNED
    assert len(forms.FIXED) == 9 and set(forms.SCALE) == {1, 2, 3, 4, 5}


def test_hours_count_for_trainings_only() -> None:
    counted = {one for one in DevelopmentKind if one.is_training}
    assert counted == set(DevelopmentKind) - {DevelopmentKind.ASSIGNMENT, DevelopmentKind.ROTATION}
