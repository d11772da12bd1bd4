"""The journal desk with the keyboard alone, and where the focus goes with a mouse."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask
from playwright.sync_api import Browser, Locator, expect

from skpweb.extensions import db
from skpweb.models.people import Account
from tests.e2e.visitor import Visitor
from tests.office import SmallOffice
from tests.web.pile import MONDAY, PATH, Pile


class Typist(Visitor):
    """Presses keys and counts them."""

    pressed = 0

    def key(self, name: str) -> Locator:
        """One key; answers what has the focus when all is settled."""
        self.pressed += 1
        self.page.keyboard.press(name)
        self.page.wait_for_timeout(60)
        self.settled()
        self.page.wait_for_timeout(60)
        return self.page.locator(":focus")

    def says(self, text: str) -> None:
        """The polite live region repeats it."""
        expect(self.page.locator("#status")).to_contain_text(text)


@pytest.fixture
def pile(app: Flask, office: SmallOffice) -> Pile:
    """Ten doubtful entries and two plain weeks of ten."""
    pile = Pile(app, office)
    for number in range(10):
        pile.add(day=MONDAY + timedelta(days=number // 2), evidence_url="")
    pile.week("iwan", MONDAY - timedelta(weeks=1), each=2)
    pile.week("yuli", each=2)
    return pile


@pytest.fixture
def typist(chromium: Browser, serve: Callable[[Flask], str], pile: Pile) -> Iterator[Typist]:
    """The penilai with keys, on the desk; nothing may go wrong on the way."""
    with pile.app.app_context():
        owner = Account.employee_id == pile.office.ids["kasi"]
        db.session.execute(sa.update(Account).where(owner).values(uses_keys=True))
        db.session.commit()
    typist = Typist(chromium, serve(pile.app))
    typist.sign_in(SmallOffice.NIPS["kasi"])
    typist.page.goto(PATH)
    yield typist
    typist.context.close()
    assert typist.wrong == []


def test_thirty_rows_in_fourteen_keys(typist: Typist, pile: Pile) -> None:
    typist.key("j")
    focus = typist.key("j")
    expect(focus).to_have_attribute("id", "k1")
    assert focus.evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)") >= 2
    rows = [row.get_attribute("id") or "" for row in typist.page.locator("[data-row]").all()]
    for left, row in enumerate(rows[1:10], start=1):
        focus = typist.key("a")
        expect(focus).to_have_attribute("value", f"approve:{row[1:]}:1")
        typist.says(f"disetujui. Sisa {30 - left}.")
    for left in (20, 10, 0):
        typist.key("a")
        typist.says(f"Sisa {left}.")
    typist.sees("Semua sudah diputuskan.")
    expect(typist.page.get_by_role("heading", name="Wajar")).to_have_count(0)
    assert pile.states(range(1, 31)) == ["approved"] * 30
    assert typist.pressed == 14


def test_a_week_that_became_plain_stays_open(typist: Typist, pile: Pile) -> None:
    pile.add(day=MONDAY - timedelta(weeks=1), evidence_url="")
    typist.page.reload()
    typist.page.locator("#k31 button").focus()
    week = typist.page.locator("form", has=typist.page.locator("#k31"))
    order = [row.get_attribute("id") or "" for row in week.locator("[data-row]").all()]
    after = order[order.index("k31") + 1]
    expect(typist.key("Enter")).to_have_attribute("value", f"approve:{after[1:]}:1")


def test_a_row_goes_back_with_its_note_and_is_taken_back(typist: Typist, pile: Pile) -> None:
    typist.key("j")
    typist.key("j")
    focus = typist.key("r")
    expect(focus).to_have_attribute("name", "phrase-1")
    typist.key("Space")
    for _ in range(6):
        typist.key("Tab")
    for letter in "ajax":  # typing is typing
        typist.key(letter)
    expect(typist.page.locator("[name=reason-1]")).to_have_value("ajax")
    typist.key("Tab")
    typist.key("Enter")
    typist.says("dikembalikan. Sisa 29.")
    expect(typist.page.locator(":focus")).to_have_attribute("value", "approve:2:1")
    assert pile.entry(1).return_note == "Lengkapi bukti dukung. ajax"
    typist.key("u")
    typist.says("1 keputusan diurungkan")
    assert pile.states([1]) == ["submitted"]


def test_the_other_keys(typist: Typist) -> None:
    expect(typist.page.locator("#tombol")).not_to_be_visible()
    typist.key("?")
    expect(typist.page.locator("#tombol")).to_be_visible()
    expect(typist.key("j")).to_have_attribute(
        "id", typist.page.locator("summary[id]").first.get_attribute("id") or ""
    )
    typist.key("j")
    box = typist.page.locator("#k1 [name=entry]")
    expect(box).to_be_checked()
    rest = typist.page.locator("[data-rest]").first
    expect(rest).not_to_be_visible()
    typist.key("x")
    expect(box).not_to_be_checked()
    expect(rest).to_have_text("Setujui 1 kegiatan")
    typist.key("o")
    expect(typist.page.locator("#k1")).not_to_be_visible()
    typist.key("Enter")
    expect(typist.page.locator("#k1")).to_be_visible()
    expect(typist.key("k")).to_have_count(1)


def test_numbers_follow_and_the_mouse_keeps_its_place(typist: Typist, pile: Pile) -> None:
    plain = typist.page.locator("#wajar")
    expect(plain).to_contain_text("Setujui semua yang wajar (20)")
    week = typist.page.locator("form", has=typist.page.locator("#k21"))
    week.locator("summary[id]").click()
    week.get_by_label("Kecualikan").first.check()
    expect(plain).to_contain_text("Setujui semua yang wajar (19)")
    typist.press("Setujui semua yang wajar (19)")
    typist.flash("19 kegiatan disetujui. Sisa 11.")
    typist.press("Urungkan 19")
    typist.flash("19 keputusan diurungkan")


def test_without_the_switch_letters_do_nothing(typist: Typist, pile: Pile) -> None:
    with pile.app.app_context():
        db.session.execute(sa.update(Account).values(uses_keys=False))
        db.session.commit()
    typist.page.goto(PATH)
    typist.page.locator("#k1 button").focus()
    for key in "ajxru":
        typist.key(key)
    assert pile.states(range(1, 31)) == ["submitted"] * 30
    expect(typist.page.locator("#k1 button")).to_be_focused()
    typist.key("Enter")
    typist.says("Sisa 29.")


def test_without_script_every_button_works(
    chromium: Browser, serve: Callable[[Flask], str], pile: Pile
) -> None:
    visitor = Visitor(chromium, serve(pile.app), script=False, width=360)
    visitor.sign_in(SmallOffice.NIPS["kasi"])
    visitor.page.goto(PATH)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 360
    visitor.press("Setujui Verifikasi berkas nomor 1", "#k1")
    visitor.flash("Sisa 29.")
    visitor.page.locator("#k2").get_by_role("link", name="Kembalikan").click()
    visitor.page.get_by_label("Perjelas uraian kegiatan dan hasilnya.").check()
    visitor.press("Kembalikan Verifikasi berkas nomor 2")
    visitor.flash("dikembalikan. Sisa 28.")
    visitor.press("Setujui semua yang wajar")
    visitor.flash("20 kegiatan disetujui. Sisa 8.")
    visitor.press("Urungkan 20")
    visitor.flash("20 keputusan diurungkan")
    assert visitor.wrong == []
    visitor.context.close()
