"""Migration 0010 with data: forward and back on both databases."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade, upgrade

from skpweb.extensions import db
from tests import records
from tests.office import SmallOffice
from tests.test_migrations import rows

THEN = "2026-10-05 01:30:00"
DATA = (
    "UPDATE posting SET seconded_to = 'Lembaga Contoh' WHERE id = 4",
    "UPDATE organisation_result SET measure = 'trajectory'",
    "INSERT INTO absence (id, employee_id, kind, starts_on, ends_on, basis, recorded_at, "
    f"recorded_by) VALUES (1, 4, 'state_official', '2026-07-01', '2026-12-31', '', '{THEN}', 'x')",
    "INSERT INTO absence (id, employee_id, kind, starts_on, ends_on, basis, recorded_at, "
    f"recorded_by) VALUES (2, 5, 'study', '2026-07-01', '2026-12-31', '', '{THEN}', 'x')",
    "INSERT INTO study (id, absence_id, degree, is_abroad, campus, programme, institution, gpa, "
    "is_extended, dropped_out) VALUES (1, 2, 'higher', false, 'b', 'c', 'Universitas', 340, "
    "false, false)",
)
REFUSED = {
    "ck_organisation_result_measure": "UPDATE organisation_result SET measure = 'guess'",
    "ck_absence_kind": "UPDATE absence SET kind = 'holiday' WHERE id = 1",
    "ck_study_points": "UPDATE study SET gpa = 401",
    "ck_study_accredited": "UPDATE study SET campus = NULL",
    "ck_study_outcome": "UPDATE study SET dropped_out = true, graduated_on = '2026-10-01'",
    "uq_study_absence_id": "INSERT INTO study (id, absence_id, degree, is_abroad, institution, "
    "is_extended, dropped_out) VALUES (2, 2, 'higher', true, 'x', false, false)",
    "ck_adoption_agreed": "INSERT INTO adoption (id, skp_id, window_id, former_id) "
    "VALUES (1, 1, 1, 1)",
    "ck_adoption_by": "INSERT INTO adoption (id, skp_id, window_id, former_id, "
    "assessor_agreed_on) VALUES (1, 1, 1, 1, '2026-10-01')",
}


@pytest.fixture
def filled(app: Flask, office: SmallOffice) -> Iterator[Flask]:
    """One row of everything that is new."""
    with app.app_context():
        records.approved_skp(office)
        records.organisation_result(office, 3)
        db.session.rollback()
        with db.engine.begin() as connection:
            for statement in DATA:
                connection.exec_driver_sql(statement)
        yield app


def test_back_and_forward_keeps_what_the_former_version_knows(filled: Flask) -> None:
    before = {table: rows(table) for table in ("posting", "absence", "organisation_result")}
    downgrade(revision="0009")
    assert {"study", "adoption"} & set(sa.inspect(db.engine).get_table_names()) == set()
    assert [row["kind"] for row in rows("absence")] == ["unpaid", "study"]
    for table, kept in before.items():
        for was, now in zip(kept, rows(table), strict=True):
            assert {name: was[name] for name in now if name != "kind"} == {
                name: value for name, value in now.items() if name != "kind"
            }
    upgrade()
    after = rows("posting")
    assert len(after) == len(before["posting"])
    assert {(row["seconded_to"], bool(row["assessor_absent"])) for row in after} == {("", False)}
    assert [row["measure"] for row in rows("organisation_result")] == [None]


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses_what_makes_no_sense(filled: Flask, name: str) -> None:
    with pytest.raises(sa.exc.IntegrityError) as refusal, db.engine.begin() as connection:
        connection.exec_driver_sql(REFUSED[name])
    said = str(refusal.value.orig)
    assert name in said or (name.startswith("uq_") and "UNIQUE" in said)
