"""Beside the decision: what is typed stays, the picture follows, questions are kept, the order."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.journal import JournalEntry
from skpweb.models.matrix import RoleCell, RoleResult
from tests import records
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.scene import Scene


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """A fresh scene."""
    return Scene(app, office)


def press(scene: Scene, do: str, status: int = 200, **chosen: str) -> Page:
    """One of the buttons of the evaluation page, with some ratings chosen."""
    form = scene.kasi.get(scene.path).form(scene.path)
    return scene.kasi.submit(form, status, button=("do", do), **chosen)


def test_a_look_at_the_predicate_keeps_nothing_and_forgets_nothing(scene: Scene) -> None:
    rhk = f"rhk-{scene.rhk}"
    page = press(scene, "look", result="meets", behaviour="above", reason="Belum selesai",
                 **{rhk: "below"})  # fmt: skip
    assert page.all("//*[@id='putusan']//*[@class='cell-on']")
    assert "Hasil kerja sesuai ekspektasi, perilaku di atas ekspektasi → predikat Baik" in page.text
    form = page.form(scene.path).data()
    assert (form["result"], form["behaviour"]) == (["meets"], ["above"])
    assert "Belum selesai" in form["reason"][0]
    assert form[rhk] == ["below"]
    assert scene.evaluation() is None


def test_the_way_to_feedback_keeps_the_ratings_and_leads_back(scene: Scene) -> None:
    page = press(scene, f"feedback/rhk:{scene.rhk}", result="above")
    form = page.form(f"/review/feedback/{scene.skp_id}/?window={scene.window}")
    assert form.data()["about"] == [f"rhk:{scene.rhk}"]
    back = scene.kasi.submit(form, text="Berkas rapi.")
    assert back.form(scene.path).data()["result"] == ["above"]
    assert "Berkas rapi." in back.text


def test_an_early_rater_does_not_stand_in_the_way_of_the_report(scene: Scene) -> None:
    path = f"{scene.path}report"
    open_report = scene.iwan.get(path).form(path)
    open_rating = scene.kasi.get(scene.path).form(scene.path)
    press(scene, "draft", result="above")
    typed = {f"realisation__{scene.indicator}": "1.480 berkas"}
    scene.iwan.submit(open_report, button=("do", "send"), **typed)
    page = scene.kasi.submit(open_rating, 409, button=("do", "draft"), result="meets")
    assert "Di atas ekspektasi" in page.text and "Sesuai ekspektasi" in page.text
    assert scene.kasi.get(scene.path).form(scene.path).data()["result"] == ["above"]


def test_what_came_after_the_last_look_is_looked_at_first(scene: Scene) -> None:
    scene.result()
    scene.report()
    scene.say()
    check = scene.draft().form(f"{scene.path}rate")
    scene.say("yuli", text="Masih sering salah berkas.")
    page = scene.kasi.submit(check, 409)
    assert "umpan balik berubah sejak halaman ini dibuka" in page.text
    scene.kasi.submit(page.form(f"{scene.path}rate"))
    stored = scene.evaluation()
    assert stored is not None and len(stored.snapshot["feedback"]) == 2


def test_questions_do_not_block_and_are_kept_with_the_reason(scene: Scene) -> None:
    scene.result()
    scene.report()
    scene.say()
    press(scene, "draft", result="above", behaviour="meets", reason="Dinilai sampai kini",
          **{f"rhk-{scene.rhk}": "below"})  # fmt: skip
    page = scene.kasi.get(f"{scene.path}check")
    assert "hasil kerja utama yang Anda nilai di bawah ekspektasi" in page.text
    assert "hlm. 97" in page.text
    scene.rate()
    stored = scene.evaluation()
    assert stored is not None
    codes = [one["code"] for one in stored.snapshot["questions"]]
    assert "main_below" in codes and stored.snapshot["reason"] == "Dinilai sampai kini"
    with scene.app.app_context():
        event = db.session.execute(sa.select(AuditEvent).filter_by(action="evaluation.rate"))
        kept = event.scalar_one()
        assert kept.reason == "Dinilai sampai kini" and "main_below" in kept.after["questions"]
    assert "hasil kerja utama yang Anda nilai" in scene.kasi.get(scene.path).text


def test_the_order_says_whose_turn_it_is(scene: Scene) -> None:
    now = "//ol/li[@class='now']/b/text()"
    assert scene.kasi.get(scene.path).all(now) == ["Laporan pegawai"]
    scene.report()
    assert scene.kasi.get(scene.path).all(now) == ["Capaian kinerja organisasi"]
    scene.result()
    assert scene.kasi.get(scene.path).all(now) == ["Rating dan predikat"]


def test_the_journal_of_an_rhk_opens_below(scene: Scene) -> None:
    with scene.app.app_context():
        step = records.step(scene.skp_id)
        for day in ("2026-07-01", "2026-09-30", "2026-10-01"):
            db.session.add(JournalEntry(skp_id=scene.skp_id, step_id=step, activity=f"Hari {day}",
                                        day=date.fromisoformat(day)))  # fmt: skip
        db.session.commit()
    page = scene.kasi.get(scene.path)
    (link,) = page.all("//a[contains(., '2 catatan jurnal')]/@href")
    found = scene.kasi.get(str(link))
    assert "Hari 2026-07-01" in found.text and "Hari 2026-09-30" in found.text
    assert "Hari 2026-10-01" not in found.text
    scene.kasi.get(f"{scene.path}journal/9", 404)
    scene.yuli.get(str(link), 404)


def test_who_else_works_for_the_same_result(scene: Scene) -> None:
    path = f"{scene.path}contribution"
    assert "belum tercatat dalam matriks" in scene.kasi.get(path).text
    with scene.app.app_context():
        leader = records.approved_skp(scene.office, "kasi", "camat")
        roles = [("iwan", "a", "Berkas terverifikasi"), ("yuli", "a", "Antrean tertib"),
                 ("yuli", "b", "Bukan urusan Iwan")]  # fmt: skip
        for nick, key, role in roles:
            db.session.add(RoleCell(skp_id=leader, employee_id=scene.office.ids[nick],
                                    column_key=key, rhk_key=key, column_text=f"Layanan {key}",
                                    results=[RoleResult(order=0, text=role)]))  # fmt: skip
        db.session.commit()
    page = scene.kasi.get(path)
    assert "Berkas terverifikasi" in page.text and "Antrean tertib" in page.text
    assert "Bukan urusan Iwan" not in page.text
