"""An SKP that is over and evaluated: what may still be said, and that it changes nothing signed."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.dialogues import ProgressNote
from skpweb.models.people import Posting
from skpweb.models.review import Evaluation
from tests import records
from tests.browser import Page
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.scene import Scene

OVER = "Masa SKP ini sudah berakhir dan evaluasi akhirnya sudah ditetapkan"


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan's year, evaluated in January of the next one."""
    scene = Scene(app, office)
    with app.app_context():
        records.organisation_result(office, 0)
        scene.window = records.window(0)
    scene.path = f"/review/skp/{scene.skp_id}/{scene.window}/"
    scene.app.config["TODAY"] = date(2027, 1, 5)
    scene.report()
    scene.say()
    return scene


def pages(scene: Scene) -> dict[str, Page]:
    """Where something can be recorded about him."""
    number = scene.skp_id
    paths = (
        f"/review/feedback/{number}/", f"/guidance/skp/{number}/", f"/dialogue/skp/{number}/",
        f"/dialogue/skp/{number}/progress",
    )  # fmt: skip
    return {path: scene.kasi.get(path) for path in paths}


def rated(scene: Scene) -> None:
    scene.draft()
    scene.rate()


def signed(scene: Scene) -> tuple[object, str]:
    """The evaluation as it was frozen, and the words of its paper."""
    with scene.app.app_context():
        frozen = db.session.scalars(sa.select(Evaluation)).one().snapshot
    pdf = scene.kasi.client.get(f"/results/skp/{scene.skp_id}/{scene.window}/evaluation.pdf")
    return frozen, whole_text(pdf.data)


def test_what_is_recorded_afterwards_does_not_change_a_signed_evaluation(scene: Scene) -> None:
    assert not any(OVER in page.text for page in pages(scene).values())
    rated(scene)
    before = signed(scene)
    for page in pages(scene).values():
        assert OVER in page.text and "tidak mengubah evaluasi" in page.text
        assert page.queries <= 12
    path = f"/review/feedback/{scene.skp_id}/"
    scene.say(text="Terlambat saya sampaikan.")
    scene.kasi.submit(scene.kasi.get(path).form(f"{path}notes/"), note="Ingat tahun depan.")
    path = f"/guidance/skp/{scene.skp_id}/"
    scene.kasi.submit(scene.kasi.get(path).form(path), kind="coaching", topic="Arsip")
    form = scene.kasi.get(f"/dialogue/new?skp={scene.skp_id}").form("/dialogue/new")
    when = {"held_on": "6/1/2027", "starts_at": "08.00", "ends_at": "09.00", "place": "Ruang"}
    scene.kasi.submit(form, purpose="evaluation", **when)
    assert "Terlambat saya sampaikan." in scene.iwan.get("/review/feedback/mine/?year=2026").text
    assert signed(scene) == before


def test_what_was_said_in_january_is_answered_in_the_year_that_it_is_about(scene: Scene) -> None:
    mine, path = "/review/feedback/mine/", "/review/feedback/said/1/read"
    form = scene.iwan.get(f"{mine}?year=2026").form(path)
    page = scene.iwan.submit(form, 422, reply="r" * 1001)
    assert "r" * 1001 in page.source
    page = scene.iwan.submit(form, reply="Siap.")
    assert "Siap." in page.text


def test_an_skp_that_is_over_is_neither_revised_nor_taken_over(scene: Scene) -> None:
    path = f"/dialogue/skp/{scene.skp_id}/progress"
    form = scene.kasi.get(path).form(path)
    seen = {"rhk": scene.rhk, "verdict": "no_progress", "text": "Belum ada."}
    coached = seen | {"follow_ups": ["guidance"], "guidance": "coaching", "plan": "Dampingi"}
    scene.kasi.submit(form, **coached)
    with scene.app.app_context():
        db.session.execute(sa.update(ProgressNote).values(recorded_on=date(2026, 12, 1)))
        db.session.commit()
    assert "Sekarang dapat diambil alih" in scene.kasi.get(path).text
    revise = f"/planning/{scene.skp_id}/revise"
    revising = scene.iwan.get(revise).form(revise)
    rated(scene)
    for follows in ("take_over", "expectation"):
        typed = seen | {"follow_ups": [follows], "plan": "Lain"}
        page = scene.kasi.submit(scene.kasi.get(path).form(path), 422, **typed)
        assert "tidak diambil alih lagi" in page.text and "Belum ada." in page.source
    assert "Sekarang dapat diambil alih" not in page.text
    page = scene.iwan.submit(revising, 409, reason="Target lain")
    assert "evaluasi akhirnya sudah ditetapkan" in page.text and "Target lain" in page.source
    assert not scene.iwan.get(f"/planning/{scene.skp_id}/").all(f"//a[@href='{revise}']")


def test_an_skp_that_ended_with_a_transfer_is_over_with_its_last_quarter(
    app: Flask, office: SmallOffice
) -> None:
    scene = Scene(app, office)
    scene.result()
    scene.report()
    scene.say()
    rated(scene)
    with app.app_context():
        skp = evaluations.dossier(scene.skp_id)
        assert skp is not None and not evaluations.is_final(skp, date(2027, 1, 5))
        skp.ends_on = date(2026, 9, 30)
        db.session.flush()
        assert not evaluations.is_final(skp, date(2026, 10, 1))  # the year is still to come
        post = skp.employee.postings[0]
        facts = {"position_name": "Pengelola Layanan", "position_kind": post.position_kind}
        facts |= {"employee_id": post.employee_id, "unit_id": post.unit_id}
        db.session.add(Posting(starts_on=date(2026, 10, 1), **facts))
        db.session.flush()
        assert evaluations.is_final(skp, date(2026, 10, 1))
        assert not evaluations.is_final(skp, date(2026, 9, 30))
