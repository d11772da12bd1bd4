"""Rows that were copied from a spreadsheet and pasted as text."""

import csv
import io

Rows = list[tuple[int, list[str]]]


def rows(text: str) -> Rows:
    """The rows that say something with their numbers, cells trimmed.

    Cells are parted by tabs where there is one, else by ; or else by commas.
    A cell in quotes may hold line breaks, as spreadsheets copy it. Raises
    ValueError where one cell is longer than any list has.
    """
    text = text.replace("\0", " ").replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    parts = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter(text),
        quoting=csv.QUOTE_MINIMAL if _is_quoted_soundly(text) else csv.QUOTE_NONE,
    )
    try:
        trimmed = [[cell.strip() for cell in cells] for cells in parts]
    except csv.Error as error:
        raise ValueError("a cell is too long") from error
    return [(number, cells) for number, cells in enumerate(trimmed, start=1) if any(cells)]


def delimiter(text: str) -> str:
    """What parts the cells of a pasted text."""
    if "\t" in text:
        return "\t"
    return ";" if text.count(";") >= text.count(",") and ";" in text else ","


def _is_quoted_soundly(text: str) -> bool:
    """Whether every quote is closed; one that is not would swallow all later rows."""
    longest = max((len(part) for part in text.split('"')), default=0)
    return text.count('"') % 2 == 0 and longest <= csv.field_size_limit()
