"""Signed papers of pembinaan are kept: drawn once, with a code, the same bytes for ever."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import create_app, storage
from skpweb.extensions import db
from skpweb.models.documents import Document
from skpweb.models.people import Employee
from skpweb.office.backup import backup
from skpweb.office.restore import restore
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.guided import STEPS
from tests.web.signed import VALUES, Signed

PAPERS = {"B.1.6": "", "B.1.8": "feedback/", "B.1.9": "competence/"}


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Signed:
    return Signed(app, office)


def test_the_last_signature_makes_the_paper(case: Signed) -> None:
    case.begin()
    case.write("iwan", "submit", {"goals-indicator": "Berkas", "facts-target": "150"})
    case.write("kasi", "offer", STEPS)
    assert "DRAF" in whole_text(case.pdf("iwan")) and case.kept() == {}
    case.take("iwan", "confirm")
    assert set(case.kept()) == {"B.1.6"}
    case.follow("kasi", "competence", VALUES, "save")
    assert "DRAF" in whole_text(case.pdf("kasi", "competence/")) and set(case.kept()) == {"B.1.6"}
    case.follow("kasi", "competence", VALUES)
    assert set(case.kept()) == {"B.1.6", "B.1.9"}


def test_a_mentoring_is_kept_as_b_1_7(case: Signed) -> None:
    case.begin(kind="mentoring")
    case.write("iwan", "submit", {"plan-text": "Belajar", "goals-skill": "Tabel pivot"})
    case.write("kasi", "offer", {"journal-when": "Rabu", "journal-material": "Pivot"})
    case.take("iwan", "confirm")
    assert case.kept() == {"B.1.7": case.pdf("kasi")}


def test_it_is_the_same_file_for_everybody_and_for_ever(case: Signed) -> None:
    case.all_signed()
    kept, codes = case.kept(), case.codes()
    with case.app.app_context():
        db.session.execute(sa.update(Employee).values(name="Nama Baru"))
        db.session.commit()
    for form, path in PAPERS.items():
        who = "camat" if form == "B.1.8" else "kasi"
        assert case.pdf("iwan", path) == case.pdf(who, path) == kept[form]
        text = whole_text(kept[form])
        assert f"Kode verifikasi: {codes[form]}" in text and "DRAF" not in text
        assert "Nama Baru" not in text and "Iwan Permadanu" in text


def test_the_code_tells_anybody_that_it_is_genuine_and_nothing_else(case: Signed) -> None:
    case.all_signed()
    for form, code in case.codes().items():
        page = case.stranger.get(f"/verify/{code}")
        assert form in page.text and "dibuat di aplikasi ini" in page.text
        assert "Iwan" not in page.source and "Dedi" not in page.source


def test_what_was_signed_before_is_kept_when_it_is_first_asked_for(case: Signed) -> None:
    case.all_signed()
    with case.app.app_context():
        db.session.execute(sa.delete(Document))
        db.session.commit()
    first = {form: case.pdf("iwan", path) for form, path in PAPERS.items()}
    assert case.kept() == first
    assert {form: case.pdf("iwan", path) for form, path in PAPERS.items()} == first


def test_keeping_opens_nothing_to_those_who_may_not_read(case: Signed) -> None:
    case.all_signed("yuli")
    for nick in ("kasi", "team", "yuli", "stranger", "admin"):
        case.pdf(nick, "feedback/", 404)
    for nick in ("stranger", "admin"):
        case.pdf(nick, "", 404)
        case.pdf(nick, "competence/", 404)


def test_a_backup_brings_them_back_byte_by_byte(case: Signed, tmp_path: Path) -> None:
    case.all_signed()
    kept, path = case.kept(), tmp_path / "cadangan.zip"
    with case.app.app_context():
        backup(path)
    other = create_app({"DATA_DIR": str(tmp_path / "restored")})
    with other.app_context():
        restore(path)
        rows = db.session.scalars(sa.select(Document).where(Document.form_code.startswith("B.")))
        assert {row.form_code: storage.get(row.sha256) for row in rows} == kept
        db.engine.dispose()
