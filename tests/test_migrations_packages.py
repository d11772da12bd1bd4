"""Migration 0005 with data around it: forward and back on both databases."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade, upgrade

from skpweb.extensions import db
from skpweb.models.packages import PackageJob
from tests.office import SmallOffice

THEN = "2026-11-24 01:30:00"
JOB: dict[str, Any] = {
    "id": 1, "scope": "every", "started_by": "Tim", "started_at": THEN, "beat_at": THEN,
    "done": 1, "total": 2, "is_cancelled": False, "problem": "", "file_name": "", "size": 0,
}  # fmt: skip
REFUSED = {
    "ck_package_job_done": {"done": 3},
    "ck_package_job_file": {"file_name": "1-a.zip"},
    "scope": {"scope": "some"},
}


def insert(office: SmallOffice, **other: object) -> None:
    row = JOB | {"unit_id": office.unit_id, "year_id": office.year_id} | other
    names = ", ".join(row)
    with db.engine.begin() as connection:
        text = f"INSERT INTO package_job ({names}) VALUES (:{', :'.join(row)})"
        connection.execute(sa.text(text), row)


def test_the_table_comes_and_goes_and_nothing_else_changes(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        downgrade(revision="0005")
        before = tables()
        insert(office)
        downgrade(revision="0004")
        assert tables() == before - {"package_job"}
        upgrade(revision="0005")
        assert tables() == before
        upgrade()
        insert(office)
        assert db.session.scalars(sa.select(PackageJob)).one().total == 2


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses_what_makes_no_sense(
    app: Flask, office: SmallOffice, name: str
) -> None:
    with app.app_context(), pytest.raises(sa.exc.IntegrityError) as refusal:
        insert(office, **REFUSED[name])
    assert name in str(refusal.value.orig)


def tables() -> set[str]:
    return set(sa.inspect(db.engine).get_table_names())
