"""Which month a recap is about: from its month column, the lines over the heading, its name."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from skpweb.documents.spreadsheet import Sheet
from skpweb.office.attendance_rows import month_of
from skpweb.office.headings import Heading
from skpweb.office.list_rows import as_text

_NAMES = (
    "januari|jan|februari|pebruari|feb|peb|maret|mar|april|apr|mei|juni|jun|juli|jul|"
    "agustus|agu|agt|september|sept|sep|oktober|okt|november|nopember|nov|nop|desember|des"
)
_MONTH = re.compile(rf"\b(?:\d{{1,2}}[\s/.-]+)?({_NAMES}|0?[1-9]|1[0-2])[\s/.-]+(20\d\d)\b")
_OTHER_DAY = re.compile(r"cetak|unduh|print|diperbarui|ttd|tanda tangan")


def said_by(sheet: Sheet, heading: Heading) -> set[date]:
    """The first days of the months that a sheet names; the nearest source alone counts."""
    place = heading.places.get("month")
    below = [values for number, values in sheet.rows if number > heading.row]
    column = {month_of(row[place]) for row in below if place is not None and place < len(row)}
    if found := column - {None}:
        return {month for month in found if month is not None}
    above = [cell for number, row in sheet.rows if number < heading.row for cell in row]
    return _named(above) or _named([sheet.name])


def _named(values: Iterable[Any]) -> set[date]:
    found: set[date] = set()
    for value in values:
        text = as_text(value).lower()
        if not _OTHER_DAY.search(text):
            months = (month_of(f"{name} {year}") for name, year in _MONTH.findall(text))
            found |= {month for month in months if month is not None}
    return found
