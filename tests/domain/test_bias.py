"""Questions before the predicate: when each is asked, and when it is not."""

from datetime import date

import pytest

from skpweb.domain import bias
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.bias import Case, Said
from skpweb.domain.ratings import Rating
from skpweb.domain.terms import FeedbackTone

A, M, B = Rating.ABOVE, Rating.MEETS, Rating.BELOW
NICE, ADVICE, ORDER = FeedbackTone.APPRECIATION, FeedbackTone.ADVICE, FeedbackTone.DIRECTION
TODAY = date(2026, 10, 5)
EARLY, LAST_WEEK = date(2026, 8, 1), date(2026, 10, 1)


def said(about: str, tone: FeedbackTone = NICE, giver: int = 1, day: date = EARLY) -> Said:
    return Said(about, tone, giver, day)


BOTH = (said("rhk:a"), said("value:adaptive", giver=2))
ALL_VALUES = tuple(said(f"value:{value.value}") for value in CoreValue)


@pytest.mark.parametrize(
    ("case", "codes"),
    [
        (Case(TODAY), []),
        (Case(TODAY, A, A, BOTH), []),
        # without feedback on what is rated
        (Case(TODAY, M, M), ["unheard_result"]),
        (Case(TODAY, M, M, BOTH[1:]), ["unheard_result"]),
        (Case(TODAY, None, M, BOTH[:1]), ["unheard_behaviour"]),
        (Case(TODAY, None, M, BOTH[1:]), []),
        # only from the last days: the fourteenth day back still is, the fifteenth is not
        (Case(TODAY, said=[said("rhk:a", day=LAST_WEEK)]), ["late"]),
        (Case(TODAY, said=[said("rhk:a", day=date(2026, 9, 21))]), ["late"]),
        (Case(TODAY, said=[said("rhk:a", day=date(2026, 9, 20))]), []),
        # one giver alone, from the third remark on
        (Case(TODAY, said=[said("rhk:a"), said("value:adaptive")]), []),
        (Case(TODAY, said=[said("rhk:a"), said("rhk:b"), said("rhk:c")]), ["one_voice"]),
        (Case(TODAY, said=[said("rhk:a"), said("rhk:b"), said("rhk:c", giver=2)]), []),
        # an RHK utama below
        (Case(TODAY, A, said=BOTH, rated=[A, A, A, B], main=[A, B]), ["main_below"]),
        (Case(TODAY, A, said=BOTH, rated=[A, A, A, B], main=[A, A]), []),
        (Case(TODAY, M, said=BOTH, rated=[M, M, B], main=[B]), []),
        # most single results elsewhere
        (Case(TODAY, A, said=BOTH, rated=[M, M, A]), ["against_parts"]),
        (Case(TODAY, A, said=BOTH, rated=[A, M]), []),
        (Case(TODAY, A, said=BOTH, rated=[A, A, M, M]), []),
        (Case(TODAY, M, said=BOTH, rated=[A, A, M, B, B]), []),
        # all seven values in one way
        (Case(TODAY, said=[*ALL_VALUES, said("rhk:a", giver=2)]), ["alike"]),
        (Case(TODAY, said=[*ALL_VALUES[1:], said("rhk:a", giver=2)]), []),
        (Case(TODAY, said=[*ALL_VALUES, said("value:adaptive", ADVICE, 2)]), []),
        # far from the tone
        (Case(TODAY, A, said=[said("rhk:a", ADVICE)]), ["against_tone"]),
        (Case(TODAY, A, said=[said("rhk:a", ADVICE), said("rhk:a")]), []),
        (Case(TODAY, B, said=[said("rhk:a"), said("rhk:b"), said("rhk:b", ORDER, 2)]),
         ["against_tone"]),
        (Case(TODAY, None, A, [said("value:adaptive", ORDER)]), ["against_tone"]),
        (Case(TODAY, M, M, [said("rhk:a", ADVICE), said("value:adaptive", ORDER)]), []),
        # everybody in the unit
        (Case(TODAY, M, M, BOTH, colleagues=[(M, M), (M, M)]), ["everybody_alike"]),
        (Case(TODAY, M, M, BOTH, colleagues=[(M, M), (M, A)]), []),
        (Case(TODAY, M, M, BOTH, colleagues=[(M, M)]), []),
        # the year
        (Case(TODAY, A, A, BOTH, quarters=[(M, M), (M, M), (M, M), (A, A)]), ["copied"]),
        (Case(TODAY, A, A, BOTH, quarters=[(M, M), (A, A), (A, A), (A, A)]), []),
        (Case(TODAY, M, M, BOTH, quarters=[(B, M), (M, M), (M, M), (A, M)]), ["average"]),
        (Case(TODAY, M, M, BOTH, quarters=[(M, M)] * 4), []),
        (Case(TODAY, A, M, BOTH, quarters=[(B, M), (M, M), (M, M), (A, M)]), ["copied"]),
        (Case(TODAY, B, M, [said("rhk:a", ADVICE), BOTH[1]], quarters=[(B, M), (M, M), (A, M)]),
         []),
        (Case(TODAY, A, A, BOTH, quarters=[(M, M), (A, A)]), []),
    ],
)  # fmt: skip
def test_questions(case: Case, codes: list[str]) -> None:
    assert [one.code for one in bias.questions(case)] == codes


def test_every_question_is_one_and_names_its_page() -> None:
    cases = [
        Case(TODAY, M, M),
        Case(TODAY, A, A, [said("rhk:a", ADVICE, 1, LAST_WEEK)], [M, M, M], [B]),
    ]
    found = [one for case in cases for one in bias.questions(case)]
    assert len(found) >= 5
    assert all(one.text.endswith("?") and 69 <= int(one.page) <= 100 for one in found)
