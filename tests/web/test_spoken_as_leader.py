"""Who speaks as pimpinan without being the penilai is named, and his words are no duty done."""

import pytest
from flask import Flask

from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.scene import Scene

OTHER = "Kata orang lain atas penugasan."


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """The penilai of another section speaks as pimpinan, on schedule."""
    made = Scene(app, office)
    made.say("stranger", source="leader", timing="scheduled", text=OTHER)
    return made


def test_the_form_names_him_and_not_the_penilai(scene: Scene) -> None:
    scene.say(text="Kata penilai sendiri.")
    record = f"/review/feedback/{scene.skp_id}/{scene.window}/rekaman-umpan-balik.pdf"
    running = whole_text(scene.iwan.client.get(record).data)
    scene.result()
    scene.report()
    scene.draft()
    scene.rate()
    paper = f"/results/skp/{scene.skp_id}/{scene.window}/evaluation.pdf"
    for text in (running, whole_text(scene.iwan.client.get(paper).data)):
        assert f"Pimpinan (Farhan Adiwijanarko): {OTHER}" in text
        assert "Pimpinan: Kata penilai sendiri." in text


def test_the_penilai_still_owes_his_own(scene: Scene) -> None:
    path = "/review/feedback/scheduled/"
    assert "Terlambat" in scene.kasi.get(path).text
    scene.say(outsider="Tamu", source="leader", timing="scheduled")  # not his words either
    page = scene.kasi.get(path)
    assert "Terlambat" in page.text and page.queries <= 12
    scene.say(source="leader", timing="scheduled")
    page = scene.kasi.get(path)
    assert "Sudah diberikan" in page.text and "Terlambat" not in page.text
