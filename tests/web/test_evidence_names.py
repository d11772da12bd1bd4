"""Files are offered under the names that they were sent with, whatever their letters."""

import pytest
from flask import Flask

from tests import proofs
from tests.office import SmallOffice
from tests.web.evidence_scene import Proofs


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Proofs:
    """Iwan and Yuli with an entry each."""
    return Proofs(app, office)


NAMES = [
    ("Nota dinas – 24 Nov.pdf", "Nota dinas 24 Nov.pdf", "Nota%20dinas%20%E2%80%93%2024%20Nov.pdf"),
    ("Résumé.pdf", "Resume.pdf", "R%C3%A9sum%C3%A9.pdf"),
    ("\N{OK HAND SIGN}.pdf", "berkas.pdf", "%F0%9F%91%8C.pdf"),
    ("\u0633\u0646\u062f.pdf", "berkas.pdf", "%D8%B3%D9%86%D8%AF.pdf"),
    ("a; b='c%d.pdf", "a; b='c%d.pdf", ""),
]


@pytest.mark.parametrize(("name", "plain", "full"), NAMES)
def test_a_file_is_offered_under_its_name_in_any_letters(
    scene: Proofs, name: str, plain: str, full: str
) -> None:
    scene.send("iwan", proofs.PDF, name)
    (file,) = scene.files()
    assert file.name == name
    said = scene.iwan.get(f"/journal/evidence/{file.id}").headers["Content-Disposition"]
    more = f"; filename*=UTF-8''{full}" if full else ""
    assert said.replace('"', "") == f"attachment; filename={plain}{more}"
