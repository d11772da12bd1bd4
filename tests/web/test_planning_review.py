"""Deciding on an SKP, over HTTP: notes, approval, revision, papers, strangers."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import SkpState
from skpweb.extensions import db
from skpweb.models.people import Employee
from skpweb.models.planning import Rhk
from tests import records
from tests.browser import Browser
from tests.office import SmallOffice
from tests.web.desk import Desk


@pytest.fixture
def desk(app: Flask, office: SmallOffice) -> Desk:
    """Nobody has an SKP yet."""
    return Desk(app, office)


def test_taken_back_while_the_penilai_reads(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    form = desk.kasi.get("/planning/1/review").form("/planning/1/approve")
    desk.iwan.submit(desk.iwan.get("/planning/1/").form("/planning/1/withdraw"))
    page = desk.kasi.submit(form, 409)
    assert "ditarik kembali atau berubah" in page.text
    assert desk.states() == [(1, "draft")]
    desk.write(statement="Rumusan yang belum dibaca penilai")
    desk.submit()
    desk.kasi.submit(form, 409)
    assert desk.states() == [(1, "submitted")]


def test_returned_with_notes_and_only_the_change_is_shown_again(desk: Desk) -> None:
    desk.drafted()
    desk.add_rhk()
    page = desk.iwan.get("/planning/1/results")
    two = desk.indicator(2)
    desk.iwan.submit(
        page.form("/planning/rhk/2/"), statement="Tersedianya rekapitulasi layanan",
        **{f"statement__{two}": "Laporan", f"target__{two}": "12 laporan"},
    )  # fmt: skip
    desk.submit()
    assert "paling sedikit satu catatan" in desk.send_back(status=422).text
    with desk.app.app_context():
        row = f"rhk:{db.session.scalar(sa.select(Rhk.key).where(Rhk.id == 1))}"
    data = {"csrf_token": desk.kasi.token(), "row": row, "text": "Berapa menit per berkas?"}
    desk.kasi.post("/planning/1/notes", data)
    assert "Berapa menit" not in desk.iwan.get("/planning/1/").text
    desk.send_back()
    assert desk.states() == [(1, "returned")]
    page = desk.iwan.get("/planning/1/results")
    assert "Berapa menit per berkas?" in page.text and "Sudah diubah" not in page.text
    assert "Perbaiki SKP 2026" in desk.iwan.get("/").text
    desk.write(statement="Terverifikasinya berkas dalam 15 menit")
    assert "Sudah diubah" in desk.iwan.get("/planning/1/results").text
    desk.submit()
    page = desk.kasi.get("/planning/1/review")
    assert "1 baris berubah" in page.text and "Tersedianya rekapitulasi" not in page.text
    assert page.all("//del") and page.all("//ins")
    assert "Tersedianya rekapitulasi" in desk.kasi.get("/planning/1/review?all=1").text


def test_a_revision_supersedes_and_the_old_one_stays(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    desk.approve()
    desk.iwan.post("/planning/rhk/1/", {"csrf_token": desk.iwan.token(), "version": "2"}, 409)
    form = desk.iwan.get("/planning/1/revise").form("/planning/1/revise")
    desk.iwan.submit(form, 422, reason=" ")
    desk.iwan.submit(form, reason="Cuti melahirkan", kunci="lain")
    assert desk.states() == [(1, "approved"), (2, "draft")]
    with desk.app.app_context():
        rhk_id = db.session.scalar(sa.select(sa.func.max(Rhk.id)))
    one = desk.indicator(rhk_id)
    form = desk.iwan.get("/planning/1/results").form(f"/planning/rhk/{rhk_id}/")
    desk.iwan.submit(form, **{f"target__{one}": "1.500 berkas"})
    desk.submit()
    page = desk.kasi.get("/planning/1/review")
    assert "2.000 berkas" in page.text and "1.500 berkas" in page.text
    desk.approve()
    assert desk.states() == [(1, "superseded"), (2, "approved")]
    assert "2.000 berkas" in desk.iwan.get("/planning/1/versions/1/").text
    with desk.app.app_context():
        keys = set(db.session.scalars(sa.select(Rhk.key)))
    assert len(keys) == 1


def test_a_revision_can_be_dropped(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    desk.approve()
    form = desk.kasi.get("/planning/1/revise").form("/planning/1/revise")
    desk.kasi.submit(form, reason="Penugasan baru")
    page = desk.iwan.get("/planning/1/")
    desk.iwan.submit(page.form("/planning/1/drop-revision"))
    assert desk.states() == [(1, "approved")]


def test_the_superiors_rhk_is_linked_and_frozen(desk: Desk) -> None:
    with desk.app.app_context():
        records.approved_skp(desk.office, "kasi", "camat")
    desk.create()
    page = desk.iwan.get("/planning/2/results")
    desk.iwan.submit(page.form(None, 'Turunkan<span class="vh"> Terverifikasinya'))
    with desk.app.app_context():
        rhk = db.session.scalars(sa.select(Rhk).order_by(Rhk.id.desc())).first()
        rhk_id, key = rhk.id, rhk.intervened_key
    assert key is not None
    one = desk.indicator(rhk_id)
    form = desk.iwan.get("/planning/2/results").form(f"/planning/rhk/{rhk_id}/")
    desk.iwan.submit(form, statement="Terlayaninya loket", **{f"statement__{one}": "Antrean"})
    desk.iwan.submit(desk.iwan.get("/planning/2/").form("/planning/2/submit"))
    desk.kasi.submit(desk.kasi.get("/planning/2/review").form("/planning/2/approve"))
    with desk.app.app_context():
        text = db.session.scalar(sa.select(Rhk.intervened_text).where(Rhk.id == rhk_id))
    assert text == "Terverifikasinya berkas permohonan layanan secara benar"


def test_expectations_by_owner_and_by_penilai(desk: Desk) -> None:
    desk.drafted()
    path = "/planning/1/behaviours"
    desk.iwan.submit(desk.iwan.get(path).form(path), service="Menyapa pemohon")
    desk.submit()
    form = desk.kasi.get(path).form(path)
    desk.kasi.submit(form, collaborative="Membagi cara verifikasi")
    assert "Membagi cara verifikasi" in desk.iwan.get("/planning/1/").text
    data = {"csrf_token": desk.iwan.token(), "service": "Diam-diam", "version": "9"}
    desk.iwan.post(path, data, 409)
    desk.yuli.get(path, 404)


def test_lampiran_with_a_deliberate_nothing(desk: Desk) -> None:
    desk.drafted()
    path = "/planning/1/appendix"
    form = desk.iwan.get(path).form(path)
    desk.iwan.submit(form, resources=["Anggaran", "", "Komputer"], button=("do", "more"))
    form = desk.iwan.get(path).form(path)
    desk.iwan.submit(form, button=("do", "none-consequences"), consequences=[])
    page = desk.iwan.get("/planning/1/")
    assert "Komputer" in page.text and "Tidak ada" in page.text


def test_copy_from_a_colleague_in_the_same_post(desk: Desk) -> None:
    with desk.app.app_context():
        records.approved_skp(desk.office, "iwan")
        db.session.execute(sa.text("UPDATE posting SET position_name = 'Pengolah Data dan "
                                   "Informasi' WHERE employee_id = :id"),
                           {"id": desk.office.ids["yuli"]})  # fmt: skip
        db.session.commit()
    desk.create("yuli")
    path = "/planning/2/copy"
    page = desk.yuli.get(path)
    assert "Iwan Permadanu, 2026" in page.text
    desk.yuli.submit(page.form(path), 422)
    source = str(page.all("//input[@name='source']/@value")[0])
    page = desk.yuli.submit(page.form(path), source=source, kunci="lain")
    assert "2 RHK disalin" in page.text
    desk.yuli.get("/planning/1/", 404)


@pytest.mark.parametrize("who", ["yuli", "stranger", "admin"])
def test_others_find_nothing(desk: Desk, who: str) -> None:
    desk.drafted()
    browser: Browser = getattr(desk, who)
    for path in ("", "results", "behaviours", "appendix", "manual", "review", "revise", "copy"):
        browser.get(f"/planning/1/{path}", 404)
    data = {"csrf_token": browser.token(), "version": "1", "statement": "Punya saya"}
    for path in ("1/submit", "1/approve", "1/return", "rhk/1/", "rhk/1/delete", "1/notes"):
        browser.post(f"/planning/{path}", data, 404)
    browser.get("/planning/1/versions/1/skp.pdf", 404)


@pytest.mark.parametrize(("who", "status"), [("camat", 200), ("team", 200), ("kasi", 200)])
def test_superiors_and_team_read(desk: Desk, who: str, status: int) -> None:
    desk.drafted()
    browser: Browser = getattr(desk, who)
    browser.get("/planning/1/", status)
    browser.post("/planning/1/submit", {"csrf_token": browser.token()}, 404)


def test_nobody_approves_himself(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    desk.iwan.post("/planning/1/approve", {"csrf_token": desk.iwan.token(), "version": "2"}, 404)
    assert desk.states() == [(1, SkpState.SUBMITTED.value)]


def test_the_atasan_sets_it_after_the_deadline(desk: Desk) -> None:
    """The penilai has not acted by the end of January (p.65)."""
    desk.drafted()
    desk.submit()
    page = desk.camat.get("/planning/1/review")
    desk.camat.submit(page.form("/planning/1/approve"))
    assert desk.states() == [(1, "approved")]


def test_pdf_of_draft_and_of_the_final(desk: Desk) -> None:
    desk.drafted()
    path = "/planning/1/versions/1/skp.pdf"
    draft = desk.iwan.client.get(path)
    assert draft.mimetype == "application/pdf" and draft.data.startswith(b"%PDF")
    desk.submit()
    desk.approve()
    final = desk.iwan.client.get(path).data
    with desk.app.app_context():
        employee = db.session.get(Employee, desk.office.ids["iwan"])
        employee.name = "Nama Lain"
        db.session.commit()
    assert desk.iwan.client.get(path).data == final


def test_queries_do_not_grow_with_indicators(desk: Desk) -> None:
    desk.drafted()
    paths = ("/planning/1/", "/planning/1/results")
    few = [desk.iwan.get(path).queries for path in paths]
    for _ in range(12):
        desk.write(do="add")
    many = [desk.iwan.get(path).queries for path in paths]
    assert few == many and max(many) <= 12
