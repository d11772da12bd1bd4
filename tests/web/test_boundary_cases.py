"""What lies exactly on a boundary, walked through the pages."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.parts import SpecialExpectation
from skpweb.models.people import Posting
from skpweb.models.planning import Rhk
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.desk import Desk
from tests.web.rated import Rated


@pytest.fixture
def desk(app: Flask, office: SmallOffice) -> Desk:
    """Nobody has an SKP yet."""
    return Desk(app, office)


def test_no_objection_where_the_atasan_is_the_penilai(app: Flask, office: SmallOffice) -> None:
    case = Rated(app, office)
    case.received(date(2026, 1, 12))
    case.on(date(2026, 1, 20))
    form = case.iwan.get(case.about).form(case.about)
    with app.app_context():
        of = Posting.employee_id == office.ids["iwan"]
        same = {"senior_assessor_id": office.ids["kasi"]}
        db.session.execute(sa.update(Posting).where(of).values(**same))
        db.session.commit()
    page = case.iwan.get(case.about)
    words = "orangnya sama dengan pejabat penilai, sehingga keberatan tidak tersedia"
    assert words in page.text and not page.all(f"//form[@action='{case.about}']")
    typed = {"parts": "predicate", "reason": "Rak arsip baru datang Agustus"}
    assert words in case.iwan.submit(form, 422, **typed).text
    assert case.objection() is None
    assert "Hak keberatan" not in case.iwan.get("/").text


def test_a_penilai_without_nip_is_printed_with_a_dash(desk: Desk) -> None:
    desk.create("camat")
    desk.add_rhk("camat")
    text = whole_text(bytes(desk.camat.client.get("/planning/1/versions/1/skp.pdf").data))
    assert "Bupati Contoh Raya" in text and "None" not in text
    assert "NIP 197205141994031901 2 NIP (*opsional) -" in " ".join(text.split())


def test_three_of_seven_special_expectations_are_enough(desk: Desk) -> None:
    desk.drafted()
    path = "/planning/1/behaviours"
    said = {"service": "Menyapa pemohon", "loyal": "Menjaga rahasia", "adaptive": "Belajar cepat"}
    desk.iwan.submit(desk.iwan.get(path).form(path), **said)
    desk.submit()
    desk.approve()
    assert desk.states() == [(1, "approved")]
    with desk.app.app_context():
        kept = db.session.scalars(sa.select(SpecialExpectation)).all()
        assert {one.value.value: one.text for one in kept if one.text} == said
    assert all(words in desk.iwan.get("/planning/1/").text for words in said.values())


def test_what_was_agreed_is_edited_only_as_a_second_version(desk: Desk) -> None:
    desk.drafted()
    card = desk.iwan.get("/planning/1/results").form("/planning/rhk/1/")
    desk.submit()
    desk.approve()
    page = desk.iwan.submit(card, 409, statement="Diam-diam diubah")
    assert "sudah ditetapkan, jadi isian Anda tidak dapat disimpan" in page.text
    assert "Diam-diam diubah" in page.text and page.all("//a[.='Ubah SKP']")
    desk.iwan.submit(desk.iwan.get("/planning/1/revise").form("/planning/1/revise"), reason="Cuti")
    assert desk.states() == [(1, "approved"), (2, "draft")]
    with desk.app.app_context():
        texts = set(db.session.scalars(sa.select(Rhk.statement)))
    assert texts == {"Terverifikasinya berkas permohonan layanan secara benar"}
    assert "Terverifikasinya berkas" in desk.iwan.get("/planning/1/versions/1/").text
