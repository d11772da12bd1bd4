"""Workbooks that are small and cost much are refused before anything reads them."""

import io
import itertools
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook

from skpweb.documents import spreadsheet
from skpweb.documents.spreadsheet import Unreadable
from tests.sheets import nip, person, saved, workbook

STYLES, SHEET, BOOK = "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"
UTF_16 = "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a>"


def altered(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A sound little list with one part changed, or added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([person(nip(1), "Ani")]))) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in dict.fromkeys([*old.namelist(), part]):
            content = old.read(name) if name in old.namelist() else b""
            new.writestr(name, change(content) if name == part else content)
    return target.getvalue()


def with_rows(*rows: str) -> bytes:
    """Rows behind the ones there, in a sheet that does not say how large it is."""

    def change(xml: bytes) -> bytes:
        start, _, rest = xml.partition(b"<dimension")
        xml = start + rest.partition(b"/>")[2]
        return xml.replace(b"</sheetData>", "".join(rows).encode() + b"</sheetData>")

    return altered(SHEET, change)


def instead(content: bytes) -> Callable[[bytes], bytes]:
    return lambda _: content


def in_front(content: bytes) -> Callable[[bytes], bytes]:
    return lambda xml: content + xml


def noise(size: int) -> bytes:
    """Bytes that no ZIP makes much smaller, fit for XML."""
    return b"".join(b"%d " % (number * 2654435761 % 2**32) for number in range(size // 10))


REFUSED = [
    (with_rows('<row r="2000000000"><c><v>1</v></c></row>'), "di bawah baris 99.999"),
    (with_rows("<row spans='1:2' r = '1048576'><c><v>1</v></c></row>"), "di bawah baris 99.999"),
    (altered(STYLES, in_front(b"<xf/>" * 3_000_000)), "terlalu besar setelah dibuka"),
    (altered(STYLES, instead(b"<a>" + b"<xf/>" * 60_000 + noise(400_000))), "terlalu banyak"),
    (altered("xl/odd.bin", instead(b"<a>" + noise(1_200_000))), "terlalu banyak format"),
    (altered(SHEET, in_front(b"<c/>" * 100_000 + noise(17_000_000))), "terlalu besar"),
    (altered(SHEET, in_front(b"<c/>" * 1_300_000 + noise(500_000))), "terlalu besar setelah"),
    (altered("xl/media/a.png", instead(b"\x89PNG" + noise(17_000_000))), "terlalu besar"),
    (altered(SHEET, instead(UTF_16.encode("utf-16"))), "tidak aman"),
    (altered(SHEET, instead(UTF_16.encode("utf-16-le"))), "tidak aman"),
    (altered(SHEET, instead(UTF_16.encode("cp037"))), "tidak aman"),
    (altered("xl/odd.bin", instead(b"\xef\xbb\xbf <!DOCTYPE a>")), "tidak aman"),
    (altered(SHEET, instead(b"<?xml version='1.0' encoding = 'UTF-7'?>+ADw-a/>")), "tidak aman"),
]


@pytest.mark.parametrize(("content", "problem"), REFUSED)
def test_costly_and_dangerous_books_are_refused(content: bytes, problem: str) -> None:
    with pytest.raises(Unreadable, match=problem):
        spreadsheet.read(content, 5_000)


def test_a_row_number_in_disguise_makes_up_no_rows() -> None:
    """Where the number escapes the look at the bytes, the reader still stops."""
    sheets = spreadsheet.read(with_rows('<row r="&#50;000000000"><c><v>1</v></c></row>'), 5_000)
    assert [number for number, _ in sheets[0].rows] == [1, 2]


def test_gaps_of_many_sheets_count_together() -> None:
    book = Workbook()
    for _ in range(3):
        book.create_sheet().cell(99_000, 1, "x")
    with pytest.raises(Unreadable, match="terlalu besar setelah dibuka"):
        spreadsheet.read(saved(book), 5_000)


def test_a_list_of_ten_thousand_people_is_read() -> None:
    content = workbook(person(nip(1), "Ani Lestari", starts_on="") for _ in range(10_000))
    assert len(spreadsheet.read(content, 10_060)[0].rows) == 10_001


def test_one_book_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "PATIENCE", 0.01)
    content = workbook([person(nip(1), "Ani")])
    with spreadsheet.ONE_AT_A_TIME, pytest.raises(Unreadable, match="Coba lagi sebentar"):
        spreadsheet.read(content, 10)
    with pytest.raises(Unreadable):
        spreadsheet.read(content[:-400], 10)
    assert spreadsheet.read(content, 10)  # whatever happened, the next one gets its turn


def test_letters_that_no_xml_holds_become_spaces() -> None:
    parts = ("a", "\ufffe", "\uffff", "\ud800", "\udfff", "\0", "\x0b", "b")
    content = spreadsheet.write([("Satu", [["".join(parts)]])])
    assert load_workbook(io.BytesIO(content)).worksheets[0]["A1"].value == "a      b"
    every = [
        chr(number) for number in itertools.chain(range(0xD7FE, 0xE002), range(0xFFF0, 0x10002))
    ]
    load_workbook(io.BytesIO(spreadsheet.write([("Satu", [every])])))
