"""Deadlines with the numbers of p.90-117 and the example of the demo office."""

from datetime import date

import pytest

from skpweb.domain import deadlines
from skpweb.domain.calendar import WorkWeek

FIVE = WorkWeek.FIVE
HOLIDAYS = {date(2026, 1, 16)}
RECEIVED = date(2026, 1, 12)

FROM_THE_PAGES = [  # deadline, working days, page
    (deadlines.HAND_OVER, 14, "114"),
    (deadlines.GIVE_BACK, 14, "114"),
    (deadlines.REPORT_UP, 30, "115"),
    (deadlines.SENIOR_SIGNS, 14, "116"),
    (deadlines.SENIOR_HANDS_OVER, 7, "116"),
    (deadlines.GIVE_BACK_TO_SENIOR, 7, "116"),
    (deadlines.OBJECTION, 14, "117"),
    (deadlines.OBJECTION_DECISION, 7, "117"),
]


@pytest.mark.parametrize(("deadline", "days", "page"), FROM_THE_PAGES)
def test_numbers_and_pages(deadline: deadlines.Deadline, days: int, page: str) -> None:
    assert deadline.days == days
    assert deadline.kind is deadlines.DayKind.WORKING
    assert deadline.source.endswith(f"hlm. {page}")


FILED = [  # filed on, in time?
    (date(2026, 1, 12), True),
    (date(2026, 1, 20), True),
    (date(2026, 2, 2), True),  # working day 14
    (date(2026, 2, 3), False),  # working day 15
]


@pytest.mark.parametrize(("filed_on", "in_time"), FILED)
def test_objection(filed_on: date, in_time: bool) -> None:
    assert deadlines.objection_deadline(RECEIVED, FIVE, HOLIDAYS) == date(2026, 2, 2)
    assert deadlines.may_object(RECEIVED, filed_on, FIVE, HOLIDAYS) is in_time


def test_decision_on_an_objection() -> None:
    assert deadlines.decision_deadline(date(2026, 1, 20), FIVE, HOLIDAYS) == date(2026, 1, 29)


def test_the_other_deadlines() -> None:
    signed_on = closed_on = date(2026, 1, 30)  # a Friday
    assert deadlines.hand_over_deadline(signed_on, FIVE, ()) == date(2026, 2, 19)
    assert deadlines.give_back_deadline(signed_on, FIVE, ()) == date(2026, 2, 19)
    assert deadlines.senior_signing_deadline(closed_on, FIVE, ()) == date(2026, 2, 19)
    assert deadlines.report_deadline(closed_on, FIVE, ()) == date(2026, 3, 13)


def test_a_fixed_date_is_not_counted() -> None:
    with pytest.raises(ValueError, match="not counted"):
        deadlines.SKP_SET.ends_on(RECEIVED, FIVE, ())
