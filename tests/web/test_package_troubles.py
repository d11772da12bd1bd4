"""What a unit's ZIP does where somebody's papers cannot be put together."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import storage
from skpweb.extensions import db
from skpweb.models.documents import Document
from skpweb.models.organisation import Unit
from skpweb.office import package_zip
from tests.office import SmallOffice
from tests.web.scene import Scene
from tests.web.test_package_jobs import download, folder, job, order, work
from tests.web.unit_scene import rated_unit, unit


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """A unit with one rated person and one who is not."""
    return rated_unit(app, office)


def test_one_damaged_paper_does_not_keep_the_others_back(
    scene: Scene, unstarted: list[int]
) -> None:
    order(scene)
    with scene.app.app_context():
        query = sa.select(Document.sha256).where(Document.form_code == "D.1.1")
        storage.remove(db.session.scalars(query).one())
    work(scene)
    page = scene.team.get("/results/packages/1/")
    assert "Berkas Iwan Permadanu tidak dapat dibuat" in page.text
    assert "Berkas pegawai lainnya siap" in page.text
    made = download(scene, page)
    assert made.namelist() == ["Kecamatan Contohsari/Yuli Anggrawati.pdf", "daftar-isi.txt"]
    first = made.read("daftar-isi.txt").decode().splitlines()[0]
    assert first == f"Kecamatan Contohsari/Iwan Permadanu.pdf: TIDAK ADA. {package_zip.DAMAGED}"


def test_no_file_where_nobodys_package_can_be_made(
    scene: Scene, unstarted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("disk full")

    order(scene)
    monkeypatch.setattr(package_zip, "join", full)
    work(scene)
    assert job(scene).problem == package_zip.UNEXPECTED and job(scene).file_name == ""
    assert list(folder(scene).glob("*")) == []


def test_an_unknown_year_is_refused(scene: Scene, unstarted: list[int]) -> None:
    form = scene.team.get(unit(scene)).form(f"{unit(scene)}packages")
    assert "Pilih tahun lain" in scene.team.submit(form, 409, year="1999").text
    assert unstarted == []


def test_a_unit_without_people_has_no_file(scene: Scene, unstarted: list[int]) -> None:
    with scene.app.app_context():
        empty = Unit(name="Seksi Kosong", parent_id=scene.office.unit_id)
        db.session.add(empty)
        db.session.commit()
        path = f"/results/units/{empty.id}/"
    scene.team.submit(scene.team.get(path).form(f"{path}packages"))
    work(scene)
    assert package_zip.NOBODY in scene.team.get("/results/packages/1/").text
