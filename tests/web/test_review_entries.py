"""Deciding on the journal desk: rights, bulk scopes, partial failure, taking back."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.web.pile import MONDAY, PATH, Pile


@pytest.fixture
def pile(app: Flask, office: SmallOffice) -> Pile:
    """Nothing waits yet."""
    return Pile(app, office)


def week(page: Page, number: int = 0) -> str:
    """The id of a week on a page."""
    return str(page.all("//input[@name='week']/@value")[number])


def events(app: Flask) -> list[AuditEvent]:
    """The decisions in the trail."""
    with app.app_context():
        query = sa.select(AuditEvent).where(AuditEvent.subject_kind == "journal_entry")
        return list(db.session.scalars(query.order_by(AuditEvent.number)))


def test_one_row_is_approved_and_named(app: Flask, pile: Pile) -> None:
    first, second = pile.week()[:2]
    page = pile.page()
    page = pile.press(page, week(page), f"approve:{first}:1")
    assert "“Verifikasi berkas nomor 1” disetujui. Sisa 4." in page.text
    assert pile.states([first, second]) == ["approved", "submitted"]
    assert pile.entry(first).decided_by == "Dedi Pranasuta, Kepala Seksi Pelayanan"
    [event] = events(app)
    assert (event.action, event.after) == ("entry.approve", {"state": "approved", "version": 1})


def test_all_but_the_exceptions(app: Flask, pile: Pile) -> None:
    ids = pile.week()
    page = pile.page()
    page = pile.press(page, week(page), "rest", entry=[f"{ids[1]}:1", f"{ids[3]}:1"])
    assert "3 kegiatan disetujui. Sisa 2." in page.text
    assert pile.states(ids) == ["approved", "submitted", "approved", "submitted", "approved"]
    assert len(events(app)) == 3  # each row is its own decision


def test_only_the_week_whose_button_was_pressed(pile: Pile) -> None:
    mine, other = pile.add("iwan"), pile.add("yuli")
    page = pile.page()
    pile.press(page, week(page), "rest")
    assert pile.states([mine, other]) == ["approved", "submitted"]


def test_all_plain_ones_with_their_number_in_the_button(pile: Pile) -> None:
    plain, doubtful = (
        [pile.add("iwan"), pile.add("yuli")],
        pile.add(evidence_url="", day=MONDAY - timedelta(7)),
    )
    page = pile.page()
    assert "Setujui semua yang wajar (2)" in page.text
    form = page.form(containing='id="wajar"')
    page = pile.kasi.submit(form, button=("do", "approve"))
    assert "2 kegiatan disetujui. Sisa 1." in page.text
    assert pile.states([*plain, doubtful]) == ["approved", "approved", "submitted"]


def test_what_a_row_button_decided_meanwhile_is_no_failure(pile: Pile) -> None:
    first, second = pile.add("iwan"), pile.add("yuli")
    page = pile.page()
    pile.press(page, week(page), f"approve:{first}:1")
    page = pile.kasi.submit(page.form(containing='id="wajar"'), button=("do", "approve"))
    assert "1 kegiatan disetujui. Sisa 0." in page.text
    assert pile.states([first, second]) == ["approved", "approved"]


def test_the_exceptions_go_back_with_phrases_and_a_note(pile: Pile) -> None:
    ids = pile.week()
    page = pile.page()
    ticks = [f"{ids[0]}:1", f"{ids[2]}:1"]
    page = pile.press(
        page, week(page), "return", entry=ticks, reason="Lampirkan foto.",
        phrase=["Lengkapi bukti dukung.", "Kalimat orang lain"],
    )  # fmt: skip
    assert "2 kegiatan dikembalikan. Sisa 3." in page.text
    assert pile.entry(ids[0]).return_note == "Lengkapi bukti dukung. Lampirkan foto."
    assert pile.states(ids[:3]) == ["returned", "submitted", "returned"]


def test_a_return_without_a_note_keeps_ticks_and_says_so(pile: Pile) -> None:
    ids = pile.week()
    page = pile.page()
    page = pile.press(page, week(page), "return", 422, entry=[f"{ids[1]}:1"])
    assert "Pilih atau tulis catatan" in page.text
    assert page.all("//input[@name='entry'][@checked]/@value") == [f"{ids[1]}:1"]
    assert pile.states(ids) == ["submitted"] * 5
    page = pile.press(page, week(page), "return", 422, entry=[f"{ids[1]}:1"], reason="x" * 1001)
    assert "paling panjang 1000 huruf" in page.text
    assert "x" * 1001 in page.all("//textarea[@name='reason']/text()")[0]


def test_one_row_goes_back_on_its_own_page(pile: Pile) -> None:
    entry_id = pile.add()
    path = f"{PATH}{entry_id}/return"
    assert f'href="{path}"' in pile.page().source
    form = pile.kasi.get(path).form(PATH)
    page = pile.kasi.submit(form, 422, button=("do", f"return:{entry_id}:1"))
    assert "Pilih atau tulis catatan" in page.text
    phrase = {f"phrase-{entry_id}": "Perjelas uraian kegiatan dan hasilnya."}
    data = form.data() | phrase | {"do": f"return:{entry_id}:1"}
    page = pile.kasi.post(PATH, data)
    assert "dikembalikan. Sisa 0." in page.text
    assert pile.entry(entry_id).return_note == "Perjelas uraian kegiatan dan hasilnya."


def test_the_good_ones_are_done_and_the_others_listed(app: Flask, pile: Pile) -> None:
    ids = pile.week()
    page = pile.page()
    with app.app_context():
        entry = db.session.get(JournalEntry, ids[1])
        entry.activity = "Diganti diam-diam"
        db.session.delete(db.session.get(JournalEntry, ids[4]))
        db.session.commit()
    page = pile.press(page, week(page), "rest", 409)
    assert "3 kegiatan disetujui." in page.text
    assert "“Diganti diam-diam” berubah sejak halaman ini dibuka." in page.text
    assert "sudah diputuskan atau dihapus" in page.text
    assert pile.states(ids[:4]) == ["approved", "submitted", "approved", "approved"]
    assert page.all("//input[@name='entry'][@checked]/@value") == [f"{ids[1]}:2"]
    page = pile.press(page, week(page), f"approve:{ids[1]}:2")
    assert pile.states([ids[1]]) == ["approved"]


def test_a_double_click_decides_once(app: Flask, pile: Pile) -> None:
    pile.week()
    page = pile.page()
    for _ in range(2):
        answer = pile.press(page, week(page), "rest")
        assert "Semua beres" in answer.text
    assert len(events(app)) == 5


@pytest.mark.parametrize("who", ["camat", "stranger", "iwan", "team"])
def test_nobody_else_decides(pile: Pile, who: str) -> None:
    entry_id = pile.add()
    browser: Browser = getattr(pile, who)
    assert "Semua beres" in pile.page(who).text
    browser.get(f"{PATH}{entry_id}/return", 404)
    data = {"csrf_token": browser.token(), "do": f"approve:{entry_id}:1", "reason": "Tidak"}
    browser.post(PATH, data, 409)
    browser.post(PATH, data | {"do": "return", "entry": f"{entry_id}:1"}, 409)
    assert pile.states([entry_id]) == ["submitted"]
    page = pile.page()
    pile.press(page, week(page), "rest")
    browser.post(f"{PATH}{entry_id}/undo", data, 404)
    browser.post(f"{PATH}undo", data | {"at": moment(pile, entry_id)})
    assert pile.states([entry_id]) == ["approved"]


def moment(pile: Pile, entry_id: int) -> str:
    """When it was decided, as the page writes it."""
    decided_at = pile.entry(entry_id).decided_at
    return decided_at.isoformat() if decided_at else ""


def test_who_stands_in_decides_and_is_stamped(app: Flask, pile: Pile) -> None:
    pile.stand_in("stranger")
    entry_id = pile.add()
    page = pile.page("stranger")
    assert "Plh. Kepala Seksi Pelayanan" in page.text
    form = page.form(containing='name="week"')
    pile.stranger.submit(form, button=("do", "rest"))
    title = "Farhan Adiwijanarko, Plh. Kepala Seksi Pelayanan"
    assert pile.entry(entry_id).decided_by == title
    assert events(app)[-1].capacity == "Plh. Kepala Seksi Pelayanan"
    page = pile.page("stranger")
    pile.stranger.submit(page.form(f"{PATH}{entry_id}/undo"))
    assert pile.states([entry_id]) == ["submitted"]


def test_a_stand_in_never_decides_on_himself(pile: Pile) -> None:
    pile.stand_in("iwan")
    own, other = pile.add("iwan"), pile.add("yuli")
    page = pile.page("iwan")
    assert page.all("//li[@data-row]/@id") == [f"k{other}"]
    data = {"csrf_token": pile.iwan.token(), "do": "approve", "entry": [f"{own}:1", f"{other}:1"]}
    pile.iwan.post(PATH, data, 409)
    assert pile.states([own, other]) == ["submitted", "approved"]


@pytest.mark.parametrize("do", ["rest", "return"])
def test_a_whole_batch_is_taken_back(app: Flask, pile: Pile, do: str) -> None:
    ids = pile.week()
    page = pile.page()
    ticks = [f"{entry_id}:1" for entry_id in ids] if do == "return" else []
    page = pile.press(page, week(page), do, entry=ticks, reason="Perjelas.")
    assert "Urungkan 5" in page.text
    page = pile.kasi.submit(page.form(containing='name="at"'))
    assert "5 keputusan diurungkan" in page.text
    assert pile.states(ids) == ["submitted"] * 5
    assert (pile.entry(ids[0]).return_note, pile.entry(ids[0]).decided_by) == ("", None)
    assert [event.action for event in events(app)][-5:] == ["entry.reopen"] * 5


def test_one_of_a_batch_is_taken_back(pile: Pile) -> None:
    ids = pile.week()
    page = pile.page()
    page = pile.press(page, week(page), "rest")
    assert page.all(f"//button[@formaction='{PATH}{ids[2]}/undo']")
    pile.kasi.post(f"{PATH}{ids[2]}/undo", {"csrf_token": pile.kasi.token()})
    assert pile.states(ids) == ["approved", "approved", "submitted", "approved", "approved"]


def test_after_ten_minutes_it_stays(app: Flask, pile: Pile) -> None:
    ids = pile.week()
    page = pile.page()
    page = pile.press(page, week(page), "rest")
    with app.app_context():
        late = utc_now() - timedelta(minutes=11)
        db.session.execute(sa.update(JournalEntry).values(decided_at=late))
        db.session.commit()
    answer = pile.kasi.submit(page.form(containing='name="at"'))
    assert "Tidak ada yang dapat diurungkan lagi." in answer.text
    answer = pile.kasi.post(f"{PATH}{ids[0]}/undo", {"csrf_token": pile.kasi.token()})
    assert "dalam sepuluh menit" in answer.text
    assert pile.states(ids) == ["approved"] * 5


def test_a_button_without_a_verb_decides_nothing(pile: Pile) -> None:
    ids = pile.week()
    page = pile.page()
    for do in ("", "approve:", "approve:x:1", "nonsense", f"nonsense:{ids[0]}:1"):
        pile.press(page, week(page), do, 422, entry=[f"{ids[0]}:1"])
    assert pile.states(ids) == ["submitted"] * 5
