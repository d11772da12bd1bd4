"""The empty staff list: the sheet to fill in, an example, and what each column means."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from skpweb.office.import_columns import COLUMNS

EXAMPLES = (
    ("", "", "Bupati Contoh Raya", "", "Pejabat non-ASN", "", "Bupati Contoh Raya",
     "Pejabat non-ASN", "", "", "", "01/01/2024", "", ""),
    ("197205141994031901", "Drs.", "Arif Setiawarman", "M.Si.", "PNS", "IV/b", "Camat Contohsari",
     "Administrator", "", "Kecamatan Contohsari", "Ya", "01/01/2024", "Bupati Contoh Raya",
     "Bupati Contoh Raya"),
    ("198203112008011903", "", "Dedi Pranasuta", "S.Sos.", "PNS", "III/d",
     "Kepala Seksi Pelayanan", "Pengawas", "", "Kecamatan Contohsari > Seksi Pelayanan", "",
     "01/01/2024", "197205141994031901", ""),
    ("199203152023212908", "", "Yuli Anggrawati", "A.Md.", "PPPK", "VII",
     "Arsiparis Terampil", "Fungsional", "Terampil", "Kecamatan Contohsari > Seksi Pelayanan", "",
     "01/03/2024", "198203112008011903", ""),
)  # fmt: skip
WIDTHS = {"unit": 44, "position_name": 32, "name": 28}


def build() -> bytes:
    """The template as .xlsx; every column is text, so that Excel keeps each NIP whole."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _list(book.create_sheet("Pegawai"), ())
    _list(book.create_sheet("Contoh"), EXAMPLES)
    _notes(book.create_sheet("Petunjuk"))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _list(sheet: Any, rows: Iterable[Sequence[str]]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for row in ([column.heading for column in COLUMNS], *rows):
        sheet.append(row)
    for number, column in enumerate(COLUMNS, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = WIDTHS.get(column.key, 20)
        sheet.column_dimensions[letter].number_format = "@"
        for cell in sheet[letter]:
            cell.number_format = "@"
        sheet.cell(1, number).font = Font(bold=True)
        sheet.cell(1, number).comment = Comment(column.note, "skpweb", width=320, height=90)
    sheet.freeze_panes = "A2"


def _notes(sheet: Any) -> None:
    from openpyxl.styles import Alignment

    for row in (("Kolom", "Isi"), *((column.heading, column.note) for column in COLUMNS)):
        sheet.append(row)
    for letter, width in (("A", 22), ("B", 90)):
        sheet.column_dimensions[letter].width = width
        for cell in sheet[letter]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
