"""Which days count, which are filled, and how long the logged hours are: truth tables."""

from datetime import date, time

import pytest

from skpweb.domain.calendar import WorkWeek
from skpweb.domain.journal import Rules, Span
from skpweb.domain.periods import Period, PeriodLength, Stretch, around, dates_in_words
from skpweb.domain.recap import (
    Exemption,
    Filling,
    Service,
    duration,
    exemption,
    logged_minutes,
    tally,
)
from skpweb.domain.terms import AbsenceKind

MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, day) for day in range(16, 23))
TODAY = date(2026, 11, 24)
WEEK = around(PeriodLength.WEEK, WED)
HELD = Stretch(date(2024, 1, 1), None)
AGREED = Stretch(date(2026, 1, 12), date(2026, 12, 31))


def rules(today: date = TODAY, **changed: object) -> Rules:
    return Rules(today=today, backfill_days=3, week=WorkWeek.FIVE, **changed)  # type: ignore[arg-type]


def service(**changed: object) -> Service:
    return Service(**({"posts": (HELD,), "plans": (AGREED,)} | changed))  # type: ignore[arg-type]


def absent(kind: AbsenceKind, first: date, last: date) -> Service:
    return service(absences=((kind, Stretch(first, last)),))


CASES = [
    # day, the person, what else, why it does not count
    (WED, service(), {}, None),
    (SAT, service(), {}, Exemption.FREE),
    (SAT, service(), {"week": WorkWeek.SIX}, None),
    (WED, service(), {"holidays": {WED}}, Exemption.FREE),
    (WED, service(), {"lost": {WED}}, Exemption.LOST),
    (WED, service(), {"today": WED}, Exemption.NOT_OVER),
    (WED, service(), {"today": THU}, None),
    (WED, service(), {"today": TUE}, Exemption.NOT_OVER),
    (SAT, service(), {"today": WED}, Exemption.NOT_OVER),
    (WED, service(posts=()), {}, Exemption.ENDED),
    (WED, service(posts=(Stretch(THU, None),)), {}, Exemption.NOT_BEGUN),
    (THU, service(posts=(Stretch(THU, None),)), {}, None),
    (WED, service(posts=(Stretch(MON, TUE),)), {}, Exemption.ENDED),
    (TUE, service(posts=(Stretch(MON, TUE),)), {}, None),
    (WED, service(posts=(Stretch(MON, TUE), Stretch(THU, None))), {}, Exemption.NOT_BEGUN),
    (WED, service(posts=(Stretch(MON, TUE), Stretch(WED, None))), {}, None),
    (TUE, service(contract=Stretch(WED, None)), {}, Exemption.NOT_BEGUN),
    (WED, service(contract=Stretch(WED, WED)), {}, None),
    (THU, service(contract=Stretch(WED, WED)), {}, Exemption.ENDED),
    (WED, service(left_on=WED), {}, None),
    (THU, service(left_on=WED), {}, Exemption.ENDED),
    *((WED, absent(kind, TUE, WED), {}, Exemption.ABSENT) for kind in AbsenceKind),
    (THU, absent(AbsenceKind.STUDY, TUE, WED), {}, None),
    (WED, absent(AbsenceKind.SICK, MON, FRI), {"lost": {WED}}, Exemption.ABSENT),
    (WED, service(plans=()), {}, Exemption.NO_SKP),
    (WED, service(plans=(Stretch(THU, FRI),)), {}, Exemption.NO_SKP),
    (WED, service(plans=(), left_on=MON), {}, Exemption.ENDED),
    (SAT, service(plans=()), {}, Exemption.FREE),
]


@pytest.mark.parametrize(("day", "person", "changed", "why"), CASES)
def test_why_a_day_does_not_count(
    day: date, person: Service, changed: dict[str, object], why: Exemption | None
) -> None:
    settings = {"today": TODAY, "backfill_days": 3, "week": WorkWeek.FIVE} | changed
    assert exemption(day, person, Rules(**settings)) is why  # type: ignore[arg-type]


FILLINGS = [
    (service(), {}, [MON, TUE, WED, THU, FRI], Filling.COMPLETE, None),
    (service(), {}, [MON, WED], Filling.PARTIAL, None),
    (service(), {}, [], Filling.EMPTY, None),
    (service(), {}, [SAT], Filling.EMPTY, None),
    (absent(AbsenceKind.MATERNITY, MON, SUN), {}, [MON], Filling.EXCLUDED, Exemption.ABSENT),
    (absent(AbsenceKind.SICK, MON, THU), {}, [FRI], Filling.COMPLETE, None),
    (service(plans=()), {}, [], Filling.EXCLUDED, Exemption.NO_SKP),
    (service(posts=(Stretch(None, MON),), left_on=MON, plans=()), {}, [], Filling.EXCLUDED,
     Exemption.ENDED),
    (service(), {"holidays": {MON, TUE, WED, THU, FRI}}, [], Filling.EXCLUDED, Exemption.FREE),
    (service(), {"today": MON}, [MON], Filling.EXCLUDED, Exemption.NOT_OVER),
    (service(), {"lost": {MON, TUE, WED, THU, FRI}}, [], Filling.EXCLUDED, Exemption.LOST),
]  # fmt: skip


