"""A text of letters that nobody sees is no text: required fields stay required."""

import pytest
from flask import Flask

from skpweb.web.limits import plain
from tests.office import SmallOffice
from tests.web.scene import Scene
from tests.web.test_feedback import ask

UNSEEN = ["\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad"]
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"  #: one picture of three, joined


@pytest.mark.parametrize("one", UNSEEN)
def test_unseen_letters_are_stripped_as_white_space_is(one: str) -> None:
    assert plain(one * 3) == plain(f"{one} \u00a0\n{one}") == ""
    assert plain(f" {one}Rapi {one}sekali.{one}\r\n") == f"Rapi {one}sekali."


@pytest.mark.parametrize("text", ["", "  ", " Rapi ", "Rapi\u2003", FAMILY, f"{FAMILY} ", "a\n\nb"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert plain(text) == text


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return Scene(app, office)


@pytest.mark.parametrize("text", ["\u200b\u200b", "\ufeff \u00ad", "\u2060\n\u200e"])
def test_no_required_field_is_passed_by_unseen_letters(scene: Scene, text: str) -> None:
    path = f"/review/feedback/requests/{ask(scene, 'yuli')}/"
    form = scene.yuli.get(path).form(f"{path}decline")
    assert "Tulis alasannya" in scene.yuli.submit(form, 422, word=text).text
    form = scene.iwan.get("/journal/").form("/journal/")
    page = scene.iwan.submit(form, 422, activity=text)
    assert "Galat" in page.text


def test_whoever_asks_himself_for_feedback_reads_why_not(scene: Scene) -> None:
    path = f"/review/feedback/ask/{scene.skp_id}/"
    form = scene.iwan.get(path).form(path)
    page = scene.iwan.submit(form, 422, asked=str(scene.office.ids["iwan"]))
    assert "tidak dapat diminta kepada diri sendiri" in page.text
    assert "belum menjawab" not in page.text
    assert "tidak ada lagi" in scene.iwan.submit(form, 422, asked="999999").text
    ask(scene, "yuli")
    again = scene.iwan.submit(form, 422, asked=str(scene.office.ids["yuli"]))
    assert "sudah Anda mintai hal yang sama" in again.text
