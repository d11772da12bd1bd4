"""Nobody decides on his own words, and a stand-in does not undo the penilai."""

from datetime import date

import pytest
from flask import Flask

from skpweb.domain.terms import StandInKind
from skpweb.models.base import utc_now
from skpweb.models.people import StandIn
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.web.diary import Diary
from tests.web.pile import PATH, Pile

KASI = "Dedi Pranasuta, Kepala Seksi Pelayanan"
PLH = "Farhan Adiwijanarko, Plh. Kepala Seksi Pelayanan"


@pytest.fixture
def pile(app: Flask, office: SmallOffice) -> Pile:
    made = Pile(app, office)
    made.stand_in("stranger")
    return made


def decide(browser: Browser, entry_id: int, status: int = 200) -> Page:
    typed = {"csrf_token": browser.token(), "do": f"approve:{entry_id}:1"}
    return browser.post(PATH, typed, status)


def undo(browser: Browser, entry_id: int) -> Page:
    return browser.post(f"/review/entries/{entry_id}/undo", {"csrf_token": browser.token()})


def test_whoever_wrote_for_somebody_does_not_decide_on_it(app: Flask, office: SmallOffice) -> None:
    diary = Diary(app, office)
    diary.write_for("iwan", by="stranger")
    diary.iwan.submit(diary.iwan.get("/journal/").form(f"{diary.path()}confirm"))
    entry = diary.entries()[0]
    diary.add(plh(diary))
    page = diary.stranger.get(PATH)
    assert "Anda yang menulis kegiatan ini" in page.text
    assert not page.all(f"//button[@value='approve:{entry.id}:{entry.version_id}']")
    assert not page.all("//input[@name='shown']")
    diary.stranger.get(f"/review/entries/{entry.id}/return", 404)
    typed = {"csrf_token": diary.stranger.token(), "do": f"approve:{entry.id}:{entry.version_id}"}
    answer = diary.stranger.post(PATH, typed, 409)
    assert "jadi orang lain yang memutuskan" in answer.text
    assert diary.entries()[0].decided_at is None
    typed["csrf_token"] = diary.kasi.token()
    diary.kasi.post(PATH, typed)
    assert diary.entries()[0].decided_by == KASI


def plh(diary: Diary) -> StandIn:
    return StandIn(
        assessor_id=diary.office.ids["kasi"], delegate_id=diary.office.ids["stranger"],
        kind=StandInKind.PLH, title="Plh. Kepala Seksi Pelayanan", recorded_by="Nur",
        starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 30),
    )  # fmt: skip


def test_a_stand_in_does_not_undo_the_penilai(pile: Pile) -> None:
    number = pile.add()
    decide(pile.kasi, number)
    page = undo(pile.stranger, number)
    assert f"diputuskan {KASI}. Hanya ia sendiri" in page.text
    assert pile.states([number]) == ["approved"]
    undo(pile.kasi, number)
    assert pile.states([number]) == ["submitted"]


def test_his_own_he_does_and_the_penilai_does_as_well(pile: Pile) -> None:
    own, other = pile.add(), pile.add()
    for number in (own, other):
        decide(pile.stranger, number)
        assert pile.entry(number).decided_by == PLH
    undo(pile.stranger, own)
    undo(pile.kasi, other)
    assert pile.states([own, other]) == ["submitted", "submitted"]


def test_a_stand_in_does_not_undo_another_one(pile: Pile) -> None:
    pile.stand_in("yuli")
    number = pile.add("iwan")
    decide(pile.stranger, number)
    assert "Hanya ia sendiri" in undo(pile.yuli, number).text
    assert pile.states([number]) == ["approved"]


def test_many_that_are_gone_are_said_once(pile: Pile) -> None:
    ids = [pile.add(state="approved", decided_at=utc_now()) for _ in range(3)]
    typed = {"csrf_token": pile.kasi.token(), "do": "approve"}
    typed["entry"] = [f"{number}:1" for number in [*ids, *range(90_000, 90_400)]]
    answer = pile.kasi.post(PATH, typed, 409)
    assert "403 kegiatan sudah diputuskan atau dihapus" in answer.text
    assert answer.text.count("sudah diputuskan atau dihapus") == 1


def test_too_many_at_once_are_refused_in_words(pile: Pile) -> None:
    number = pile.add()
    typed = {"csrf_token": pile.kasi.token(), "do": "approve"}
    typed["entry"] = [f"{number}:1", *(f"{one}:1" for one in range(90_000, 90_500))]
    answer = pile.kasi.post(PATH, typed, 422)
    assert "Paling banyak 500 kegiatan sekaligus" in answer.text
    assert pile.states([number]) == ["submitted"]
