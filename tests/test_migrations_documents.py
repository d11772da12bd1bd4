"""Migration 0011 with data in it: forward and back on both databases."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade, upgrade

from skpweb.extensions import db
from tests import records
from tests.office import SmallOffice
from tests.test_migrations import rows

THEN = "2026-11-24 01:30:00"
COMMON: dict[str, Any] = {"version_id": 1, "updated_at": THEN}
GUIDANCE = COMMON | {
    "id": 1, "skp_id": 1, "kind_of": "coaching", "state": "open", "guide_id": 1, "topic": "",
    "note": "", "body": "{}", "begun_on": "2026-11-24", "begun_by": "",
}  # fmt: skip
PAPER = COMMON | {
    "id": 1, "guidance_id": 1, "kind_of": "feedback", "state": "draft", "body": "{}",
}  # fmt: skip
DOCUMENT = {"id": 1, "skp_id": 1, "sha256": "a" * 64, "pages": 1, "created_at": THEN}
SKP = DOCUMENT | {"version_ref": 1, "form_code": "A.1.7", "code": "AAAA"}
RECORD = DOCUMENT | {"id": 2, "guidance_id": 1, "form_code": "B.1.6", "code": "BBBB"}
AFTER = DOCUMENT | {"id": 3, "guidance_paper_id": 1, "form_code": "B.1.8", "code": "CCCC"}
JOB = {
    "id": 1, "scope": "every", "started_by": "Tim", "started_at": THEN, "beat_at": THEN,
    "done": 1, "total": 2, "is_cancelled": False, "problem": "", "file_name": "", "size": 0,
}  # fmt: skip
NEW = {"code": "DDDD", "id": 4}
REFUSED = {
    "ck_document_one_subject": [
        ("document", RECORD | NEW | {"version_ref": 1}),
        ("document", AFTER | NEW | {"guidance_id": 1}),
        ("document", DOCUMENT | NEW | {"form_code": "B.1.6"}),
    ],
    "uq_document_guidance_id_form_code": [("document", RECORD | NEW)],
    "uq_document_guidance_paper_id_form_code": [("document", AFTER | NEW)],
    "fk_document_guidance_id": [("document", RECORD | NEW | {"guidance_id": 9})],
    "fk_document_guidance_paper_id": [("document", AFTER | NEW | {"guidance_paper_id": 9})],
    "fk_package_job_annexes_for_id": [("package_job", JOB | {"id": 3, "annexes_for_id": 99})],
    "ck_package_job_done": [("package_job", JOB | {"id": 3, "done": 3})],
    "scope": [("package_job", JOB | {"id": 3, "scope": "some"})],
}
FAULTS = [(name, *fault) for name, faults in REFUSED.items() for fault in faults]


def insert(table: str, row: dict[str, Any]) -> None:
    text = f"INSERT INTO {table} ({', '.join(row)}) VALUES (:{', :'.join(row)})"
    with db.engine.begin() as connection:
        connection.execute(sa.text(text), row)


def fill(office: SmallOffice) -> None:
    """A document of each kind, and a job with annexes beside one without."""
    assert records.approved_skp(office) == 1
    db.session.remove()
    insert("guidance", GUIDANCE)
    insert("guidance_paper", PAPER)
    for row in (SKP, RECORD, AFTER):
        insert("document", row)
    insert("package_job", job(office))
    insert("package_job", job(office) | {"id": 2, "annexes_for_id": 1})


def job(office: SmallOffice) -> dict[str, Any]:
    return JOB | {"unit_id": office.unit_id, "year_id": office.year_id}


def test_back_and_forward_keeps_what_the_former_version_knows(
    app: Flask, office: SmallOffice
) -> None:
    with app.app_context():
        fill(office)
        before = {table: rows(table)[0] for table in ("document", "package_job")}
        downgrade(revision="0010")
        for table, row in before.items():
            (kept,) = rows(table)
            assert kept == {name: row[name] for name in kept}, table
        assert len(rows("guidance")) == len(rows("guidance_paper")) == 1
        with pytest.raises(sa.exc.IntegrityError, match="one_subject"):
            insert("document", DOCUMENT | NEW | {"form_code": "A.1.8"})
        upgrade()
        assert {table: rows(table) for table in before} == {
            table: [row] for table, row in before.items()
        }
        insert("document", RECORD)


@pytest.mark.parametrize(("name", "table", "row"), FAULTS)
def test_the_database_refuses_what_makes_no_sense(
    app: Flask, office: SmallOffice, name: str, table: str, row: dict[str, Any]
) -> None:
    with app.app_context():
        fill(office)
        row = job(office) | row if table == "package_job" else row
        with pytest.raises(sa.exc.IntegrityError) as refusal:
            insert(table, row)
    said = str(refusal.value.orig)
    unnamed = ("UNIQUE", "FOREIGN KEY")[name.startswith("fk_")]
    assert name in said or (not name.startswith(("ck_", "scope")) and unnamed in said)
