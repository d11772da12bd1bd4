"""The way of a Dokumen Evaluasi, windows let pass, and the page of clocks (p.90, 114-117)."""

import io
from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask
from PIL import Image

from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow, Office
from tests.browser import Page
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.rated import Rated
from tests.web.scene import Scene


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Rated:
    """Signed on 24 November 2026."""
    return Rated(app, office)


def test_each_hands_it_on_himself(case: Rated) -> None:
    assert "belum diserahkan" in case.iwan.get(case.home).text.lower()
    page = case.iwan.get(case.way)
    assert not page.all("//form[contains(@action, 'handover')]")
    assert f"{case.home}document.pdf" in page.links()
    assert "Penyerahan dokumen tercatat" in case.hand("kasi", "deliver").text
    case.on(date(2026, 11, 25))
    page = case.hand("iwan", "receive")
    assert "paling lambat Selasa, 15 Desember 2026 (14 hari kerja lagi)" in page.text
    case.on(date(2026, 11, 26))
    case.hand("iwan", "give_back")
    found = case.evaluation()
    days = (found.delivered_on, found.received_on, found.returned_on)
    assert days == (date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26))
    case.hand("team", "report_up", on="26/11/2026")
    assert case.evaluation().reported_up_on == date(2026, 11, 26)
    assert case.trail()[-4:] == [
        "evaluation.deliver", "evaluation.receive", "evaluation.give_back", "evaluation.report_up",
    ]  # fmt: skip


def test_a_changed_result_is_reported_by_the_atasan(case: Rated) -> None:
    day = date(2026, 11, 24)
    case.dated(delivered_on=day, received_on=day)
    case.file()
    case.hear(on="24/11/2026")
    chosen = {"result": "meets", "behaviour": "meets", "recommendation": "Lanjutkan"}
    case.decide(verdict="change", **chosen)
    case.on(date(2026, 12, 28))
    assert case.way in case.camat.get("/review/?kind=report_up").links()
    assert case.way not in case.kasi.get("/review/?kind=report_up").links()
    case.hand("camat", "report_up")
    assert case.evaluation().reported_up_on == date(2026, 12, 28)


WRONG = [("25/11/2026", "belum tiba"), ("23/11/2026", "mendahului"), ("kemarin", "Tulis tanggal")]


@pytest.mark.parametrize(("typed", "said"), WRONG)
def test_a_date_that_cannot_be(case: Rated, typed: str, said: str) -> None:
    page = case.hand("team", "deliver", 422, on=typed)
    assert said in page.text and typed in page.source
    assert case.evaluation().delivered_on is None


def test_a_step_is_taken_once_and_in_its_order(case: Rated) -> None:
    old = case.kasi.get(case.way).form(f"{case.way}deliver")
    case.hand("team", "deliver", on="24/11/2026")
    page = case.kasi.submit(old, 422, kunci="another")
    assert "sudah tercatat" in page.text
    token = case.iwan.token()
    page = case.iwan.post(f"{case.way}give_back", {"csrf_token": token}, 422)
    assert "belum diterima" in page.text
    page = case.iwan.post(f"{case.way}report_up", {"csrf_token": token}, 422)
    assert "bukan bagian Anda" in page.text
    case.iwan.post(f"{case.way}nonsense", {"csrf_token": token}, 404)
    case.yuli.get(case.way, 404)


def closed(scene: Scene, day: date) -> None:
    with scene.app.app_context():
        one = sa.update(EvaluationWindow).where(EvaluationWindow.id == scene.window)
        db.session.execute(one.values(closes_on=day))
        db.session.commit()


