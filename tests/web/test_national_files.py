"""The journal as a file in the national form's order."""

import csv
import io
from datetime import date

import pytest
from flask import Flask

from skpweb.documents import spreadsheet
from skpweb.domain.national import FIELDS
from tests import records
from tests.browser import Browser
from tests.office import SmallOffice
from tests.web.carried import DAY, PATH, entry, iwans_skp, signed_in


@pytest.fixture
def skp_id(app: Flask, office: SmallOffice) -> int:
    """Iwan's SKP in force, with one rencana aksi."""
    return iwans_skp(app, office)


@pytest.fixture
def iwan(app: Flask, skp_id: int) -> Browser:
    """Iwan's browser."""
    return signed_in(app, "iwan")


@pytest.mark.parametrize("query", ["day=2026-11-23", "day=2026-11-24"])
def test_files_hold_the_week_in_the_same_order_and_no_formula(
    app: Flask, iwan: Browser, skp_id: int, query: str
) -> None:
    evil = '=HYPERLINK("http://a.example.invalid","klik")'
    entry(app, skp_id, activity=evil, realisation=0)
    entry(app, skp_id, day=date(2026, 11, 16), activity="Minggu lalu")
    answer = iwan.get(f"{PATH}catatan-harian.csv?{query}")
    raw = answer.response.data
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == list(FIELDS) and len(rows) == 2
    assert rows[1][4] == f"'{evil}" and rows[1][1] == "23/11/2026" and rows[1][5] == "0"
    name = "attachment; filename=catatan-harian-2026-11-23.{}"
    assert answer.headers["Content-Disposition"] == name.format("csv")
    answer = iwan.get(f"{PATH}catatan-harian.xlsx?{query}")
    assert answer.headers["Content-Disposition"] == name.format("xlsx")
    (sheet,) = cells(answer.response.data)
    assert sheet[0] == list(FIELDS)
    assert sheet[1][4:6] == [evil, 0] and len(sheet) == 2


def cells(content: bytes) -> list[list[list[object]]]:
    """The sheets; a text is a text even if it begins like a formula."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content))
    for sheet in book:
        assert {cell.data_type for row in sheet for cell in row} <= {"s", "n"}
    return [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book]


def test_a_window_is_exported_whole(app: Flask, iwan: Browser, skp_id: int) -> None:
    for day in (date(2026, 10, 1), DAY, date(2026, 9, 30)):
        entry(app, skp_id, day=day)
    with app.app_context():
        window = records.window(4)
    answer = iwan.get(f"{PATH}catatan-harian.xlsx?day=2026-11-23&window={window}")
    rows = spreadsheet.read(answer.response.data, 10)[0].rows
    assert [row[1][1] for row in rows] == ["Tanggal kegiatan", "01/10/2026", "23/11/2026"]
    assert "catatan-harian-2026-10-01.xlsx" in answer.headers["Content-Disposition"]
