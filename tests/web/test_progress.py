"""Kemajuan kinerja over HTTP, and the note of a taken over RHK down to the paper (p.70)."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask, g

from skpweb.documents import evaluation_papers, forms
from skpweb.documents.form_codes import forms_for
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.base import utc_now
from skpweb.models.dialogues import ProgressNote
from skpweb.models.organisation import Office
from skpweb.models.review import Feedback
from tests.browser import Page
from tests.documents.reading import joined, whole_text
from tests.office import SmallOffice
from tests.web.scene import Scene

NOTE = "Saya ambil alih sampai akhir tahun."


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return Scene(app, office)


def see(scene: Scene, verdict: str, *follow_ups: str, status: int = 200, **typed: str) -> Page:
    """The penilai writes what he sees of the first RHK."""
    path = f"/dialogue/skp/{scene.skp_id}/progress"
    values: dict[str, object] = {"rhk": scene.rhk, "verdict": verdict, "text": "Terlihat di loket."}
    if follow_ups:
        values["follow_ups"] = list(follow_ups)
    page = scene.kasi.submit(scene.kasi.get(path).form(path), status, **(values | typed))
    if "take_over" in follow_ups and status == 200:  # asked once more
        page = scene.kasi.submit(page.form(path), button=("do", "take_over"))
    return page


def tried(scene: Scene) -> None:
    """Coaching was proposed some weeks ago."""
    see(scene, "no_progress", "guidance", guidance="coaching", plan="Pendampingan")
    with scene.app.app_context():
        db.session.execute(sa.update(ProgressNote).values(recorded_on=date(2026, 9, 1)))
        db.session.commit()


def test_progress_is_told_and_answered(scene: Scene) -> None:
    page = see(scene, "progress", "appreciation", "assignment", plan="Mengelola loket kedua")
    assert "Menunjukkan kemajuan" in page.text and "Belum" in page.text
    assert "Baca catatan kemajuan dari penilai" in scene.iwan.get("/").text
    page = scene.iwan.get("/dialogue/progress/1/")
    form = page.form("/dialogue/progress/1/read")
    assert "Paling panjang 2000" in scene.iwan.submit(form, 422, answer="n" * 2001).text
    page = scene.iwan.submit(form, answer="Terima kasih.")
    assert "Terima kasih." in page.text
    again = scene.iwan.submit(form, 422, kunci=None, answer="Dari halaman lama.")
    assert "Tanggapan Anda sudah tersimpan" in again.text and "Dari halaman lama." in again.text
    assert "Baca catatan kemajuan" not in scene.iwan.get("/").text
    page = scene.kasi.get(f"/dialogue/skp/{scene.skp_id}/")
    assert "Terima kasih." in page.text and "Umpan balik 24 November" in page.text
    with scene.app.app_context():
        said = db.session.scalars(sa.select(Feedback)).one()
        assert said.about == said.under == f"rhk:{scene.rhk}" and said.source.value == "leader"
        said.withdrawn_at = utc_now()
        db.session.commit()
    assert "Umpan balik 24 November" not in scene.kasi.get(f"/dialogue/skp/{scene.skp_id}/").text
    url = f"/planning/{scene.skp_id}/revise?progress=1"
    assert scene.iwan.get("/dialogue/progress/1/").all(f"//a[@href='{url}']")
    text = scene.iwan.get(url).all("//textarea[@name='reason']")[0].text_content().strip()
    assert text == "Penugasan baru: Mengelola loket kedua"
    other = f"/planning/{scene.skp_id}/revise?progress=99"
    assert scene.iwan.get(other).all("//textarea[@name='reason']")[0].text_content().strip() == ""


def test_what_does_not_fit_stays_on_the_page(scene: Scene) -> None:
    page = see(scene, "progress", "guidance", guidance="coaching", plan="X", status=422)
    assert "tidak sesuai" in page.text and "Terlihat di loket." in page.text
    assert "Tulis rencana" in see(scene, "no_progress", "resources", status=422).text
    assert "halaman 70 angka 14" in see(scene, "no_progress", "take_over", status=422).text
    scene.iwan.get(f"/dialogue/skp/{scene.skp_id}/progress", 404)
    assert notes(scene) == 0


def test_a_taken_over_rhk_goes_into_the_evaluation(scene: Scene) -> None:
    tried(scene)
    scene.result()
    scene.report()
    scene.say()
    before = scene.kasi.get(scene.path)
    page = see(scene, "no_progress", "take_over", text=NOTE)
    assert "RHK diambil alih" in page.text
    page = scene.kasi.get(scene.path)
    assert "RHK ini diambil alih pimpinan" in page.text and NOTE in page.text
    assert page.queries == before.queries <= 12
    assert joined(f"Pimpinan (catatan pengambilalihan): {NOTE}") in recorded(scene)
    scene.draft()
    scene.rate()
    html = printed(scene)
    assert f"Pimpinan (catatan pengambilalihan): {NOTE}" in html
    form = scene.kasi.get("/dialogue/progress/2/").form("/dialogue/progress/2/withdraw")
    scene.kasi.submit(form, 422)
    assert "dikembalikan" in scene.kasi.submit(form, reason="Sudah mampu").text
    assert f"Pimpinan (catatan pengambilalihan): {NOTE}" in printed(scene)  # frozen
    with scene.app.app_context():
        assert evaluations.dossier(scene.skp_id).takeovers == []


def test_taking_over_is_asked_once_more(scene: Scene) -> None:
    tried(scene)
    path = f"/dialogue/skp/{scene.skp_id}/progress"
    values = {"rhk": scene.rhk, "verdict": "no_progress", "text": NOTE, "follow_ups": ["take_over"]}
    asked = scene.kasi.submit(scene.kasi.get(path).form(path), **values)
    assert "Ambil alih RHK ini?" in asked.text and NOTE in asked.text
    assert notes(scene) == 1
    page = scene.kasi.submit(asked.form(path), button=("do", "change"))
    form = page.form(path)
    assert NOTE in form.data()["text"][0]
    assert form.data()["follow_ups"] == ["take_over"] and notes(scene) == 1
    answer = asked.form(path)
    for _ in range(2):  # a double click
        page = scene.kasi.submit(answer, button=("do", "take_over"))
        assert "RHK diambil alih" in page.text and notes(scene) == 2
    page = scene.kasi.submit(asked.form(path), 422, kunci=None, do="take_over")
    assert "sudah diambil alih" in page.text


def notes(scene: Scene) -> int:
    with scene.app.app_context():
        return db.session.scalar(sa.select(sa.func.count()).select_from(ProgressNote)) or 0


def test_a_note_withdrawn_before_the_rating_is_not_printed(scene: Scene) -> None:
    tried(scene)
    see(scene, "no_progress", "take_over", text=NOTE)
    form = scene.kasi.get("/dialogue/progress/2/").form("/dialogue/progress/2/withdraw")
    scene.kasi.submit(form, reason="Salah RHK")
    assert NOTE not in scene.kasi.get(scene.path).text
    assert see(scene, "no_progress", "take_over", text="Sekarang benar.").status == 200


def printed(scene: Scene) -> str:
    """The words of the form that the evaluation is printed on."""
    with scene.app.test_request_context():
        g.office = db.session.scalars(sa.select(Office)).one()
        found = evaluations.evaluation_of(evaluations.dossier(scene.skp_id), scene.window)
        content = evaluation_papers.result_content(found)
        (code,) = forms_for(content)
        assert code == "C.1.3"
        return " ".join(forms.markup(content, code).split())


def recorded(scene: Scene) -> str:
    """The words of the rekaman umpan balik, B.1.5."""
    path = f"/review/feedback/{scene.skp_id}/{scene.window}/rekaman-umpan-balik.pdf"
    return joined(whole_text(scene.kasi.client.get(path).data))
