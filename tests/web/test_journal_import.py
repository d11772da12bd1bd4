"""Rows from a spreadsheet become journal entries: preview, save, take back."""

import io
from datetime import date, datetime, time

import pytest
import sqlalchemy as sa
from flask import Flask
from openpyxl import Workbook, load_workbook

from skpweb.domain.lifecycle import EntryState
from skpweb.domain.terms import Duty, EntrySource
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.base import utc_now
from skpweb.models.journal import ActionStep, JournalEntry
from tests.office import SmallOffice
from tests.sheets import saved
from tests.web import journal_lists as lists
from tests.web.scene import Scene


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return lists.scene(app, office)


GOOD = ("24/11/2026", "08.00", "10.00", "Verifikasi berkas KK", "Memverifikasi berkas", "9", "")


def test_pasted_rows_are_shown_saved_and_taken_back(app: Flask, scene: Scene) -> None:
    page = lists.paste(
        scene.iwan, [lists.HEADS, GOOD, ("23 Nov 2026", "", "", "Rapat", "", "", "")]
    )
    assert lists.count(page) == "2 baru, 0 sudah ada, 0 galat"
    assert lists.entries(app) == []
    page = lists.press(scene.iwan, page, "Simpan 2 kegiatan")
    assert "2 kegiatan tersimpan." in page.text
    meeting, check = lists.entries(app)
    assert (check.day, check.starts_at, check.ends_at) == (date(2026, 11, 24), time(8), time(10))
    assert (check.realisation, check.unit, check.duty) == (9, "berkas", Duty.PLANNED)
    assert (meeting.step_id, meeting.duty) == (None, Duty.OTHER)
    assert {e.source for e in (meeting, check)} == {EntrySource.PASTED}
    assert {e.state for e in (meeting, check)} == {EntryState.SUBMITTED}
    page = lists.press(scene.iwan, page, "Batalkan impor ini")
    assert "2 kegiatan dihapus dari jurnal" in page.text
    assert lists.entries(app) == []
    with app.app_context():
        actions = list(db.session.scalars(sa.select(AuditEvent.action).order_by(AuditEvent.number)))
    assert [a for a in actions if a.startswith("journal.")] == [
        "journal.check", "journal.apply", "journal.undo",
    ]  # fmt: skip


def test_without_headings_the_national_order_holds(app: Flask, scene: Scene) -> None:
    rows = [
        ("Memverifikasi berkas", "2026-11-24", "0800", "10:00", "Loket", "9", "berkas",
         "https://bukti.example.invalid/1"),
        ("", "24-11-2026", "", "", "Rapat; koordinasi, singkat", "", "", ""),
    ]  # fmt: skip
    page = lists.press(scene.iwan, lists.paste(scene.iwan, rows), "Simpan 2 kegiatan")
    first = next(e for e in lists.entries(app) if e.activity == "Loket")
    assert (first.evidence_url, first.realisation) == ("https://bukti.example.invalid/1", 9)
    assert "Rapat; koordinasi, singkat" in page.text


def test_the_national_forms_own_labels_are_known(app: Flask, scene: Scene) -> None:
    heads = ("No", "Rencana Aksi", "TANGGAL KEGIATAN", "JAM MULAI KEGIATAN", "JAM SELESAI KEGIATAN",
             "KEGIATAN HARIAN", "SUMBER DATA", "REALISASI", "SATUAN", "BUKTI DUKUNG")  # fmt: skip
    row = ("1", "2", "24/11/2026", "8", "9.30", "Rekap", "ekinerja", "1", "laporan", "-")
    lists.press(scene.iwan, lists.paste(scene.iwan, [heads, row]), "Simpan 1 kegiatan")
    (entry,) = lists.entries(app)
    with app.app_context():
        step = db.session.get(ActionStep, entry.step_id)
        assert step is not None and step.statement == "Menyusun rekap bulanan layanan"
    bare = lists.paste(scene.iwan, [row[1:]])
    assert lists.count(bare) == "0 baru, 1 sudah ada, 0 galat"


@pytest.mark.parametrize("mark", [";", ","])
def test_semicolons_and_commas_part_cells_too(app: Flask, scene: Scene, mark: str) -> None:
    text = mark.join(("Tanggal", "Kegiatan")) + "\n" + mark.join(("24/11/2026", "Apel pagi"))
    assert lists.count(lists.paste(scene.iwan, text)).startswith("1 baru")


def test_an_xlsx_with_its_own_dates_times_and_merged_cells(app: Flask, scene: Scene) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["JURNAL NOVEMBER"])
    sheet.append([])
    sheet.append(["Kegiatan", "Tanggal", "Jam selesai", "Jam mulai", "Realisasi"])
    sheet.append(["Loket pagi", datetime(2026, 11, 24), time(10), time(8), 9])
    sheet.append(["Loket siang", None, 0.5625, 0.5, 3.0])
    sheet.merge_cells("B4:B5")
    page = lists.upload(scene.iwan, saved(book))
    assert lists.count(page) == "2 baru, 0 sudah ada, 0 galat"
    assert "dipakai tanggal baris di atasnya" in page.text
    lists.press(scene.iwan, page, "Simpan 2 kegiatan")
    assert [(e.starts_at, e.ends_at, e.realisation) for e in lists.entries(app)] == [
        (time(8), time(10), 9), (time(12), time(13, 30), 3),
    ]  # fmt: skip


