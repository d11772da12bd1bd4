"""Sending a photo from a phone: it stays chosen, it shrinks, it goes with the entry only."""

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from PIL import Image
from playwright.sync_api import Browser, expect

from tests import proofs, records
from tests.e2e.visitor import Visitor
from tests.office import SmallOffice

FILE = "#file"
CHOSEN = "() => Array.from(document.querySelector('#file').files).map((f) => [f.name, f.size])"


def sent(name: str, content: bytes, kind: str = "image/jpeg") -> Any:
    """A file as the phone's picker gives it."""
    return {"name": name, "mimeType": kind, "buffer": content}


@pytest.fixture
def iwan(
    chromium: Browser, serve: Callable[[Flask], str], app: Flask, office: SmallOffice
) -> Iterator[Visitor]:
    """Iwan at his journal, on a phone, with the box for evidence open."""
    with app.app_context():
        records.approved_skp(office)
    visitor = Visitor(chromium, serve(app), width=360)
    visitor.page.on("dialog", lambda dialog: dialog.accept())
    visitor.sign_in(SmallOffice.NIPS["iwan"])
    visitor.page.goto("/journal/")
    visitor.page.click("#catat summary")
    yield visitor
    visitor.context.close()


def save(visitor: Visitor) -> None:
    visitor.page.locator("#catat").get_by_role("button", name="Simpan", exact=True).click()


def test_a_good_photo_stays_chosen_and_goes_once(iwan: Visitor) -> None:
    iwan.page.set_input_files(FILE, [sent("foto.jpg", proofs.photo())])
    save(iwan)
    expect(iwan.page.locator("#galat")).to_contain_text("Tulis kegiatan")
    assert [name for name, _ in iwan.page.evaluate(CHOSEN)] == ["foto.jpg"]
    iwan.page.fill("#activity", "Verifikasi lapangan")
    save(iwan)
    iwan.flash("Tersimpan. 1 kegiatan")
    expect(iwan.page.locator("#h-isi + ul")).to_contain_text("foto.jpg")
    assert iwan.page.evaluate(CHOSEN) == []


def test_a_refused_file_leaves_the_text(iwan: Visitor) -> None:
    iwan.page.fill("#activity", "Verifikasi lapangan")
    iwan.page.set_input_files(FILE, [sent("a.pdf", b"<html></html>", "application/pdf")])
    save(iwan)
    expect(iwan.page.locator("#galat")).to_contain_text("Ini bukan PDF")
    assert iwan.page.input_value("#activity") == "Verifikasi lapangan"
    assert iwan.page.evaluate(CHOSEN) == []


def test_a_draft_does_not_send_the_file(iwan: Visitor) -> None:
    iwan.page.set_input_files(FILE, [sent("foto.jpg", proofs.photo(size=(3000, 2000)))])
    with iwan.page.expect_request("**/journal/draft") as asked:
        iwan.page.fill("#activity", "Baru setengah")
    kind = asked.value.headers["content-type"]
    assert kind.startswith("application/x-www-form-urlencoded")
    assert "file=" not in (asked.value.post_data or "")


def test_a_photo_that_is_too_large_is_made_smaller(iwan: Visitor) -> None:
    target = io.BytesIO()
    Image.effect_noise((3600, 2700), 90).convert("RGB").save(target, "JPEG", quality=92)
    assert len(target.getvalue()) > 5 * 1024 * 1024
    iwan.page.set_input_files(FILE, [sent("dari kamera.jpeg", target.getvalue())])
    iwan.page.wait_for_function(f"() => ({CHOSEN})()[0][1] < 5242880")
    iwan.page.fill("#activity", "Verifikasi lapangan")
    save(iwan)
    iwan.flash("Tersimpan. 1 kegiatan")
    expect(iwan.page.locator("#h-isi + ul")).to_contain_text("dari kamera.jpg")
    assert iwan.wrong == []


def test_another_file_that_is_too_large_is_told_at_once(iwan: Visitor) -> None:
    content = proofs.PDF + b" " * 5 * 1024 * 1024
    iwan.page.set_input_files(FILE, [sent("besar.pdf", content, "application/pdf")])
    told = iwan.page.locator("[data-told]")
    expect(told).to_have_text(re.compile("Berkas lebih dari 5 MB"))
    iwan.page.set_input_files(FILE, [sent("kecil.pdf", proofs.PDF, "application/pdf")])
    expect(told).to_have_count(0)


def test_a_file_on_its_way_says_how_far_it_is(iwan: Visitor) -> None:
    iwan.page.evaluate("""() => { window.seen = []; document.addEventListener(
      'htmx:xhr:progress', () => { const box = document.querySelector('[data-sending]');
        if (box && !box.hidden) window.seen.push(box.querySelector('progress').value); }); }""")
    content = proofs.PDF + b" " * 4 * 1024 * 1024 + b"%%EOF\n"
    iwan.page.fill("#activity", "Menyusun laporan")
    iwan.page.set_input_files(FILE, [sent("laporan.pdf", content, "application/pdf")])
    save(iwan)
    iwan.flash("Tersimpan. 1 kegiatan")
    assert iwan.page.evaluate("() => window.seen.length > 0")
    expect(iwan.page.locator("[data-sending]")).to_be_hidden()
