"""Migration 0004 with papers and objections of the former version: forward and back."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade, upgrade

from skpweb.extensions import db
from tests import records
from tests.office import SmallOffice
from tests.test_migrations import insert, rows

THEN = "2026-10-05 01:30:00"
RATED: dict[str, Any] = {
    "skp_id": 1, "state": "rated", "result_rating": "meets", "behaviour_rating": "meets",
    "predicate": "good", "recommendation": "Lanjutkan", "reason": "", "rated_at": THEN,
    "snapshot": "{}", "version_id": 2, "updated_at": THEN,
}  # fmt: skip
#: id -> signed, delivered, received, as they could be stored before
PAPERS = {
    1: (None, None, "2026-10-09"),  # a receipt alone
    2: ("2026-10-05", "2026-10-07", "2026-10-06"),  # received before it was handed over
    3: ("2026-10-08", "2026-10-07", None),  # handed over before it was signed
    4: ("2026-10-05", "2026-10-06", "2026-10-07"),
    5: (None, None, None),
}
#: the same once a paper must go its way in order
MENDED = {
    1: ("2026-10-09", "2026-10-09", "2026-10-09"),
    2: ("2026-10-05", "2026-10-07", "2026-10-07"),
    3: ("2026-10-08", "2026-10-08", None),
    4: PAPERS[4],
    5: PAPERS[5],
}
OBJECTIONS = [
    {"id": 1, "evaluation_id": 1, "filed_on": "2026-10-12", "reason": "a", "due_on": "2026-10-21",
     "explanation": "", "decision": ""},
    {"id": 2, "evaluation_id": 2, "filed_on": "2026-10-12", "reason": "b", "due_on": "2026-10-21",
     "explanation": "c", "explained_on": "2026-10-13", "decision": ""},
    {"id": 3, "evaluation_id": 4, "filed_on": "2026-10-12", "reason": "d", "due_on": "2026-10-21",
     "explanation": "e", "explained_on": "2026-10-13", "decision": "f", "is_upheld": True,
     "decided_on": "2026-10-14"},
]  # fmt: skip


@pytest.fixture
def old(app: Flask, office: SmallOffice) -> Iterator[Flask]:
    """The schema before handover and objection, with papers in every state."""
    with app.app_context():
        records.approved_skp(office)
        windows = list(db.session.scalars(sa.text("SELECT id FROM evaluation_window ORDER BY id")))
        db.session.rollback()
        downgrade(revision="0003")
        with db.engine.begin() as connection:
            for (number, days), window in zip(PAPERS.items(), windows, strict=True):
                row = RATED | {"id": number, "window_id": window} | dated(days)
                connection.execute(sa.text(insert("evaluation", row)), row)
            for one in OBJECTIONS:
                connection.execute(sa.text(insert("objection", one)), one)
        yield app


def dated(days: tuple[str | None, ...]) -> dict[str, str | None]:
    return dict(zip(("signed_on", "delivered_on", "received_on"), days, strict=True))


def papers() -> dict[int, tuple[str | None, ...]]:
    return {
        row["id"]: tuple(
            str(row[name]) if row[name] else None for name in dated((None, None, None))
        )
        for row in rows("evaluation")
    }


def test_papers_are_brought_into_order_and_nobody_rated_for_another(old: Flask) -> None:
    before = rows("objection")
    upgrade(revision="0004")
    assert papers() == MENDED
    assert {bool(row["rated_by_senior"]) for row in rows("evaluation")} == {False}
    after = rows("objection")
    assert [row["state"] for row in after] == ["filed", "explained", "decided"]
    assert all(was.items() <= now.items() for was, now in zip(before, after, strict=True))
    assert {str(row["parts"]) for row in after} == {"[]"}


def test_the_newest_program_reads_and_the_old_one_gets_its_schema_back(old: Flask) -> None:
    looks = {table: columns(table) for table in ("evaluation", "objection", "office")}
    upgrade()
    assert papers() == MENDED
    downgrade(revision="0003")
    assert {table: columns(table) for table in looks} == looks
    assert papers() == MENDED and len(rows("objection")) == len(OBJECTIONS)


@pytest.mark.parametrize("statement", [
    "UPDATE evaluation SET received_on = NULL, returned_on = '2026-10-09' WHERE id = 4",
    "UPDATE evaluation SET reported_up_on = '2026-10-01' WHERE id = 4",
    "UPDATE objection SET state = 'decided' WHERE id = 1",
    "UPDATE objection SET is_upheld = false WHERE id = 3",
    "UPDATE objection SET heard_on = '2026-10-01' WHERE id = 2",
])  # fmt: skip
def test_the_database_refuses_what_makes_no_sense(old: Flask, statement: str) -> None:
    upgrade(revision="0004")
    with pytest.raises(sa.exc.IntegrityError), db.engine.begin() as connection:
        connection.exec_driver_sql(statement)


def columns(table: str) -> set[tuple[str, str]]:
    return {(one["name"], str(one["type"])) for one in sa.inspect(db.engine).get_columns(table)}
