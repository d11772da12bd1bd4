"""A row of an uploaded list on its way: raw cells, values, and each problem with its column."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from skpweb.documents.spreadsheet import Formula, Sheet, Unreadable
from skpweb.office.headings import Finder, Heading, Rows, folded

EXCEL_ERRORS = {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"}
NIP_AS_NUMBER = (
    "{heading} tersimpan sebagai angka sehingga digit terakhirnya rusak. "
    "Ubah format kolom menjadi Teks, lalu ketik ulang."
)


@dataclass
class Row:
    """Cells and values by column key; ``changes`` names the columns that would change."""

    number: int
    cells: dict[str, Any]
    values: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)

    def text(self, key: str) -> str:
        """A cell as text, "" where it is empty."""
        return as_text(self.cells.get(key))

    def blame(self, key: str, problem: str) -> None:
        """Note the first problem of a column."""
        self.problems.setdefault(key, problem)


def as_text(value: Any) -> str:
    """A cell the way a person sees it."""
    if value is None:
        return ""
    if isinstance(value, date | datetime):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def find_sheet(sheets: Iterable[Sheet], finder: Finder, wanted: str, needs: str) -> Any:
    """The first sheet with a heading and that heading; a sheet named ``wanted`` wins.

    Raises ``Unreadable``; ``needs`` says which columns there must be.
    """
    for sheet in sorted(sheets, key=lambda sheet: sheet.name.casefold() != wanted):
        heading = finder.find(sheet.rows)
        if heading is not None:
            return sheet, heading
    raise Unreadable(
        f"Judul kolom tidak ditemukan. Paling sedikit harus ada kolom {needs}; "
        "pakai templat agar semua kolom dikenali."
    )


def rows_below(heading: Heading, rows: Rows) -> list[tuple[int, dict[str, Any]]]:
    """Number and cells by column key of the rows under the heading that say something."""
    found = []
    for number, values in rows:
        if number <= heading.row or _is_column_numbers(values):
            continue
        cells = {k: values[p] if p < len(values) else None for k, p in heading.places.items()}
        if any(value not in (None, "") for value in cells.values()):
            found.append((number, cells))
    return found


def blame_unusable(row: Row, letters: Mapping[str, str]) -> None:
    """Formulas and Excel's own errors are no values."""
    for key, value in row.cells.items():
        place = f"{letters[key]}{row.number}"
        if isinstance(value, Formula):
            row.blame(key, f"Sel {place} berisi rumus. Tempel sebagai nilai saja.")
        elif value in EXCEL_ERRORS:
            row.blame(key, f"Sel {place} berisi galat {value}. Isi ulang sel itu.")


def is_number(value: Any) -> bool:
    """Whether Excel keeps a cell as a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def blame_groups(rows: Iterable[Row], key: str, group: Callable[[Any], Any], problem: str) -> None:
    """Rows for which ``group`` answers the same: all of them are wrong."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        if (value := group(row)) is not None:
            groups[value].append(row)
    for same in groups.values():
        for row in same if len(same) > 1 else ():
            others = ", ".join(str(other.number) for other in same if other is not row)
            row.blame(key, problem.format(others) + "Hapus salah satunya.")


def alike(one: str, other: str) -> bool:
    """Whether two spellings may be one person: a word in common, or one is not given."""
    return not other or bool(set(folded(one).split()) & set(folded(other).split()))


def _is_column_numbers(values: Sequence[Any]) -> bool:
    """A row that only numbers the columns: (1), (2), (3)."""
    said = [as_text(value) for value in values if value not in (None, "")]
    return len(said) > 2 and all(re.fullmatch(r"\(?\d{1,2}\)?", text) for text in said)