def test_what_stands_there_already_is_skipped(app: Flask, scene: Scene) -> None:
    lists.press(scene.iwan, lists.paste(scene.iwan, [lists.HEADS, GOOD]), "Simpan 1 kegiatan")
    other = ("24/11/2026", "", "", "Rapat", "", "", "")
    page = lists.paste(scene.iwan, [lists.HEADS, GOOD, other, other])
    assert lists.count(page) == "1 baru, 2 sudah ada, 0 galat"
    lists.press(scene.iwan, page, "Simpan 1 kegiatan")
    assert len(lists.entries(app)) == 2


def test_an_unknown_rencana_aksi_is_told_and_left_out(app: Flask, scene: Scene) -> None:
    rows = [
        lists.HEADS,
        ("24/11/2026", "", "", "Satu", "Membangun candi", "", ""),
        ("24/11/2026", "", "", "Dua", "Menyusun rekap bul", "", ""),
        ("24/11/2026", "", "", "Tiga", "Tugas tambahan", "", ""),
        ("24/11/2026", "", "", "Empat", "99", "", ""),
    ]
    page = lists.paste(scene.iwan, rows)
    assert "Rencana aksi “Membangun candi” tidak dikenal" in page.text
    lists.press(scene.iwan, page, "Simpan 4 kegiatan")
    found = {e.activity: (e.step_id is not None, e.duty) for e in lists.entries(app)}
    assert found == {
        "Satu": (False, Duty.OTHER), "Dua": (True, Duty.PLANNED),
        "Tiga": (False, Duty.ADDITIONAL), "Empat": (False, Duty.OTHER),
    }  # fmt: skip


def test_a_second_click_saves_nothing_twice(app: Flask, scene: Scene) -> None:
    page = lists.paste(scene.iwan, [lists.HEADS, GOOD])
    form = page.form(containing="Simpan 1 kegiatan")
    scene.iwan.submit(form)
    assert "1 kegiatan tersimpan" in scene.iwan.submit(form).text
    again = scene.iwan.submit(form, kunci="lain")
    assert "sudah disimpan" in again.text and len(lists.entries(app)) == 1


def test_the_same_paste_sent_twice_leads_to_one_preview(app: Flask, scene: Scene) -> None:
    form = scene.iwan.get(lists.START).form(lists.START)
    typed = {"rows": "24/11/2026\tRapat", "file": None}
    first, second = (scene.iwan.submit(form, **typed) for _ in range(2))
    assert first.text == second.text


def test_no_undo_once_the_penilai_has_decided(app: Flask, scene: Scene) -> None:
    page = lists.paste(scene.iwan, [lists.HEADS, GOOD, ("23/11/2026", "", "", "Rapat", "", "", "")])
    page = lists.press(scene.iwan, page, "Simpan 2 kegiatan")
    with app.app_context():
        db.session.execute(
            sa.update(JournalEntry)
            .where(JournalEntry.activity == "Rapat")
            .values(state=EntryState.APPROVED, decided_at=utc_now())
        )
        db.session.commit()
    page = lists.press(scene.iwan, page, "Batalkan impor ini")
    assert "1 kegiatannya sudah diputuskan penilai" in page.text
    assert len(lists.entries(app)) == 2


def test_a_day_that_closed_meanwhile_is_not_saved(app: Flask, scene: Scene) -> None:
    page = lists.paste(scene.iwan, [lists.HEADS, ("19/11/2026", "", "", "Rapat", "", "", "")])
    assert lists.count(page).startswith("1 baru")
    app.config["TODAY"] = date(2026, 11, 30)
    page = lists.press(scene.iwan, page, "Simpan 1 kegiatan")
    assert "Tidak ada lagi baris yang bisa disimpan" in page.text and lists.entries(app) == []


def test_lists_of_others_do_not_exist(app: Flask, scene: Scene) -> None:
    lists.paste(scene.iwan, [lists.HEADS, GOOD, ("besok", "", "", "Rapat", "", "", "")])
    link = next(h for h in scene.iwan.get(lists.START).links() if h.startswith(f"{lists.START}1"))
    for nick in ("kasi", "team", "admin", "stranger"):
        browser = getattr(scene, nick)
        token = {"csrf_token": browser.token()}
        browser.get(link, 404)
        browser.get(f"{link}galat.xlsx", 404)
        browser.post(link, token, 404)
        browser.post(f"{link}undo", token, 404)
    for path in (link.replace(lists.START, "/admin/imports/").rstrip("/"),):
        scene.team.get(path, 404)
    assert lists.entries(app) == []


def test_queries_do_not_grow_with_the_rows(app: Flask, scene: Scene) -> None:
    few = lists.paste(scene.iwan, [lists.HEADS, GOOD])
    rows = [
        (f"{day}/11/2026", "", "", f"Kegiatan {n}", "1", "", "")
        for day in (23, 24)
        for n in range(20)
    ]
    many = lists.paste(scene.iwan, [lists.HEADS, *rows])
    assert few.queries == many.queries <= 12
    assert scene.iwan.get(lists.START).queries <= 12


def test_the_wrong_rows_come_back_as_a_file(app: Flask, scene: Scene) -> None:
    rows = [
        ("besok", "08.00", "09.00", "=HYPERLINK(1)", "", "", ""),
        ("24/11/2026", "9", "8", "+Apel", "", "", ""),
        GOOD,
    ]
    page = lists.paste(scene.iwan, [lists.HEADS, *rows])
    assert lists.count(page) == "1 baru, 0 sudah ada, 2 galat"
    answer = scene.iwan.client.get(next(h for h in page.links() if h.endswith(".xlsx")))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    sheet = load_workbook(io.BytesIO(answer.data)).worksheets[0]
    assert sheet.max_row == 3
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    again = lists.upload(scene.iwan, answer.data)
    assert "2 galat" in lists.count(again)
