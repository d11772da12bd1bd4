"""Evidence over HTTP: sending, using again, taking away, and who may open it."""

import io
import threading

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import storage
from skpweb.domain.terms import StandInKind
from skpweb.evidence import intake
from skpweb.extensions import db
from skpweb.models.evidence import entry_evidence
from skpweb.models.organisation import Office
from skpweb.models.people import StandIn
from tests import proofs
from tests.office import SmallOffice
from tests.web.evidence_scene import DAY, Proofs
from tests.web.kept import events


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Proofs:
    """Iwan and Yuli with an entry each."""
    return Proofs(app, office)


def test_a_file_is_kept_and_comes_back_as_an_attachment_in_a_sandbox(scene: Proofs) -> None:
    page = scene.send("iwan", proofs.PDF, "Laporan Rapat.pdf")
    assert "Bukti Laporan Rapat.pdf tersimpan" in page.text
    (file,) = scene.files()
    answer = scene.iwan.get(f"/journal/evidence/{file.id}")
    assert answer.response.data == proofs.PDF
    assert answer.headers["Content-Disposition"] == 'attachment; filename="Laporan Rapat.pdf"'
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "no-store"
    assert [event.owner_id for event in events(scene.app, "entry.attach")] == [scene.ids["iwan"]]


def test_only_photos_are_shown_inline(scene: Proofs) -> None:
    scene.send("iwan", proofs.PDF, "a.pdf")
    scene.send("iwan", proofs.photo(located=True), "b.jpg")
    for file in scene.files():
        answer = scene.iwan.get(f"/journal/evidence/{file.id}?inline")
        kind = "inline" if file.mimetype == "image/jpeg" else "attachment"
        assert answer.headers["Content-Disposition"].startswith(kind)
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_photo_is_stored_without_its_place_but_known_by_what_was_sent(scene: Proofs) -> None:
    sent = proofs.photo(located=True)
    scene.send("iwan", sent, "foto.jpg")
    (file,) = scene.files()
    with scene.app.app_context():
        kept = storage.get(file.sha256)
    assert b"Ponsel Contoh" in sent and b"Ponsel Contoh" not in kept
    assert file.size == len(kept) and file.source_sha256 != file.sha256


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"<html></html>", "a.pdf", "Ini bukan PDF"),
        (proofs.PDF, "a.svg", "tidak diterima"),
        (proofs.PDF + b"\0" * intake.LARGEST, "a.pdf", "Berkas lebih dari 5 MB"),
        (b"", "", "Belum ada berkas yang dipilih"),
    ],
)
def test_a_refused_file_says_what_to_do(
    scene: Proofs, content: bytes, name: str, sentence: str
) -> None:
    page = scene.send("iwan", content, name, 422)
    assert sentence in page.text and page.all("//*[@aria-invalid='true']/@name") == ["file"]
    assert scene.files() == []


def test_a_giant_request_is_refused_unread(scene: Proofs) -> None:
    page = scene.send("iwan", b"x" * (33 * 1024 * 1024), "a.pdf", 413)
    assert "Berkas terlalu besar" in page.text


def test_the_same_file_sent_again_is_one_file(scene: Proofs) -> None:
    scene.send("iwan", proofs.PDF, "a.pdf")
    scene.send("iwan", proofs.PDF, "b.pdf")
    assert len(scene.files()) == 1 and scene.pairs() == 1
    scene.send("yuli", proofs.PDF, "a.pdf")
    assert len(scene.files()) == 2


def test_one_file_for_several_entries(scene: Proofs) -> None:
    second = scene.entry("iwan", DAY)
    scene.send("iwan", proofs.PDF, "a.pdf")
    page = scene.reuse("iwan", second)
    assert "dipakai juga di kegiatan ini" in page.text
    assert len(scene.files()) == 1 and scene.pairs() == 2


def test_somebody_elses_file_cannot_be_used(scene: Proofs) -> None:
    scene.send("yuli", proofs.PDF, "a.pdf")
    (file,) = scene.files()
    path = f"/journal/{scene.entries['iwan']}/files/reuse"
    scene.iwan.post(path, {"csrf_token": scene.iwan.token(), "evidence": str(file.id)})
    assert scene.pairs() == 1


def test_taking_away_keeps_what_proves_something_else(scene: Proofs) -> None:
    second = scene.entry("iwan", DAY)
    scene.send("iwan", proofs.PDF, "a.pdf")
    scene.reuse("iwan", second)
    assert "dilepas" in scene.remove("iwan", second).text
    assert (len(scene.files()), scene.pairs()) == (1, 1)
    scene.remove("iwan", scene.entries["iwan"])
    assert (len(scene.files()), scene.pairs()) == (0, 0)
    assert len(events(scene.app, "entry.detach")) == 2


