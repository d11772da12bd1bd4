"""Migration 0003 with rows in the tables it changes: forward and back on both databases."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade, upgrade

from skpweb.extensions import db
from tests import records
from tests.office import SmallOffice

THEN = "2026-10-05 01:30:00"
#: table -> rows as the former version of the program left them
OLD_ROWS: dict[str, list[dict[str, Any]]] = {
    "action_step": [
        {"id": 1, "skp_id": 1, "rhk_key": "k1", "statement": "Memverifikasi berkas",
         "unit": "berkas", "order": 0, "version_id": 4, "updated_at": THEN, "updated_by": "Iwan"},
        {"id": 2, "skp_id": 1, "rhk_key": "k2", "statement": "Merekap", "unit": "", "order": 1,
         "archived_at": THEN, "version_id": 1, "updated_at": THEN},
    ],
    "import_batch": [
        {"id": 1, "sha256": "a" * 64, "file_name": "daftar.xlsx", "checked_at": THEN,
         "checked_by": "Nur", "result": '{"new": 2}', "applied_at": THEN},
    ],
    "journal_entry": [
        {"id": 1, "skp_id": 1, "step_id": 1, "day": "2026-10-05", "activity": "Menyortir ✓",
         "starts_at": "08:00:00.000000", "ends_at": "09:30:00.000000", "realisation": 9,
         "unit": "berkas", "evidence_url": "https://bukti.example.invalid/1",
         "state": "submitted", "recorded_at": THEN, "return_note": "", "version_id": 1,
         "updated_at": THEN},
        {"id": 2, "skp_id": 1, "day": "2026-10-06", "activity": "Rapat", "unit": "",
         "evidence_url": "", "state": "approved", "recorded_at": THEN, "decided_at": THEN,
         "decided_by": "Dedi, Kepala Seksi Pelayanan", "return_note": "", "version_id": 2,
         "updated_at": THEN},
        {"id": 3, "skp_id": 1, "day": "2026-10-07", "activity": "Lain", "unit": "",
         "evidence_url": "", "state": "returned", "recorded_at": THEN, "decided_at": THEN,
         "decided_by": "Dedi", "return_note": "Perjelas", "version_id": 2, "updated_at": THEN},
    ],
}  # fmt: skip
CHANGED = ("office", "account", "import_batch", "action_step", "journal_entry")
#: what the new schema refuses, each the one thing wrong with a row that is there
REFUSED = {
    "ck_action_step_state": "UPDATE action_step SET state = 'done' WHERE id = 1",
    "ck_action_step_decided": "UPDATE action_step SET decided_at = NULL WHERE id = 1",
    "ck_journal_entry_state": "UPDATE journal_entry SET state = 'lost' WHERE id = 2",
    "ck_journal_entry_decided": "UPDATE journal_entry SET decided_at = NULL WHERE id = 2",
    "ck_journal_entry_realisation": "UPDATE journal_entry SET realisation = -1 WHERE id = 1",
    "ck_journal_entry_times": "UPDATE journal_entry SET ends_at = starts_at WHERE id = 1",
    "ck_journal_entry_duty": "UPDATE journal_entry SET duty = 'fun' WHERE id = 1",
    "ck_journal_entry_link_state": "UPDATE journal_entry SET link_state = 'odd' WHERE id = 1",
    "ck_journal_entry_source": "UPDATE journal_entry SET source = 'dreamt' WHERE id = 1",
    "fk_journal_entry_proxy_id": "UPDATE journal_entry SET proxy_id = 999 WHERE id = 1",
    "fk_journal_entry_batch_id": "UPDATE journal_entry SET batch_id = 999 WHERE id = 1",
    "ck_import_batch_kind": "UPDATE import_batch SET kind = 'odd' WHERE id = 1",
    "fk_import_batch_owner_id": "UPDATE import_batch SET owner_id = 999 WHERE id = 1",
    "ck_office_hours": "UPDATE office SET day_ends_at = day_starts_at",
    "ck_outage_times": "INSERT INTO outage (id, starts_at, ends_at, note, is_noticed, recorded_at, "
    f"recorded_by) VALUES (1, '{THEN}', '{THEN}', '', false, '{THEN}', 'x')",
    "ck_absence_dates": "INSERT INTO absence (id, employee_id, kind, starts_on, ends_on, basis, "
    f"recorded_at, recorded_by) VALUES (1, 1, 'sick', '2026-10-05', '2026-10-04', '', '{THEN}', "
    "'x')",
    "ck_evidence_size": "INSERT INTO evidence (id, owner_id, sha256, source_sha256, name, "
    f"mimetype, size, added_at) VALUES (1, 1, 'a', 'a', 'a', 'a', 0, '{THEN}')",
    "ck_stand_in_not_oneself": "INSERT INTO stand_in (id, assessor_id, delegate_id, kind, title, "
    "basis, starts_on, ends_on, recorded_at, recorded_by) VALUES (1, 1, 1, 'plh', 't', '', "
    f"'2026-10-05', '2026-10-06', '{THEN}', 'x')",
    "ck_stand_in_dates": "INSERT INTO stand_in (id, assessor_id, delegate_id, kind, title, "
    "basis, starts_on, ends_on, recorded_at, recorded_by) VALUES (1, 1, 2, 'plh', 't', '', "
    f"'2026-10-05', '2026-10-04', '{THEN}', 'x')",
    "ck_attendance_counts": "INSERT INTO attendance (id, employee_id, month, present, late, early, "
    "lost_minutes, permitted, sick, on_leave, unexcused) VALUES (1, 1, '2026-10-01', 20, 0, 0, 0, "
    "0, 0, 0, -1)",
    "ck_entry_pattern_weekdays": "INSERT INTO entry_pattern (id, employee_id, activity, rhk_key, "
    f"duty, unit, weekdays, made_at) VALUES (1, 1, 'a', '', 'other', '', 128, '{THEN}')",
}


@pytest.fixture
def old(app: Flask, office: SmallOffice) -> Iterator[Flask]:
    """The former schema with rows in every table that changes."""
    with app.app_context():
        records.approved_skp(office)
        downgrade(revision="0002")
        with db.engine.begin() as connection:
            for table, rows in OLD_ROWS.items():
                for row in rows:
                    connection.execute(sa.text(insert(table, row)), row)
        yield app


def insert(table: str, row: dict[str, Any]) -> str:
    names = ", ".join(f'"{name}"' for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{name}' for name in row)})"


def rows(table: str) -> list[dict[str, Any]]:
    """A table as it is stored."""
    with db.engine.connect() as connection:
        found = connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id")
        return [dict(row._mapping) for row in found]


def schema() -> dict[str, Any]:
    """Columns, indexes, foreign keys and checks of the tables that change."""
    look = sa.inspect(db.engine)
    return {
        table: (
            {(one["name"], str(one["type"]), one["nullable"]) for one in look.get_columns(table)},
            {(one["name"], tuple(one["column_names"])) for one in look.get_indexes(table)},
            {one["name"] for one in look.get_foreign_keys(table)},
            {one["name"] for one in look.get_check_constraints(table)},
        )
        for table in CHANGED
    }


def test_forward_nothing_is_lost_and_the_new_columns_make_sense(old: Flask) -> None:
    before = {table: rows(table) for table in CHANGED}
    upgrade()
    after = {table: rows(table) for table in CHANGED}
    for table in CHANGED:
        assert len(after[table]) == len(before[table]) > 0
        for former, row in zip(before[table], after[table], strict=True):
            assert former.items() <= row.items()
    steps, entries = after["action_step"], after["journal_entry"]
    assert {step["state"] for step in steps} == {"agreed"}  # nobody had to agree before
    for step in steps:
        assert step["decided_at"] == step["proposed_at"] == step["updated_at"]
        assert (step["decided_by"], step["return_note"]) == (None, "")
    assert [entry["duty"] for entry in entries] == ["planned", "other", "other"]
    assert {entry["source"] for entry in entries} == {"typed"}
    assert [batch["kind"] for batch in after["import_batch"]] == ["staff"]
    assert str(after["office"][0]["day_starts_at"]).startswith("07:30:00")
    assert str(after["office"][0]["day_ends_at"]).startswith("16:00:00")
    assert after["office"][0]["evidence_quota"] == 500


def test_the_program_reads_what_was_brought_forward(old: Flask) -> None:
    upgrade()
    from skpweb.models.journal import ActionStep, JournalEntry
    from skpweb.models.organisation import Office

    assert db.session.scalars(sa.select(Office)).one().day_starts_at.hour == 7
    assert [one.statement for one in db.session.scalars(sa.select(ActionStep))] == [
        "Memverifikasi berkas",
        "Merekap",
    ]
    found = db.session.scalars(sa.select(JournalEntry).order_by(JournalEntry.id)).all()
    assert found[0].starts_at is not None and found[0].starts_at.minute == 0
    assert found[0].activity == "Menyortir ✓"


def test_back_again_everything_is_as_it_was(old: Flask) -> None:
    before, looks = {table: rows(table) for table in CHANGED}, schema()
    upgrade()
    with db.engine.begin() as connection:  # what the former version does not know
        for text in (
            "INSERT INTO import_batch (id, sha256, file_name, checked_at, checked_by, result, "
            f"kind, owner_id) VALUES (2, 'b', 'j.xlsx', '{THEN}', 'Iwan', '[]', 'journal', 3)",
            "UPDATE journal_entry SET batch_id = 2, copied_at = updated_at WHERE id = 1",
            "UPDATE journal_entry SET state = 'unconfirmed', proxy_id = 1 WHERE id = 1",
            "UPDATE action_step SET state = 'proposed', decided_at = NULL",
        ):
            connection.exec_driver_sql(text)
    downgrade(revision="0002")
    assert {table: rows(table) for table in CHANGED} == before
    assert schema() == looks
    upgrade()
    assert [row["state"] for row in rows("journal_entry")] == ["submitted", "approved", "returned"]


def test_the_schema_is_the_same_whichever_way_it_was_reached(app: Flask) -> None:
    with app.app_context():
        fresh = schema()
        downgrade(revision="0002")
        upgrade()
        assert schema() == fresh


def test_the_database_itself_refuses_what_makes_no_sense(old: Flask) -> None:
    upgrade()
    for name, statement in REFUSED.items():
        with pytest.raises(sa.exc.IntegrityError) as refusal, db.engine.begin() as connection:
            connection.exec_driver_sql(statement)
        said = str(refusal.value.orig)
        assert name in said or (name.startswith("fk_") and "FOREIGN KEY" in said), (name, said)
