"""A person's journal rows as he pastes or uploads them, and the field sheet among them.

Reads only; what the rows mean for his journal is asked elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from skpweb.documents import spreadsheet
from skpweb.documents.spreadsheet import Sheet, Unreadable
from skpweb.domain import cells, pasted
from skpweb.domain.terms import EntrySource
from skpweb.office import journal_columns, journal_rows
from skpweb.office.headings import Rows, folded
from skpweb.office.journal_columns import COLUMNS, HEADINGS
from skpweb.office.journal_rows import Row

MOST_ROWS = 5_000  #: in one list
MOST_BYTES = 2 * 1024 * 1024
SHEET_TITLE = "Lembar lapangan jurnal harian"
NOTHING = "Tidak ada baris kegiatan. Isi paling sedikit satu baris dengan tanggal dan kegiatan."


@dataclass
class Listing:
    """The rows of a list, where they come from, and what a field sheet says of itself.

    ``steps`` are the numbers of rencana aksi as that sheet printed them.
    """

    rows: list[Row]
    source: EntrySource
    steps: dict[str, str] = field(default_factory=dict)
    nip: str = ""
    is_text: bool = False

    def of(self, kind: str) -> list[Row]:
        """The rows of one kind: new, known, bad."""
        return [row for row in self.rows if row.kind == kind]


def read(content: bytes) -> Listing:
    """The rows of an .xlsx or of a pasted text (UTF-8). Raises ``Unreadable``.

    Takes seconds for a long list: callers do it outside their transaction.
    """
    if content.startswith(TEXT_MARK):
        return _checked(_from_text(content[len(TEXT_MARK) :].decode("utf-8")))
    return _checked(_from_sheets(spreadsheet.read(content, MOST_ROWS + 100)))


TEXT_MARK = b"skpweb pasted rows\n"  #: stands before a pasted text where files are kept


def _checked(listing: Listing) -> Listing:
    if len(listing.rows) > MOST_ROWS:
        raise Unreadable("Lebih dari 5.000 baris. Bagi menjadi beberapa bagian.")
    if not listing.rows:
        raise Unreadable(NOTHING)
    return listing


def _from_text(text: str) -> Listing:
    try:
        rows: Rows = pasted.rows(text)
    except ValueError as error:
        raise Unreadable("Ada sel yang terlalu panjang. Tempel baris kegiatannya saja.") from error
    found = journal_rows.below(journal_columns.find(rows), rows)
    return Listing(found, EntrySource.PASTED, is_text=True)


def _from_sheets(sheets: Sequence[Sheet]) -> Listing:
    """The first sheet with a heading, else the first with anything in it."""
    found = [(sheet, journal_columns.find(sheet.rows)) for sheet in sheets if sheet.rows]
    if not found:
        raise Unreadable(NOTHING)
    sheet, heading = max(found, key=lambda pair: pair[1].row > 0)
    rows = journal_rows.below(heading, sheet.rows)
    above = [values for number, values in sheet.rows if number < heading.row]
    if not any(folded(values[0]) == folded(SHEET_TITLE) for values in above):
        return Listing(rows, EntrySource.PASTED)
    return _field_sheet(rows, above)


def _field_sheet(rows: list[Row], above: Iterable[Sequence[Any]]) -> Listing:
    listing = Listing(rows, EntrySource.SHEET)
    for values in above:
        name, said = cells.text(values[0]), cells.text(values[1] if len(values) > 1 else None)
        if name.isdigit() and said:
            listing.steps[name] = said
        elif name == "NIP":
            listing.nip = "".join(said.split())
    return listing


def error_file(rows: Sequence[Row]) -> bytes:
    """The wrong rows as they came, with a column that says what to mend."""
    keys = [column.key for column in COLUMNS] + ["noted"]
    head = [HEADINGS[key] for key in keys] + ["Galat"]
    lines = [[row.text(key) for key in keys] + [" ".join(row.problems)] for row in rows]
    return spreadsheet.write([("Jurnal", [head, *lines])])
