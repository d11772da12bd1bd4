"""What was agreed is shown as it was agreed; what changes since is shown as a change."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.parts import RowNote
from skpweb.models.people import Posting
from skpweb.models.planning import IndicatorManual, Rhk
from tests import records
from tests.office import SmallOffice
from tests.web.desk import Desk

BOSS = "Terverifikasinya berkas permohonan layanan secara benar"


@pytest.fixture
def desk(app: Flask, office: SmallOffice) -> Desk:
    """Nobody has an SKP yet."""
    return Desk(app, office)


def linked(desk: Desk) -> None:
    """Iwan's draft (SKP 2) under the first RHK of his superior's SKP (1)."""
    with desk.app.app_context():
        records.approved_skp(desk.office, "kasi", "camat")
        key = records.rows(1)[0].key
    desk.create()
    page = desk.iwan.get("/planning/2/results")
    desk.iwan.submit(page.form(None, 'Turunkan<span class="vh"> Terverifikasinya'))
    with desk.app.app_context():
        rhk = db.session.scalars(sa.select(Rhk).where(Rhk.intervened_key == key)).one()
        rhk_id = rhk.id
    form = desk.iwan.get("/planning/2/results").form(f"/planning/rhk/{rhk_id}/")
    one = desk.indicator(rhk_id)
    desk.iwan.submit(form, statement="Terlayaninya loket", **{f"statement__{one}": "Antrean"})


def revise_the_superior(desk: Desk, text: str) -> None:
    """The superior's first RHK in other words, agreed as a revision."""
    form = desk.kasi.get("/planning/1/revise").form("/planning/1/revise")
    desk.kasi.submit(form, reason="Arahan baru")
    with desk.app.app_context():
        wanted = sa.select(Rhk.id).where(Rhk.statement == BOSS).order_by(Rhk.id.desc())
        rhk_id = db.session.scalar(wanted.limit(1))
    form = desk.kasi.get("/planning/1/results").form(f"/planning/rhk/{rhk_id}/")
    desk.kasi.submit(form, statement=text)
    desk.kasi.submit(desk.kasi.get("/planning/1/").form("/planning/1/submit"))
    desk.camat.submit(desk.camat.get("/planning/1/review").form("/planning/1/approve"))


def test_a_draft_follows_the_superior_an_agreed_skp_does_not(desk: Desk) -> None:
    linked(desk)
    revise_the_superior(desk, "Terlayaninya pemohon tanpa antre")
    assert "tanpa antre" in desk.iwan.get("/planning/2/").text
    desk.iwan.submit(desk.iwan.get("/planning/2/").form("/planning/2/submit"))
    desk.kasi.submit(desk.kasi.get("/planning/2/review").form("/planning/2/approve"))
    with desk.app.app_context():
        db.session.execute(sa.update(Rhk).where(Rhk.statement.endswith("tanpa antre")).values(
            statement="Kata-kata yang belum disepakati"))  # fmt: skip
        db.session.commit()
    page = desk.iwan.get("/planning/2/")
    assert "tanpa antre" in page.text and "belum disepakati" not in page.text