def test_a_window_let_pass_is_the_seniors_and_final(app: Flask, office: SmallOffice) -> None:
    scene = Scene(app, office)
    scene.result()
    scene.report()
    scene.say()
    closed(scene, date(2026, 11, 23))
    page = scene.kasi.get(scene.path)
    assert "beralih kepada atasan pejabat penilai" in page.text
    assert not page.all("//input[@name='result']")
    scene.kasi.get(f"{scene.path}check", 404)
    assert "evaluasi siap dinilai" not in scene.kasi.get("/").text
    assert scene.path in scene.camat.get("/review/?kind=missed").links()
    assert "terlewat penilai, kini giliran Anda" in scene.camat.get("/").text
    page = scene.camat.get(scene.path)
    assert "Jumat, 11 Desember 2026 (13 hari kerja lagi)" in page.text
    form = page.form(scene.path)
    scene.camat.submit(form, button=("do", "check"), result="meets", behaviour="meets")
    scene.camat.submit(scene.camat.get(f"{scene.path}check").form(f"{scene.path}rate"))
    found = scene.evaluation()
    assert found.rated_by_senior and found.predicate.value == "good"
    home = f"/results/skp/{scene.skp_id}/{scene.window}/"
    text = whole_text(scene.iwan.client.get(f"{home}document.pdf").data)
    assert "Format D.1.2" in text and "6. Atasan Pejabat Penilai Kinerja" in text
    assert "3 Desember 2026 (7 hari kerja lagi)" in scene.camat.get(f"{home}handover/").text
    assert "halaman 90 angka 11" in scene.iwan.get(f"{home}objection/").text


def turns(page: Page) -> dict[str, str]:
    """What is waited for and by whom, of the table of clocks."""
    what, who = (page.all(f"//td[@data-l='{name}']/text()") for name in ("Yang ditunggu", "Oleh"))
    return dict(zip(what, who, strict=True))


def test_the_page_of_clocks(case: Rated) -> None:
    page = case.team.get("/admin/clocks/")
    text = page.text
    assert "Serahkan dokumen kepada pegawai" in text and "Senin, 14 Desember 2026" in text
    assert "Atasan penilai menilai" in text  # the first two quarters were let pass
    assert page.queries <= 12
    acts = turns(page)
    assert acts["Serahkan dokumen kepada pegawai"] == "Dedi Pranasuta"
    assert acts["Atasan penilai menilai"] == "Drs. Arif Setiawarman"
    assert "pyb" not in text  # PyB is read as it is written
    assert (
        "Laporkan kepada PyB"
        not in case.team.get("/admin/clocks/?kind=deliver").all("//table")[0].text_content()
    )
    case.received(date(2026, 11, 24))
    case.file()
    page = case.team.get(f"/admin/clocks/?unit={case.office.unit_id}&kind=decide")
    assert "Iwan Permadanu" in page.text and "Kamis, 3 Desember 2026" in page.text
    assert turns(page) == {"Atasan penilai memutuskan keberatan": "Drs. Arif Setiawarman"}
    for link in page.links():
        case.team.get(link)


def picture(kind: str = "PNG") -> io.BytesIO:
    """A small picture."""
    made = io.BytesIO()
    Image.new("RGB", (120, 120), "gold").save(made, kind)
    made.seek(0)
    return made


def test_the_emblem_is_the_offices_own_picture(case: Rated) -> None:
    path = "/admin/office/emblem/"
    form = case.team.get(path).form(path)
    case.team.post(path, form.data() | {"file": (io.BytesIO(b"GIF89a"), "garuda.png")}, 422)
    case.team.post(path, form.data() | {"file": (io.BytesIO(b""), "")}, 422)
    page = case.team.post(path, form.data() | {"file": (picture(), "garuda.png")})
    assert page.all("//img[contains(@src, '/admin/office/emblem/gambar')]")
    assert case.team.client.get(f"{path}gambar").mimetype == "image/png"
    case.dated(delivered_on=None)
    with case.app.app_context():
        db.session.execute(sa.text("DELETE FROM document"))
        db.session.commit()
    assert "LAMBANG GARUDA" not in whole_text(case.pdf("document"))
    case.team.submit(case.team.get(path).form(f"{path}remove"))
    with case.app.app_context():
        assert db.session.scalar(sa.select(Office.emblem_sha256)) == ""
