"""Migration 0007 with data around it: forward and back on both databases."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade, upgrade

from skpweb.extensions import db
from skpweb.models.dialogues import Dialogue
from tests import records
from tests.office import SmallOffice

THEN = "2026-11-24 01:30:00"
TABLES = {
    "meeting", "meeting_topic", "dialogue", "progress_note", "agreement", "dialogue_addition",
}  # fmt: skip
STORED: dict[str, Any] = {"version_id": 1, "updated_at": THEN}
ROWS: dict[str, dict[str, Any]] = {
    "meeting": STORED | {
        "id": 1, "uid": "a", "sequence": 0, "purpose": "other", "held_on": "2026-11-24",
        "starts_at": "08:00:00.000000", "ends_at": "09:00:00.000000", "place": "", "link": "",
        "change_reason": "",
    },
    "dialogue": STORED | {
        "id": 1, "meeting_id": 1, "skp_id": 1, "leader_id": 1, "leader_title": "",
        "state": "planned", "notes": "", "text_version": 0, "owner_version": 0,
        "leader_version": 0,
    },
    "agreement": STORED | {
        "id": 1, "dialogue_id": 1, "text": "Kirim", "side": "owner", "due_on": "2026-12-01",
        "state": "open", "closed_by": "", "closing_note": "",
    },
    "progress_note": {
        "id": 1, "skp_id": 1, "rhk_key": "", "verdict": "progress", "text": "Baik",
        "follow_ups": "[]", "plan": "", "takes_over": False, "author_id": 1, "author_title": "",
        "recorded_on": "2026-11-24", "recorded_at": THEN, "answer": "", "withdrawal": "",
    },
}  # fmt: skip
REFUSED = {
    "ck_meeting_times": ("meeting", {"id": 2, "uid": "b", "ends_at": "08:00:00.000000"}),
    "ck_dialogue_versions": ("dialogue", {"id": 2, "owner_version": 1}),
    "ck_dialogue_confirmed_by_both": (
        "dialogue", {"id": 2, "state": "confirmed", "confirmed_at": THEN, "recorded_at": THEN,
                     "text_version": 2, "owner_version": 2, "leader_version": 1}),
    "ck_dialogue_recorded": ("dialogue", {"id": 2, "state": "held"}),
    "ck_agreement_closed": ("agreement", {"id": 2, "state": "done"}),
    "ck_agreement_dropped_says_why": (
        "agreement", {"id": 2, "state": "dropped", "closed_on": "2026-11-24"}),
    "ck_progress_note_takes_over_rhk": ("progress_note", {"id": 2, "takes_over": True}),
    "ck_progress_note_answer_is_read": ("progress_note", {"id": 2, "answer": "Ya"}),
    "ck_progress_note_withdrawn_says_why": (
        "progress_note", {"id": 2, "withdrawn_on": "2026-11-24"}),
}  # fmt: skip


def insert(table: str, row: dict[str, Any]) -> None:
    with db.engine.begin() as connection:
        names = ", ".join(f'"{name}"' for name in row)
        text = f"INSERT INTO {table} ({names}) VALUES (:{', :'.join(row)})"
        connection.execute(sa.text(text), row)


def fill() -> None:
    for table, row in ROWS.items():
        insert(table, row)


def test_the_tables_come_and_go_and_nothing_else_changes(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        records.approved_skp(office)
        before = tables()
        fill()
        downgrade(revision="0006")
        assert before - tables() >= TABLES
        upgrade()
        assert tables() == before
        fill()
        assert db.session.scalars(sa.select(Dialogue)).one().state.value == "planned"


def test_the_database_refuses_what_makes_no_sense(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        records.approved_skp(office)
        fill()
        for name, (table, other) in REFUSED.items():
            with pytest.raises(sa.exc.IntegrityError, match=name):
                insert(table, ROWS[table] | other)


def tables() -> set[str]:
    return set(sa.inspect(db.engine).get_table_names())
