"""The real pages with the keyboard, an impatient finger, a cut line and an ended session."""

import re
from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa
from flask import Flask
from playwright.sync_api import Browser, expect

from skpweb.extensions import db
from skpweb.models.journal import JournalEntry
from skpweb.models.people import UserSession
from skpweb.models.planning import Indicator
from tests import records
from tests.e2e.visitor import Visitor
from tests.office import SmallOffice

CONTROLS = """Array.from(document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary'
)).filter((one) => one.getClientRects().length && one.tabIndex >= 0)"""
STEP = """() => {
  const here = document.activeElement;
  const seen = (one) => one && parseFloat(getComputedStyle(one).outlineWidth) >= 2
    && getComputedStyle(one).outlineStyle !== 'none';
  here.dataset.reached = '1';
  return here === document.body || seen(here) || seen(here.nextElementSibling);
}"""
MISSED = f"""{CONTROLS}.filter((one) => !one.dataset.reached
  && !(one.type === 'radio' && document.querySelector(`[name="${{one.name}}"][data-reached]`)))
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def open_as(
    chromium: Browser, serve: Callable[[Flask], str], app: Flask, office: SmallOffice
) -> Iterator[Callable[[str], Visitor]]:
    """Sign somebody of the test office in; nothing may go wrong on the way."""
    address, visitors = serve(app), []

    def sign_in(nick: str) -> Visitor:
        visitors.append(Visitor(chromium, address).sign_in(SmallOffice.NIPS[nick]))
        return visitors[-1]

    yield sign_in
    for visitor in visitors:
        visitor.context.close()


@pytest.fixture
def draft(app: Flask, office: SmallOffice) -> str:
    """Path of the cards of Iwan's draft."""
    with app.app_context():
        return f"/planning/{records.draft_skp(office)}/results"


@pytest.fixture
def year(app: Flask, office: SmallOffice) -> int:
    """Iwan's approved SKP, with a rencana aksi; its id."""
    with app.app_context():
        skp_id = records.approved_skp(office)
        records.step(skp_id)
    return skp_id


