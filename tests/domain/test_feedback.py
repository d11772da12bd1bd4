"""Umpan balik: who can speak as what, until when it can be corrected, when the duty is late."""

from datetime import date

import pytest

from skpweb.domain import feedback
from skpweb.domain.feedback import DutyState, FeedbackRhythm, Periods, Place, Relation
from skpweb.domain.terms import FeedbackSource

OWNER, BOSS, SENIOR = 1, 2, 3
HOME = Place(unit_id=7, assessor_id=BOSS)
QUARTERS = [
    (date(2026, 1, 1), date(2026, 3, 31)),
    (date(2026, 4, 1), date(2026, 6, 30)),
    (date(2026, 7, 1), date(2026, 9, 30)),
]


@pytest.mark.parametrize(
    ("giver_id", "place", "expected"),
    [
        (BOSS, Place(7, SENIOR), Relation.SUPERIOR),
        (SENIOR, Place(8, None), Relation.SUPERIOR),
        (4, Place(9, OWNER), Relation.SUBORDINATE),
        (4, Place(7, OWNER), Relation.SUBORDINATE),
        (4, Place(7, SENIOR), Relation.PEER),
        (4, Place(9, BOSS), Relation.PEER),
        (4, Place(9, SENIOR), Relation.OTHER),
        (4, Place(), Relation.OTHER),
    ],
)
def test_relation(giver_id: int, place: Place, expected: Relation) -> None:
    assert feedback.relation(giver_id, place, OWNER, HOME, (BOSS, SENIOR)) is expected


def test_nobody_without_unit_or_penilai_is_a_peer_by_that() -> None:
    assert feedback.relation(4, Place(), OWNER, Place(), (None, None)) is Relation.OTHER


@pytest.mark.parametrize(
    ("relation", "likely", "impossible"),
    [
        (Relation.SUPERIOR, FeedbackSource.LEADER, {"peer", "subordinate"}),
        (Relation.SUBORDINATE, FeedbackSource.SUBORDINATE, {"leader", "peer"}),
        (Relation.PEER, FeedbackSource.PEER, set()),
        (Relation.OTHER, FeedbackSource.OTHER, set()),
    ],
)
def test_sources(relation: Relation, likely: FeedbackSource, impossible: set[str]) -> None:
    assert feedback.likely(relation) is likely
    assert {one for one in FeedbackSource if feedback.refused(relation, one)} == impossible


@pytest.mark.parametrize(
    ("day", "is_used", "expected"),
    [(date(2026, 10, 5), False, True), (date(2026, 10, 19), False, True),
     (date(2026, 10, 20), False, False), (date(2026, 10, 5), True, False)],
)  # fmt: skip
def test_correction_ends(day: date, is_used: bool, expected: bool) -> None:
    assert feedback.is_correctable(date(2026, 10, 5), day, is_used) is expected


@pytest.mark.parametrize(
    ("rhythm", "day", "expected"),
    [
        (FeedbackRhythm.WINDOW, date(2026, 5, 9), Periods(*QUARTERS[1], *QUARTERS[0])),
        (FeedbackRhythm.WINDOW, date(2026, 1, 1), Periods(*QUARTERS[0])),
        (FeedbackRhythm.WINDOW, date(2026, 10, 1), Periods(None, None, *QUARTERS[2])),
        (FeedbackRhythm.WINDOW, date(2025, 12, 31), Periods()),
        (FeedbackRhythm.MONTH, date(2026, 3, 31),
         Periods(date(2026, 3, 1), date(2026, 3, 31), date(2026, 2, 1), date(2026, 2, 28))),
        (FeedbackRhythm.MONTH, date(2026, 1, 1),
         Periods(date(2026, 1, 1), date(2026, 1, 31), date(2025, 12, 1), date(2025, 12, 31))),
    ],
)  # fmt: skip
def test_periods(rhythm: FeedbackRhythm, day: date, expected: Periods) -> None:
    assert feedback.periods(rhythm, QUARTERS, day) == expected


BEGAN, MISSED = date(2026, 4, 1), date(2026, 1, 1)


@pytest.mark.parametrize(
    ("last", "missed", "expected"),
    [
        (None, None, DutyState.DUE),
        (None, MISSED, DutyState.LATE),
        (date(2025, 12, 31), MISSED, DutyState.LATE),
        (date(2026, 1, 1), MISSED, DutyState.DUE),
        (date(2026, 3, 31), MISSED, DutyState.DUE),
        (date(2026, 4, 1), MISSED, DutyState.DONE),
        (date(2026, 4, 1), None, DutyState.DONE),
    ],
)
def test_duty(last: date | None, missed: date | None, expected: DutyState) -> None:
    assert feedback.duty(last, BEGAN, missed) is expected
