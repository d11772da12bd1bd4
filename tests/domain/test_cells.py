"""Truth tables: what cells of a journal list mean, and how pasted rows are parted."""

from datetime import date, datetime, time, timedelta

import pytest

from skpweb.domain import cells, pasted

DAY = date(2026, 11, 24)
DAYS = [
    ("2026-11-24", DAY), ("24/11/2026", DAY), ("24-11-2026", DAY), ("24.11.2026", DAY),
    ("24-11-26", DAY), ("24 Nov 2026", DAY), ("24 Nop 2026", DAY), ("24 november 2026", DAY),
    ("Selasa, 24 November 2026", DAY), ("Jumat 20/11/2026", date(2026, 11, 20)),
    ("2026-11-24 00:00:00", DAY), (DAY, DAY), (datetime(2026, 11, 24, 8), DAY),
    ("31/2/2026", None), ("24/13/2026", None), ("11/24/2026", None), ("kemarin", None),
    ("24 Foo 2026", None), ("24/11", None), ("1/1/1", None), ("24/11/1026", None),
    (date(1900, 1, 1), None), (46350, None), (46350.0, None), ("", None), (None, None),
    ("9" * 400, None), ("²/11/2026", None),
]  # fmt: skip
TIMES = [
    ("08.00", time(8)), ("8:00", time(8)), ("0800", time(8)), ("800", time(8)), ("8", time(8)),
    ("08.30 WIB", time(8, 30)), ("13:45:10", time(13, 45)), (time(8, 0, 30), time(8)),
    (datetime(1899, 12, 30, 8, 15), time(8, 15)), (1 / 3, time(8)), (0.5625, time(13, 30)),
    (8, time(8)), (8.0, time(8)), (830, time(8, 30)), (8.3, time(8, 30)),
    (timedelta(hours=9, minutes=5), time(9, 5)),
    ("24.00", None), ("25:00", None), ("8.61", None), ("pagi", None), ("²", None),
    (timedelta(days=1), None), (timedelta(minutes=-5), None), (float("nan"), None),
    (float("inf"), None), (-0.5, None), ("", None), (None, None),
]  # fmt: skip
NUMBERS = [
    ("14", 14), ("0", 0), ("1.250", 1250), (9.0, 9), (9, 9), ("12.345.678", 12345678),
    ("1,5", None), (1.5, None), (1.125, None), ("-3", None), ("empat", None), ("²", None),
    ("1.25", None), ("9" * 10, None), (1e300, None), (True, None), ("", None), (None, None),
]  # fmt: skip
MOMENTS = [
    ("20/11/2026 15.10", datetime(2026, 11, 20, 15, 10)),
    ("20 November 2026 pukul 15.10 WIB", datetime(2026, 11, 20, 15, 10)),
    ("Jumat, 20/11/2026, 15:10 WITA", datetime(2026, 11, 20, 15, 10)),
    ("20/11/26 7.05 WIT", datetime(2026, 11, 20, 7, 5)),
    (datetime(2026, 11, 20, 15, 10, 59), datetime(2026, 11, 20, 15, 10)),
    (datetime(1, 1, 1), None), (datetime(9999, 12, 31, 23, 59), None),
    (datetime(1900, 1, 1, 8), None), ("1/1/1900 08.00", None),
    ("20/11/2026", None), ("15.10", None), ("31/2/2026 15.10", None), ("20/11/2026 25.10", None),
    (date(2026, 11, 20), None), ("", None), (None, None),
]  # fmt: skip


@pytest.mark.parametrize(("value", "meaning"), DAYS)
def test_days(value: object, meaning: date | None) -> None:
    assert cells.read_day(value) == meaning


@pytest.mark.parametrize(("value", "meaning"), TIMES)
def test_times(value: object, meaning: time | None) -> None:
    assert cells.read_time(value) == meaning


@pytest.mark.parametrize(("value", "meaning"), NUMBERS)
def test_whole_numbers(value: object, meaning: int | None) -> None:
    assert cells.read_whole(value) == meaning


@pytest.mark.parametrize(("value", "meaning"), MOMENTS)
def test_moments(value: object, meaning: datetime | None) -> None:
    assert cells.read_moment(value) == meaning


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""), ("  a \n b ", "a b"), (DAY, "24/11/2026"), (time(8), "08.00"), (9.0, "9"),
        (1.5, "1.5"), (datetime(2026, 11, 24), "24/11/2026"),
        (datetime(2026, 11, 24, 8, 5), "24/11/2026 08.05"),
    ],
)  # fmt: skip
def test_cells_as_a_person_sees_them(value: object, shown: str) -> None:
    assert cells.text(value) == shown


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\nc\td", [(1, ["a", "b"]), (2, ["c", "d"])]),
        ("a\tb;c,d", [(1, ["a", "b;c,d"])]),
        ("a;b,c\nd;e", [(1, ["a", "b,c"]), (2, ["d", "e"])]),
        ("a,b\r\nc,d\r", [(1, ["a", "b"]), (2, ["c", "d"])]),
        ("\n\na\tb\n\t\n", [(3, ["a", "b"])]),
        ('"satu\ndua"\tb', [(1, ["satu\ndua", "b"])]),
        ('"a;b";c', [(1, ["a;b", "c"])]),
        ('rapat "awal\tb\nc\td', [(1, ['rapat "awal', "b"]), (2, ["c", "d"])]),
        ("\ufeffa\0\tb", [(1, ["a", "b"])]),
        ("", []),
        (" \t \n", []),
    ],
)
def test_pasted_rows(text: str, rows: pasted.Rows) -> None:
    assert pasted.rows(text) == rows


def test_a_cell_that_no_list_has_is_refused() -> None:
    with pytest.raises(ValueError):
        pasted.rows('a\t"' + "x" * 200_000)
