"""Migration 0008 with data in it: forward and back on both databases."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade, upgrade

from skpweb.extensions import db
from skpweb.models.guidance import Guidance
from tests import records
from tests.office import SmallOffice

TABLES = {"guidance", "guidance_paper", "development", "counselling"}
THEN = "2026-11-24 01:30:00"
COMMON: dict[str, Any] = {"version_id": 1, "updated_at": THEN}
ROWS: dict[str, dict[str, Any]] = {
    "guidance": {
        "id": 1, "kind_of": "coaching", "state": "open", "guide_id": 1, "topic": "", "note": "",
        "body": "{}", "begun_on": "2026-11-24", "begun_by": "",
    },
    "guidance_paper": {
        "id": 1, "guidance_id": 1, "kind_of": "feedback", "state": "draft", "body": "{}",
    },
    "development": {
        "id": 1, "kind_of": "classical", "state": "planned", "title": "Arsip", "provider": "",
        "hours": 20, "certificate_url": "", "reason": "", "created_at": THEN,
    },
    "counselling": {
        "id": 1, "state": "draft", "writer_id": 1, "receiver_id": 2, "expectation": "",
        "problem": "", "done_so_far": "", "place": "", "result": "", "note": "",
    },
}  # fmt: skip
REFUSED = {
    "ck_guidance_signed_by_owner": ("guidance", {"state": "signed"}),
    "ck_guidance_offered_is_signed": ("guidance", {"state": "offered"}),
    "ck_development_hours": ("development", {"hours": -1}),
    "ck_development_done_has_day": ("development", {"state": "done"}),
    "ck_counselling_reported": ("counselling", {"state": "reported"}),
    "ck_counselling_closed": ("counselling", {"closed_at": THEN}),
}


def insert(table: str, skp_id: int, **other: object) -> None:
    row = COMMON | ROWS[table] | other
    if table != "guidance_paper":
        row |= {"skp_id": skp_id}
    text = f"INSERT INTO {table} ({', '.join(row)}) VALUES (:{', :'.join(row)})"
    with db.engine.begin() as connection:
        connection.execute(sa.text(text), row)


def test_the_tables_come_and_go_and_nothing_else_changes(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        skp_id = records.approved_skp(office)
        db.session.remove()
        before = tables()
        for table in ROWS:
            insert(table, skp_id)
        downgrade(revision="0007")
        assert before - tables() >= TABLES
        upgrade()
        assert tables() == before
        insert("guidance", skp_id)
        assert db.session.scalars(sa.select(Guidance)).one().body == {}


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses_what_makes_no_sense(
    app: Flask, office: SmallOffice, name: str
) -> None:
    table, other = REFUSED[name]
    with app.app_context():
        skp_id = records.approved_skp(office)
        db.session.remove()
        with pytest.raises(sa.exc.IntegrityError) as refusal:
            insert(table, skp_id, **other)
    assert name in str(refusal.value.orig)


def tables() -> set[str]:
    return set(sa.inspect(db.engine).get_table_names())
