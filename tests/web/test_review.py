"""Evaluation over HTTP: report, feedback, rating, refusals, snapshot."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.accounts import passwords
from skpweb.domain.ratings import Predicate
from skpweb.extensions import db
from skpweb.models.people import Account, Employee
from skpweb.models.review import Feedback, Realisation
from tests import records
from tests.browser import PASSWORD, Browser
from tests.office import SmallOffice
from tests.web.scene import Scene


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """A fresh scene."""
    return Scene(app, office)


def test_from_report_to_predicate(scene: Scene) -> None:
    scene.result()
    scene.report()
    scene.say()
    page = scene.draft()
    assert "Sangat Baik" in page.text and "sebagai Kepala Seksi Pelayanan" in page.text
    page = scene.rate()
    assert "Predikat Iwan Permadanu ditetapkan." in page.text
    stored = scene.evaluation()
    assert stored is not None and stored.predicate is Predicate.VERY_GOOD
    facts = stored.snapshot
    assert facts["rhks"][0]["indicators"][0]["realisation"] == "1.480 berkas"
    assert facts["feedback"][0]["name"] == "Dedi Pranasuta"
    assert facts["parties"]["owner"]["rank"] == "Pengatur Tingkat I, II/d"
    assert facts["parties"]["senior_assessor"]["name"] == "Drs. Arif Setiawarman"


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("result", "Capaian kinerja organisasi untuk masa evaluasi ini belum ditetapkan"),
        ("report", "Belum ada realisasi"),
        ("say", "Belum ada umpan balik"),
    ],
)
def test_nobody_is_rated_without(scene: Scene, missing: str, sentence: str) -> None:
    for step in ("result", "report", "say"):
        if step != missing:
            getattr(scene, step)()
    scene.draft()
    assert sentence in scene.rate(422).text
    stored = scene.evaluation()
    assert stored is not None and stored.predicate is None


def test_both_ratings_are_needed(scene: Scene) -> None:
    scene.result()
    scene.report()
    scene.say()
    scene.draft(behaviour="")
    assert "Pilih rating hasil kerja dan rating perilaku kerja" in scene.rate(422).text


def test_the_owner_never_sees_the_draft(scene: Scene) -> None:
    scene.report()
    scene.draft()
    scene.iwan.get(scene.path, 404)
    scene.iwan.get(f"/results/skp/{scene.skp_id}/{scene.window}/", 404)
    assert "Di atas ekspektasi" not in scene.iwan.get("/results/").text


@pytest.mark.parametrize("who", ["iwan", "yuli", "stranger", "camat", "team", "admin"])
def test_only_the_penilai_rates(scene: Scene, who: str) -> None:
    browser: Browser = getattr(scene, who)
    data = {"csrf_token": browser.token(), "version": "0", "result": "above"}
    browser.post(scene.path, data, 404)
    browser.post(f"{scene.path}rate", data, 404)
    assert scene.evaluation() is None


@pytest.mark.parametrize(
    ("who", "status"),
    [("kasi", 200), ("camat", 200), ("team", 200), ("yuli", 404), ("admin", 404)],
)
def test_who_reads_an_evaluation_in_the_making(scene: Scene, who: str, status: int) -> None:
    browser: Browser = getattr(scene, who)
    browser.get(scene.path, status)


def test_a_set_predicate_does_not_change(scene: Scene) -> None:
    scene.result()
    scene.report()
    scene.say()
    form = scene.kasi.get(scene.path).form(scene.path)
    scene.draft()
    scene.rate()
    scene.kasi.submit(form, 409, result="below")
    stored = scene.evaluation()
    assert stored is not None and stored.result_rating == "above"
    scene.iwan.post(
        f"{scene.path}report",
        {"csrf_token": scene.iwan.token(), "version": str(stored.version_id)},
        409,
    )


def test_a_promotion_later_leaves_the_papers_alone(scene: Scene) -> None:
    scene.result()
    scene.report()
    scene.say()
    scene.draft()
    scene.rate()
    with scene.app.app_context():
        employee = db.session.get(Employee, scene.office.ids["iwan"])
        employee.rank, employee.name = "III/a", "Iwan Yang Lain"
        db.session.commit()
    page = scene.iwan.get(f"/results/skp/{scene.skp_id}/{scene.window}/")
    assert "Iwan Permadanu · Pengolah Data dan Informasi" in page.text


def test_two_tabs_of_the_report(scene: Scene) -> None:
    path = f"{scene.path}report"
    first, second = (scene.iwan.get(path).form(path) for _ in range(2))
    name = f"realisation__{scene.indicator}"
    scene.iwan.submit(first, button=("do", "draft"), **{name: "100 berkas"})
    page = scene.iwan.submit(second, 409, button=("do", "draft"), **{name: "200 berkas"})
    assert "100 berkas" in page.text and "200 berkas" in page.text
    scene.iwan.submit(page.form(path, "Timpa dengan isian saya"))
    with scene.app.app_context():
        assert db.session.scalars(sa.select(Realisation.text)).all() == ["200 berkas"]


def test_two_raters_tabs(scene: Scene) -> None:
    first, second = (scene.kasi.get(scene.path).form(scene.path) for _ in range(2))
    scene.kasi.submit(first, recommendation="Catatan pertama", button=("do", "draft"))
    page = scene.kasi.submit(second, 409, recommendation="Catatan kedua")
    assert "Catatan pertama" in page.text and "Catatan kedua" in page.text


def test_a_bad_link_keeps_the_text(scene: Scene) -> None:
    path = f"{scene.path}report"
    typed = {f"realisation__{scene.indicator}": "9", f"evidence__{scene.indicator}": "drive"}
    page = scene.iwan.submit(scene.iwan.get(path).form(path), 422, **typed)
    assert "harus diawali https://" in page.text
    assert "drive" in page.all("//input[@class='in']/@value")


def test_an_empty_report_is_not_sent(scene: Scene) -> None:
    path = f"{scene.path}report"
    page = scene.iwan.submit(scene.iwan.get(path).form(path), 422, button=("do", "send"))
    assert "Belum ada realisasi" in page.text


def test_a_returned_report_can_be_mended(scene: Scene) -> None:
    scene.report()
    back = f"{scene.path}return"
    scene.kasi.submit(scene.kasi.get(scene.path).form(back), 422)
    scene.kasi.submit(scene.kasi.get(scene.path).form(back), reason="Lengkapi bukti")
    path = f"{scene.path}report"
    assert scene.iwan.get("/").all(f"//main//a[@href='{path}']")
    assert "Catatan penilai: Lengkapi bukti" in scene.iwan.get(path).text
    scene.report("1.490 berkas")
    assert "Lengkapi bukti" not in scene.iwan.get(path).text
    with scene.app.app_context():
        assert db.session.scalars(sa.select(Realisation.text)).all() == ["1.490 berkas"]


def test_nobody_reports_before_the_window_opens(scene: Scene) -> None:
    with scene.app.app_context():
        fourth = records.window(4)
        db.session.execute(sa.text("UPDATE evaluation_window SET opens_on = '2026-12-21', "
                                   "closes_on = '2027-01-20' WHERE number = 4"))  # fmt: skip
        db.session.commit()
    path = f"/review/skp/{scene.skp_id}/{fourth}/report"
    typed = {f"realisation__{scene.indicator}": "9"}
    page = scene.iwan.submit(scene.iwan.get(path).form(path), 422, button=("do", "send"), **typed)
    assert "Masa evaluasi ini belum dibuka" in page.text


def test_feedback_has_a_source_and_only_its_readers(scene: Scene) -> None:
    scene.say("yuli", about="value:collaborative", text="Melatih saya dua kali.")
    scene.say()
    with scene.app.app_context():
        sources = db.session.execute(sa.select(Feedback.source, Feedback.given_on)).all()
    assert [row.source for row in sources] == ["peer", "leader"]
    assert sources[0].given_on == date(2026, 11, 24)
    path = f"/review/feedback/{scene.skp_id}/"
    assert "Melatih saya dua kali" not in scene.stranger.get(path).text
    assert "Melatih saya dua kali" in scene.kasi.get(path).text
    scene.iwan.get(path, 404)


def test_feedback_needs_a_text(scene: Scene) -> None:
    assert "Tulis umpan balik Anda" in scene.say(status=422, text=" ").text


def test_the_head_follows_his_organisation(app: Flask, office: SmallOffice) -> None:
    """Organisation Baik: a head rated above must say why."""
    with app.app_context():
        superior = db.session.get(Employee, office.ids["bupati"])
        db.session.add(Account(employee_id=superior.id, username="bupati",
                               password_hash=passwords.hashed(PASSWORD)))  # fmt: skip
        records.organisation_result(office, 3)
        skp_id = records.approved_skp(office, "camat", "bupati")
        window, key = records.window(3), records.rows(skp_id)[0].indicators[0].key
    path = f"/review/skp/{skp_id}/{window}/"
    head, bupati = Browser(app), Browser(app)
    head.sign_in(SmallOffice.NIPS["camat"])
    bupati.sign_in("bupati")
    form = head.get(f"{path}report").form(f"{path}report")
    head.submit(form, button=("do", "send"), **{f"realisation__{key}": "87,12"})
    form = bupati.get(f"/review/feedback/{skp_id}/").form(f"/review/feedback/{skp_id}/")
    bupati.submit(form, about="value:loyal", text="Terus jaga pelayanan.")
    form = bupati.get(path).form(path)
    assert form.data()["result"] == ["meets"]  # offered as the organisation's result gives it
    bupati.submit(form, result="above", behaviour="meets", button=("do", "check"))
    check = f"{path}check"
    page = bupati.submit(bupati.get(check).form(f"{path}rate"), 422)
    assert "mengikuti capaian kinerja organisasinya" in page.text
    form = bupati.get(path).form(path)
    bupati.submit(form, reason="Diskresi atas kondisi bencana", button=("do", "check"))
    bupati.submit(bupati.get(check).form(f"{path}rate"))


def test_queries_of_an_evaluation(scene: Scene) -> None:
    few = scene.kasi.get(scene.path).queries
    for number in range(12):
        scene.say(text=f"Umpan balik {number}")
    many = scene.kasi.get(scene.path).queries
    assert few == many <= 12