def test_what_was_approved_keeps_its_evidence(scene: Proofs) -> None:
    scene.send("iwan", proofs.PDF, "a.pdf")
    number = scene.entries["iwan"]
    path = f"/journal/{number}/files/"
    form = scene.iwan.get(path).form(path)
    (file,) = scene.files()
    scene.approve(number)
    scene.iwan.post(path, form.data() | {"file": (io.BytesIO(proofs.docx()), "b.docx")}, 409)
    data = {"csrf_token": scene.iwan.token(), "evidence": str(file.id)}
    assert "Buktinya tidak dapat diubah" in scene.iwan.post(f"{path}remove", data, 409).text
    scene.iwan.post(f"{path}reuse", data)
    assert scene.pairs() == 1
    assert scene.iwan.get(path).all("//main//form") == []


def test_a_changed_proof_is_not_approved_unseen(scene: Proofs) -> None:
    before = scene.version("iwan")
    scene.send("iwan", proofs.PDF, "a.pdf")
    assert scene.version("iwan") > before


def test_the_quota_of_a_year(scene: Proofs) -> None:
    with scene.app.app_context():
        db.session.execute(sa.update(Office).values(evidence_quota=0))
        db.session.commit()
    page = scene.send("iwan", proofs.PDF, "a.pdf", 422)
    assert "Jatah berkas Anda tahun ini sudah penuh" in page.text
    assert scene.files() == [] and scene.stored() == 0


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("iwan", 200),  # the owner
        ("kasi", 200),  # his penilai
        ("camat", 200),  # the atasan penilai
        ("team", 200),
        ("yuli", 404),
        ("stranger", 404),
        ("admin", 404),
    ],
)
def test_who_may_open_it(scene: Proofs, who: str, status: int) -> None:
    scene.send("iwan", proofs.PDF, "a.pdf")
    (file,) = scene.files()
    scene.browser(who).get(f"/journal/evidence/{file.id}", status)


def test_whoever_stands_in_for_the_penilai_may_open_it(scene: Proofs) -> None:
    scene.send("iwan", proofs.PDF, "a.pdf")
    (file,) = scene.files()
    with scene.app.app_context():
        db.session.add(
            StandIn(
                assessor_id=scene.ids["kasi"], delegate_id=scene.ids["stranger"],
                kind=StandInKind.PLH, title="Plh. Kepala Seksi Pelayanan", starts_on=DAY,
                ends_on=DAY.replace(day=30), recorded_by="Nur",
            )
        )  # fmt: skip
        db.session.commit()
    scene.stranger.get(f"/journal/evidence/{file.id}")


def test_a_file_that_proves_nothing_is_the_owners_alone(scene: Proofs) -> None:
    scene.send("iwan", proofs.PDF, "a.pdf")
    (file,) = scene.files()
    with scene.app.app_context():
        db.session.execute(sa.delete(entry_evidence))
        db.session.commit()
    scene.iwan.get(f"/journal/evidence/{file.id}")
    for who in ("kasi", "team"):
        scene.browser(who).get(f"/journal/evidence/{file.id}", 404)


def test_an_entry_with_files_can_be_deleted(scene: Proofs) -> None:
    scene.send("iwan", proofs.PDF, "a.pdf")
    number = scene.entries["iwan"]
    scene.iwan.post(f"/journal/{number}/delete", {"csrf_token": scene.iwan.token()})
    assert scene.pairs() == 0


def test_drawing_a_photo_holds_up_nobody(scene: Proofs, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a photo is drawn, somebody else saves."""
    arrived, may_go_on = threading.Event(), threading.Event()
    draw = intake.photos.redrawn

    def slow(*given: object) -> object:
        arrived.set()
        may_go_on.wait(20)
        return draw(*given)

    monkeypatch.setattr(intake.photos, "redrawn", slow)
    yuli = scene.yuli
    work = threading.Thread(target=scene.send, args=("iwan", proofs.photo(), "foto.jpg"))
    scene.browser("iwan")
    work.start()
    assert arrived.wait(20)
    path = f"/journal/{scene.entries['yuli']}/files/"
    form = yuli.get(path).form(path)
    yuli.post(path, form.data() | {"file": (io.BytesIO(proofs.PDF), "a.pdf")})
    may_go_on.set()
    work.join(20)
    assert len(scene.files()) == 2


def test_queries_do_not_grow(scene: Proofs) -> None:
    path = f"/journal/{scene.entries['iwan']}/files/"
    scene.send("iwan", proofs.PDF, "a.pdf")
    few = scene.iwan.get(path).queries
    for number in range(6):
        scene.send("iwan", proofs.docx({f"word/{number}.xml": ""}), f"{number}.docx")
    assert scene.iwan.get(path).queries == few <= 12
