"""Dates, times and numbers as an Indonesian office writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from skpweb.web import formats

MOMENT = datetime(2026, 1, 13, 2, 42, tzinfo=UTC)
SPACE = "\N{NO-BREAK SPACE}"


def test_dates() -> None:
    assert formats.tanggal(date(2026, 1, 13)) == "13 Januari 2026"
    assert formats.hari_tanggal(date(2026, 11, 24)) == "Selasa, 24 November 2026"
    assert formats.tanggal(None) == formats.hari_tanggal(None) == ""


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Asia/Jakarta", "09.42 WIB"),
        ("Asia/Makassar", "10.42 WITA"),
        ("Asia/Jayapura", "11.42 WIT"),
        ("UTC", "02.42"),
        ("Asia/Kolkata", "08.12"),
    ],
)
def test_times_in_the_zone_of_the_office(zone: str, shown: str) -> None:
    assert formats.jam(MOMENT, zone) == shown.replace(" ", SPACE)


def test_a_moment_may_be_the_next_day_in_the_office() -> None:
    late = datetime(2026, 12, 31, 16, 5, tzinfo=UTC)
    assert formats.waktu(late, "Asia/Jayapura") == f"1 Januari 2027 pukul 01.05{SPACE}WIT"
    assert formats.waktu(None, "Asia/Jakarta") == formats.jam(None, "Asia/Jakarta") == ""


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        formats.jam(MOMENT.replace(tzinfo=None), "Asia/Jakarta")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0"),
        (1250, "1.250"),
        (Decimal("1250.50"), "1.250,5"),
        (-3.25, "-3,25"),
        (Decimal("99.1000"), "99,1"),
        (None, ""),
    ],
)
def test_numbers(number: Decimal | None, shown: str) -> None:
    assert formats.angka(number) == shown


def test_number_of_decimals() -> None:
    assert formats.angka(Decimal("33.3333"), 1) == "33,3"
    assert formats.angka(Decimal("33.3333"), 0) == "33"


@pytest.mark.parametrize("other", ["", "admin", "19900117201503190", "19900117201503190X"])
def test_nip_in_groups_and_anything_else_as_it_is(other: str) -> None:
    assert formats.nip("199001172015031907") == SPACE.join(("19900117", "201503", "1", "907"))
    assert formats.nip(other) == other
    assert formats.nip(None) == ""


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "1 Januari–31 Desember 2026"),
        (date(2026, 11, 9), date(2026, 11, 13), "9–13 November 2026"),
        (date(2025, 12, 29), date(2026, 1, 2), "29 Desember 2025–2 Januari 2026"),
        (date(2026, 11, 9), date(2026, 11, 9), "9 November 2026"),
    ],
)
def test_spans_say_what_both_ends_share_once(start: date, end: date, shown: str) -> None:
    assert formats.rentang(start, end) == shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (22, "terlambat 2 hari"),
        (23, "terlambat 1 hari"),
        (24, "hari ini"),
        (25, "besok"),
        (27, "3 hari lagi"),
    ],
)
def test_days_left(day: int, shown: str) -> None:
    assert formats.sisa_hari(date(2026, 11, day), date(2026, 11, 24)) == shown


def test_every_format_is_a_filter() -> None:
    assert formats.FILTERS["tanggal"] is formats.tanggal
    assert all(name == f.__name__ for name, f in formats.FILTERS.items())
