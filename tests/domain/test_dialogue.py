"""Dialog kinerja: who may do what in which state, and when an RHK may be taken over."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import pytest

from skpweb.domain import dialogue, lifecycle
from skpweb.domain.dialogue import AGREEMENT_MOVES, DIALOGUE_MOVES
from skpweb.domain.lifecycle import Action, NotYours, Refused
from skpweb.domain.people import Parties
from skpweb.domain.progress import FollowUp, GuidanceWay, Seen, Verdict, problem, why_no_take_over
from skpweb.domain.states import AgreementState, DialogueState
from tests.domain.test_lifecycle import ASSESSOR, EARLIER, OWNER, PEOPLE, SENIOR

DAY = date(2026, 11, 24)
BOTH = ("owner", "owner who stands in", "assessor")
#: everybody but these may do nothing; in the dialogue the penilai is who led it
DIALOGUE = {
    "planned": "reschedule,cancel,hold",
    "held": "amend,confirm,complete",
    "confirmed": "",
    "cancelled": "",
}
AGREEMENT = {"open": "finish,drop", "done": "", "dropped": ""}
CLOSERS = (*BOTH, "stand_in", "earlier")
TABLES = [
    (DIALOGUE_MOVES, DialogueState, DIALOGUE, BOTH),
    (AGREEMENT_MOVES, AgreementState, AGREEMENT, CLOSERS),
]


@dataclass
class Talk:
    """A dialogue as far as its checks look at it."""

    state: StrEnum
    held_on: date = DAY
    notes: str = "Dibahas"
    text_version: int = 2
    owner_version: int = 2
    leader_version: int = 2

    @property
    def meeting(self) -> "Talk":
        """Its own day."""
        return self

    def parties(self, _day: date) -> Parties:
        """Everybody around it."""
        return Parties(OWNER, ASSESSOR, SENIOR, frozenset({EARLIER}))


@pytest.mark.parametrize("person", PEOPLE)
def test_every_state_offers_what_the_table_says(person: str) -> None:
    for moves, states, table, who in TABLES:
        for state in states:
            expected = set(table[state.value].split(",")) - {""} if person in who else set()
            found = lifecycle.open_to(moves, PEOPLE[person], Talk(state), DAY)
            assert {action.value for action in found} == expected, (state, person)


@pytest.mark.parametrize("person", PEOPLE)
def test_what_is_not_offered_is_refused(person: str) -> None:
    for moves, states, table, who in TABLES:
        for state in states:
            for action in set(moves) - {
                Action(one) for one in table[state.value].split(",") if one
            }:
                kind = Refused if person in who else NotYours
                with pytest.raises(Refused) as refusal:
                    lifecycle.advance(moves, action, PEOPLE[person], Talk(state), DAY, "Alasan")
                assert type(refusal.value) is kind


def test_where_the_moves_lead() -> None:
    ends = {action.value: move.to.value for action, move in DIALOGUE_MOVES.items()}
    assert ends == {
        "reschedule": "planned", "cancel": "cancelled", "hold": "held", "amend": "held",
        "confirm": "held", "complete": "confirmed",
    }  # fmt: skip
    ends = {action.value: move.to.value for action, move in AGREEMENT_MOVES.items()}
    assert ends == {"finish": "done", "drop": "dropped"}
    reasons = {
        action for table in (DIALOGUE_MOVES, AGREEMENT_MOVES) for action, move in table.items()
        if move.needs_reason
    }  # fmt: skip
    assert reasons == {Action.RESCHEDULE, Action.CANCEL, Action.DROP}


@pytest.mark.parametrize(
    ("action", "state", "other", "words"),
    [
        (Action.HOLD, DialogueState.PLANNED, {"held_on": DAY + timedelta(days=1)}, "belum berlang"),
        (Action.HOLD, DialogueState.PLANNED, {"notes": "  "}, "Tulis hasil"),
        (Action.AMEND, DialogueState.HELD, {"notes": ""}, "Tulis hasil"),
        (Action.COMPLETE, DialogueState.HELD, {"owner_version": 1}, "kedua pihak"),
        (Action.COMPLETE, DialogueState.HELD, {"leader_version": 0}, "kedua pihak"),
    ],
)
def test_what_must_be_true(
    action: Action, state: DialogueState, other: dict[str, object], words: str
) -> None:
    who = PEOPLE["assessor"]
    assert lifecycle.advance(DIALOGUE_MOVES, action, who, Talk(state), DAY)
    with pytest.raises(Refused, match=words):
        lifecycle.advance(DIALOGUE_MOVES, action, who, Talk(state, **other), DAY)


@pytest.mark.parametrize(
    ("person", "in_time", "late"),
    [
        ("owner", False, False), ("assessor", True, True), ("stand_in", True, True),
        ("senior", False, True), ("earlier", True, True), ("team", False, False),
        ("admin", False, False), ("stranger", False, False), ("owner who stands in", False, False),
    ],
)  # fmt: skip
def test_who_may_lead(person: str, in_time: bool, late: bool) -> None:
    for stands_in, expected in ((False, in_time), (True, late)):
        parties = Parties(OWNER, ASSESSOR, SENIOR, frozenset({EARLIER}), senior_stands_in=stands_in)
        assert dialogue.leads(PEOPLE[person], parties) is expected


FORTNIGHT, WEEK = DAY - timedelta(days=14), DAY - timedelta(days=7)
GOOD, NONE = Verdict.PROGRESS, Verdict.NO_PROGRESS


def seen(verdict: Verdict, *follow_ups: FollowUp, rhk: str = "a", on: date = FORTNIGHT) -> Seen:
    return Seen(rhk, verdict, follow_ups, on)


#: history -> whether the RHK "a" may be taken over today (p.70 no. 14, art. 20)
TAKING_OVER = [
    ([], False),
    ([seen(NONE)], False),
    ([seen(NONE, FollowUp.EXPECTATION)], True),
    ([seen(NONE, FollowUp.RESOURCES)], True),
    ([seen(NONE, FollowUp.GUIDANCE)], True),
    ([seen(NONE, FollowUp.GUIDANCE, on=DAY)], False),  # nothing can have come of it yet
    ([seen(NONE, FollowUp.GUIDANCE, rhk="b")], False),
    ([seen(NONE, FollowUp.GUIDANCE, rhk="")], False),
    ([seen(GOOD, FollowUp.APPRECIATION)], False),
    ([seen(NONE, FollowUp.GUIDANCE), seen(GOOD, on=WEEK)], False),
    ([seen(GOOD), seen(NONE, FollowUp.GUIDANCE, on=WEEK)], True),
    ([seen(NONE, FollowUp.GUIDANCE), seen(NONE, on=WEEK)], True),
    ([seen(NONE, FollowUp.GUIDANCE), seen(NONE, FollowUp.TAKE_OVER, on=WEEK)], False),
    ([seen(NONE, FollowUp.GUIDANCE), seen(NONE, FollowUp.TAKE_OVER, rhk="b", on=WEEK)], True),
]


@pytest.mark.parametrize(("history", "may"), TAKING_OVER)
def test_an_rhk_is_taken_over_only_after_something_was_tried(
    history: list[Seen], may: bool
) -> None:
    assert (why_no_take_over("a", history, DAY) is None) is may
    wrong = problem(NONE, "a", [FollowUp.TAKE_OVER], None, history, DAY)
    assert (wrong is None) is may


@pytest.mark.parametrize(
    ("verdict", "rhk", "follow_ups", "guidance", "words"),
    [
        (GOOD, "a", "appreciation assignment", "", ""),
        (GOOD, "", "assignment", "", ""),
        (NONE, "", "expectation resources", "", ""),
        (NONE, "a", "guidance", "coaching", ""),
        (NONE, "a", "", "", ""),
        (GOOD, "", "appreciation", "", "Pilih RHK yang diapresiasi"),
        (GOOD, "a", "guidance", "coaching", "tidak sesuai"),
        (GOOD, "a", "take_over", "", "tidak sesuai"),
        (NONE, "a", "appreciation", "", "tidak sesuai"),
        (NONE, "a", "guidance", "", "bentuk pembinaan"),
        (NONE, "a", "resources", "coaching", "bentuk pembinaan"),
        (NONE, "", "take_over", "", "Pilih RHK yang diambil alih"),
        (NONE, "a", "take_over resources", "", "tidak digabung"),
    ],
)
def test_what_follows_fits_what_was_seen(
    verdict: Verdict, rhk: str, follow_ups: str, guidance: str, words: str
) -> None:
    chosen = [FollowUp(one) for one in follow_ups.split()]
    found = problem(verdict, rhk, chosen, GuidanceWay(guidance) if guidance else None, [], DAY)
    assert words in found if words and found else found is None and not words
