"""The same evidence elsewhere, backups of it, and what the doctor says of it."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import create_app, storage
from skpweb.evidence.repeats import seen_elsewhere
from skpweb.extensions import db
from skpweb.models.evidence import Evidence, entry_evidence
from skpweb.office import backup, doctor, restore
from tests import proofs
from tests.office import SmallOffice
from tests.statements import noted
from tests.web.evidence_scene import DAY, Proofs

LINK = "https://berkas.example.id/folder"


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Proofs:
    """Iwan and Yuli with an entry each."""
    return Proofs(app, office)


def told(scene: Proofs, *entries: int, own_only: bool = False) -> dict[int, list[str]]:
    """What is said, in at most two queries."""
    with scene.app.test_request_context():
        db.session.execute(sa.text("SELECT 1"))  # the connection is there
        with noted(db.engine) as asked:
            found = seen_elsewhere(entries, own_only=own_only)
    assert len(asked) <= 2
    return found


def test_the_same_file_of_two_people(scene: Proofs) -> None:
    photo = proofs.photo()
    earlier = scene.entry("yuli", date(2026, 11, 12))
    scene.send("yuli", photo, "a.jpg", entry=earlier)
    scene.send("iwan", photo, "b.jpg")
    mine = scene.entries["iwan"]
    assert told(scene, mine, earlier) == {
        mine: ["Berkas yang sama dipakai Yuli Anggrawati pada 12 November."],
        earlier: ["Berkas yang sama dipakai Iwan Permadanu pada 24 November."],
    }
    assert told(scene, mine, own_only=True) == {}


def test_the_same_file_on_two_days_and_on_one(scene: Proofs) -> None:
    mine, same_day = scene.entries["iwan"], scene.entry("iwan", DAY)
    scene.send("iwan", proofs.PDF, "a.pdf")
    scene.send("iwan", proofs.PDF, "a.pdf", entry=same_day)
    assert told(scene, mine, same_day) == {}
    last_year = scene.entry("iwan", date(2025, 12, 30))
    scene.send("iwan", proofs.PDF, "a.pdf", entry=last_year)
    sentence = ["Berkas yang sama dipakai juga pada 30 Desember 2025."]
    assert told(scene, mine, own_only=True) == {mine: sentence}
    page = scene.iwan.get(f"/journal/{mine}/files/")
    assert sentence[0] in page.text


def test_the_same_link(scene: Proofs) -> None:
    mine = scene.entry("iwan", DAY, LINK)
    scene.entry("iwan", date(2026, 11, 20), LINK)
    scene.entry("yuli", date(2026, 11, 19), LINK)
    scene.entry("yuli", date(2026, 11, 18), LINK + "/lain")
    assert told(scene, mine) == {
        mine: [
            "Tautan yang sama dipakai juga pada 20 November.",
            "Tautan yang sama dipakai Yuli Anggrawati pada 19 November.",
        ]
    }
    page = scene.iwan.get(f"/journal/{mine}/files/")
    assert "20 November" in page.text and "Yuli" not in page.text


def test_nothing_to_say(scene: Proofs) -> None:
    assert told(scene) == {} and told(scene, scene.entries["iwan"]) == {}


def test_a_backup_holds_evidence_and_the_doctor_misses_it(scene: Proofs, tmp_path: Path) -> None:
    scene.send("iwan", proofs.photo(located=True), "foto.jpg")
    (file,) = scene.files()
    with scene.app.app_context():
        backup.backup(tmp_path / "cadangan.zip")
    other = create_app({"DATA_DIR": str(tmp_path / "baru")})
    with other.app_context():
        restore.restore(tmp_path / "cadangan.zip")
        kept = db.session.scalars(sa.select(Evidence)).one()
        assert kept.sha256 == file.sha256 and len(storage.get(kept.sha256)) == kept.size
        assert db.session.scalar(sa.select(sa.func.count()).select_from(entry_evidence)) == 1
        assert "ada." in _of_files(doctor.examine())
        (storage.folder() / kept.sha256[:2] / kept.sha256).unlink()
        assert "1 berkas hilang" in _of_files(doctor.examine())
        db.engine.dispose()


def _of_files(findings: list[doctor.Finding]) -> str:
    """What is said of the files that rows name."""
    words = ("berkas yang disebut", "hilang")
    return next(one.text for one in findings if any(word in one.text for word in words))
