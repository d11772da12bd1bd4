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
MOST_LINES = MOST_ROWS + 100  #: of a pasted text, headings and empty ones counted
MOST_BYTES = 2 * 1024 * 1024
SHEET_TITLE = "Lembar lapangan jurnal harian"
TOO_LONG = "Lebih dari 5.000 baris. Bagi menjadi beberapa bagian."
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


def read(content: bytes, *, is_text: bool) -> Listing:
    """The rows of an .xlsx, or of a pasted text as ``of_text`` made it. Raises ``Unreadable``.

    Takes seconds for a long list: callers do it outside their transaction.
    """
    if is_text:
        return _checked(_from_text(text_of(content)))
    return _checked(_from_sheets(spreadsheet.read(content, MOST_ROWS + 100)))


def of_text(text: str) -> bytes:
    """A pasted text as it is kept."""
    return TEXT_MARK + text.encode("utf-8", "replace")


def text_of(content: bytes) -> str:
    """A kept text as it was pasted."""
    return content.removeprefix(TEXT_MARK).decode("utf-8", "replace")


#: stands before a kept text, so that no file has the same bytes; it says nothing of what was sent
TEXT_MARK = b"skpweb pasted rows\n"


def _checked(listing: Listing) -> Listing:
    if len(listing.rows) > MOST_ROWS:
        raise Unreadable(TOO_LONG)
    if not listing.rows:
        raise Unreadable(NOTHING)
    return listing


def _from_text(text: str) -> Listing:
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        raise Unreadable(TOO_LONG)
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
