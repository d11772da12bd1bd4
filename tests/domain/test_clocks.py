"""The clocks of p.114-117 across holidays and both weeks, and who may object (p.90, 117)."""

from datetime import date

import pytest

from skpweb.domain.calendar import WorkWeek
from skpweb.domain.clocks import ClockKind, Times, Workdays, open_clocks, who_acts
from skpweb.domain.objection import Case, Final
from skpweb.domain.terms import EmploymentStatus, PositionKind

FIVE, SIX = WorkWeek.FIVE, WorkWeek.SIX
HOLIDAYS = frozenset({date(2026, 1, 16)})
DAY = date(2026, 1, 12)  # a Monday
CLOSED = date(2026, 1, 9)

DUE = [  # kind, by the atasan penilai?, five days, six days
    (ClockKind.DELIVER, False, date(2026, 2, 2), date(2026, 1, 29)),
    (ClockKind.DELIVER, True, date(2026, 1, 22), date(2026, 1, 21)),
    (ClockKind.GIVE_BACK, False, date(2026, 2, 2), date(2026, 1, 29)),
    (ClockKind.GIVE_BACK, True, date(2026, 1, 22), date(2026, 1, 21)),
    (ClockKind.OBJECT, False, date(2026, 2, 2), date(2026, 1, 29)),
    (ClockKind.REPORT_UP, False, date(2026, 2, 23), date(2026, 2, 14)),
]


@pytest.mark.parametrize(("kind", "by_senior", "five", "six"), DUE)
def test_last_days(kind: ClockKind, by_senior: bool, five: date, six: date) -> None:
    received = None if kind is ClockKind.DELIVER else DAY
    times = Times(
        CLOSED, is_rated=True, rated_by_senior=by_senior, signed_on=DAY, delivered_on=received,
        received_on=received, has_senior=True, may_object=True,
    )  # fmt: skip
    for week, due in ((FIVE, five), (SIX, six)):
        found = {one.kind: one.due for one in open_clocks(times, Workdays(DAY, week, HOLIDAYS))}
        assert found[kind] == due


LEFT = [  # today, working days, is it over, is it the last day
    (date(2026, 1, 28), 3, False, False),
    (date(2026, 1, 31), 1, False, False),  # a Saturday
    (date(2026, 2, 2), 0, False, True),
    (date(2026, 2, 3), 1, True, False),
]


@pytest.mark.parametrize(("today", "days", "is_over", "is_last"), LEFT)
def test_days_left(today: date, days: int, is_over: bool, is_last: bool) -> None:
    clock = Workdays(today, FIVE, HOLIDAYS).clock(ClockKind.DECIDE, date(2026, 2, 2))
    assert (clock.days, clock.is_over, clock.is_last_day) == (days, is_over, is_last)


def test_a_window_passes_only_to_somebody_and_only_once_it_is_over() -> None:
    def kinds(today: date, has_senior: bool) -> list[ClockKind]:
        times = Times(CLOSED, has_senior=has_senior)
        return [one.kind for one in open_clocks(times, Workdays(today, FIVE, HOLIDAYS))]

    assert kinds(CLOSED, True) == []
    assert kinds(DAY, True) == [ClockKind.SENIOR_RATES]
    assert kinds(DAY, False) == []


ASN, OFFICIAL = EmploymentStatus.PNS, EmploymentStatus.OFFICIAL
FINAL = [  # kind of post, leads a unit, status of the penilai, senior, rated by him
    (PositionKind.EXECUTOR, False, ASN, True, False, None),
    (PositionKind.EXECUTOR, False, ASN, False, False, Final.NOBODY),
    (PositionKind.EXECUTOR, False, ASN, True, True, Final.SENIOR),
    (PositionKind.ADMINISTRATOR, True, OFFICIAL, True, False, Final.LAW),
    (PositionKind.JPT, False, OFFICIAL, True, False, Final.LAW),
    (PositionKind.FUNCTIONAL, True, ASN, True, False, None),  # a head below a JPT
]


@pytest.mark.parametrize(("kind", "leads", "status", "senior", "by_senior", "final"), FINAL)
def test_where_the_result_is_final(
    kind: PositionKind, leads: bool, status: EmploymentStatus, senior: bool, by_senior: bool,
    final: Final | None,
) -> None:  # fmt: skip
    assert Case(kind, leads, status, senior, by_senior).final is final


@pytest.mark.parametrize(("kind", "usual", "by_senior"), [
    (ClockKind.SENIOR_RATES, "senior", "senior"), (ClockKind.DELIVER, "assessor", "senior"),
    (ClockKind.GIVE_BACK, "owner", "owner"), (ClockKind.OBJECT, "owner", "owner"),
    (ClockKind.DECIDE, "senior", "senior"), (ClockKind.REPORT_UP, "assessor", "senior"),
])  # fmt: skip
def test_whose_turn_it_is(kind: ClockKind, usual: str, by_senior: str) -> None:
    assert (who_acts(kind, False), who_acts(kind, True)) == (usual, by_senior)
