"""What was signed by an earlier version can be opened: its snapshot lacks what came later."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.documents import Document
from skpweb.models.review import Evaluation
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.rated import Rated

FIRST = {"parties", "organisation_level", "version", "rhks", "expectations", "feedback"}


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Rated:
    """Signed when a snapshot held only what the forms print; no paper was drawn yet."""
    made = Rated(app, office)
    with app.app_context():
        found = db.session.scalars(sa.select(Evaluation)).one()
        facts: dict[str, Any] = found.snapshot or {}
        assert set(facts) > FIRST
        found.snapshot = {name: value for name, value in facts.items() if name in FIRST}
        db.session.execute(sa.delete(Document).where(Document.evaluation_id.is_not(None)))
        db.session.commit()
    return made


def test_its_pages_and_papers_open(case: Rated) -> None:
    for path in (case.home, case.way, case.about, "/results/", "/"):
        assert case.iwan.get(path).status == 200
    for path in (case.path, f"{case.path}contribution", f"/review/calibration/{case.window}/"):
        assert case.kasi.get(path).status == 200
    for name in ("evaluation", "document"):
        assert "Iwan Permadanu".upper() in whole_text(case.pdf(name)).upper()
    package = case.iwan.client.get(f"/results/skp/{case.skp_id}/berkas-kinerja.pdf")
    assert package.status_code == 200
