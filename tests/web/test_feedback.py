"""Umpan balik over HTTP: sources, outsiders, journal rows, requests, correction, the duty."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.states import RequestState
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.feedback import Feedback, FeedbackRequest
from skpweb.models.journal import JournalEntry
from tests import records
from tests.browser import Form
from tests.office import SmallOffice
from tests.web.scene import Scene

MINE = "/review/feedback/mine/"


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan's approved SKP and everybody's browser."""
    return Scene(app, office)


def stored(scene: Scene) -> list[Feedback]:
    with scene.app.app_context():
        return list(db.session.scalars(sa.select(Feedback).order_by(Feedback.id)))


def ask(scene: Scene, who: str = "kasi", **typed: str) -> int:
    path = f"/review/feedback/ask/{scene.skp_id}/"
    form = scene.iwan.get(path).form(path)
    scene.iwan.submit(form, asked=str(scene.office.ids[who]), **typed)
    with scene.app.app_context():
        return db.session.scalar(sa.select(sa.func.max(FeedbackRequest.id))) or 0


def state(scene: Scene, number: int) -> RequestState:
    with scene.app.app_context():
        return db.session.get_one(FeedbackRequest, number).state


@pytest.mark.parametrize(
    ("who", "chosen"), [("kasi", "leader"), ("camat", "leader"), ("yuli", "peer")]
)
def test_the_likely_source_is_chosen(scene: Scene, who: str, chosen: str) -> None:
    page = getattr(scene, who).get(f"/review/feedback/{scene.skp_id}/")
    assert page.all("//select[@name='source']/option[@selected]/@value") == [chosen]


def test_a_subordinate_is_not_the_pimpinan(scene: Scene) -> None:
    with scene.app.app_context():
        boss = records.approved_skp(scene.office, "kasi", "camat")
        key = records.rows(boss)[0].key
    path = f"/review/feedback/{boss}/"
    page = scene.iwan.get(path)
    assert page.all("//select[@name='source']/option[@selected]/@value") == ["subordinate"]
    typed = {"about": f"rhk:{key}", "text": "Arahan jelas."}
    page = scene.iwan.submit(page.form(path), 422, source="leader", **typed)
    assert "bukan dari pimpinan" in page.text and "Arahan jelas." in page.source
    scene.iwan.submit(page.form(path), source="subordinate", **typed)
    assert [one.source.value for one in stored(scene)] == ["subordinate"]
    scene.yuli.submit(scene.yuli.get(path).form(path), 422, source="leader", **typed)
    assert len(stored(scene)) == 1


def test_the_leaders_of_assignments_may_be_anybody_else(scene: Scene) -> None:
    scene.say("yuli", source="leader")
    assert [one.source.value for one in stored(scene)] == ["leader"]


def test_kind_way_and_tags_are_kept_and_shown_to_the_owner(scene: Scene) -> None:
    scene.say(timing="scheduled", way="direct", tone="advice", tags=["data", "writing"])
    page = scene.iwan.get(MINE)
    for words in ("Berkala/terjadwal", "Langsung (tatap muka)", "Pengolahan data", "1 kali"):
        assert words in page.text


def test_who_has_no_account_is_named_and_recorded_by_a_superior(scene: Scene) -> None:
    guide = {"outsider": "Prof. Endang", "outsider_post": "Dosen pembimbing", "source": "other"}
    scene.say(**guide)
    assert "Prof. Endang, Dosen pembimbing" in scene.iwan.get(MINE).text
    assert "Dicatat oleh Dedi Pranasuta" in scene.iwan.get(MINE).text
    page = scene.yuli.get(f"/review/feedback/{scene.skp_id}/")
    assert not page.all("//input[@name='outsider']")
    scene.yuli.post(
        f"/review/feedback/{scene.skp_id}/",
        {"csrf_token": scene.yuli.token(), "about": "value:loyal", "source": "peer", "text": "x",
         "tone": "advice", "timing": "incidental", "way": "direct", "outsider": "Orang lain"},
    )  # fmt: skip
    assert [one.outsider for one in stored(scene)] == ["Prof. Endang", ""]


