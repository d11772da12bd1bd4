"""Spreadsheets in and out: what is not a plain .xlsx is refused, formulas never leave.

Read: sizes are checked before the file is opened, XML with a document type is
refused, only values come out and a formula is an :class:`Formula`. Written:
whatever begins like a formula is text (CWE-1236).
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

MOST_UNPACKED = 64 * 1024 * 1024  #: bytes of all parts together
MOST_PARTS = 300
MOST_COLUMNS = 60
RISKY = ("=", "+", "-", "@", "\t", "\r")
MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

SAVE_AS = "Buka di Excel, pilih Simpan Sebagai, lalu pilih Buku Kerja Excel (.xlsx)."


class Unreadable(Exception):
    """The file cannot be used; the text says why and what to do, in Indonesian."""


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
    try:
        _refuse_bombs(content)
        return _sheets(content, most_rows)
    except Unreadable:
        raise
    # the library has no common error class: a broken part surfaces as anything
    except Exception as error:
        raise Unreadable(f"Berkas ini rusak dan tidak dapat dibaca. {SAVE_AS}") from error


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

    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub(" ", value)[:32000])
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


def _refuse_bombs(content: bytes) -> None:
    """Count and add up the parts before unpacking; refuse XML that defines entities."""
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        parts = pack.infolist()
        _refuse_wrong_parts({part.filename for part in parts})
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Unreadable(
                "Isi berkas ini terlalu besar setelah dibuka. Salin datanya saja "
                "ke buku kerja baru, lalu simpan sebagai .xlsx."
            )
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _refuse_entities(pack.read(part))


def _refuse_wrong_parts(names: set[str]) -> None:
    if "xl/vbaProject.bin" in names:
        raise Unreadable(f"Berkas ini memuat makro. {SAVE_AS}")
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        raise Unreadable(f"Berkas ini bukan buku kerja Excel (.xlsx). {SAVE_AS}")


def _refuse_entities(xml: bytes) -> None:
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Unreadable(f"Berkas ini memuat bagian yang tidak aman. {SAVE_AS}")


def _sheets(content: bytes, most_rows: int) -> list[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
    try:
        return [
            Sheet(str(sheet.title), _rows(sheet, most_rows))
            for sheet in book.worksheets
            if sheet.sheet_state == "visible"
        ]
    finally:
        book.close()


def _rows(sheet: Any, most_rows: int) -> list[tuple[int, list[Any]]]:
    rows: list[tuple[int, list[Any]]] = []
    every = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    for number, values in enumerate(every, start=1):
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
