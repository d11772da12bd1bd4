"""What is typed into the journal survives a lost connection, a lost session and a reload."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from tests import records
from tests.e2e.visitor import Visitor
from tests.office import SmallOffice

TEXT = "Rapat koordinasi desa, tanpa sinyal"
KEPT = "Object.keys(sessionStorage).filter((key) => key.startsWith('jurnal:')).length"


@pytest.fixture
def iwan(
    chromium: Browser, serve: Callable[[Flask], str], app: Flask, office: SmallOffice
) -> Iterator[Visitor]:
    """Iwan at his journal, on a phone."""
    with app.app_context():
        records.approved_skp(office)
    visitor = Visitor(chromium, serve(app), width=360)
    visitor.page.on("dialog", lambda dialog: dialog.accept())
    visitor.sign_in(SmallOffice.NIPS["iwan"])
    visitor.page.goto("/journal/")
    yield visitor
    visitor.context.close()


def kept(visitor: Visitor, number: int) -> None:
    """How many forms the tab holds for itself, as soon as it is so."""
    visitor.page.wait_for_function(f"() => {KEPT} === {number}")


def text(visitor: Visitor) -> str:
    return visitor.page.input_value("#activity")


def test_typing_is_kept_by_the_server_and_comes_back(iwan: Visitor) -> None:
    iwan.page.fill("#activity", TEXT)
    kept(iwan, 1)
    expect(iwan.page.locator("#draf")).to_contain_text("Draf tersimpan")
    kept(iwan, 0)  # the server has it
    iwan.page.goto("/")
    assert text(iwan) == TEXT
    iwan.sees("Draf dipulihkan dari")
    iwan.press("Buang draf")
    assert text(iwan) == ""
    assert iwan.wrong == []


def test_a_lost_connection_loses_nothing(iwan: Visitor) -> None:
    iwan.context.set_offline(True)
    iwan.page.fill("#activity", TEXT)
    expect(iwan.page.locator("#draf")).to_contain_text("belum di server")
    iwan.context.set_offline(False)
    iwan.page.reload()
    assert text(iwan) == TEXT
    iwan.sees("Draf dipulihkan dari")
    kept(iwan, 0)
    iwan.page.locator("#catat").get_by_role("button", name="Simpan", exact=True).click()
    iwan.flash("Tersimpan. 1 kegiatan")
    assert text(iwan) == ""


def test_a_lost_session_loses_nothing(iwan: Visitor) -> None:
    iwan.context.clear_cookies()
    iwan.page.fill("#activity", TEXT)
    expect(iwan.page.locator("#alert")).to_contain_text("Sesi berakhir")
    iwan.sign_in(SmallOffice.NIPS["iwan"])
    assert text(iwan) == TEXT
    kept(iwan, 0)


def test_the_next_one_at_this_computer_finds_nothing(iwan: Visitor) -> None:
    iwan.context.clear_cookies()
    iwan.page.fill("#activity", TEXT)
    expect(iwan.page.locator("#alert")).to_contain_text("Sesi berakhir")
    iwan.sign_in(SmallOffice.NIPS["kasi"])
    iwan.page.goto("/journal/")
    kept(iwan, 0)
    assert TEXT not in iwan.page.content()


def test_signing_out_empties_the_tab(iwan: Visitor) -> None:
    iwan.context.set_offline(True)
    iwan.page.fill("#activity", TEXT)
    kept(iwan, 1)
    iwan.context.set_offline(False)
    iwan.page.locator(".me summary").click()
    iwan.press("Keluar", ".me")
    assert iwan.page.evaluate(KEPT) == 0


def test_an_entry_being_changed_too(iwan: Visitor) -> None:
    iwan.page.fill("#activity", "Verifikasi berkas")
    iwan.page.locator("#catat").get_by_role("button", name="Simpan", exact=True).click()
    iwan.flash("Tersimpan")
    iwan.follow("Ubah")
    iwan.page.fill("#activity", TEXT)
    iwan.page.goto("/help/")  # at once, before the server could know
    iwan.page.go_back()
    expect(iwan.page.locator("#activity")).to_have_value(TEXT)
    iwan.page.locator("#catat").get_by_role("button", name="Simpan", exact=True).click()
    iwan.flash("Perubahan tersimpan.")
    kept(iwan, 0)
    iwan.sees(TEXT)


def test_without_script_there_is_a_button(
    chromium: Browser, serve: Callable[[Flask], str], app: Flask, office: SmallOffice
) -> None:
    with app.app_context():
        records.approved_skp(office)
    visitor = Visitor(chromium, serve(app), script=False, width=360)
    visitor.sign_in(SmallOffice.NIPS["iwan"])
    visitor.page.fill("#activity", TEXT)
    visitor.page.get_by_role("button", name="Simpan draf").click()
    visitor.sees("Draf tersimpan")
    visitor.follow("Lanjut menulis")
    assert text(visitor) == TEXT
    visitor.context.close()
