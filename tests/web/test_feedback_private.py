"""A private note reaches nobody but its writer, whichever way he looks."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.feedback import PrivateNote
from skpweb.models.review import Evaluation
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.scene import Scene

SECRET = "Rahasia Dedi tentang Iwan"


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan's SKP, reported, with a private note of his penilai and no feedback."""
    made = Scene(app, office)
    made.result()
    made.report()
    path = f"/review/feedback/{made.skp_id}/"
    made.kasi.submit(made.kasi.get(path).form(f"{path}notes/"), note=SECRET)
    return made


def test_its_writer_reads_it_and_can_delete_it(scene: Scene) -> None:
    page = scene.kasi.get(f"/review/feedback/{scene.skp_id}/")
    assert SECRET in page.text and "Hanya Anda yang melihat" in page.text
    scene.kasi.submit(page.form("/review/feedback/notes/1/delete"))
    with scene.app.app_context():
        assert db.session.scalar(sa.select(PrivateNote.id)) is None


@pytest.mark.parametrize("who", ["iwan", "camat", "team", "yuli"])
def test_no_page_of_others_has_it(scene: Scene, who: str) -> None:
    browser = getattr(scene, who)
    skp = scene.skp_id
    paths = (
        "/", "/results/", "/review/feedback/mine/", f"/review/feedback/{skp}/", scene.path,
        f"/planning/{skp}/", "/admin/feedback/", "/admin/trail/", "/review/",
    )  # fmt: skip
    for path in paths:
        answer = browser.client.get(path)
        assert SECRET not in answer.get_data(as_text=True), path
    browser.post("/review/feedback/notes/1/delete", {"csrf_token": browser.token()}, 404)


def test_it_is_no_feedback_to_rate_with(scene: Scene) -> None:
    scene.draft()
    assert "Belum ada umpan balik" in scene.rate(422).text


def test_no_paper_snapshot_or_trail_has_it(scene: Scene) -> None:
    scene.say()
    scene.draft()
    scene.rate()
    results = f"/results/skp/{scene.skp_id}"
    for path in (
        f"/review/feedback/{scene.skp_id}/{scene.window}/rekaman-umpan-balik.pdf",
        f"{results}/{scene.window}/evaluation.pdf",
        f"{results}/{scene.window}/document.pdf",
        f"{results}/berkas-kinerja.pdf",
    ):
        text = whole_text(scene.kasi.client.get(path).data)
        assert "Iwan Permadanu" in text and SECRET not in text
    with scene.app.app_context():
        (evaluation,) = db.session.scalars(sa.select(Evaluation))
        assert "Rahasia" not in str(evaluation.snapshot)
        events = db.session.scalars(sa.select(AuditEvent)).all()
        assert not [one for one in events if "Rahasia" in f"{one.before}{one.after}{one.reason}"]
        assert not [one for one in events if one.subject_kind == "private_note"]


def test_peers_and_the_team_cannot_write_one(scene: Scene) -> None:
    for who in ("yuli", "team", "iwan"):
        browser = getattr(scene, who)
        data = {"csrf_token": browser.token(), "note": "x"}
        browser.post(f"/review/feedback/{scene.skp_id}/notes/", data, 404)
