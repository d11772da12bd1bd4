"""Home of somebody for whom everything waits: nothing is lost, and it costs no more for many."""

from datetime import date, time

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.dialogue import Doer, Purpose
from skpweb.domain.guidance_forms import GuidanceKind
from skpweb.domain.progress import Verdict
from skpweb.domain.states import CounsellingState, GuidanceState
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.counselling import Counselling
from skpweb.models.dialogues import Agreement, Dialogue, Meeting, ProgressNote
from skpweb.models.feedback import FeedbackRequest
from skpweb.models.guidance import Guidance
from skpweb.models.people import Account
from tests import records
from tests.office import SmallOffice
from tests.web.rated import Rated

DAY = date(2026, 11, 24)
WORDS = (
    "Isi bagian Anda pada coaching",
    "Isi bagian Anda pada mentoring Iwan Permadanu",
    "Tindak lanjuti catatan rahasia",
    "Umpan balik untuk Iwan Permadanu",
    "Dialog kinerja Selasa, 24 November 2026",
    "Kesepakatan dialog: Kirim daftar",
    "Baca catatan kemajuan dari penilai",
    "Isi realisasi",
    "dokumen evaluasi belum Anda serahkan",
)


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Rated:
    """Kasi is Pegawai, penilai and of the team, with a paper to hand over."""
    made = Rated(app, office)
    made.dated(signed_on=DAY)
    with app.app_context():
        records.approved_skp(office, "kasi", by="camat")
        kasi = Account.employee_id == office.ids["kasi"]
        db.session.execute(sa.update(Account).where(kasi).values(is_team=True))
        db.session.commit()
    return made


def wait(case: Rated) -> None:
    """One more of everything that can wait for kasi."""
    me, boss = case.office.ids["kasi"], case.office.ids["camat"]
    with case.app.app_context():
        mine = db.session.scalar(sa.text("SELECT id FROM skp WHERE employee_id = :me"), {"me": me})
        meeting = Meeting(
            purpose=Purpose.MONITORING, held_on=DAY, starts_at=time(9), ends_at=time(10)
        )
        db.session.add(meeting)
        db.session.flush()
        dialogue = Dialogue(meeting_id=meeting.id, skp_id=mine, leader_id=boss)
        dialogue.agreements = [Agreement(text="Kirim daftar", side=Doer.OWNER, due_on=DAY)]
        db.session.add_all([
            dialogue,
            Guidance(skp_id=mine, guide_id=boss, kind_of=GuidanceKind.COACHING, begun_on=DAY),
            Guidance(skp_id=case.skp_id, guide_id=me, kind_of=GuidanceKind.MENTORING,
                     begun_on=DAY, state=GuidanceState.FILLED),
            Counselling(skp_id=case.skp_id, writer_id=boss, receiver_id=me, snapshot={},
                        state=CounsellingState.REPORTED, reported_at=utc_now(), reported_on=DAY),
            FeedbackRequest(skp_id=case.skp_id, asked_id=me, asked_on=DAY, question="Rapi?"),
            ProgressNote(skp_id=mine, verdict=Verdict.PROGRESS, text="Baik", author_id=boss,
                         recorded_on=DAY),
        ])  # fmt: skip
        db.session.commit()


def test_home_loses_nothing_and_costs_the_same_for_many(case: Rated) -> None:
    wait(case)
    one = case.kasi.get("/")
    assert [words for words in WORDS if words not in one.text] == []
    for _ in range(3):
        wait(case)
    many = case.kasi.get("/")
    assert many.text.count("Tindak lanjuti catatan rahasia") == 4
    assert many.queries == one.queries <= 12
    assert case.kasi.get("/review/").queries <= 12
    asked = f"/review/feedback/{case.skp_id}/?request=1&about=rhk:{case.rhk}"
    assert case.kasi.get(asked).queries <= 12


def test_people_of_one_sort_see_only_what_is_theirs(case: Rated) -> None:
    wait(case)
    with case.app.app_context():
        camat = Account.employee_id == case.office.ids["camat"]
        db.session.execute(sa.update(Account).where(camat).values(is_team=True))
        db.session.commit()
    first, other, again = (who.get("/").text for who in (case.kasi, case.camat, case.kasi))
    assert [words for words in WORDS[:4] if words not in first or words not in again] == []
    assert [words for words in (*WORDS[:4], *WORDS[6:]) if words in other] == []


def test_news_stands_apart_and_only_what_asks_for_something_is_counted(case: Rated) -> None:
    def cards() -> tuple[list[str], list[str]]:
        page = case.kasi.get("/")
        asked, news = (
            page.all(f"//section[@aria-labelledby='{name}']//a") for name in ("h-saya", "h-kabar")
        )
        counted = page.all("//h2[@id='h-saya']")[0].text_content()
        assert counted == f"Perlu tindakan Anda ({len(asked)})"
        return [one.text_content() for one in asked], [one.text_content() for one in news]

    before, none = cards()
    assert none == []
    wait(case)
    asked, news = cards()
    assert len(news) == 1 and "Baca catatan kemajuan dari penilai" in news[0]
    assert len(asked) == len(before) + 6 and not set(news) & set(asked)
