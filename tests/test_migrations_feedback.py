"""Migration 0006 with feedback in it: forward and back on both databases."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade, upgrade

from skpweb.extensions import db
from skpweb.models.feedback import Feedback
from tests import records
from tests.office import SmallOffice

THEN = "2026-10-05 01:30:00"
OLD: dict[str, Any] = {
    "id": 1, "skp_id": 1, "about": "value:loyal", "source": "peer", "tone": "advice",
    "text": "Sudah baik ✓", "giver_title": "Kasi", "given_on": "2026-10-05", "recorded_at": THEN,
}  # fmt: skip
REQUEST = "INSERT INTO feedback_request (id, skp_id, asked_id, about, question, state, asked_on, "
REFUSED = {
    "timing": "UPDATE feedback SET timing = 'never'",
    "way": "UPDATE feedback SET way = 'odd'",
    "outsider": "UPDATE feedback SET outsider_post = 'Dosen'",
    "reply": "UPDATE feedback SET reply = 'Ya'",
    "competence": "INSERT INTO feedback_tag VALUES (1, 'cooking')",
    "ck_feedback_request_closed": f"{REQUEST} word) VALUES (1, 1, 1, '', '', 'withdrawn', "
    "'2026-10-05', '')",
    "ck_feedback_request_answered": f"{REQUEST} word, closed_at) VALUES (1, 1, 1, '', '', "
    f"'answered', '2026-10-05', '', '{THEN}')",
    "ck_feedback_request_declined": f"{REQUEST} word, closed_at) VALUES (1, 1, 1, '', '', "
    f"'declined', '2026-10-05', '', '{THEN}')",
    "feedback_rhythm": "UPDATE office SET feedback_rhythm = 'daily'",
}


def run(statement: str, **values: Any) -> None:
    with db.engine.begin() as connection:
        connection.execute(sa.text(statement), values)


def old_row(office: SmallOffice) -> None:
    row = OLD | {"giver_id": office.ids["kasi"]}
    run(f"INSERT INTO feedback ({', '.join(row)}) VALUES (:{', :'.join(row)})", **row)


def test_old_feedback_gets_its_row_and_comes_back(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        records.approved_skp(office)
        downgrade(revision="0005")
        old_row(office)
        upgrade()
        one = db.session.scalars(sa.select(Feedback)).one()
        found = (one.text, one.under, one.timing.value, one.way.value, one.version_id)
        assert found == ("Sudah baik ✓", "value:loyal", "incidental", "indirect", 1)
        db.session.rollback()
        run("UPDATE feedback SET id = 2, withdrawn_at = :then", then=THEN)
        downgrade(revision="0005")
        with db.engine.connect() as connection:
            assert connection.scalar(sa.text("SELECT count(*) FROM feedback")) == 0
        upgrade()


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses_what_makes_no_sense(
    app: Flask, office: SmallOffice, name: str
) -> None:
    with app.app_context():
        records.approved_skp(office)
        db.session.add(
            Feedback(
                **{key: OLD[key] for key in ("id", "skp_id", "about", "source", "tone", "text")},
                giver_id=office.ids["kasi"],
                given_on=date(2026, 10, 5),
            )
        )
        db.session.commit()
        with pytest.raises(sa.exc.IntegrityError) as refusal:
            run(REFUSED[name])
    assert name in str(refusal.value.orig)
