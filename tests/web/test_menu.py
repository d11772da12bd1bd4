"""The main menu marks the entry by which one comes to a page, and tabs are called as their page."""

import pytest
from flask import Flask

from tests.office import SmallOffice
from tests.web.scene import Scene


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan has reported, the penilai has chosen, and somebody is asked for feedback."""
    made = Scene(app, office)
    made.ready()
    return made


@pytest.mark.parametrize(("who", "path", "entry"), [
    ("kasi", "/review/", "Persetujuan"),
    ("kasi", "/review/evaluations/", "Evaluasi"),
    ("kasi", "{here}", "Evaluasi"),
    ("kasi", "{here}contribution", "Evaluasi"),
    ("kasi", "{here}journal/1", "Evaluasi"),
    ("kasi", "/review/calibration/{window}/", "Evaluasi"),
    ("kasi", "/review/feedback/{skp}/", "Persetujuan"),
    ("iwan", "/review/feedback/mine/", "Dialog"),
    ("iwan", "/review/feedback/", "Dialog"),
    ("iwan", "{here}report", "Hasil"),
    ("iwan", "/", "Beranda"),
    ("iwan", "/guidance/", "Dialog"),
    ("iwan", "/matrix/", "SKP"),
    ("kasi", "/planning/{skp}/review", "Persetujuan"),
])  # fmt: skip
def test_the_entry_that_leads_to_a_page_is_marked(
    scene: Scene, who: str, path: str, entry: str
) -> None:
    address = path.format(here=scene.path, skp=scene.skp_id, window=scene.window)
    page = getattr(scene, who).get(address)
    marked = page.all("//nav[@id='menu']//a[@aria-current='page']")
    assert [one.text_content().strip() for one in marked] == [entry]


def test_a_part_opened_in_its_page_leaves_the_title_alone(scene: Scene) -> None:
    for link in scene.kasi.get(scene.path).all("//a[@hx-get][@hx-push-url='false']"):
        assert "ignoreTitle:true" in link.get("hx-swap")
    parts = scene.kasi.get(scene.path).all("//a[@hx-get]/@hx-target")
    assert "#kontribusi" in parts


def test_parts_of_the_evaluation_are_one_jump_away(scene: Scene) -> None:
    page = scene.kasi.get(scene.path)
    links = page.all("//nav[@aria-label='Bagian halaman ini']//a")
    heads = {one.get("id"): one.text for one in page.all("//h2[@id]")}
    led = [(one.text, heads[one.get("href")[1:]].partition(". ")[2]) for one in links]
    assert [word for word, _ in led] == ["Hasil kerja", "Perilaku kerja", "Predikat"]
    assert all(word == head for word, head in led)


def test_what_one_waits_for_stands_on_home(scene: Scene) -> None:
    page = scene.iwan.get("/")
    assert [one.text for one in page.all("//h2") if "orang lain" in one.text] == [
        "Menunggu orang lain (1)"
    ]
    ask = f"/review/feedback/ask/{scene.skp_id}/"
    form = scene.iwan.get(ask).form(ask)
    asked = str(scene.office.ids["yuli"])
    scene.iwan.submit(form, asked=asked, question="Apakah berkas mudah dicari?")
    page = scene.iwan.get("/")
    assert "Menunggu orang lain (2)" in page.text and "Umpan balik dari Yuli" in page.text
    assert "mudah dicari" not in page.text.partition("Menunggu orang lain")[2]
    assert "Umpan balik untuk Iwan" in scene.yuli.get("/").text
    assert "Umpan balik dari" not in scene.yuli.get("/").text
