"""A file in the day's form: what was typed survives whatever is wrong with it."""

import io
from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.evidence import photos
from skpweb.extensions import db
from skpweb.models.organisation import Office
from tests import proofs
from tests.office import SmallOffice
from tests.web.evidence_scene import Proofs


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Proofs:
    """Iwan and Yuli with an entry each."""
    return Proofs(app, office)


def test_a_file_comes_with_the_days_form(scene: Proofs) -> None:
    page = scene.write(proofs.photo(), "foto.jpg", activity="Verifikasi lapangan")
    assert "foto.jpg" in page.text and scene.pairs() == 1
    again = scene.iwan.get("/journal/")
    assert again.all("//input[@name='file']/@hx-preserve") == []


def test_what_was_typed_survives_a_refused_file(scene: Proofs) -> None:
    page = scene.write(b"<html></html>", "foto.jpg", 422, activity="Verifikasi lapangan")
    assert "Ini bukan JPG" in page.text and scene.files() == [] and scene.stored() == 0
    assert "Verifikasi lapangan" in "".join(page.all("//textarea[@name='activity']/text()"))
    assert page.all("//input[@name='file']/@hx-preserve") == []  # another one is to be chosen
    assert page.all("//details[@open]//input[@name='file'] | //form/div//input[@name='file']")


def test_what_was_typed_survives_a_photo_that_has_to_wait(
    scene: Proofs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "PATIENCE", 0.01)
    with photos.ONE_AT_A_TIME:
        page = scene.write(proofs.photo(), "foto.jpg", 422, activity="Verifikasi lapangan")
    assert "Coba lagi sebentar" in page.text and scene.files() == []
    assert "Verifikasi lapangan" in "".join(page.all("//textarea[@name='activity']/text()"))


def test_a_good_file_stays_chosen_where_something_else_is_wrong(scene: Proofs) -> None:
    page = scene.write(proofs.photo(), "foto.jpg", 422, activity="  ")
    assert page.all("//input[@name='file']/@hx-preserve") == ["true"]
    assert scene.files() == [] and scene.stored() == 0


def test_a_file_is_evidence_enough(scene: Proofs) -> None:
    with scene.app.app_context():
        db.session.execute(sa.update(Office).values(requires_evidence=True))
        db.session.commit()
    scene.write(b"", "", 422, activity="Tanpa bukti")
    scene.write(proofs.PDF, "a.pdf", activity="Dengan bukti")
    path = f"/journal/{scene.newest()}/"
    page = scene.iwan.submit(scene.iwan.get(path).form(path), activity="Diubah")
    assert "Perubahan tersimpan" in page.text


def test_a_draft_leaves_the_file_out(scene: Proofs) -> None:
    form = scene.iwan.get("/journal/").form("/journal/")
    data = form.data(activity="Baru setengah") | {"file": (io.BytesIO(proofs.photo()), "a.jpg")}
    scene.iwan.post("/journal/draft", data)
    assert scene.files() == []
    assert "Baru setengah" in "".join(scene.iwan.get("/journal/").all("//textarea/text()"))


def test_the_last_proof_stays_where_the_office_asks_for_one(scene: Proofs) -> None:
    number = scene.entries["iwan"]
    scene.send("iwan", proofs.PDF, "a.pdf")
    with scene.app.app_context():
        db.session.execute(sa.update(Office).values(requires_evidence=True))
        db.session.commit()
    assert "Tambahkan bukti penggantinya dulu" in scene.remove("iwan", number).text
    assert scene.pairs() == 1
    scene.send("iwan", proofs.docx(), "b.docx")
    path = f"/journal/{number}/files/"
    page = scene.iwan.get(path)
    page = scene.iwan.submit(page.form(f"{path}remove", containing="a.pdf"))
    assert "dilepas" in page.text and scene.pairs() == 1
    linked = scene.entry("iwan", date(2026, 11, 24), url="https://bukti.example.invalid/1")
    scene.reuse("iwan", linked)
    assert "dilepas" in scene.remove("iwan", linked).text


def test_the_page_tells_how_much_of_the_quota_is_used(scene: Proofs) -> None:
    path = f"/journal/{scene.entries['iwan']}/files/"
    assert "Terpakai 0 MB dari 500 MB tahun ini." in scene.iwan.get(path).text
    scene.send("iwan", proofs.PDF, "a.pdf")
    page = scene.iwan.get(path)
    assert "Terpakai kurang dari 1 MB dari 500 MB" in page.text and page.queries <= 12
