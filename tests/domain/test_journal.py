"""Truth tables of the journal: open days, lost days, hours, what is asked for, what is told."""

from datetime import date, datetime, time

import pytest

from skpweb.domain import journal
from skpweb.domain.calendar import WorkWeek
from skpweb.domain.journal import Context, Needs, Outage, Rules, Span

# November 2026: the 22nd is a Sunday, the 24th a Tuesday
TODAY = date(2026, 11, 24)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def nov(day: int) -> date:
    return date(2026, 11, day)


def span(first: str = "", last: str = "") -> Span:
    """``span("8.00", "9.30")``."""
    read = [time(*map(int, one.split("."))) if one else None for one in (first, last)]
    return Span(*read)


def rules(days: int = 3, lost: tuple[int, ...] = (), holidays: tuple[int, ...] = ()) -> Rules:
    return Rules(
        TODAY, days, WorkWeek.FIVE, {nov(day): "Hari libur" for day in holidays},
        frozenset(map(nov, lost)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("days", "lost", "holidays", "since", "usual"),
    [
        (0, (), (), 24, 24),
        (1, (), (), 23, 23),
        (3, (), (), 19, 19),  # over the weekend
        (3, (), (20,), 18, 18),  # a holiday does not count
        (3, (23,), (), 18, 19),  # nor does a day without the application
        (3, (23, 20), (), 17, 19),
        (3, (22,), (), 19, 19),  # a lost Sunday is no loss
        (3, (24,), (), 19, 19),  # today is open anyway
        (3, (16,), (), 19, 19),  # long before
    ],
)
def test_the_earliest_open_day(
    days: int, lost: tuple[int, ...], holidays: tuple[int, ...], since: int, usual: int
) -> None:
    found = rules(days, lost, holidays)
    assert (found.open_since, found.usual_open_since) == (nov(since), nov(usual))


@pytest.mark.parametrize(
    ("days", "lost", "holidays", "day", "last"),
    [
        (3, (), (), 24, 27),
        (3, (), (), 20, 25),
        (3, (23,), (), 20, 26),
        (3, (), (25,), 24, 30),
        (0, (), (), 24, 24),
    ],
)
def test_the_last_day_for_a_day(
    days: int, lost: tuple[int, ...], holidays: tuple[int, ...], day: int, last: int
) -> None:
    assert rules(days, lost, holidays).last_day(nov(day)) == nov(last)


@pytest.mark.parametrize("lost", [(), (23,), (20, 23)])
@pytest.mark.parametrize("day", range(9, 25))
def test_the_last_day_and_the_earliest_day_are_one_rule(lost: tuple[int, ...], day: int) -> None:
    found = rules(3, lost)
    assert (found.open_since <= nov(day)) == (found.last_day(nov(day)) >= TODAY)


@pytest.mark.parametrize(
    ("lost", "day", "note"),
    [
        ((23,), 19, ""),  # in time without any grace
        ((23,), 18,
         "Server tidak berjalan pada 23 November; batas pengisian diundur 1 hari kerja."),
        ((23, 20), 17,
         "Server tidak berjalan pada 20 November, 23 November; "
         "batas pengisian diundur 2 hari kerja."),
        ((23, 22), 18,  # the Sunday is not named
         "Server tidak berjalan pada 23 November; batas pengisian diundur 1 hari kerja."),
        ((23,), 17, ""),  # closed all the same
        ((), 24, ""),
    ],
)  # fmt: skip
def test_an_entry_says_which_outage_made_it_possible(
    lost: tuple[int, ...], day: int, note: str
) -> None:
    assert rules(3, lost).late_note(nov(day)) == note


def test_a_long_outage_is_said_shortly() -> None:
    note = rules(3, tuple(range(9, 24))).late_note(nov(9))
    assert note.startswith("Server tidak berjalan pada 11 hari kerja sejak 9 November;")
    assert len(note) <= 300


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)


