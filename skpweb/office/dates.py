"""Dates as people type them."""

import re
from datetime import date

MONTHS = {
    name: str(number)
    for number, names in enumerate(
        ("jan", "feb peb", "mar", "apr", "mei may", "jun", "jul", "agu agt aug", "sep",
         "okt oct", "nov nop", "des dec"), start=1)
    for name in names.split()
}  # fmt: skip


def parse(text: str) -> date | None:
    """31/01/2026, 31-1-2026, 2026-01-31 or 31 Januari 2026; None for anything else."""
    text = " ".join(text.lower().split())
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        return _day(*found.groups())
    if found := re.fullmatch(r"(\d{1,2})[\s/.-]+([a-z]+|\d{1,2})[\s/.-]+(\d{4})", text):
        day, month, year = found.groups()
        return _day(year, MONTHS.get(month[:3], month), day)
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
