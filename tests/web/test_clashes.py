"""Two meetings of one person at one time: told, never refused."""

import pytest
from flask import Flask

from tests import records
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.scene import Scene
from tests.web.test_dialogue import HUB, plan

BUSY = "sudah punya pertemuan lain pukul 08.00–09.00"


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return Scene(app, office)


def other(scene: Scene, who: str = "yuli", by: str = "kasi") -> str:
    with scene.app.app_context():
        return str(records.approved_skp(scene.office, who, by=by))


def content(page: Page) -> str:
    return str(page.all("//main")[0].text_content())


def test_another_meeting_at_that_time_is_told_and_both_stand(scene: Scene) -> None:
    assert BUSY not in plan(scene).text
    second = other(scene)
    assert BUSY not in plan(scene, starts_at="09.00", ends_at="10.00", who=[second]).text  # touches
    page = plan(scene, starts_at="08.30", ends_at="08.45", who=[second])
    assert f"Dedi Pranasuta {BUSY}" in page.text and "Jadwal ini tetap berlaku" in page.text
    for who in ("kasi", "yuli"):  # stays on the page, with the hours only
        page = getattr(scene, who).get(f"{HUB}3/")
        assert f"Dedi Pranasuta {BUSY}" in page.text and "Iwan" not in content(page)
    assert page.queries <= 12
    page = scene.kasi.get(f"{HUB}3/move")
    page = scene.kasi.submit(page.form(f"{HUB}3/move"), held_on="25/11/2026", reason="Bentrok")
    assert BUSY not in page.text
    page = scene.kasi.get(f"{HUB}3/move")
    page = scene.kasi.submit(page.form(f"{HUB}3/move"), held_on="24/11/2026", reason="Kembali")
    assert f"Dedi Pranasuta {BUSY}" in page.text


def test_those_of_a_group_are_told_to_who_invites_and_not_to_one_another(scene: Scene) -> None:
    plan(scene)
    who = [str(scene.skp_id), other(scene)]
    page = plan(scene, who=who)
    assert f"Iwan Permadanu {BUSY}" in page.text
    assert "Iwan" not in content(scene.yuli.get(f"{HUB}3/"))


def test_what_is_cancelled_or_past_disturbs_nobody(scene: Scene) -> None:
    plan(scene, held_on="20/11/2026")
    assert BUSY not in plan(scene, held_on="20/11/2026").text
    plan(scene, held_on="1/12/2026")
    form = scene.kasi.get(f"{HUB}3/move").form(f"{HUB}3/cancel")
    scene.kasi.submit(form, why="Libur")
    assert BUSY not in plan(scene, held_on="1/12/2026").text
