"""Kept papers seen from outside: the code as people type it, and a file that was tampered with."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.documents import Document
from tests.office import SmallOffice
from tests.web.rated import Rated


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Rated:
    """A predicate stands, its papers are kept."""
    return Rated(app, office)


def kept(case: Rated) -> tuple[str, Path]:
    """The code of the D.1.1 and where its file lies."""
    with case.app.app_context():
        found = db.session.scalars(sa.select(Document).filter_by(form_code="D.1.1")).one()
        folder = Path(case.app.config["DATA_DIR"]) / "files" / found.sha256[:2]
        return found.code, folder / found.sha256


def test_a_code_is_found_however_it_is_typed(case: Rated) -> None:
    code, _ = kept(case)
    groups = code.split("-")
    for typed in (code, code.lower(), "".join(groups), " ".join(groups), f" {' - '.join(groups)} "):
        for page in (
            case.stranger.get("/verify/", query_string={"code": typed}),
            case.stranger.get(f"/verify/{typed}"),
        ):
            assert f"Dokumen dengan kode {code} dibuat" in page.text
    for typed in (code[:-1], f"{code}A", "-".join(groups[:2])):
        assert "Tidak ada dokumen" in case.stranger.get(f"/verify/{typed}", 404).text


def test_a_file_that_was_changed_or_lost_is_not_shown_and_said_so(case: Rated) -> None:
    _, file = kept(case)
    whole, shown = file.read_bytes(), f"{case.home}document.pdf"
    file.chmod(0o600)
    file.write_bytes(whole.replace(b"%PDF", b"%PDE", 1))
    page = case.iwan.get(shown, 500)
    assert "Dokumen rusak atau hilang" in page.text and "halaman Kesehatan" in page.text
    assert "belum tersimpan" not in page.text and "sebutkan kode" in page.text
    file.unlink()
    assert "Dokumen rusak atau hilang" in case.iwan.get(shown, 500).text
    file.write_bytes(whole)
    assert case.iwan.client.get(shown).data == whole
    assert file.read_bytes() == whole


def test_calibration_is_offered_to_who_may_open_it(case: Rated) -> None:
    link = f"//main//a[contains(@href, '/review/calibration/{case.window}/')]"
    assert case.kasi.get("/review/evaluations/").all(link)
    assert not case.iwan.get("/review/evaluations/").all(link)
