"""Every way in which a list of journal rows can be wrong says what to do and stores nothing."""

from typing import Any

import pytest
from flask import Flask

from skpweb.extensions import db
from skpweb.models.organisation import Office
from tests.office import SmallOffice
from tests.web import journal_lists as lists
from tests.web.scene import Scene
from tests.web.test_admin_import_refusals import swollen, with_entities, zipped


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return lists.scene(app, office)


def row(**cells: Any) -> list[Any]:
    """A sound row by the headings' first words, with some cells changed."""
    values = {"day": "24/11/2026", "start": "", "end": "", "what": "Rapat", "step": "",
              "result": "", "unit": ""} | cells  # fmt: skip
    return list(values.values())


ROWS = [
    (row(day="kemarin"), "“kemarin” bukan tanggal"),
    (row(day="31/2/2026"), "bukan tanggal"),
    (row(day=""), "Tanggal masih kosong"),
    (row(day="25/11/2026"), "belum tiba"),
    (row(day="2/11/2026"), "sudah ditutup"),
    (row(day="3/1/2025"), "Tidak ada SKP Anda"),
    (row(start="pagi", end="10.00"), "“pagi” bukan jam"),
    (row(start="08.00"), "Isi jam mulai dan jam selesai"),
    (row(start="10.00", end="08.00"), "Jam selesai harus sesudah"),
    (row(what=""), "Kegiatan masih kosong"),
    (row(what="x" * 1001), "Kegiatan terlalu panjang"),
    (row(result="1,5"), "bukan angka bulat"),
    (row(result="-1"), "bukan angka bulat"),
    (row(unit="y" * 61), "Satuan terlalu panjang"),
]


@pytest.mark.parametrize(("cells", "problem"), ROWS, ids=[problem for _, problem in ROWS])
def test_a_wrong_row_is_told_and_stops_no_other(
    app: Flask, scene: Scene, cells: list[Any], problem: str
) -> None:
    good = row(what="Apel", start="07.30", end="08.00")
    page = lists.paste(scene.iwan, [lists.HEADS, cells, good])
    assert problem in page.text
    assert lists.count(page) == "1 baru, 0 sudah ada, 1 galat"
    lists.press(scene.iwan, page, "Simpan 1 kegiatan")
    assert [entry.activity for entry in lists.entries(app)] == ["Apel"]


CELLS = [
    (row(what="=HYPERLINK(1)"), "Kegiatan berisi rumus"),
    (row(day="=TODAY()"), "Tanggal berisi rumus"),
    (row(result="#REF!"), "Realisasi berisi galat #REF!"),
    (row(day=46350), "bukan tanggal"),
    (row(result=1.5), "bukan angka bulat"),
]


@pytest.mark.parametrize(("cells", "problem"), CELLS, ids=[problem for _, problem in CELLS])
def test_a_wrong_cell_of_a_file_is_told(
    app: Flask, scene: Scene, cells: list[Any], problem: str
) -> None:
    page = lists.upload(scene.iwan, lists.workbook([cells]))
    assert problem in page.text and lists.count(page).endswith("1 galat")


FILES = [
    (b"", "kosong"),
    (b"MZ\x90\x00" + b"\0" * 600, "program (.exe)"),
    (b"%PDF-1.7", "PDF"),
    (b"a;b;c", "CSV"),
    (zipped(**{"[Content_Types].xml": b"<Types/>", "xl__workbook.xml": b"<x"}), "rusak"),
    (swollen(), "terlalu besar setelah dibuka"),
    (with_entities(), "tidak aman"),
    (lists.workbook([]), "Tidak ada baris kegiatan"),
    (lists.workbook([], heads=[]), "Tidak ada baris kegiatan"),
    (lists.workbook([row()] * 5_001), "Lebih dari 5.000 baris"),
    (b"PK\x03\x04" + b"x" * (2 * 1024 * 1024), "lebih dari 2 MB"),
]


@pytest.mark.parametrize(("content", "problem"), FILES, ids=[problem for _, problem in FILES])
def test_what_is_no_list_is_refused(app: Flask, scene: Scene, content: bytes, problem: str) -> None:
    page = lists.upload(scene.iwan, content, 422)
    assert problem in page.all("string(//*[@id='file-err'])")
    assert "Impor terakhir" not in page.text and lists.entries(app) == []


def test_five_thousand_rows_are_judged_and_saved_in_parts(app: Flask, scene: Scene) -> None:
    rows = [row(what=f"Kegiatan {number}") for number in range(5_000)]
    page = lists.upload(scene.iwan, lists.workbook(rows))
    assert lists.count(page) == "5000 baru, 0 sudah ada, 0 galat"
    assert "paling banyak 100 kegiatan" in page.text
    lists.press(scene.iwan, page, "Simpan 100 kegiatan")
    again = lists.upload(scene.iwan, lists.workbook(rows[:150]))
    assert lists.count(again) == "50 baru, 100 sudah ada, 0 galat"


def test_an_empty_paste_says_what_to_do(scene: Scene) -> None:
    page = lists.paste(scene.iwan, "  \n ", 422)
    assert "Tempel baris kegiatan, atau pilih berkas" in page.all("string(//*[@id='rows-err'])")


def test_what_was_pasted_is_kept(scene: Scene) -> None:
    only_heads = "\t".join(lists.HEADS)
    page = lists.paste(scene.iwan, only_heads, 422)
    assert page.all("string(//textarea[@name='rows'])").strip() == only_heads
    page = lists.paste(scene.iwan, "besok\tRapat\tX")
    assert "besok\tRapat\tX" in page.all("string(//textarea[@name='rows'])")


def test_the_days_hours_count_together(app: Flask, scene: Scene) -> None:
    rows = [
        lists.HEADS,
        row(start="00.00", end="23.00"),
        row(what="Lagi", start="1.00", end="2.30"),
    ]
    page = lists.paste(scene.iwan, rows)
    assert "lebih dari 24 jam" in page.text and lists.count(page).endswith("1 galat")
    rows = [lists.HEADS, row(start="08.00", end="10.00"), row(what="B", start="9.00", end="11.00")]
    page = lists.paste(scene.iwan, rows)
    assert "bertumpuk" in page.text and lists.count(page).endswith("0 galat")


def test_what_the_office_asks_for_is_asked_of_rows_too(app: Flask, scene: Scene) -> None:
    with app.app_context():
        db.session.query(Office).update({"requires_times": True, "requires_evidence": True})
        db.session.commit()
    page = lists.paste(scene.iwan, [lists.HEADS, row()])
    assert "Isi jam mulai dan jam selesai" in page.text and "Beri bukti dukung" in page.text


def test_far_too_much_is_refused(app: Flask, scene: Scene) -> None:
    page = lists.paste(scene.iwan, "x" * (3 * 1024 * 1024), 422)
    assert "Ada sel yang terlalu panjang" in page.text
    assert "Berkas terlalu besar" in lists.upload(scene.iwan, b"x" * (9 * 1024 * 1024), 413).text


def test_somebody_without_an_skp_gets_no_row_in(app: Flask, scene: Scene) -> None:
    page = lists.paste(scene.yuli, [lists.HEADS, row()])
    assert "Tidak ada SKP Anda" in page.text and not page.all("//button[contains(., 'Simpan ')]")
