"""Spreadsheets in and out: what is not a plain .xlsx is refused, formulas never leave.

Read: every part is judged before the file is opened (``book_parts``), one file at
a time; only values come out and a formula is an :class:`Formula`. Written:
whatever begins like a formula is text (CWE-1236).
"""

import csv
import io
import itertools
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from skpweb.documents.book_parts import FURTHEST_ROW, MOST_ROWS, SAVE_AS, TOO_LARGE, refuse_bombs
from skpweb.documents.book_parts import Unreadable as Unreadable

MOST_COLUMNS = 60
RISKY = ("=", "+", "-", "@", "\t", "\r")
MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: what no XML holds beside the control characters that openpyxl knows of
NO_TEXT = re.compile("[\ufffe\uffff\ud800-\udfff]")
ONE_AT_A_TIME = threading.Lock()  #: a book in the memory of a small server is enough
PATIENCE = 10.0  #: seconds
BUSY = "Server sedang membaca berkas lain. Coba lagi sebentar."


class Formula(str):
    """The text of a formula where a value was expected."""


@dataclass(frozen=True)
class Sheet:
    """Its name and the rows that say something: (row number, values)."""

    name: str
    rows: list[tuple[int, list[Any]]]


def read(content: bytes, most_rows: int) -> list[Sheet]:
    """The sheets of an .xlsx. Raises :class:`Unreadable`; opens nothing before checking it."""
    _refuse_other_kinds(content)
    if not ONE_AT_A_TIME.acquire(timeout=PATIENCE):
        raise Unreadable(BUSY)
    try:
        refuse_bombs(content)
        return _sheets(content, most_rows)
    except Unreadable:
        raise
    # the library has no common error class: a broken part surfaces as anything
    except Exception as error:
        raise Unreadable(f"Berkas ini rusak dan tidak dapat dibaca. {SAVE_AS}") from error
    finally:
        ONE_AT_A_TIME.release()


def write(sheets: Iterable[tuple[str, Sequence[Sequence[Any]]]]) -> bytes:
    """An .xlsx with one table a sheet: strings as text cells, numbers and dates as they are."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([_text_cell(sheet, v) if isinstance(v, str) else v for v in row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def write_csv(rows: Iterable[Sequence[Any]]) -> bytes:
    """UTF-8 with mark and semicolons, as Excel with Indonesian settings opens it."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerows([neutral(value) for value in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def neutral(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, made harmless."""
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value


def _text_cell(sheet: Any, value: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    plain = NO_TEXT.sub(" ", ILLEGAL_CHARACTERS_RE.sub(" ", value))
    cell = WriteOnlyCell(sheet, value=plain[:32000])
    cell.data_type = "s"  # also where the text begins with "="
    cell.number_format = "@"
    return cell


def _refuse_other_kinds(content: bytes) -> None:
    """Say what the file really is, whatever its name says."""
    if not content:
        raise Unreadable("Berkas ini kosong. Pilih berkas yang berisi datanya.")
    for start, problem in KINDS:
        if content.startswith(start):
            raise Unreadable(problem)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(_old_office_problem(content))
    if not content.startswith(b"PK\x03\x04"):
        raise Unreadable(_plain_problem(content))


KINDS = (
    (b"MZ", "Ini sebuah program (.exe) dengan nama lain, bukan berkas Excel. Jangan dibuka."),
    (b"\x7fELF", "Ini sebuah program dengan nama lain, bukan berkas Excel. Jangan dibuka."),
    (b"%PDF", "Ini berkas PDF. Kirim datanya sebagai Excel (.xlsx)."),
    (b"{\\rtf", "Ini berkas teks RTF. Kirim datanya sebagai Excel (.xlsx)."),
)


def _old_office_problem(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return (
            "Berkas ini terkunci kata sandi. Buka di Excel, hapus sandinya lewat "
            "File, Info, Proteksi Buku Kerja, simpan, lalu kirim lagi."
        )
    return f"Ini format Excel lama (.xls). {SAVE_AS}"


def _plain_problem(content: bytes) -> str:
    if b"\0" not in content[:4096]:
        return f"Ini berkas teks (CSV atau HTML), bukan .xlsx. {SAVE_AS}"
    return f"Berkas ini bukan buku kerja Excel. {SAVE_AS}"


def _sheets(content: bytes, most_rows: int) -> list[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
    passed = itertools.count(1)
    try:
        return [
            Sheet(str(sheet.title), _rows(sheet, most_rows, passed))
            for sheet in book.worksheets
            if sheet.sheet_state == "visible"
        ]
    finally:
        book.close()


def _rows(sheet: Any, most_rows: int, passed: Iterator[int]) -> list[tuple[int, list[Any]]]:
    rows: list[tuple[int, list[Any]]] = []
    # without an end of its own the library makes up every row that the sheet leaves out
    every = sheet.iter_rows(max_row=FURTHEST_ROW, max_col=MOST_COLUMNS, values_only=True)
    for number, values in enumerate(every, start=1):
        if next(passed) > MOST_ROWS:
            raise Unreadable(TOO_LARGE)
        if not any(value not in (None, "") for value in values):
            continue
        if len(rows) == most_rows:
            raise Unreadable(
                f"Lembar “{sheet.title}” berisi lebih dari {most_rows:,} baris.".replace(",", ".")
                + " Bagi menjadi beberapa berkas."
            )
        rows.append((number, [_value(value) for value in values]))
    return rows


def _value(value: Any) -> Any:
    from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

    if isinstance(value, ArrayFormula | DataTableFormula):
        return Formula("=")
    if isinstance(value, str):
        return Formula(value) if value.startswith("=") else value.strip()
    return value
