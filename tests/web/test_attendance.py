"""The attendance recap through the pages: preview, import, undo, headings, months."""

import io
from datetime import date

import pytest
from flask import Flask
from openpyxl import Workbook, load_workbook

from skpweb.office import attendance_rows
from tests.browser import Browser
from tests.office import SmallOffice
from tests.recaps import HEADS, IWAN, YULI, row, send, stored
from tests.sheets import person, press, saved, upload, workbook


def test_nothing_is_saved_before_the_good_rows_are_imported(app: Flask, team: Browser) -> None:
    page = send(
        team,
        [
            row(IWAN, "Iwan Permadanu", present=19, late=2, sick=1, lost_minutes=45),
            row(YULI, "Yuli", present="20", unexcused="-"),
            row("199001172015031908", "Siapa", present=20),
        ],
    )
    assert "Kehadiran Oktober 2026" in page.text
    assert "2 baru, 0 berubah, 0 sama, 1 galat" in page.text
    assert "NIP ini tidak ada di daftar pegawai" in page.text
    assert stored(app) is None

    page = press(team, page, "Impor 2 baris")
    assert "2 baris diimpor" in page.text
    assert stored(app) == {
        "present": 19, "late": 2, "early": 0, "permitted": 0, "sick": 1, "on_leave": 0,
        "unexcused": 0, "lost_minutes": 45,
    }  # fmt: skip
    assert (stored(app, YULI) or {})["present"] == 20
    assert "2 pegawai" in team.get("/admin/attendance/").text


def test_a_second_recap_shows_what_changes_and_undo_brings_it_back(
    app: Flask, team: Browser
) -> None:
    first = press(team, send(team, [row(present=19, sick=1)]), "Impor 1 baris")
    before = stored(app)
    page = send(team, [row(present=18, sick=1, unexcused=1), row(YULI, present=20)])
    assert "1 baru, 1 berubah, 0 sama, 0 galat" in page.text
    assert "Hadir: 19 menjadi 18" in page.text
    assert "Tanpa keterangan: 0 menjadi 1" in page.text
    second = press(team, page, "Impor 2 baris")
    assert (stored(app) or {})["unexcused"] == 1

    assert "sudah diubah sesudah impor" in press(team, first, "Batalkan impor ini").text
    assert "Impor dibatalkan" in press(team, second, "Batalkan impor ini").text
    assert stored(app) == before
    assert stored(app, YULI) is None
    press(team, team.get("/admin/attendance/1"), "Batalkan impor ini")
    assert stored(app) is None


def test_a_column_that_is_not_there_changes_nothing(app: Flask, team: Browser) -> None:
    press(team, send(team, [row(present=19, sick=1, lost_minutes=30)]), "Impor 1 baris")
    page = send(team, [[IWAN, 18]], heads=["NIP", "Hadir"])
    assert "Kolom yang tidak ada di berkas: Terlambat, Pulang cepat, Izin, Sakit" in page.text
    press(team, page, "Impor 1 baris")
    assert stored(app) == (stored(app) or {}) | {"present": 18, "sick": 1, "lost_minutes": 30}


def test_data_that_changed_since_the_preview_is_judged_again(app: Flask, team: Browser) -> None:
    one, two = send(team, [row(present=19)]), send(team, [row(present=20)])
    press(team, one, "Impor 1 baris")
    page = press(team, two, "Impor 1 baris")
    assert "berubah sejak pratinjau" in page.text
    page = press(team, page, "Periksa lagi")
    assert "0 baru, 1 berubah" in page.text


MACHINE = ["No", "Nama Pegawai", "NIP Baru", "H", "TL", "PC", "DL", "Keterangan", None, None, None]


def test_headings_of_a_machine_with_the_month_in_its_title(app: Flask, team: Browser) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["REKAPITULASI KEHADIRAN PEGAWAI"])
    sheet.append(["Periode 1 - 31 Oktober 2026", None, "Dicetak 2 November 2026"])
    sheet.append([])
    sheet.append(MACHINE)
    sheet.append([None] * 7 + ["S", "I", "C", "TK"])
    sheet.append([f"({n})" for n in range(1, 12)])
    sheet.merge_cells("H4:K4")
    sheet.append([1, "IWAN PERMADANU, A.Md.", IWAN, 17, 3, 1, 2, 1, None, "-", 1])
    page = send(team, saved(book), month="")
    assert "Kehadiran Oktober 2026" in page.text
    assert "1 baru, 0 berubah, 0 sama, 0 galat" in page.text
    assert "Kolom dinas luar tidak disimpan" in page.text
    press(team, page, "Impor 1 baris")
    found = stored(app) or {}
    assert [found[k] for k in ("present", "late", "early", "sick", "on_leave", "unexcused")] == [
        17, 3, 1, 1, 0, 1,
    ]  # fmt: skip