def walk(visitor: Visitor, path: str) -> None:
    """Tab through a page: every control is reached, and is seen to be."""
    visitor.page.goto(path)
    visitor.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    visitor.page.evaluate("document.activeElement.blur()")
    unseen = []
    for _ in range(visitor.page.evaluate(CONTROLS + ".length") + 2):
        visitor.page.keyboard.press("Tab")
        if not visitor.page.evaluate(STEP):
            unseen.append(visitor.page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert unseen == []
    assert visitor.page.evaluate(MISSED) == []


def test_the_keyboard_reaches_everything_of_a_draft(
    open_as: Callable[[str], Visitor], draft: str
) -> None:
    clerk = open_as("iwan")
    for path in ("/", draft, draft.replace("results", "appendix"), draft.replace("results", "")):
        walk(clerk, path)
    assert clerk.wrong == []


def test_the_keyboard_reaches_everything_through_the_year(
    open_as: Callable[[str], Visitor], year: int
) -> None:
    clerk = open_as("iwan")
    for path in ("/", "/journal/", f"/journal/skp/{year}/steps/", "/results/"):
        walk(clerk, path)
    write_entry(clerk, "Verifikasi berkas")
    superior = open_as("kasi")
    for path in ("/review/", "/review/entries/", f"/review/feedback/{year}/"):
        walk(superior, path)
    assert clerk.wrong + superior.wrong == []


def write_entry(visitor: Visitor, text: str) -> None:
    """Type and press Enter on the button, without a mouse."""
    visitor.page.goto("/journal/")
    visitor.field("Apa yang Anda kerjakan?").fill(text)
    visitor.page.get_by_role("button", name="Simpan", exact=True).focus()
    visitor.page.keyboard.press("Enter")
    visitor.flash("Tersimpan.")


def test_after_a_swap_the_focus_is_somewhere_useful(
    open_as: Callable[[str], Visitor], year: int
) -> None:
    clerk = open_as("iwan")
    write_entry(clerk, "Verifikasi berkas")
    expect(clerk.page.locator("h1")).to_be_focused()
    clerk.field("Apa yang Anda kerjakan?").fill("")
    clerk.page.keyboard.press("Tab")
    clerk.page.get_by_role("button", name="Simpan", exact=True).press("Enter")
    expect(clerk.page.locator("#galat")).to_be_focused()


def test_a_double_click_makes_one_entry(
    open_as: Callable[[str], Visitor], app: Flask, year: int
) -> None:
    clerk = open_as("iwan")
    clerk.page.goto("/journal/")
    clerk.field("Apa yang Anda kerjakan?").fill("Verifikasi berkas")
    clerk.page.get_by_role("button", name="Simpan", exact=True).dblclick()
    clerk.flash("Tersimpan.")
    clerk.page.wait_for_load_state("networkidle")
    with app.app_context():
        assert db.session.scalar(sa.select(sa.func.count(JournalEntry.id))) == 1


def test_typing_is_kept_without_a_button(open_as: Callable[[str], Visitor], draft: str) -> None:
    clerk = open_as("iwan")
    clerk.page.goto(draft)
    field = clerk.page.get_by_label("Rencana hasil kerja").first
    version = clerk.page.locator("article.card [name=version]").first
    before = version.get_attribute("value") or ""
    field.fill("Terverifikasinya berkas")
    field.press_sequentially(" tepat waktu")
    expect(version).not_to_have_value(before)
    expect(clerk.page.locator("article.card").first).to_contain_text("Tersimpan")
    expect(field).to_be_focused()
    clerk.page.reload()
    expect(field).to_have_value("Terverifikasinya berkas tepat waktu")
    assert clerk.wrong == []


def test_enter_in_a_card_deletes_nothing(
    open_as: Callable[[str], Visitor], app: Flask, draft: str
) -> None:
    clerk = open_as("iwan")
    clerk.page.goto(draft)
    target = clerk.page.get_by_label("Target").first
    target.fill("2.500 berkas")
    with clerk.page.expect_navigation():
        target.press("Enter")
    expect(clerk.page.get_by_label("Target").first).to_have_value("2.500 berkas")
    with app.app_context():
        assert db.session.scalar(sa.select(sa.func.count(Indicator.id))) == 3


def test_a_cut_line_keeps_the_text_and_can_be_tried_again(
    open_as: Callable[[str], Visitor], year: int
) -> None:
    clerk = open_as("iwan")
    clerk.page.goto("/journal/")
    field = clerk.field("Apa yang Anda kerjakan?")
    field.fill("Jangan hilang")
    clerk.context.set_offline(True)
    clerk.page.get_by_role("button", name="Simpan", exact=True).click()
    expect(clerk.page.locator("#alert")).to_contain_text("Belum tersimpan.")
    expect(field).to_have_value("Jangan hilang")
    clerk.context.set_offline(False)
    clerk.page.get_by_role("button", name="Coba lagi").click()
    clerk.flash("Tersimpan. 1 kegiatan")


def test_a_cut_line_keeps_a_recommendation(
    open_as: Callable[[str], Visitor], app: Flask, year: int
) -> None:
    with app.app_context():
        path = f"/review/skp/{year}/{records.window(4)}/"
    superior = open_as("kasi")
    superior.page.goto(path)
    superior.field("Catatan dan rekomendasi").fill("Jangan hilang")
    superior.context.set_offline(True)
    superior.page.get_by_role("button", name="Periksa dan tetapkan").click()
    expect(superior.page.locator("#alert")).to_contain_text("Belum tersimpan.")
    superior.context.set_offline(False)
    superior.page.get_by_role("button", name="Coba lagi").click()
    expect(superior.page).to_have_url(re.compile("/check$"))
    superior.sees("Jangan hilang")


def test_an_ended_session_keeps_the_text(
    open_as: Callable[[str], Visitor], app: Flask, year: int
) -> None:
    clerk = open_as("iwan")
    clerk.page.goto("/journal/")
    field = clerk.field("Apa yang Anda kerjakan?")
    field.fill("Jangan hilang")
    with app.app_context():
        db.session.execute(sa.delete(UserSession))
        db.session.commit()
    clerk.page.get_by_role("button", name="Simpan", exact=True).click()
    expect(clerk.page.locator("#alert")).to_contain_text("Sesi berakhir.")
    expect(field).to_have_value("Jangan hilang")
    with clerk.context.expect_page() as opened:
        clerk.page.get_by_role("link", name="Masuk di tab baru").click()
    opened.value.fill("[name=nip]", SmallOffice.NIPS["iwan"])
    opened.value.fill("[name=password]", "padi kuning di lereng")
    opened.value.get_by_role("button", name="Masuk").click()
    expect(opened.value.locator("h1")).to_contain_text("Selamat datang")
    clerk.page.get_by_role("button", name="Coba lagi").click()
    expect(clerk.page.locator("#alert")).to_contain_text("Halaman terlalu lama terbuka.")
    clerk.page.get_by_role("button", name="Coba lagi").click()
    clerk.flash("Tersimpan. 1 kegiatan")


def test_a_second_tab_sees_both_texts_and_overwrites_nothing(
    open_as: Callable[[str], Visitor], draft: str
) -> None:
    first, second = open_as("iwan"), open_as("iwan")
    for tab in (first, second):
        tab.page.goto(draft)
    first.page.get_by_label("Rencana hasil kerja").first.fill("Teks pertama")
    first.press("Simpan", "article.card >> nth=0")
    second.page.get_by_label("Rencana hasil kerja").first.press_sequentially(" kedua")
    expect(second.page.locator("#beda")).to_be_focused()
    expect(second.page.locator("#beda")).to_contain_text("Teks pertama")
    expect(second.page.locator("#beda .mine")).to_contain_text("kedua")
    first.page.reload()
    expect(first.page.get_by_label("Rencana hasil kerja").first).to_have_value("Teks pertama")


def test_a_draft_that_is_too_long_never_says_it_was_kept(
    open_as: Callable[[str], Visitor], draft: str
) -> None:
    clerk = open_as("iwan")
    clerk.page.goto(draft)
    field = clerk.page.get_by_label("Rencana hasil kerja").first
    field.fill("x" * 6001)
    expect(clerk.page.locator("#galat")).to_contain_text("Paling panjang 6000 huruf")
    expect(field).to_have_value("x" * 6001)
