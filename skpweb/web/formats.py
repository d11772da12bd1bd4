"""Dates, times and numbers as an Indonesian office writes them. Pure functions."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from skpweb.domain.clocks import Clock

LOCALE = "id"
NON_BREAKING = "\N{NO-BREAK SPACE}"
#: the three Indonesian zones by their distance from UTC in hours
ZONE_NAMES = {7: "WIB", 8: "WITA", 9: "WIT"}


def tanggal(day: date | None) -> str:
    """``13 Januari 2026``; empty for None. A datetime must already be in the office's zone."""
    return "" if day is None else format_date(day, "d MMMM y", LOCALE)


def bulan(day: date | None) -> str:
    """``November 2026``; empty for None."""
    return "" if day is None else format_date(day, "MMMM y", LOCALE)


def hari_tanggal(day: date | None) -> str:
    """``Senin, 24 November 2026``; empty for None."""
    return "" if day is None else format_date(day, "EEEE, d MMMM y", LOCALE)


def jam(moment: datetime | None, zone: str) -> str:
    """``10.42 WITA``: an aware moment in ``zone`` (an IANA name); empty for None.

    A zone outside Indonesia gets no name. Raises ValueError for a naive moment.
    """
    if moment is None:
        return ""
    local = _in_zone(moment, zone)
    offset = local.utcoffset()
    hours = offset.total_seconds() / 3600 if offset is not None else 0
    return f"{local:%H.%M}{NON_BREAKING}{ZONE_NAMES.get(int(hours), '')}".rstrip()


def waktu(moment: datetime | None, zone: str) -> str:
    """``13 Januari 2026 pukul 10.42 WITA``; empty for None."""
    if moment is None:
        return ""
    return f"{tanggal(_in_zone(moment, zone))} pukul {jam(moment, zone)}"


def _in_zone(moment: datetime, zone: str) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone cannot be shown")
    return moment.astimezone(ZoneInfo(zone))


def angka(number: float | Decimal | None, places: int = 3) -> str:
    """``1.250,5``: at most ``places`` decimals, no trailing zeros; empty for None."""
    if number is None:
        return ""
    return format_decimal(number, "#,##0." + "#" * places, LOCALE)


def nip(number: str | None) -> str:
    """``19900117 201503 1 907`` for 18 digits, anything else as it is; empty for None."""
    if number is None or len(number) != 18 or not number.isdigit():
        return number or ""
    parts = (number[:8], number[8:14], number[14], number[15:])
    return NON_BREAKING.join(parts)


def rentang(start: date, end: date) -> str:
    """``1 Januari–31 Desember 2026``: what both ends share is said once."""
    if start == end:
        return tanggal(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{tanggal(end)}"
    if start.year == end.year:
        return f"{format_date(start, 'd MMMM', LOCALE)}–{tanggal(end)}"
    return f"{tanggal(start)}–{tanggal(end)}"


def sisa_hari(deadline: date, today: date) -> str:
    """Calendar days left: ``3 hari lagi``, ``besok``, ``hari ini``, ``terlambat 2 hari``."""
    days = (deadline - today).days
    if days < 0:
        return f"terlambat {-days} hari"
    return ("hari ini", "besok")[days] if days < 2 else f"{days} hari lagi"


def tenggat(clock: Clock) -> str:
    """``paling lambat Senin, 2 Februari 2026 (3 hari kerja lagi)``, or how long it is over."""
    left = f"{clock.days} hari kerja lagi" if clock.days else "hari terakhir"
    if clock.is_over:
        left = f"lewat {clock.days} hari kerja" if clock.days else "lewat"
    return f"paling lambat {hari_tanggal(clock.due)} ({left})"


#: name in the templates -> function
FILTERS: dict[str, Callable[..., Any]] = {
    f.__name__: f
    for f in (tanggal, bulan, hari_tanggal, jam, waktu, angka, nip, rentang, sisa_hari, tenggat)
}
