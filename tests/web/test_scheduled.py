"""Umpan balik berkala: many people on one page, each kept once."""

import pytest
from flask import Flask

from tests import records
from tests.office import SmallOffice
from tests.web.scene import Scene
from tests.web.test_feedback import stored


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return Scene(app, office)


def test_many_people_on_one_page(scene: Scene) -> None:
    path = "/review/feedback/scheduled/"
    one = scene.kasi.get(path)
    assert "Terlambat" in one.text
    with scene.app.app_context():
        other = records.approved_skp(scene.office, "yuli")
    both = scene.kasi.get(path)
    assert both.queries == one.queries <= 12
    assert "paling sedikit satu" in scene.kasi.submit(both.form(path), 422).text
    typed = {f"text-{scene.skp_id}": "Baik.", f"text-{other}": "y" * 2001}
    page = scene.kasi.submit(both.form(path), 422, **typed)
    assert page.text.count("Pilih hal yang dibahas.") == 2 and stored(scene) == []
    typed |= {f"about-{one}": "value:adaptive" for one in (scene.skp_id, other)}
    page = scene.kasi.submit(both.form(path), 422, **typed)
    assert "Baik." in page.source and "Paling panjang" in page.text and stored(scene) == []
    page = scene.kasi.submit(page.form(path), **{f"text-{other}": ""})
    assert [one.timing.value for one in stored(scene)] == ["scheduled"]
    assert "Sudah diberikan" in page.text


def test_scheduled_feedback_sent_from_two_tabs_is_kept_once(scene: Scene) -> None:
    path = "/review/feedback/scheduled/"
    tabs = [scene.kasi.get(path).form(path) for _ in range(2)]
    about = tabs[0].element.xpath(f".//select[@name='about-{scene.skp_id}']")[0]
    assert about.value == "" and "Pilih dulu" in about.text_content()  # nothing is preset
    typed = {f"about-{scene.skp_id}": "value:adaptive", f"text-{scene.skp_id}": "Baik."}
    for _ in range(2):  # a double click
        scene.kasi.submit(tabs[0], **typed)
    assert len(stored(scene)) == 1
    page = scene.kasi.submit(tabs[1], 409, **typed)
    assert "sudah tersimpan sejak halaman ini dibuka" in page.text and "Baik." in page.source
    assert len(stored(scene)) == 1
    scene.kasi.submit(page.form(path), **{f"text-{scene.skp_id}": "Ada tambahan."})
    assert [one.text for one in stored(scene)] == ["Baik.", "Ada tambahan."]
