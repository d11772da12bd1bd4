"""The field sheet: journal rows for staff without a signal, filled in Excel and sent later.

It names its owner and numbers his rencana aksi; ``journal_list`` reads it again.
"""

import io
from collections.abc import Sequence
from typing import Any

from skpweb.office.journal_columns import COLUMNS, NOTED
from skpweb.office.journal_list import SHEET_TITLE

EMPTY_ROWS = 40
WIDTHS = {"day": 14, "starts_at": 10, "ends_at": 10, "activity": 56, "step": 14,
          "realisation": 11, "unit": 14, "noted": 24}  # fmt: skip
ORDER = ("day", "starts_at", "ends_at", "activity", "step", "realisation", "unit", "noted")
NAMES = {column.key: column.heading for column in (*COLUMNS, NOTED)} | {
    "step": "Nomor rencana aksi"
}
HINT = (
    "Tulis tanggal seperti 24/11/2026, jam seperti 08.00, dan pada kolom terakhir kapan Anda "
    "menulisnya. Nomor rencana aksi kosong: di luar rencana aksi."
)


def build(name: str, nip: str, office: str, steps: Sequence[str]) -> bytes:
    """The sheet as .xlsx; every cell is text, so that Excel changes no date, hour or NIP."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Lembar lapangan"
    for values in (
        (SHEET_TITLE,), ("Nama", name), ("NIP", nip), ("Kantor", office), (),
        ("Nomor", "Rencana aksi"), *((str(n), text) for n, text in enumerate(steps, start=1)), (),
        (HINT,),
    ):  # fmt: skip
        _append(sheet, values)
    _append(sheet, [NAMES[key] for key in ORDER])
    _look(sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _append(sheet: Any, values: Sequence[str]) -> None:
    """One row of text cells, also where a text begins like a formula."""
    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value else 1
    for place, value in enumerate(values or ("",), start=1):
        cell = sheet.cell(row, place)
        cell.value = _clean(value)
        cell.data_type, cell.number_format = "s", "@"


def _clean(text: str) -> str:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return str(ILLEGAL_CHARACTERS_RE.sub(" ", text))


def _look(sheet: Any) -> None:
    """Widths, bold headings, lines to write on, one page wide on A4."""
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    thin = Side(style="thin")
    head = sheet.max_row
    for place, key in enumerate(ORDER, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS[key]
        sheet.cell(head, place).font = Font(bold=True)
        for row in range(head, head + EMPTY_ROWS + 1):
            cell = sheet.cell(row, place)
            cell.number_format, cell.border = "@", Border(thin, thin, thin, thin)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"
