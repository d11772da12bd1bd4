"""What app.js adds for comfort: focus, announcements, kept text, no second click."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.e2e.sample_app import make_app

ROOT = Path(__file__).parents[2]
TEMPLATES = [str(Path(__file__).with_name("sample")), str(ROOT / "templates")]


@pytest.fixture
def sample() -> tuple[Flask, SimpleNamespace]:
    """The sample application and its memory."""
    return make_app(TEMPLATES, str(ROOT / "static"))


@pytest.fixture
def store(sample: Any) -> SimpleNamespace:
    """What the application remembers."""
    remembered: SimpleNamespace = sample[1]
    return remembered


@pytest.fixture
def page(chromium: Browser, serve: Callable[[Flask], str], sample: Any) -> Iterator[Page]:
    """The sample page, open; no error of the script and none of the content policy."""
    context = chromium.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if "Content Sec" in line.text else None)
    page.goto(serve(sample[0]))
    yield page
    context.close()
    assert wrong == []


def test_success_is_announced_and_the_heading_takes_the_focus(page: Page) -> None:
    page.fill("#text", "Verifikasi berkas")
    page.click("#save")
    expect(page.locator("#status")).to_have_text("Tersimpan 1.")
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("#flash")).to_contain_text("Tersimpan 1.")


def test_a_mistake_takes_the_focus_and_names_the_page(page: Page) -> None:
    page.click("#save")
    expect(page.locator("#galat")).to_be_focused()
    assert page.title().startswith("Galat: Contoh")
    page.click("#galat a")
    expect(page.locator("#text")).to_be_focused()


def test_approving_with_the_keyboard_goes_from_row_to_row(
    page: Page, store: SimpleNamespace
) -> None:
    page.focus("#ok1")
    for after in ("#ok2", "#ok3", "h1"):
        page.keyboard.press("Enter")
        expect(page.locator(after)).to_be_focused()
    assert store.rows == []
    expect(page.locator("#status")).to_have_text("Jurnal 3 disetujui. Sisa 0.")


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("#b500", "Belum tersimpan."),
        ("#b401", "Sesi berakhir."),
        ("#b409", "Belum dapat dilakukan. SKP sudah diajukan."),
    ],
)
def test_a_failure_says_why_and_keeps_the_text(page: Page, button: str, words: str) -> None:
    page.fill("#text", "Jangan hilang")
    page.click(button)
    expect(page.locator("#alert")).to_contain_text(words)
    expect(page.locator("#text")).to_have_value("Jangan hilang")
    expect(page.locator(button)).to_be_enabled()


def test_a_cut_line_can_be_tried_again(page: Page, store: SimpleNamespace) -> None:
    page.fill("#text", "Sekali lagi")
    page.context.set_offline(True)
    page.click("#save")
    expect(page.locator("#alert")).to_contain_text("Periksa sambungan")
    page.context.set_offline(False)
    page.click("#alert button")
    expect(page.locator("#status")).to_have_text("Tersimpan 1.")
    expect(page.locator("#alert")).to_be_empty()
    assert store.saved == ["Sekali lagi"]


def test_a_stale_token_is_replaced_for_the_next_try(page: Page, store: SimpleNamespace) -> None:
    page.fill("#text", "Kedua kali")
    page.evaluate("document.querySelectorAll('[name=csrf_token]').forEach(i => i.value = 'x')")
    page.click("#save")
    expect(page.locator("#alert")).to_contain_text("Halaman terlalu lama terbuka.")
    page.click("#alert button")
    expect(page.locator("#status")).to_have_text("Tersimpan 1.")
    assert store.saved == ["Kedua kali"]


def test_typing_saves_a_draft_without_touching_the_text(page: Page, store: SimpleNamespace) -> None:
    page.focus("#text")
    page.keyboard.type("Draf")
    expect(page.locator("#state")).to_have_text("Draf Draf")
    expect(page.locator("#state input")).to_have_value("2")
    expect(page.locator("#text")).to_be_focused()
    assert (store.draft, store.saved) == ("Draf", [])


def test_a_draft_on_its_way_never_stops_the_real_thing(page: Page, store: SimpleNamespace) -> None:
    page.fill("#text", "Yang benar")
    page.click("#slow")
    page.locator("#text").dispatch_event("input")
    expect(page.locator("#status")).to_have_text("Tersimpan 1.")
    assert store.saved == ["Yang benar"]


def test_an_idle_session_is_announced_and_can_go_on(page: Page) -> None:
    page.clock.install()
    page.reload()
    page.clock.fast_forward("57:00")
    expect(page.locator("#alert")).to_be_empty()
    page.clock.fast_forward("01:00")
    expect(page.locator("#alert")).to_contain_text("Sesi berakhir 2 menit lagi.")
    with page.expect_response("**/"):
        page.click("text=Perpanjang")
    page.evaluate("fetch(location.href).then(() => null)")  # by now the clock is wound
    expect(page.locator("#alert")).to_be_empty()
    page.clock.fast_forward("58:01")
    expect(page.locator("#alert")).to_contain_text("Sesi berakhir 2 menit lagi.")


def test_leaving_with_unsaved_text_asks_first(page: Page) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("#text").press_sequentially("x")
    page.reload()
    assert asked == ["beforeunload"]
    page.reload()
    assert asked == ["beforeunload"]


def test_a_double_click_sends_once(page: Page, store: SimpleNamespace) -> None:
    page.check("[value=b]")
    with page.expect_response("**/plain"):  # a busy machine has not begun to send yet
        page.dblclick("#bulk")
    page.wait_for_load_state("networkidle")
    assert store.saved == [["b"]]
    page.fill("#text", "Sekali")
    page.dblclick("#slow")
    expect(page.locator("#status")).to_have_text("Tersimpan 2.")
    assert store.saved[1:] == ["Sekali"]


def test_ticks_letters_password_and_copy(page: Page) -> None:
    page.check("[data-all=id]")
    expect(page.locator("#bulk")).to_have_text("Setujui 3 yang dipilih")
    page.uncheck("[value=a]")
    expect(page.locator("#bulk")).to_have_text("Setujui 2 yang dipilih")
    page.fill("#text", "x" * 52)
    expect(page.locator(".left")).to_have_text("Kelebihan 2 huruf")
    page.click("[data-show=secret]")
    expect(page.locator("#secret")).to_have_attribute("type", "text")
    page.click("[data-copy=copied]")
    expect(page.locator("[data-copy=copied]")).to_contain_text("Tersalin")


def test_without_script_nothing_is_missing_that_works(
    chromium: Browser, serve: Callable[[Flask], str], sample: Any
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(sample[0]))
    expect(page.locator("[data-show], [data-copy], [data-all]")).to_have_count(3)
    assert page.locator("[data-show]:visible, [data-copy]:visible, [data-all]:visible").count() == 0
    page.click("#save")
    expect(page.locator("#galat")).to_be_visible()
    page.fill("#text", "Tanpa skrip")
    page.click("#save")
    expect(page.locator("#flash")).to_contain_text("Tersimpan 1.")
    assert sample[1].saved == ["Tanpa skrip"]
    context.close()
