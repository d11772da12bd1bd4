"""What the cells of a list mean that people or Excel filled: dates, times, numbers, moments.

A value is what a spreadsheet gives (text, number, date, time) or a pasted text.
Each reader answers None for what it cannot read; empty cells are the caller's.
"""

import re
from datetime import date, datetime, time, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb peb", "mar", "apr", "mei may", "jun", "jul", "agu agt aug", "sep",
         "okt oct", "nov nop", "des dec"), start=1)
    for name in names.split()
}  # fmt: skip
EARLIEST, LATEST = 2000, 2199  #: years that somebody may mean
MOST_DIGITS = 9  #: what an integer column holds on every database

_DAY_NAME = re.compile(r"^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s*")
_ZONE = re.compile(r"\s*(wib|wita|wit)$")


def text(value: object) -> str:
    """A cell the way a person sees it, white space folded; "" where it is empty."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H.%M}" if value.time() != time() else f"{value:%d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H.%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def read_day(value: object) -> date | None:
    """2026-11-24, 24/11/2026, 24-11-26, 24 Nov 2026, "Selasa, 24 November 2026", Excel's dates."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value if EARLIEST <= value.year <= LATEST else None
    said = _DAY_NAME.sub("", text(value).lower())
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00(:00)?)?", said):
        return _day(found[1], found[2], found[3])
    if found := re.fullmatch(r"(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]+)[\s/.-]+(\d{4}|\d{2})", said):
        month = found[2] if found[2].isdigit() else str(MONTHS.get(found[2][:3], 0))
        return _day(found[3], month, found[1])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(whole, int(month), int(day)) if EARLIEST <= whole <= LATEST else None
    except ValueError:
        return None


def read_time(value: object) -> time | None:
    """08.00, 8:00, 0800, 8, "08.00 WIB", and what Excel makes of them.

    A number below 1 is a part of the day; 8.3 is "08.30" whose last zero Excel dropped.
    """
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0, tzinfo=None)
    if isinstance(value, timedelta):
        return _minute(value.total_seconds() / 60)
    if isinstance(value, float) and 0 < value < 1:
        return _minute(value * DAY)
    if isinstance(value, float) and not value.is_integer():
        value = f"{value:.2f}"
    said = _ZONE.sub("", text(value).lower())
    found = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d{2}))?(?:[:.]\d{2})?", said)
    return _clock(int(found[1]), int(found[2] or 0)) if found else None


DAY = 24 * 60  #: minutes


def _minute(minutes: float) -> time | None:
    whole = round(minutes)
    return _clock(whole // 60, whole % 60)


def _clock(hour: int, minute: int) -> time | None:
    return time(hour, minute) if 0 <= hour < 24 and 0 <= minute < 60 else None


def read_whole(value: object) -> int | None:
    """14, 0, 1.250, 9.0: a whole number from 0."""
    if isinstance(value, bool):
        return None
    plain = text(value)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", plain) and not isinstance(value, float):
        plain = plain.replace(".", "")
    fits = plain.isascii() and plain.isdigit() and len(plain) <= MOST_DIGITS
    return int(plain) if fits else None


def read_moment(value: object) -> datetime | None:
    """A day with a time, without a zone: "20/11/2026 15.10" or Excel's; None without a time."""
    if isinstance(value, datetime):
        fits = EARLIEST <= value.year <= LATEST
        return value.replace(second=0, microsecond=0, tzinfo=None) if fits else None
    said = text(value).lower().replace("pukul", " ").replace("jam", " ").replace(",", " ")
    found = re.fullmatch(r"(.*\d{2})\s+(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*wit?[ab]?)?)", said)
    day = read_day(found[1]) if found else None
    at = read_time(found[2]) if found else None
    return datetime.combine(day, at) if day and at else None