def test_a_journal_entry_is_read_by_its_readers_only(scene: Scene) -> None:
    with scene.app.app_context():
        entry = JournalEntry(skp_id=scene.skp_id, day=date(2026, 10, 5), activity="Menyortir")
        entry.rhk_key = scene.rhk
        db.session.add(entry)
        db.session.commit()
        about = f"entry:{entry.id}"
    path = f"/review/feedback/{scene.skp_id}/"
    assert "Menyortir" not in scene.yuli.get(f"{path}?about={about}").text
    page = scene.kasi.get(f"{path}?about={about}&next=/review/entries/")
    page = scene.kasi.submit(page.form(path), text="Rapi sekali.")
    assert page.all("//h1")[0].text_content() == "Jurnal menunggu"
    assert [(one.about, one.under) for one in stored(scene)] == [(about, f"rhk:{scene.rhk}")]
    assert "Rapi sekali." in scene.iwan.get("/journal/?day=2026-10-05").text
    assert "Rapi sekali." in scene.kasi.get(scene.path).text


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example/", "/\\evil"])
def test_only_paths_of_this_site_are_followed(scene: Scene, target: str) -> None:
    page = scene.kasi.get(f"/review/feedback/{scene.skp_id}/", query_string={"next": target})
    assert not page.all("//input[@name='next']")


def test_what_is_asked_is_answered_and_shown(scene: Scene) -> None:
    number = ask(scene, question="Apa yang kurang?", about=f"rhk:{scene.rhk}")
    assert "Diminta umpan balik" in scene.kasi.get("/").text
    assert "Meminta umpan balik: Apa yang kurang?" in scene.kasi.get("/review/").text
    page = scene.kasi.get(f"/review/feedback/requests/{number}/")
    link = next(one for one in page.links() if "request=" in one)
    page = scene.kasi.get(link)
    assert page.all("//select[@name='about']//option[@selected]/@value") == [f"rhk:{scene.rhk}"]
    scene.kasi.submit(page.form(f"/review/feedback/{scene.skp_id}/"), text="Sudah cukup.")
    assert state(scene, number) is RequestState.ANSWERED
    assert "Sudah dijawab" in scene.iwan.get(MINE).text
    assert "Diminta umpan balik" not in scene.kasi.get("/").text


def test_a_request_that_was_closed_meanwhile_keeps_what_was_typed(scene: Scene) -> None:
    number, path = ask(scene), f"/review/feedback/{scene.skp_id}/"
    form = scene.kasi.get(f"{path}?request={number}").form(path)
    scene.iwan.submit(scene.iwan.get(MINE).form(f"/review/feedback/requests/{number}/withdraw"))
    page = scene.kasi.submit(form, 409, about="value:loyal", text="Sudah cukup.")
    assert "sudah dijawab atau ditarik" in page.text and "Sudah cukup." in page.source
    assert stored(scene) == [] and state(scene, number) is RequestState.WITHDRAWN
    scene.kasi.submit(page.form(path))
    assert [one.text for one in stored(scene)] == ["Sudah cukup."]


def test_declining_needs_a_word(scene: Scene) -> None:
    number = ask(scene, "yuli")
    path = f"/review/feedback/requests/{number}/"
    form = scene.yuli.get(path).form(f"{path}decline")
    assert "Tulis alasannya" in scene.yuli.submit(form, 422, word=" ").text
    scene.yuli.submit(scene.yuli.get(path).form(f"{path}decline"), word="Belum bekerja bersama.")
    assert state(scene, number) is RequestState.DECLINED
    assert "Belum bekerja bersama." in scene.iwan.get(MINE).text
    home = scene.iwan.get("/")
    assert "Yuli Anggrawati tidak dapat memberi umpan balik" in home.text
    assert "tidak dapat memberi" not in scene.kasi.get("/").text
    scene.app.config["TODAY"] = date(2027, 2, 1)
    assert "tidak dapat memberi" not in scene.iwan.get("/").text