def test_minutes_in_two_columns_are_added_up(app: Flask, team: Browser) -> None:
    heads = ["NIP", "Hadir", "Menit terlambat", "Menit pulang cepat"]
    page = send(team, [[IWAN, 20, 35, 10]], heads=heads)
    press(team, page, "Impor 1 baris")
    assert (stored(app) or {})["lost_minutes"] == 45


def test_the_month_comes_from_a_column_or_the_name_of_the_sheet(team: Browser) -> None:
    page = send(team, [[IWAN, 20, "September 2026"]], heads=["NIP", "Hadir", "Bulan"], month="")
    assert "Kehadiran September 2026" in page.text
    book = Workbook()
    book.active.title = "Agt 2026"
    book.active.append(["NIP", "Hadir"])
    book.active.append([IWAN, 20])
    assert "Kehadiran Agustus 2026" in send(team, saved(book), month="").text
    page = send(team, saved(book), month="2026-10-01")
    assert "Berkas ini menyebut bulan 08/2026, tetapi Anda memilih 10/2026." in page.text


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("Oktober 2026", date(2026, 10, 1)),
        ("10/2026", date(2026, 10, 1)),
        ("Okt-26", date(2026, 10, 1)),
        (date(2026, 10, 31), date(2026, 10, 1)),
        ("2026", None),
        ("", None),
        (None, None),
    ],
)
def test_how_a_month_may_be_written(cell: object, month: date | None) -> None:
    assert attendance_rows.month_of(cell) == month


def test_the_template_has_everybody_and_comes_back_empty(app: Flask, team: Browser) -> None:
    answer = team.client.get("/admin/attendance/templat-kehadiran.xlsx")
    book = load_workbook(io.BytesIO(answer.data))
    sheet = book["Rekap"]
    assert [cell.value for cell in sheet[1]] == HEADS
    assert {str(cells[0].value) for cells in sheet.iter_rows(min_row=2)} == set(
        SmallOffice.NIPS.values()
    )
    assert sheet["A2"].number_format == "@"
    assert "Belum ada baris yang diisi" in send(team, answer.data, 422).text
    sheet["C2"] = 20
    page = send(team, saved(book))
    assert "1 baru" in page.text
    assert f"{len(SmallOffice.NIPS) - 1} baris yang belum diisi dilewati" in page.text


def test_lists_of_another_kind_do_not_exist_here(app: Flask, team: Browser) -> None:
    send(team, [row(present=20)])
    upload(team, workbook([person("123", "Salah Ketik")], above=0), name="pegawai.xlsx")
    assert "rekap.xlsx" not in team.get("/admin/imports/").text
    assert "pegawai.xlsx" not in team.get("/admin/attendance/").text
    for path in ("/admin/imports/1", "/admin/imports/1/galat.xlsx", "/admin/attendance/2"):
        team.get(path, 404)
    team.post("/admin/imports/1", {"csrf_token": team.token()}, 404)
    team.post("/admin/attendance/2/undo", {"csrf_token": team.token()}, 404)


def test_only_the_team_handles_recaps(app: Flask, office: SmallOffice, admin: Browser) -> None:
    clerk = Browser(app)
    clerk.sign_in(office.NIPS["kasi"])
    for browser in (clerk, admin):
        browser.get("/admin/attendance/", 404)
        browser.get("/admin/attendance/templat-kehadiran.xlsx", 404)
        browser.post("/admin/attendance/", {"csrf_token": browser.token()}, 404)


def test_queries_do_not_grow_with_the_list(app: Flask, office: SmallOffice, team: Browser) -> None:
    few = send(team, [row(present=20)]).queries
    many = send(team, [row(nip, present=20) for nip in SmallOffice.NIPS.values()]).queries
    assert few == many <= 12
    assert team.get("/admin/attendance/").queries <= 12
