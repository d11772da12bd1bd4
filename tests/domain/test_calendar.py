"""Working days, windows and zones."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skpweb.domain.calendar import (
    PeriodKind,
    WindowKind,
    WorkWeek,
    add_working_days,
    is_working_day,
    skp_due_on,
    today_in,
    windows_of,
    working_days_between,
)

FIVE, SIX = WorkWeek.FIVE, WorkWeek.SIX
MONDAY = date(2026, 1, 12)
HOLIDAY = date(2026, 1, 16)  # a Friday

DAYS = [  # day, week, holidays, works?
    (date(2026, 1, 16), FIVE, (), True),
    (date(2026, 1, 16), FIVE, (HOLIDAY,), False),
    (date(2026, 1, 17), FIVE, (), False),  # Saturday
    (date(2026, 1, 17), SIX, (), True),
    (date(2026, 1, 18), SIX, (), False),  # Sunday
    (date(2026, 1, 19), FIVE, (HOLIDAY,), True),
]


@pytest.mark.parametrize(("day", "week", "holidays", "works"), DAYS)
def test_working_days(day: date, week: WorkWeek, holidays: tuple[date, ...], works: bool) -> None:
    assert is_working_day(day, week, holidays) is works


SUMS = [  # day, n, week, holidays, result
    (MONDAY, 1, FIVE, (), date(2026, 1, 13)),
    (MONDAY, 4, FIVE, (), date(2026, 1, 16)),
    (MONDAY, 4, FIVE, (HOLIDAY,), date(2026, 1, 19)),
    (MONDAY, 5, SIX, (), date(2026, 1, 17)),
    (MONDAY, 14, FIVE, (), date(2026, 1, 30)),
    (MONDAY, 14, FIVE, (HOLIDAY,), date(2026, 2, 2)),
    (MONDAY, 14, SIX, (HOLIDAY,), date(2026, 1, 29)),
    (date(2026, 1, 17), 1, FIVE, (), date(2026, 1, 19)),  # from a Saturday
    (date(2028, 2, 28), 1, FIVE, (), date(2028, 2, 29)),  # leap day
    (date(2027, 2, 26), 1, FIVE, (), date(2027, 3, 1)),
]


@pytest.mark.parametrize(("day", "n", "week", "holidays", "result"), SUMS)
def test_add_working_days(
    day: date, n: int, week: WorkWeek, holidays: tuple[date, ...], result: date
) -> None:
    assert add_working_days(day, n, week, holidays) == result
    assert working_days_between(day, result, week, holidays) == n


def test_no_deadline_of_no_days() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        add_working_days(MONDAY, 0, FIVE, ())


def test_nothing_lies_before_the_start() -> None:
    assert working_days_between(MONDAY, MONDAY, FIVE, ()) == 0
    assert working_days_between(MONDAY, MONDAY - timedelta(days=9), FIVE, ()) == 0


some_days = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@given(some_days, st.integers(1, 60), st.sampled_from(WorkWeek), st.sets(some_days, max_size=20))
def test_adding_and_counting_undo_each_other(
    day: date, n: int, week: WorkWeek, holidays: set[date]
) -> None:
    end = add_working_days(day, n, week, holidays)
    assert is_working_day(end, week, holidays)
    assert working_days_between(day, end, week, holidays) == n


def test_quarterly_year() -> None:
    windows = windows_of(2026, PeriodKind.QUARTERLY)
    assert [(w.kind, w.number, w.starts_on, w.ends_on) for w in windows] == [
        (WindowKind.QUARTER, 1, date(2026, 1, 1), date(2026, 3, 31)),
        (WindowKind.QUARTER, 2, date(2026, 4, 1), date(2026, 6, 30)),
        (WindowKind.QUARTER, 3, date(2026, 7, 1), date(2026, 9, 30)),
        (WindowKind.QUARTER, 4, date(2026, 10, 1), date(2026, 12, 31)),
        (WindowKind.ANNUAL, 0, date(2026, 1, 1), date(2026, 12, 31)),
    ]
    third, annual = windows[2], windows[4]
    assert (third.opens_on, third.closes_on) == (date(2026, 9, 20), date(2026, 10, 14))
    assert (annual.opens_on, annual.closes_on) == (date(2026, 12, 1), date(2027, 1, 31))


def test_example_of_the_regulation_on_leaving_inside_a_window() -> None:
    third = windows_of(2022, PeriodKind.QUARTERLY)[2]  # p.91-92
    assert not third.opens_on <= date(2022, 8, 25) <= third.closes_on
    assert third.opens_on <= date(2022, 9, 25) <= third.closes_on


def test_holidays_move_the_closing_day() -> None:
    plain = windows_of(2026, PeriodKind.QUARTERLY)[0].closes_on
    moved = windows_of(2026, PeriodKind.QUARTERLY, FIVE, {date(2026, 4, 3)})[0].closes_on
    assert (plain, moved) == (date(2026, 4, 14), date(2026, 4, 15))


def test_monthly_year_with_leap_day() -> None:
    windows = windows_of(2028, PeriodKind.MONTHLY)
    assert len(windows) == 13
    assert [w.kind for w in windows] == [WindowKind.MONTH] * 12 + [WindowKind.ANNUAL]
    assert windows[1].ends_on == date(2028, 2, 29)
    assert windows_of(2027, PeriodKind.MONTHLY)[1].ends_on == date(2027, 2, 28)


@given(st.integers(1990, 2100), st.sampled_from(PeriodKind))
def test_periods_tile_the_year(year: int, kind: PeriodKind) -> None:
    *periodic, annual = windows_of(year, kind)
    assert periodic[0].starts_on == annual.starts_on == date(year, 1, 1)
    assert periodic[-1].ends_on == annual.ends_on == date(year, 12, 31)
    for earlier, later in zip(periodic, periodic[1:], strict=False):
        assert later.starts_on - earlier.ends_on == timedelta(days=1)
    for window in periodic:
        assert window.starts_on < window.opens_on < window.ends_on < window.closes_on


def test_skp_is_due_at_the_end_of_january() -> None:
    assert skp_due_on(2028) == date(2028, 1, 31)


NOW = datetime(2026, 1, 31, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("WIB", date(2026, 1, 31)), ("WITA", date(2026, 2, 1)), ("WIT", date(2026, 2, 1))],
)
def test_today_differs_across_indonesia(zone: str, day: date) -> None:
    assert today_in(zone, NOW) == day


def test_the_east_is_an_hour_ahead_of_the_middle() -> None:
    moment = datetime(2026, 1, 31, 15, 30, tzinfo=UTC)
    days = [today_in(zone, moment) for zone in ("WITA", "WIT")]
    assert days == [date(2026, 1, 31), date(2026, 2, 1)]


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        today_in("WIB", datetime(2026, 1, 31))
    with pytest.raises(KeyError):
        today_in("UTC", NOW)


THIRD = windows_of(2026, PeriodKind.QUARTERLY)[2]  # from 20 September to 14 October
NEAR_MIDNIGHT = [  # a moment, where the window is open
    (datetime(2026, 9, 19, 14, 59, tzinfo=UTC), set()),
    (datetime(2026, 9, 19, 15, 0, tzinfo=UTC), {"WIT"}),
    (datetime(2026, 9, 19, 16, 0, tzinfo=UTC), {"WITA", "WIT"}),
    (datetime(2026, 9, 19, 17, 0, tzinfo=UTC), {"WIB", "WITA", "WIT"}),
    (datetime(2026, 10, 14, 14, 59, tzinfo=UTC), {"WIB", "WITA", "WIT"}),
    (datetime(2026, 10, 14, 15, 0, tzinfo=UTC), {"WIB", "WITA"}),
    (datetime(2026, 10, 14, 16, 0, tzinfo=UTC), {"WIB"}),
    (datetime(2026, 10, 14, 17, 0, tzinfo=UTC), set()),
]


@pytest.mark.parametrize(("moment", "open_in"), NEAR_MIDNIGHT)
def test_a_window_opens_and_closes_at_midnight_of_the_zone(
    moment: datetime, open_in: set[str]
) -> None:
    zones = ("WIB", "WITA", "WIT")
    opened = {z for z in zones if THIRD.opens_on <= today_in(z, moment) <= THIRD.closes_on}
    assert opened == open_in
