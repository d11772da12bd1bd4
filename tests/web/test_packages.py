"""The package of a person over HTTP: what is in it, in which order, and who may have it."""

import io

import pytest
import sqlalchemy as sa
from flask import Flask
from pypdf import PdfReader

from skpweb import storage
from skpweb.extensions import db
from skpweb.models.documents import Document
from tests.browser import Browser, Page
from tests.documents import reading
from tests.office import SmallOffice
from tests.web.scene import Scene


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan's third quarter, rated; all papers are in the archive."""
    made = Scene(app, office)
    made.judged()
    return made


def package(scene: Scene, who: str = "iwan", scope: str = "", status: int = 200) -> Page:
    browser: Browser = getattr(scene, who)
    asked = f"?scope={scope}" if scope else ""
    return browser.get(f"/results/skp/{scene.skp_id}/berkas-kinerja.pdf{asked}", status)


def archived(scene: Scene) -> dict[str, bytes]:
    """The finished papers by form."""
    with scene.app.app_context():
        rows = db.session.execute(sa.select(Document.form_code, Document.sha256))
        return {code: storage.get(sha256) for code, sha256 in rows}


def test_the_papers_follow_the_cover_unchanged(scene: Scene) -> None:
    pdf = package(scene).response.data
    papers = archived(scene)
    texts = [reading.page_texts(papers[code]) for code in ("A.1.7", "A.1.8", "C.1.3", "D.1.1")]
    pages = reading.page_texts(pdf)
    assert pages[1:] == [page for paper in texts for page in paper]
    cover = [
        "KABUPATEN CONTOH RAYA", "KECAMATAN CONTOHSARI", "BERKAS KINERJA PEGAWAI",
        "TAHUN KINERJA 2026", "Iwan Permadanu", SmallOffice.NIPS["iwan"],
        "Pengolah Data dan Informasi", "Sasaran Kinerja Pegawai 2026", "A.1.7",
        "Lampiran SKP", "A.1.8", "Hasil evaluasi Triwulan III 2026", "C.1.3",
        "Dokumen evaluasi Triwulan III 2026", "D.1.1",
    ]  # fmt: skip
    assert reading.missing_in_order(pages[0], cover) == []


def test_the_list_and_the_bookmarks_name_the_right_pages(scene: Scene) -> None:
    reader = PdfReader(io.BytesIO(package(scene).response.data))
    marks = {item.title: reader.get_destination_page_number(item) for item in reader.outline}
    texts = [page.extract_text() for page in reader.pages]
    assert "DOKUMEN EVALUASI" in texts[marks["Dokumen evaluasi Triwulan III 2026"]]
    assert "LAMPIRAN" in texts[marks["Lampiran SKP"]]
    first = marks["Lampiran SKP"] + 1
    assert reading.missing_in_order(texts[0], ["Lampiran SKP", "A.1.8", str(first)]) == []


def test_only_the_annual_evaluation_if_so_asked(scene: Scene) -> None:
    text = reading.whole_text(package(scene, scope="annual").response.data)
    assert "Triwulan III" not in text and "hanya memuat evaluasi tahunan" in text
    assert "Triwulan III" in reading.whole_text(package(scene, scope="odd").response.data)


@pytest.mark.parametrize(
    ("who", "status"),
    [("iwan", 200), ("kasi", 200), ("camat", 200), ("team", 200), ("yuli", 404),
     ("stranger", 404), ("admin", 404)],
)  # fmt: skip
def test_who_may_have_it(scene: Scene, who: str, status: int) -> None:
    package(scene, who, status=status)


def test_what_is_missing_in_the_archive_is_drawn_once(scene: Scene) -> None:
    with scene.app.app_context():
        db.session.execute(sa.delete(Document))
        db.session.commit()
    first = reading.page_texts(package(scene).response.data)
    assert set(archived(scene)) == {"A.1.7", "A.1.8", "C.1.3", "D.1.1"}
    assert reading.page_texts(package(scene).response.data) == first


def test_the_archive_is_read_in_one_go(scene: Scene) -> None:
    """Nothing is written, and however many papers there are the questions are the same."""
    package(scene)
    every, few = package(scene).queries, package(scene, scope="annual").queries
    assert every == few <= 12
    with scene.app.app_context():
        before = db.session.scalar(sa.select(sa.func.count(Document.id)))
    package(scene)
    with scene.app.app_context():
        assert db.session.scalar(sa.select(sa.func.count(Document.id))) == before


def test_the_pages_lead_to_it(scene: Scene) -> None:
    target = f"//a[@href='/results/skp/{scene.skp_id}/berkas-kinerja.pdf']"
    for browser, path in (
        (scene.iwan, "/results/"),
        (scene.iwan, f"/planning/{scene.skp_id}/"),
        (scene.kasi, f"/planning/{scene.skp_id}/"),
        (scene.iwan, f"/results/skp/{scene.skp_id}/{scene.window}/"),
    ):
        assert browser.get(path).all(target), path