def test_the_paper_of_a_superseded_version_stays_the_same_file(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    desk.approve()
    first, second = (f"/planning/1/versions/{number}/skp.pdf" for number in (1, 2))
    agreed = desk.iwan.client.get(first).data
    form = desk.iwan.get("/planning/1/revise").form("/planning/1/revise")
    desk.iwan.submit(form, reason="Target baru")
    with desk.app.app_context():
        rhk_id = db.session.scalar(sa.select(sa.func.max(Rhk.id)))
    desk.write(rhk_id=rhk_id, statement="Terlayaninya pemohon tepat waktu")
    desk.submit()
    desk.approve()
    assert agreed.startswith(b"%PDF")
    assert desk.iwan.client.get(first).data == agreed
    assert desk.iwan.client.get(second).data != agreed


def test_an_agreed_skp_shows_no_changes_any_more(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    desk.send_back("Tulis batas waktunya")
    desk.write(statement="Terverifikasinya berkas dalam 15 menit")
    desk.submit()
    assert desk.iwan.get("/planning/1/").all("//del")
    desk.approve()
    page = desk.iwan.get("/planning/1/")
    assert "15 menit" in page.text and not page.all("//del|//ins")


def test_a_note_counts_as_answered_when_its_card_changed(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    with desk.app.app_context():
        row = f"rhk:{db.session.scalar(sa.select(Rhk.key))}"
    data = {"csrf_token": desk.kasi.token(), "row": row, "text": "Targetnya terlalu kecil"}
    desk.kasi.post("/planning/1/notes", data)
    desk.kasi.post("/planning/1/notes", data | {"row": "rhk:entah"}, 409)
    desk.send_back()
    desk.write(**{f"target__{desk.indicator()}": "2.400 berkas"})
    assert "Sudah diubah" in desk.iwan.get("/planning/1/results").text


def test_a_long_note_is_told_and_kept(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    page = desk.send_back("n" * 2001, 422)
    assert "paling panjang 2.000 huruf" in page.text and "n" * 2001 in page.source
    with desk.app.app_context():
        assert db.session.scalar(sa.select(sa.func.count()).select_from(RowNote)) == 0
    assert desk.states() == [(1, "submitted")]


def test_without_a_penilai_a_submitted_skp_can_still_be_taken_back(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    with desk.app.app_context():
        db.session.execute(sa.update(Posting).where(
            Posting.employee_id == desk.office.ids["iwan"]).values(assessor_id=None))  # fmt: skip
        db.session.commit()
    page = desk.iwan.get("/planning/1/")
    assert "Menunggu pejabat penilai" in page.text
    desk.iwan.submit(page.form("/planning/1/withdraw"))
    assert desk.states() == [(1, "draft")]


def test_changes_beside_the_wording_are_shown(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    desk.send_back("Lengkapi")
    desk.write(assigner="Camat", kind="additional", intervened_text="RHK yang ditulis sendiri")
    desk.add_rhk()
    desk.write(rhk_id=2)
    path = "/planning/1/appendix"
    form = desk.iwan.get(path).form(path)
    desk.iwan.submit(form, resources=["Komputer"], button=("do", "more"))
    desk.submit()
    page = desk.kasi.get("/planning/1/review")
    for words in ("Semula utama", "Diubah", "Menjadi: Camat", "Menjadi: Komputer"):
        assert words in page.text


@pytest.fixture
def head(desk: Desk) -> Desk:
    """The section head leads an independent unit: he writes on the forms of heads."""
    with desk.app.app_context():
        db.session.execute(sa.update(Posting).where(
            Posting.employee_id == desk.office.ids["kasi"]).values(leads_unit=True))  # fmt: skip
        db.session.commit()
    return desk


def test_a_heads_manual_is_written_printed_and_its_change_seen(head: Desk) -> None:
    head.create("kasi")
    head.add_rhk("kasi")
    one = head.indicator()
    form = head.kasi.get("/planning/1/results").form("/planning/rhk/1/")
    fields = {f"statement__{one}": "Indeks kepuasan", f"target__{one}": "88"}
    head.kasi.submit(form, statement="Meningkatnya kepuasan", **fields)
    assert head.kasi.client.get("/planning/1/versions/1/manual.pdf").status_code == 404
    path = f"/planning/indicator/{one}/manual"
    late = head.kasi.get(path).form(path)
    head.kasi.submit(head.kasi.get("/planning/1/").form("/planning/1/submit"))
    page = head.kasi.submit(late, 409, formula="Terlambat")
    assert "Terlambat" in page.text and "belum tersimpan" in page.text
    page = head.camat.get("/planning/1/review")
    head.camat.submit(page.form("/planning/1/return"), text="Buat manualnya")
    form = head.kasi.get(path).form(path)
    head.kasi.submit(form, formula="Rata-rata unsur", control_level="outcome")
    assert "Isian lama" in head.kasi.submit(form, 409, formula="Isian lama").source
    with head.app.app_context():
        manual = db.session.scalars(sa.select(IndicatorManual)).one()
        assert (manual.formula, manual.control_level.value) == ("Rata-rata unsur", "outcome")
    pdf = head.kasi.client.get("/planning/1/versions/1/manual.pdf")
    assert pdf.data.startswith(b"%PDF")
    head.kasi.submit(head.kasi.get("/planning/1/").form("/planning/1/submit"))
    page = head.camat.get("/planning/1/review")
    assert "Manual diubah" in page.text and "Manual indikator" in page.text


def test_the_superiors_indicator_is_shown_where_he_is_a_head(head: Desk) -> None:
    with head.app.app_context():
        records.approved_skp(head.office, "kasi", "camat")
        rhk = records.rows(1)[0]
        key, indicator = rhk.key, rhk.indicators[0].statement
    head.create()
    data = {"csrf_token": head.iwan.token(), "kind": "main", "intervened_key": key}
    page = head.iwan.post("/planning/2/rhk", data)
    assert f"Indikator Kinerja Individu: {indicator}" in page.text
