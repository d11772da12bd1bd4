"""Every way in which a staff list can be wrong is refused with what to do."""

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from flask import Flask

from skpweb.documents import spreadsheet
from tests.browser import Browser
from tests.office import SmallOffice
from tests.sheets import counted, nip, person, upload, workbook

ANI, BUDI = nip(1), nip(2)


BAD_ROWS: list[tuple[list[list[Any]], str]] = [
    ([person(199001172015031907, "Ani")], "NIP tersimpan sebagai angka"),  # type: ignore[arg-type]
    ([person(1.99001172015032e17, "Ani")], "NIP tersimpan sebagai angka"),  # type: ignore[arg-type]
    ([person("1990", "Ani")], "NIP terdiri atas 18 digit"),
    ([person("199613252020121909", "Ani")], "bukan tanggal lahir"),
    ([person(ANI, "")], "Nama masih kosong"),
    ([person(ANI, "Ani", starts_on="30/02/2026")], "bukan tanggal yang ada"),
    ([person(ANI, "Ani", starts_on=46023)], "bukan tanggal yang ada"),
    ([person(ANI, "Ani", starts_on=date(1900, 1, 1))], "tidak mungkin"),
    ([person(ANI, "Ani", starts_on=None)], "TMT masih kosong"),
    ([person(ANI, "Ani", status="Honorer")], "“Honorer” tidak dikenal"),
    ([person(ANI, "Ani", position_kind="Bos")], "“Bos” tidak dikenal"),
    ([person(ANI, "Ani", rank="V/a")], "III/c"),
    ([person(ANI, "Ani", leads_unit="mungkin")], "tulis Ya atau Tidak"),
    ([person(ANI, "Ani", position_name="x" * 201)], "terlalu panjang"),
    ([person(ANI, "Ani", unit=None)], "Unit kerja masih kosong"),
    ([person(ANI, "Ani", assessor=BUDI)], "tidak ada di berkas ini maupun di daftar pegawai"),
    ([person(ANI, "Ani", assessor="Gubernur")], "tidak ada di berkas ini maupun"),
    ([person(ANI, "Ani", assessor=ANI)], "tidak boleh orangnya sendiri"),
    ([person(ANI, "Ani", assessor=199001172015031907)], "NIP penilai tersimpan sebagai angka"),
    ([person(ANI, "Ani", assessor=BUDI), person(BUDI, "Budi", assessor=ANI)],
     "Rantai penilai berputar: Ani → Budi → Ani"),
    ([person(ANI, "Ani"), person(ANI, "Ani")], "NIP yang sama ada di baris 3"),
    ([person(ANI, "Ani Lestari"), person(ANI[:-3] + "777", "ANI LESTARI")],
     "Orang yang sama tampaknya ada di baris 3"),
    ([person(SmallOffice.NIPS["iwan"], "Bambang")], "NIP ini milik Iwan Permadanu"),
    ([person(SmallOffice.NIPS["iwan"][:-3] + "777", "Iwan Permadanu")],
     "dengan tanggal lahir yang sama sudah terdaftar"),
    ([person(ANI, "#REF!")], "Sel C2 berisi galat #REF!"),
    ([person(ANI, "=1+1")], "Sel C2 berisi rumus"),
    ([person(ANI, "Ani", position_name="=VLOOKUP(A1;B:C;2)")], "Sel G2 berisi rumus"),
    ([person(SmallOffice.NIPS["iwan"], "Iwan Permadanu", starts_on="01/01/2020")],
     "lebih awal daripada penempatan sekarang"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "problem"), BAD_ROWS)
def test_a_wrong_row_says_what_to_do(
    app: Flask, team: Browser, rows: list[list[Any]], problem: str
) -> None:
    before = counted(app)
    page = upload(team, workbook(rows))
    assert problem in page.text
    assert f"{len(rows)} galat" in page.text
    assert not page.all("//button[contains(., 'Impor')]")
    assert counted(app) == before


def old_office(marker: bytes = b"") -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + marker


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in parts.items():
            pack.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def swollen() -> bytes:
    return zipped(
        **{"[Content_Types].xml": b"<Types/>", "xl__workbook.xml": b" " * (70 * 1024 * 1024)}
    )


def with_entities() -> bytes:
    parts = {}
    with zipfile.ZipFile(io.BytesIO(workbook([person(ANI, "Ani")]))) as pack:
        parts = {name: pack.read(name) for name in pack.namelist()}
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    parts["xl/workbook.xml"] = bomb + parts["xl/workbook.xml"]
    return zipped(**parts)


FILES = [
    (b"MZ\x90\x00" + b"\0" * 600, "program (.exe)"),
    (old_office(), "Excel lama (.xls)"),
    (old_office("EncryptedPackage".encode("utf-16-le")), "terkunci kata sandi"),
    (b"NIP;Nama\r\n1990;Ani\r\n", "CSV"),
    (b"%PDF-1.7 ...", "PDF"),
    (b"\x89PNG\r\n\x1a\n\0\0\0", "bukan buku kerja Excel"),
    (b"", "kosong"),
    (zipped(**{"word__document.xml": b"<x/>"}), "bukan buku kerja Excel (.xlsx)"),
    (zipped(**{"[Content_Types].xml": b"<Types/>", "xl__workbook.xml": b"<x"}), "rusak"),
    (zipped(**{"xl__vbaProject.bin": b"x", "xl__workbook.xml": b"<x/>"}), "makro"),
    (workbook([person(ANI, "Ani")])[:-400], "rusak"),
    (swollen(), "terlalu besar setelah dibuka"),
    (with_entities(), "tidak aman"),
    (workbook([]), "Tidak ada baris pegawai"),
    (workbook([], heads=["A", "B"]), "Judul kolom tidak ditemukan"),
    (b"PK\x03\x04" + b"x" * (2 * 1024 * 1024), "lebih dari 2 MB"),
]


@pytest.mark.parametrize(("content", "problem"), FILES, ids=[problem for _, problem in FILES])
def test_what_is_no_staff_list_is_refused(
    app: Flask, team: Browser, content: bytes, problem: str
) -> None:
    before = counted(app)
    page = upload(team, content, 422)
    assert problem in page.all("string(//*[@id='file-err'])")
    assert page.all("//title/text()")[0].startswith("Galat: ")
    assert counted(app) == before
    assert "Berkas terakhir" not in page.text


def test_no_file_and_far_too_large_a_file(app: Flask, team: Browser) -> None:
    form = team.get("/admin/imports/").form("/admin/imports/")
    page = team.post("/admin/imports/", form.data(file=None), 422)
    assert "Belum ada berkas yang dipilih" in page.text
    assert "Berkas terlalu besar" in upload(team, b"x" * (9 * 1024 * 1024), 413).text


def test_a_kept_list_waits_for_its_turn_with_words(
    app: Flask, team: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long list of somebody else is being read: no preview is lost, nothing breaks."""
    monkeypatch.setattr(spreadsheet, "PATIENCE", 0.01)
    page = upload(team, workbook([person(ANI, "Ani")]))
    form = page.form(containing="Impor")
    with spreadsheet.ONE_AT_A_TIME:
        assert "Coba lagi sebentar" in team.submit(form, 422).text
        assert "Coba lagi sebentar" in upload(team, workbook([person(BUDI, "Budi")]), 422).text
    assert "Daftar pegawai diimpor" in team.submit(form).text