@pytest.mark.parametrize(("person", "changed", "written", "filling", "reason"), FILLINGS)
def test_how_far_somebody_is(
    person: Service, changed: dict[str, object], written: list[date], filling: Filling,
    reason: Exemption | None,
) -> None:  # fmt: skip
    settings = {"today": TODAY, "backfill_days": 3, "week": WorkWeek.FIVE} | changed
    found = tally(WEEK, person, Rules(**settings), written)  # type: ignore[arg-type]
    assert (found.filling, found.reason) == (filling, reason)
    assert len(found.filled) + len(found.missing) == len(found.counted)
    assert set(found.counted).isdisjoint(found.exempt)
    assert sorted([*found.counted, *found.exempt]) == list(WEEK.days)


def test_a_day_that_does_not_count_may_be_filled_and_is_said() -> None:
    found = tally(WEEK, absent(AbsenceKind.SICK, MON, TUE), rules(), [TUE, WED, SUN])
    assert found.counted == (WED, THU, FRI)
    assert found.filled == (WED,)
    assert found.missing == (THU, FRI)
    assert found.beside == (TUE, SUN)


def span(start: float, end: float) -> Span:
    return Span(*(time(int(hour), round(hour % 1 * 60)) for hour in (start, end)))


HOURS = [
    ([], 0),
    ([(MON, Span())], 0),
    ([(MON, span(8, 10))], 120),
    ([(MON, span(8, 10)), (MON, span(10, 12))], 240),
    ([(MON, span(8, 10)), (MON, span(9, 11))], 180),
    ([(MON, span(9, 11)), (MON, span(8, 12))], 240),
    ([(MON, span(8, 12)), (MON, span(9, 10)), (MON, span(11.5, 13))], 300),
    ([(MON, span(8, 10)), (MON, span(8, 10))], 120),
    ([(MON, span(8, 10)), (TUE, span(9, 11)), (MON, Span())], 240),
    ([(MON, span(8, 8.25)), (MON, span(13, 13.5))], 45),
]


@pytest.mark.parametrize(("spans", "minutes"), HOURS)
def test_shared_minutes_are_counted_once(spans: list[tuple[date, Span]], minutes: int) -> None:
    assert logged_minutes(spans) == minutes
    assert logged_minutes(reversed(spans)) == minutes


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 menit"), (45, "45 menit"), (60, "1 jam"), (135, "2 jam 15 menit")]
)
def test_minutes_in_words(minutes: int, words: str) -> None:
    assert duration(minutes) == words


PERIODS = [
    (PeriodLength.WEEK, SUN, MON, SUN, "16–22 November 2026", "2026-11-16"),
    (PeriodLength.WEEK, date(2026, 12, 31), date(2026, 12, 28), date(2027, 1, 3),
     "28 Desember 2026–3 Januari 2027", "2026-12-28"),
    (PeriodLength.WEEK, date(2026, 9, 1), date(2026, 8, 31), date(2026, 9, 6),
     "31 Agustus–6 September 2026", "2026-08-31"),
    (PeriodLength.MONTH, WED, date(2026, 11, 1), date(2026, 11, 30), "November 2026", "2026-11"),
    (PeriodLength.MONTH, date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29),
     "Februari 2028", "2028-02"),
    (PeriodLength.MONTH, date(2026, 12, 5), date(2026, 12, 1), date(2026, 12, 31),
     "Desember 2026", "2026-12"),
]  # fmt: skip


@pytest.mark.parametrize(("length", "day", "first", "last", "words", "value"), PERIODS)
def test_weeks_and_months(
    length: PeriodLength, day: date, first: date, last: date, words: str, value: str
) -> None:
    found = around(length, day)
    assert found == Period(length, first, last)
    assert (found.words, found.value) == (words, value)
    assert found.before.after == found == found.after.before


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], ""),
        ([WED], "18 November 2026"),
        ([TUE, THU], "17 dan 19 November 2026"),
        ([MON, TUE, THU], "16, 17 dan 19 November 2026"),
        ([date(2026, 10, 30), MON], "30 Oktober dan 16 November 2026"),
        ([date(2025, 12, 31), MON], "31 Desember 2025 dan 16 November 2026"),
    ],
)
def test_dates_in_words(days: list[date], words: str) -> None:
    assert dates_in_words(days) == words
