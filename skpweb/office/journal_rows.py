"""One journal row from a list: its cells become values, each problem in words.

A wrong row stops no other one. Nothing here asks the database.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlsplit

from skpweb.documents.spreadsheet import Formula
from skpweb.domain import cells
from skpweb.domain.terms import Duty
from skpweb.office.headings import Heading, Rows
from skpweb.office.journal_columns import HEADINGS
from skpweb.office.list_rows import EXCEL_ERRORS

MOST_TEXT = {"activity": 1000, "unit": 60, "evidence": 500}
UNREADABLE = {
    "day": "“{}” bukan tanggal yang dikenal. Tulis seperti 24/11/2026 atau 24 Nov 2026.",
    "starts_at": "“{}” bukan jam yang dikenal. Tulis seperti 08.00 atau 13.30.",
    "ends_at": "“{}” bukan jam yang dikenal. Tulis seperti 08.00 atau 13.30.",
    "realisation": "“{}” bukan angka bulat. Tulis seperti 14 atau 0.",
    "noted": "“{}” bukan tanggal dan jam. Tulis seperti 20/11/2026 15.10.",
}
READERS = {
    "day": cells.read_day,
    "starts_at": cells.read_time,
    "ends_at": cells.read_time,
    "realisation": cells.read_whole,
    "noted": cells.read_moment,
}


@dataclass
class Row:
    """A row on its way. ``problems`` stop it, ``notices`` are told; ``is_known``: stored already.

    ``noted`` is a local time without zone; ``step`` the text that names a rencana aksi.
    """

    number: int
    cells: dict[str, Any]
    day: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    activity: str = ""
    step: str = ""
    realisation: int | None = None
    unit: str = ""
    evidence: str = ""
    noted: datetime | None = None
    step_id: int | None = None
    duty: Duty = Duty.OTHER
    problems: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    is_known: bool = False
    refused: set[str] = field(default_factory=set)  # columns that hold a formula or an error

    @property
    def kind(self) -> str:
        """What the preview counts it as: bad, known or new."""
        return "bad" if self.problems else "known" if self.is_known else "new"

    def text(self, key: str) -> str:
        """A cell as a person sees it."""
        return cells.text(self.cells.get(key))


def below(heading: Heading, rows: Rows) -> list[Row]:
    """The rows under the heading, parsed; a row without any of the columns is left out.

    An empty date is that of the row above: merged cells give it only once.
    """
    found = []
    above: date | None = None
    for number, values in rows:
        given = {k: values[p] for k, p in heading.places.items() if p < len(values)}
        row = Row(number, given)
        if number <= heading.row or not any(row.text(key) for key in given if key != "source"):
            continue
        _parse(row, above)
        above = row.day
        found.append(row)
    return found


def _parse(row: Row, above: date | None) -> None:
    for key in HEADINGS:
        _refuse_formula(row, key)
    for key, read in READERS.items():
        _read(row, key, read)
    for key, longest in MOST_TEXT.items():
        _text(row, key, longest)
    row.step = row.text("step")
    _day(row, above)
    _hours(row)
    if not row.activity:
        row.problems.append("Kegiatan masih kosong. Tulis apa yang dikerjakan.")
    if row.evidence and not _is_link(row.evidence):
        row.problems.append("Bukti dukung harus tautan yang diawali https:// atau http://.")


def _refuse_formula(row: Row, key: str) -> None:
    value = row.cells.get(key)
    if isinstance(value, Formula):
        row.problems.append(f"{HEADINGS[key]} berisi rumus. Tempel sebagai nilai saja.")
    elif isinstance(value, str) and value in EXCEL_ERRORS:
        row.problems.append(f"{HEADINGS[key]} berisi galat {value}. Isi ulang sel itu.")
    else:
        return
    row.refused.add(key)


def _read(row: Row, key: str, read: Any) -> None:
    value = row.cells.get(key)
    said = row.text(key)
    if key in row.refused or said in ("", "-", "–"):
        return
    meaning = read(value)
    if meaning is None:
        row.problems.append(UNREADABLE[key].format(said[:40]))
    setattr(row, key, meaning)


def _text(row: Row, key: str, longest: int) -> None:
    said = row.text(key)
    if len(said) > longest:
        row.problems.append(f"{HEADINGS[key]} terlalu panjang: paling banyak {longest} huruf.")
    setattr(row, key, "" if key == "evidence" and said in ("-", "–") else said[:longest])


def _day(row: Row, above: date | None) -> None:
    if row.text("day"):
        return
    if above is None:
        row.problems.append("Tanggal masih kosong. Tulis seperti 24/11/2026.")
        return
    row.day = above
    row.notices.append("Tanggal kosong: dipakai tanggal baris di atasnya.")


def _hours(row: Row) -> None:
    if not row.text("starts_at") and not row.text("ends_at"):
        return
    if row.starts_at is None or row.ends_at is None:
        if not (row.text("starts_at") and row.text("ends_at")):
            row.problems.append("Isi jam mulai dan jam selesai, atau kosongkan keduanya.")
    elif row.ends_at <= row.starts_at:
        row.problems.append("Jam selesai harus sesudah jam mulai.")


def _is_link(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that hold no address
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
