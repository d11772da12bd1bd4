"""Feedback reaches the person it is for at once."""

import pytest
from flask import Flask

from tests.office import SmallOffice
from tests.web.scene import Scene


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan's approved SKP and everybody's browser."""
    return Scene(app, office)


def test_feedback_is_read_before_any_predicate(scene: Scene) -> None:
    assert "Umpan balik untuk Anda" not in scene.iwan.get("/results/").text
    scene.say("yuli", about=f"indicator:{scene.indicator}", text="Datanya lengkap.")
    scene.say(about="value:service", text="Ramah kepada warga.")
    page = scene.iwan.get("/results/")
    assert page.text.index("Ramah kepada warga.") < page.text.index("Datanya lengkap.")
    for words in ("Berorientasi Pelayanan", "Berkas diverifikasi", "Yuli Anggrawati"):
        assert words in page.text


def test_feedback_of_others_stays_theirs_and_costs_no_more(scene: Scene) -> None:
    scene.say()
    one = scene.iwan.get("/results/").queries
    for number in range(6):
        scene.say(text=f"Umpan balik ke-{number}")
    assert scene.iwan.get("/results/").queries == one <= 12
    assert "Umpan balik ke-1" not in scene.yuli.get("/results/").text
