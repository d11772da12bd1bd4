"""Coaching, mentoring and what follows them, over HTTP (p.78-85)."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.feedback import Competence
from skpweb.domain.guidance_forms import COUNT, FIXED
from skpweb.domain.progress import GuidanceWay, Verdict
from skpweb.domain.states import GuidanceState
from skpweb.extensions import db
from skpweb.models.dialogues import ProgressNote
from skpweb.models.feedback import Feedback, FeedbackTag
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.guided import GOALS, STEPS, Guided


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Guided:
    return Guided(app, office)


def test_a_coaching_from_the_first_word_to_both_signatures(case: Guided) -> None:
    assert "Pegawai mengisi bagiannya lebih dulu" in case.begin().text
    assert "Isi bagian Anda pada coaching" in case.iwan.get("/").text
    assert "Isi tabel tujuan lebih dulu" in case.write("iwan", "submit", {}, 422).text
    page = case.write("iwan", "more", GOALS)
    assert len(page.all("//textarea[@name='goals-indicator']")) == 2  # one is new
    case.write("iwan", "submit", {})
    assert "Isi bagian Anda pada coaching Iwan Permadanu" in case.kasi.get("/").text
    incomplete = STEPS | {"steps-adjust": ""}
    page = case.write("kasi", "offer", incomplete, 422)
    assert "Pilih YA atau TIDAK" in page.text and "Giliran" in page.source
    case.write("kasi", "offer", STEPS)
    assert "Konfirmasi coaching" in case.iwan.get("/").text
    page = case.take("iwan", "confirm")
    assert "Buat perubahan SKP" in page.text and "Giliran" in page.text
    found = case.record()
    assert found.state is GuidanceState.SIGNED and found.guide_signed_at and found.signed_on
    assert found.snapshot["guide"]["name"] == "Dedi Pranasuta"
    paper = whole_text(case.iwan.client.get(f"{case.here}format.pdf").data)
    assert "Format B.1.6" in paper and "Giliran" in paper and "DRAF" not in paper
    assert not case.iwan.get(case.here).all("//main//textarea")


def test_what_a_signature_still_needs_is_linked(case: Guided) -> None:
    case.begin()
    empty = dict.fromkeys(GOALS, "")
    page = case.write("iwan", "submit", empty | {"goals-indicator": "Berkas"}, 422)
    assert page.all("//div[@id='galat']//a/@href") == ["#facts-target-1"]
    assert page.all("//*[@id='facts-target-1']") and "Berkas" in page.source
    case.write("iwan", "submit", GOALS)
    page = case.write("kasi", "offer", STEPS | {"steps-adjust": ""}, 422)
    assert page.all("//div[@id='galat']//a/@href") == ["#steps-adjust-1"]
    assert not case.write("kasi", "save", {}).all("//div[@id='galat']")


def test_it_comes_back_with_a_reason(case: Guided) -> None:
    case.begin()
    case.write("iwan", "submit", GOALS)
    assert "Tulis alasannya" in case.take("kasi", "return", 422).text
    case.take("kasi", "return", reason="Tulis angka Agustus")
    assert "Tulis angka Agustus" in case.iwan.get(case.here).text
    case.write("iwan", "submit", {})
    case.write("kasi", "offer", STEPS)
    case.take("iwan", "reopen", reason="Gilirannya dengan siapa?")
    assert case.record().guide_signed_at is None
    case.take("kasi", "withdraw", reason="Cukup lewat dialog")
    assert case.record().state is GuidanceState.CANCELLED


def test_rows_are_added_emptied_and_removed_without_scripts(case: Guided) -> None:
    case.begin()
    two = GOALS | {name: [GOALS[name], f"{GOALS[name]} 2"] for name in GOALS if "goals" in name}
    case.write("iwan", "save", two)
    assert [row["target"] for row in case.record().body["goals"]] == ["150", "150 2"]
    case.write("iwan", "drop-goals-0", {})
    assert [row["target"] for row in case.record().body["goals"]] == ["150 2"]
    page = case.write("iwan", "save", {"chances-text": "x" * 2001}, 422)
    assert "Paling panjang 2000 huruf" in page.text and "x" * 2001 in page.source


def test_a_stale_page_shows_both_texts_and_a_second_click_does_nothing(case: Guided) -> None:
    case.begin()
    form = case.iwan.get(case.here).form(case.here)
    data = form.data() | GOALS | {"do": "save"}
    case.iwan.post(case.here, data)
    version = case.record().version_id
    case.iwan.post(case.here, data)  # the same click again
    assert case.record().version_id == version
    late = data | {"kunci": "lain", "goals-target": "175"}
    page = case.iwan.post(case.here, late, 409)
    assert "Versi terbaru" in page.text and "175" in page.source and "150" in page.source
    mine = page.form(case.here, "Timpa dengan isian saya")
    case.iwan.submit(mine)
    assert case.record().body["goals"][0]["target"] == "175"


def test_a_part_that_is_not_mine_is_refused_and_not_lost(case: Guided) -> None:
    case.begin()
    form = case.iwan.get(case.here).form(case.here)
    data = form.data() | GOALS | {"do": "submit"}
    case.iwan.post(case.here, data)
    page = case.iwan.post(case.here, data | {"kunci": "lain", "goals-target": "999"}, 409)
    assert "999" in page.text and case.record().body["goals"][0]["target"] == "150"


def test_a_named_colleague_sees_this_record_and_nothing_else(case: Guided) -> None:
    page = case.begin(guide="Iwan", status=422)
    assert (
        "tidak dapat membimbing dirinya sendiri" in page.text and "Antrean panjang" in page.source
    )
    case.begin(guide="Yuli")
    assert case.record().guide_id == case.office.ids["yuli"]
    assert "Anda ditunjuk membimbing Iwan Permadanu: coaching" in case.yuli.get("/").text
    assert "Anda ditunjuk" not in case.kasi.get("/").text
    case.yuli.get(case.here)
    case.yuli.get(case.person, 404)
    assert "Iwan Permadanu" in case.yuli.get("/guidance/").text
    for nick in ("stranger", "camat", "team", "admin"):
        getattr(case, nick).get(case.here, 404)
    assert "Antrean panjang" not in case.team.get(case.person).text
    case.sign("yuli")
    assert "Antrean panjang" in case.team.get(case.person).text
    case.camat.get(case.here)  # told upward once it is signed (p.85)
    case.team.get(case.here)
    case.stranger.get(case.here, 404)


def test_a_request_of_the_pegawai_goes_to_his_penilai(case: Guided) -> None:
    case.begin("iwan", guide="Yuli")
    assert case.record().guide_id == case.office.ids["kasi"]


def test_mentoring_is_written_by_both(case: Guided) -> None:
    case.begin(kind="mentoring", guide="Yuli")
    case.write("iwan", "submit", {"plan-text": "Belajar", "goals-skill": "Tabel pivot"})
    journal = {"journal-when": "Rabu", "journal-material": "Pivot", "journal-plan": "Rekap"}
    bare = case.write("yuli", "offer", {}, 422)
    assert bare.all("//div[@id='galat']//a/@href") == ["#journal-when-1"]
    case.write("iwan", "save", journal)
    case.write("yuli", "offer", {})
    case.take("iwan", "confirm")
    paper = whole_text(case.yuli.client.get(f"{case.here}format.pdf").data)
    assert "Format B.1.7" in paper and "Pivot" in paper and "Yuli Anggrawati" in paper
    assert "Belajar" not in paper  # the plan before it is not on the form


def test_the_feedback_on_it_is_read_by_the_atasan_only(case: Guided) -> None:
    case.begin()
    where = f"{case.here}feedback/"
    case.iwan.get(where, 404)  # not before it was held
    case.sign()
    case.camat.get(where, 404)
    form = case.iwan.get(where).form(where)
    answers = {f"answer-{at}": f"Ya {at}" for at in range(COUNT)}
    short = form.data() | answers | {"answer-8": "", "do": "sign"}
    page = case.iwan.post(where, short, 422)
    assert "kesembilan pernyataan" in page.text and "Ya 3" in page.source
    assert page.all("//div[@id='galat']//a/@href") == ["#answer-8"]
    assert "Umpan balik bimbingan" not in case.camat.get("/").text
    case.iwan.post(where, form.data() | answers | {"do": "sign"})
    for page in (case.camat.get("/"), case.camat.get("/guidance/")):
        assert where in page.links() and "Iwan Permadanu" in page.text  # it is handed to him
    assert all(where not in one.get("/").links() for one in (case.kasi, case.team, case.yuli))
    assert "Umpan balik bimbingan untuk Anda" not in case.kasi.get("/guidance/").text
    assert "Ya 8" in case.camat.get(where).text
    for nick in ("kasi", "team", "stranger", "admin", "yuli"):
        getattr(case, nick).get(where, 404)
        assert getattr(case, nick).client.get(f"{where}format.pdf").status_code == 404
    case.iwan.post(where, form.data() | answers | {"do": "save", "kunci": "lain"}, 409)


def test_the_evaluation_of_competence_is_written_by_whoever_guided(case: Guided) -> None:
    case.begin(guide="Yuli")
    case.sign("yuli")
    where = f"{case.here}competence/"
    for nick in ("iwan", "kasi", "camat", "team"):
        getattr(case, nick).get(where, 404)  # nothing signed yet
    form = case.yuli.get(where).form(where)
    values = {
        "value": ["3"] * len(FIXED) + ["", ""],
        "reason": ["Terlihat"] * len(FIXED) + ["", ""],
    }
    page = case.yuli.post(where, form.data() | values | {"value": ["9"] * 11, "do": "sign"}, 422)
    assert "Pilih nilai dan tulis alasan" in page.text
    bare = values | {"reason": ["Terlihat"] * 8 + ["", "", "Ada"], "do": "sign"}
    page = case.yuli.post(where, form.data() | bare, 422)
    assert page.all("//div[@id='galat']//a/@href") == ["#reason-8", "#name-9"]
    case.yuli.post(where, form.data() | values | {"advice": "Pelatihan lanjut", "do": "sign"})
    for nick in ("iwan", "kasi", "camat", "team"):
        assert "Pelatihan lanjut" in getattr(case, nick).get(where).text
    case.stranger.get(where, 404)
    paper = whole_text(case.kasi.client.get(f"{where}format.pdf").data)
    assert "Format B.1.9" in paper and "Pelatihan lanjut" in paper


def test_a_training_is_planned_done_and_counted(case: Guided) -> None:
    add = f"{case.person}development"
    form = case.iwan.get(case.person).form(add)
    page = case.iwan.submit(form, 422, title="", hours="banyak")
    assert "Tulis nama kegiatannya" in page.text and "banyak" in page.source
    page = case.iwan.submit(form, title="Pelatihan arsip", kind="classical", hours="24")
    here = page.form(containing="Sudah selesai")
    assert "Tulis tanggal selesai" in case.iwan.submit(here, 422, button=("do", "finish")).text
    case.iwan.submit(here, done_on="20/11/2026", button=("do", "finish"))
    assert "24 dari 20 JP setahun" in case.kasi.get(case.person).text
    page = case.iwan.submit(here, 409, kunci="lain", title="Lain")
    assert "selesai atau dibatalkan tidak dapat diubah" in page.text and "Lain" in page.source
    case.yuli.get(here.action, 404)


def test_many_records_cost_no_more_queries(case: Guided) -> None:
    case.begin()
    pages = ("/guidance/", case.person, "/")
    before = [case.kasi.get(path).queries for path in pages]
    for _ in range(3):
        case.begin()
    after = [case.kasi.get(path).queries for path in pages]
    assert before == after and max(after) <= 12, after
    assert case.iwan.get(case.here).queries <= 12


def test_a_proposal_becomes_a_draft_with_one_click(case: Guided) -> None:
    with case.app.app_context():
        note = ProgressNote(
            skp_id=case.skp_id, verdict=Verdict.NO_PROGRESS, text="Tidak ada kemajuan",
            plan="Coaching soal antrean", follow_ups=["guidance"], guidance=GuidanceWay.COACHING,
            author_id=case.office.ids["kasi"], recorded_on=date(2026, 11, 20),
        )  # fmt: skip
        db.session.add(note)
        db.session.commit()
        where = f"/dialogue/progress/{note.id}/"
    page = case.kasi.get(where)
    assert "Coaching soal antrean" in case.kasi.submit(page.form(case.person)).text
    case.say()
    with case.app.app_context():
        tagged = db.session.scalar(sa.select(Feedback.id))
        db.session.add(FeedbackTag(feedback_id=tagged, competence=Competence.SERVICE))
        db.session.commit()
    form = case.kasi.get(case.person).form(f"{case.person}development", "Pelayanan publik")
    assert "Pelatihan pelayanan publik" in case.kasi.submit(form).text
    with case.app.app_context():
        db.session.execute(sa.update(ProgressNote).values(guidance=GuidanceWay.FORMAL))
        db.session.commit()
    form = case.kasi.get(where).form(f"{case.person}development")
    assert "Coaching soal antrean" in case.kasi.submit(form).text
