"""One row of an attendance recap: its cells become counts, each problem with its column."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from skpweb.domain import cells
from skpweb.office import list_rows, numbers
from skpweb.office.attendance_columns import COUNTS, DAYS, HEADINGS, MINUTES, TIMES
from skpweb.office.list_rows import NIP_AS_NUMBER

BLANK = {"", "-", "–", "—"}
MOST_MINUTES = 24 * 60


@dataclass
class Row(list_rows.Row):
    """``counts`` are the stored columns that the list has; ``was`` what is stored now."""

    counts: dict[str, int] = field(default_factory=dict)
    was: dict[str, int] = field(default_factory=dict)
    employee_id: int = 0
    attendance_id: int | None = None

    @property
    def is_filled(self) -> bool:
        """Whether the row says a count: the template has everybody's name, filled or not."""
        return any(self.text(key) for key in self.cells if key not in ("nip", "name", "month"))

    @property
    def kind(self) -> str:
        """What the preview counts it as."""
        if self.problems:
            return "bad"
        return "new" if self.attendance_id is None else "changed" if self.changes else "same"


@dataclass
class Recap:
    """The rows of a file for one month, and what is worth a word about the file."""

    month: date
    rows: list[Row]
    notes: list[str]

    def of(self, kind: str) -> list[Row]:
        """The rows of one kind: new, changed, same, bad."""
        return [row for row in self.rows if row.kind == kind]


def parse(row: Row, month: date, letters: Mapping[str, str]) -> None:
    """Turn the cells into counts; what cannot be is blamed on its column."""
    list_rows.blame_unusable(row, letters)
    _identity(row)
    for key in row.cells:
        if key in HEADINGS and key not in ("nip", "name", "month"):
            _count(row, key)
    _refuse_another_month(row, month)
    _refuse_too_much(row, monthrange(month.year, month.month)[1])
    row.counts = {key: row.values[key] for key in COUNTS if row.values.get(key) is not None}
    if "lost_minutes" not in row.cells and {"late_minutes", "early_minutes"} & set(row.cells):
        parts = (row.values.get(key) or 0 for key in ("late_minutes", "early_minutes"))
        row.counts["lost_minutes"] = sum(parts)


def _identity(row: Row) -> None:
    value = row.cells.get("nip")
    if list_rows.is_number(value):
        row.blame("nip", NIP_AS_NUMBER.format(heading="NIP"))
        return
    row.values["nip"] = nip = numbers.nip_digits(row.text("nip").lstrip("'"))
    if not nip:
        row.blame("nip", "NIP masih kosong. Isi 18 digit.")
    elif problem := numbers.nip_problem(nip):
        row.blame("nip", problem)


def _count(row: Row, key: str) -> None:
    """An empty cell is 0: that is how recaps are filled."""
    text = row.text(key)
    number = 0 if text in BLANK else cells.read_whole(row.cells[key])
    if number is None:
        row.blame(key, f"{HEADINGS[key]} “{text[:40]}” bukan angka bulat mulai dari 0.")
    row.values[key] = number


def _refuse_another_month(row: Row, month: date) -> None:
    said = month_of(row.cells.get("month"))
    if said is not None and said != month:
        row.blame("month", f"Baris ini untuk bulan {said:%m/%Y}, bukan {month:%m/%Y}.")


def _refuse_too_much(row: Row, days: int) -> None:
    """No month has more days than it has."""
    for key, most in [(k, days) for k in TIMES] + [(k, days * MOST_MINUTES) for k in MINUTES]:
        if (row.values.get(key) or 0) > most:
            row.blame(key, f"{HEADINGS[key]} {row.values[key]}: bulan ini hanya {days} hari.")
    total = sum(row.values.get(key) or 0 for key in DAYS)
    if total > days:
        names = ", ".join(HEADINGS[key].lower() for key in DAYS if row.values.get(key))
        row.blame("present", f"Jumlah {names} {total} hari, padahal bulan ini hanya {days} hari.")


def month_of(value: Any) -> date | None:
    """The first day of the month that a cell means; None for anything else."""
    if isinstance(value, date | datetime):
        return date(value.year, value.month, 1)
    day = cells.read_day(f"1 {list_rows.as_text(value)}".replace("/", " "))
    return day.replace(day=1) if day else None
