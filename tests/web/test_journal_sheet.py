"""The field sheet: taken along, filled without a signal, imported with both times kept."""

import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook

from skpweb.documents.render import pages
from skpweb.domain.terms import EntrySource
from skpweb.office import journal_sheet
from tests.office import SmallOffice
from tests.sheets import saved
from tests.web import journal_lists as lists
from tests.web.scene import Scene

XLSX, PDF = "/journal/import/lembar-lapangan.xlsx", "/journal/import/lembar-lapangan.pdf"


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return lists.scene(app, office)


def filled(scene: Scene, *rows: dict[str, Any]) -> bytes:
    """Iwan's sheet with some rows written into it."""
    book = load_workbook(io.BytesIO(scene.iwan.client.get(XLSX).data))
    sheet = book.worksheets[0]
    heads = [cell.row for cell in sheet["A"] if cell.value == "Tanggal"]
    for number, cells in enumerate(rows, start=heads[0] + 1):
        for place, key in enumerate(journal_sheet.ORDER, start=1):
            sheet.cell(number, place).value = cells.get(key)
    return saved(book)


NOTED = {
    "day": "23/11/2026",
    "starts_at": "13.00",
    "ends_at": "15.00",
    "step": "2",
    "activity": "Rekap di posyandu",
    "realisation": "1",
    "noted": "23/11/2026 15.10",
}


def test_both_times_are_kept_and_shown(app: Flask, scene: Scene) -> None:
    page = lists.upload(scene.iwan, filled(scene, NOTED))
    assert lists.count(page) == "1 baru, 0 sudah ada, 0 galat"
    lists.press(scene.iwan, page, "Simpan 1 kegiatan")
    (entry,) = lists.entries(app)
    assert entry.source is EntrySource.SHEET and entry.day == date(2026, 11, 23)
    assert entry.noted_at == datetime(2026, 11, 23, 8, 10, tzinfo=UTC)
    assert entry.recorded_at > entry.noted_at and entry.unit == "berkas"
    text = scene.iwan.get(f"/journal/{entry.id}/").text
    assert "Ditulis 23 November 2026 pukul 15.10" in text
    assert "di lembar lapangan, diimpor" in text


def test_numbers_mean_what_the_sheet_printed(app: Flask, scene: Scene) -> None:
    content = filled(scene, NOTED, NOTED | {"step": "3", "activity": "Lain"})
    with app.app_context():
        first = lists.first_step(scene.skp_id)
    archive = f"/journal/steps/{first}/archive"
    scene.iwan.post(archive, {"csrf_token": scene.iwan.token()})
    page = lists.upload(scene.iwan, content)
    assert "Rencana aksi “3” tidak dikenal" in page.text
    lists.press(scene.iwan, page, "Simpan 2 kegiatan")
    known = {entry.activity: entry.step_id for entry in lists.entries(app)}
    assert known["Lain"] is None and known["Rekap di posyandu"] == first + 1


@pytest.mark.parametrize(
    ("noted", "problem"),
    [("20/11/2026", "bukan tanggal dan jam"), ("30/11/2026 08.00", "Waktu ditulis belum tiba"),
     ("20/11/2026 15.10", "lebih awal dari tanggal kegiatannya")],
)  # fmt: skip
def test_a_wrong_time_of_writing_is_told(scene: Scene, noted: str, problem: str) -> None:
    page = lists.upload(scene.iwan, filled(scene, NOTED | {"noted": noted}))
    assert problem in page.text and lists.count(page).endswith("1 galat")


def test_the_sheet_of_somebody_else_is_refused(app: Flask, scene: Scene) -> None:
    page = lists.upload(scene.yuli, filled(scene, NOTED), 422)
    assert "dibuat untuk pegawai lain" in page.text


def test_an_empty_sheet_is_told(scene: Scene) -> None:
    page = lists.upload(scene.iwan, filled(scene), 422)
    assert "Tidak ada baris kegiatan" in page.text


def test_the_sheet_names_its_owner_and_keeps_the_nip_as_text(scene: Scene) -> None:
    sheet = load_workbook(io.BytesIO(scene.iwan.client.get(XLSX).data)).worksheets[0]
    rows = {row[0].value: row[1] for row in sheet.iter_rows(max_row=8)}
    assert rows["Nama"].value == "Iwan Permadanu"
    assert (rows["NIP"].value, rows["NIP"].data_type) == (SmallOffice.NIPS["iwan"], "s")
    assert rows["1"].value == "Memverifikasi berkas"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}


def test_the_paper_is_one_page(scene: Scene) -> None:
    answer = scene.iwan.client.get(PDF)
    assert answer.mimetype == "application/pdf" and pages(answer.data) == 1
    assert scene.yuli.client.get(PDF).status_code == 200  # also without an SKP


def test_only_a_field_sheet_tells_when_something_was_written(app: Flask, scene: Scene) -> None:
    rows = [("Tanggal", "Kegiatan", "Ditulis pada"), ("23/11/2026", "Rekap", "23/11/2026 15.10")]
    page = lists.paste(scene.iwan, rows)
    lists.press(scene.iwan, page, "Simpan 1 kegiatan")
    (entry,) = lists.entries(app)
    assert entry.source is EntrySource.PASTED and entry.noted_at is None
