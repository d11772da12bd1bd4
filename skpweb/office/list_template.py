"""An empty list to fill in: the sheet itself, an example, and what each column means."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from skpweb.office.headings import Column

WIDTH = 20  #: of a column, in letters
NOTE_WIDTHS = (("A", 22), ("B", 90))


def build(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Any]],
    examples: Iterable[Sequence[Any]],
    widths: Mapping[str, int],
) -> bytes:
    """The template as .xlsx; every column is text, so that Excel keeps each NIP whole."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _fill(book.create_sheet(title), columns, rows, widths)
    _fill(book.create_sheet("Contoh"), columns, examples, widths)
    _explain(book.create_sheet("Petunjuk"), columns)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _fill(
    sheet: Any, columns: Sequence[Column], rows: Iterable[Sequence[Any]], widths: Mapping[str, int]
) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for row in ([column.heading for column in columns], *rows):
        sheet.append(row)
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = widths.get(column.key, WIDTH)
        sheet.column_dimensions[letter].number_format = "@"
        for cell in sheet[letter]:
            cell.number_format = "@"
        sheet.cell(1, number).font = Font(bold=True)
        sheet.cell(1, number).comment = Comment(column.note, "skpweb", width=320, height=90)
    sheet.freeze_panes = "A2"


def _explain(sheet: Any, columns: Sequence[Column]) -> None:
    from openpyxl.styles import Alignment

    for row in (("Kolom", "Isi"), *((column.heading, column.note) for column in columns)):
        sheet.append(row)
    for letter, width in NOTE_WIDTHS:
        sheet.column_dimensions[letter].width = width
        for cell in sheet[letter]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
