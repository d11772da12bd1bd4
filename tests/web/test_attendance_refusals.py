"""Every way in which an attendance recap can be wrong is refused with what to do."""

import io
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from openpyxl import load_workbook

from skpweb.extensions import db
from skpweb.models.people import Employee
from tests.browser import Browser
from tests.office import SmallOffice
from tests.recaps import HEADS, IWAN, row, send, stored
from tests.sheets import workbook

BAD_ROWS: list[tuple[list[list[Any]], str]] = [
    ([row(199001172015031907, present=20)], "NIP tersimpan sebagai angka sehingga digit"),
    ([row(1.99001172015032e17, present=20)], "NIP tersimpan sebagai angka"),
    ([row(None, "Iwan", present=20)], "NIP masih kosong"),
    ([row("1990", present=20)], "NIP terdiri atas 18 digit"),
    ([row("199001172015031908", present=20)], "NIP ini tidak ada di daftar pegawai"),
    ([row(IWAN, "Bambang Sutejo", present=20)], "NIP ini milik Iwan Permadanu"),
    ([row(IWAN, present=20), row(IWAN, present=20)], "NIP yang sama ada di baris 3"),
    ([row(present=32)], "Jumlah hadir 32 hari, padahal bulan ini hanya 31 hari"),
    ([row(present=20, sick=6, on_leave=6)],
     "Jumlah hadir, sakit, cuti 32 hari, padahal bulan ini hanya 31 hari"),
    ([row(present=20, late=32)], "Terlambat 32: bulan ini hanya 31 hari"),
    ([row(present=20, lost_minutes=50_000)], "bulan ini hanya 31 hari"),
    ([row(present=-1)], "Hadir “-1” bukan angka bulat mulai dari 0"),
    ([row(present=19.5)], "Hadir “19.5” bukan angka bulat"),
    ([row(present="dua puluh")], "Hadir “dua puluh” bukan angka bulat"),
    ([row(present=True)], "Hadir “True” bukan angka bulat"),
    ([row(present="=SUM(A1:A9)")], "Sel C2 berisi rumus"),
    ([row(present="#REF!")], "Sel C2 berisi galat #REF!"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "problem"), BAD_ROWS)
def test_a_wrong_row_says_what_to_do(
    app: Flask, team: Browser, rows: list[list[Any]], problem: str
) -> None:
    page = send(team, rows)
    assert problem in page.text
    assert f"{len(rows)} galat" in page.text
    assert not page.all("//button[contains(., 'Impor')]")
    assert stored(app) is None


FILES: list[tuple[bytes, str, str]] = [
    (b"%PDF-1.7", "2026-10-01", "PDF"),
    (workbook([row(present=20)], HEADS), "", "Bulan rekap tidak ditemukan"),
    (workbook([row(present=20)], HEADS), "2019-01-01", "Pilih bulan dari daftar"),
    (workbook([[IWAN, 20]], ["NIP", "Golongan"]), "2026-10-01", "Tidak ada kolom Hadir"),
    (workbook([[1, 20]], ["No", "Hadir"]), "2026-10-01", "Judul kolom tidak ditemukan"),
    (workbook([], HEADS), "2026-10-01", "Belum ada baris yang diisi"),
    (workbook([[IWAN, 20, "12/2026"]], ["NIP", "Hadir", "Bulan"]), "", "12/2026 belum tiba"),
    (workbook([[IWAN, 20, "9/2026"], [IWAN, 20, "8/2026"]], ["NIP", "Hadir", "Bulan"]), "",
     "menyebut beberapa bulan"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "month", "problem"), FILES, ids=[problem for *_, problem in FILES]
)
def test_what_is_no_recap_is_refused(
    app: Flask, team: Browser, content: bytes, month: str, problem: str
) -> None:
    page = send(team, content, 422, month=month)
    assert problem in page.text
    assert page.all("//title/text()")[0].startswith("Galat: ")
    assert "Berkas terakhir" not in page.text


def test_no_file_is_no_recap(app: Flask, team: Browser) -> None:
    form = team.get("/admin/attendance/").form("/admin/attendance/")
    page = team.post("/admin/attendance/", form.data(file=None), 422)
    assert "Belum ada berkas yang dipilih" in page.text


def test_a_row_of_another_month_is_wrong(app: Flask, team: Browser) -> None:
    heads = ["NIP", "Hadir", "Bulan"]
    page = send(team, [[IWAN, 20, "September 2026"]], heads=heads)
    assert "Baris ini untuk bulan 09/2026, bukan 10/2026" in page.text


def test_somebody_who_left_before_the_month_is_refused(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    with app.app_context():
        leaver = sa.update(Employee).where(Employee.nip == IWAN)
        db.session.execute(leaver.values(left_on=date(2026, 9, 30)))
        db.session.commit()
    assert "sudah nonaktif sebelum bulan ini" in send(team, [row(present=20)]).text
    assert "1 baru" in send(team, [row(present=20)], month="2026-09-01").text


def test_the_file_of_wrong_rows_can_be_mended_and_sent_again(app: Flask, team: Browser) -> None:
    page = send(team, [row(present=32), row(SmallOffice.NIPS["yuli"], present=20)])
    link = next(h for h in page.links() if h.endswith(".xlsx"))
    sheet = load_workbook(io.BytesIO(team.client.get(link).data))["Rekap"]
    rows = list(sheet.values)
    assert rows[0] == (*HEADS, "Galat")
    assert len(rows) == 2
    assert "bulan ini hanya 31 hari" in str(rows[1][-1])
