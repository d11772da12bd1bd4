"""Dialog kinerja over HTTP: from the invitation to the record that both confirmed."""

import pytest
from flask import Flask

from tests.browser import Page
from tests.office import SmallOffice
from tests.web.scene import Scene

HUB = "/dialogue/"
TALK = {
    "purpose": "monitoring", "held_on": "24/11/2026", "starts_at": "08.00", "ends_at": "09.00",
    "place": "Ruang rapat", "topics": "Capaian\nHambatan, dan bukti",
}  # fmt: skip


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return Scene(app, office)


def plan(scene: Scene, who: str = "kasi", status: int = 200, **typed: object) -> Page:
    """A meeting about Iwan's SKP, today unless said otherwise."""
    browser = getattr(scene, who)
    form = browser.get(f"{HUB}new?skp={scene.skp_id}").form(f"{HUB}new")
    return browser.submit(form, status, **(TALK | typed))


def write(scene: Scene, who: str = "kasi", status: int = 200, **typed: str) -> Page:
    """The record of the first dialogue."""
    browser = getattr(scene, who)
    form = browser.get(f"{HUB}1/record").form(f"{HUB}1/record")
    values = {"notes": "Target dibahas.", "rows__0__text": "Kirim daftar berkas"}
    values |= {"rows__0__side": "owner", "rows__0__due_on": "1/12/2026"}
    return browser.submit(form, status, **(values | typed))


def test_from_the_invitation_to_both_words(scene: Scene) -> None:
    page = plan(scene)
    assert "Hambatan, dan bukti" in page.text and "Direncanakan" in page.text
    assert "Dialog kinerja Selasa, 24 November 2026" in scene.iwan.get("/").text
    page = write(scene)
    assert "Menunggu konfirmasi" in page.text and "Kirim daftar berkas" in page.text
    assert "Konfirmasi catatan dialog" in scene.iwan.get("/").text
    old = scene.iwan.get(f"{HUB}1/").form(f"{HUB}1/confirm")
    write(scene, notes="Target dibahas dan diubah.")
    page = scene.iwan.submit(old, 409)
    assert "berubah sejak Anda membukanya" in page.text and "dibahas dan diubah" in page.text
    page = scene.iwan.submit(page.form(f"{HUB}1/confirm"))
    assert "Dikonfirmasi" in page.text and not page.all("//a[contains(@href,'/record')]")
    scene.kasi.get(f"{HUB}1/record")
    assert "tidak dapat diubah" in scene.kasi.get(f"{HUB}1/").text