def test_home_tells_of_new_feedback_until_it_is_read(scene: Scene) -> None:
    scene.say()
    home = scene.iwan.get("/")
    assert "1 umpan balik baru untuk Anda" in home.text and MINE in home.links()
    news = home.all("//section[@aria-labelledby='h-kabar']")[0].text_content()
    asked = home.all("//section[@aria-labelledby='h-saya']")[0].text_content()
    assert "umpan balik baru" in news and "umpan balik baru" not in asked
    assert "umpan balik baru" not in scene.kasi.get("/").text
    page = scene.iwan.get(MINE)
    read = [f for f in page.all("//form") if "Saya sudah membaca" in f.text_content()]
    scene.iwan.submit(Form(read[0]))
    assert "umpan balik baru" not in scene.iwan.get("/").text


def test_withdrawing_and_asking_twice(scene: Scene) -> None:
    number = ask(scene)
    path = f"/review/feedback/ask/{scene.skp_id}/"
    form = scene.iwan.get(path).form(path)
    page = scene.iwan.submit(form, 422, asked=str(scene.office.ids["kasi"]))
    assert "sudah Anda mintai" in page.text
    scene.kasi.get(f"/review/feedback/requests/{number}/")
    scene.yuli.get(f"/review/feedback/requests/{number}/", 404)
    scene.iwan.submit(scene.iwan.get(MINE).form(f"/review/feedback/requests/{number}/withdraw"))
    assert state(scene, number) is RequestState.WITHDRAWN
    one, two = (scene.iwan.get(path).form(path) for _ in range(2))
    two.element.xpath(".//input[@name='kunci']")[0].set("value", one.data()["kunci"][0])
    for form in (one, two):  # a double click
        scene.iwan.submit(form, asked=str(scene.office.ids["kasi"]))
    with scene.app.app_context():
        assert db.session.scalar(sa.select(sa.func.count()).select_from(FeedbackRequest)) == 2


def test_a_correction_is_marked_and_the_old_words_stay_in_the_trail(scene: Scene) -> None:
    scene.say()
    path = "/review/feedback/said/1/"
    scene.yuli.get(path, 404)
    scene.iwan.submit(scene.iwan.get(MINE).form(f"{path}read"), reply="Terima kasih.")
    form, other = (scene.kasi.get(path).form(path) for _ in range(2))
    scene.kasi.submit(form, text="Berkas sangat rapi.", tags=["data"])
    assert "dikoreksi" in scene.iwan.get(MINE).text
    scene.kasi.submit(other, 409, text="Dari tab lain")
    with scene.app.app_context():
        query = sa.select(AuditEvent).where(AuditEvent.action == "feedback.correct")
        event = db.session.scalars(query).one()
        assert event.before["text"] == "Berkas rapi dan dapat ditelusuri."
        assert event.after["tags"] == ["data"]


def test_what_was_taken_back_counts_nowhere(scene: Scene) -> None:
    scene.result()
    scene.report()
    scene.say()
    path = "/review/feedback/said/1/"
    scene.kasi.submit(scene.kasi.get(path).form(f"{path}withdraw"))
    page = scene.iwan.get(MINE)
    assert "Ditarik kembali oleh pemberinya" in page.text and "ditelusuri" not in page.text
    scene.draft()
    assert "Belum ada umpan balik" in scene.rate(422).text


def test_what_was_rated_with_is_not_corrected(scene: Scene) -> None:
    scene.result()
    scene.report()
    scene.say()
    form = scene.kasi.get("/review/feedback/said/1/").form("/review/feedback/said/1/")
    scene.draft()
    scene.rate()
    assert "Batas itu sudah lewat" in scene.kasi.submit(form, 409, text="Lain").text
    assert stored(scene)[0].text == "Berkas rapi dan dapat ditelusuri."


def test_reading_a_changed_text_is_refused(scene: Scene) -> None:
    scene.say()
    path = "/review/feedback/said/1/"
    form = scene.iwan.get(MINE).form(f"{path}read")
    scene.kasi.submit(scene.kasi.get(path).form(path), text="Lain dari tadi.")
    page = scene.iwan.submit(form, 409, reply="Setuju.")
    assert "berubah sejak halaman dibuka" in page.text and "Setuju." in page.source


def test_the_team_counts_and_lists_what_to_develop(scene: Scene) -> None:
    scene.say(timing="scheduled", tags=["data"], tone="advice")
    page = scene.team.get("/admin/feedback/")
    assert "Pengolahan data" in page.text and "1 orang" in page.text
    assert "Iwan Permadanu" in page.text and "Berkas rapi" not in page.text