@pytest.mark.parametrize(
    ("outages", "lost"),
    [
        ([(at(23, 8), at(23, 10))], {23}),
        ([(at(23, 8), at(23, 9, 59))], set()),
        ([(at(23, 8), at(23, 9)), (at(23, 13), at(23, 14))], {23}),  # together
        ([(at(23, 0), at(23, 7, 30))], set()),  # at night nobody missed it
        ([(at(22, 20), at(24, 9))], {22 + 1}),  # the 24th only from 7.30 to 9
        ([(at(20, 15), at(24, 12))], {21, 22, 23, 24}),
        ([], set()),
    ],
)
def test_days_lost_to_an_outage(outages: list[tuple[datetime, datetime]], lost: set[int]) -> None:
    found = journal.lost_days((Outage(*one) for one in outages), time(7, 30), time(16, 0))
    assert found == set(map(nov, lost))


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("8.00", "9.00"), ("8.30", "9.30"), True),
        (("8.00", "9.00"), ("9.00", "10.00"), False),  # touching is no overlap
        (("8.00", "12.00"), ("9.00", "10.00"), True),
        (("8.00", "9.00"), ("10.00", "11.00"), False),
        (("8.00", "9.00"), ("", ""), False),
        (("", ""), ("", ""), False),
    ],
)
def test_overlap(one: tuple[str, str], other: tuple[str, str], meet: bool) -> None:
    assert span(*one).meets(span(*other)) is meet
    assert span(*other).meets(span(*one)) is meet


def around(**known: object) -> Context:
    return Context(**({"rules": rules(), "period": YEAR} | known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "context", "words"),
    [
        (24, around(), ""),
        (19, around(), ""),
        (25, around(), "belum tiba"),
        (18, around(), "sudah ditutup. Yang masih bisa diisi: sejak 19 November 2026."),
        (18, around(is_stored=True), ""),  # what stands there may be mended
        (18, around(rules=rules(lost=(23,))), ""),
        (24, around(period=None), "Tidak ada SKP"),
        (25, around(period=None, is_stored=True), "belum tiba"),
        (22, around(absence="Cuti tahunan", holiday="Natal"), ""),  # told, not refused
    ],
)
def test_days_that_cannot_be_written_on(day: int, context: Context, words: str) -> None:
    text = journal.day_problem(nov(day), context)
    assert words in text if words else text == ""


@pytest.mark.parametrize(
    ("own", "others", "is_wrong"),
    [
        (("0.00", "23.59"), [], False),
        (("0.00", "12.00"), [("0.00", "12.00")], False),  # 24 hours, not more
        (("0.00", "12.01"), [("0.00", "12.00")], True),
        (("", ""), [("0.00", "23.00"), ("0.00", "23.00")], False),  # it adds nothing
    ],
)
def test_no_day_has_more_than_24_hours(
    own: tuple[str, str], others: list[tuple[str, str]], is_wrong: bool
) -> None:
    context = around(others=[span(*one) for one in others])
    assert bool(journal.hours_problem(span(*own), context)) is is_wrong
    assert len(journal.problems(TODAY, span(*own), context)) == is_wrong


@pytest.mark.parametrize(
    ("day", "context", "told"),
    [
        (24, around(), []),
        (22, around(), ["Tanggal ini bukan hari kerja."]),
        (24, around(holiday="Maulid"), ["Tanggal ini libur: Maulid."]),
        (22, around(holiday="Natal"), ["Tanggal ini libur: Natal."]),  # once
        (24, around(absence="Cuti tahunan"), ["cuti tahunan"]),
        (24, around(others=[span("8.00", "9.00")]), ["bertumpuk"]),
        (22, around(absence="Cuti besar", others=[span("8.00", "9.00")]),
         ["bertumpuk", "cuti besar", "bukan hari kerja"]),
    ],
)  # fmt: skip
def test_what_is_told_and_saved_all_the_same(day: int, context: Context, told: list[str]) -> None:
    found = journal.notices(nov(day), span("8.30", "10.00"), context)
    assert len(found) == len(told)
    assert all(words in text for words, text in zip(told, found, strict=True))


@pytest.mark.parametrize("name", ["step", "times", "realisation", "evidence"])
def test_what_the_office_asks_for(name: str) -> None:
    field = {"times": "starts_at", "evidence": "evidence_url"}.get(name, name)
    needs = Needs(**{name: True})
    assert list(needs.missing(False, span(), False, False)) == [field]
    assert needs.missing(True, span("8.00", "9.00"), True, True) == {}
    assert Needs().missing(False, span(), False, False) == {}
