"""Handover and objection: dates of the document's way, states of a keberatan, the emblem.

Revision ID: 0004
Revises: 0003
"""

import re

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

RATING = "IN ('below', 'meets', 'above')"
PREDICATE = "IN ('very_good', 'good', 'needs_improvement', 'poor', 'very_poor')"
#: table -> column -> its definition, which both databases read alike
COLUMNS = {
    "evaluation": {
        "returned_on": "DATE",
        "reported_up_on": "DATE",
        "rated_by_senior": "BOOLEAN NOT NULL DEFAULT false",
    },
    "office": {"emblem_sha256": "VARCHAR(64) NOT NULL DEFAULT ''"},
    "objection": {
        "state": "VARCHAR(30) NOT NULL DEFAULT 'filed' CONSTRAINT ck_objection_state "
        "CHECK (state IN ('filed', 'explained', 'decided'))",
        "parts": "JSON NOT NULL DEFAULT '[]'",
        "evidence_url": "VARCHAR(500) NOT NULL DEFAULT ''",
        "heard_on": "DATE",
        "heard_assessor": "BOOLEAN NOT NULL DEFAULT false",
        "heard_owner": "BOOLEAN NOT NULL DEFAULT false",
        "hearing": "VARCHAR(6000) NOT NULL DEFAULT ''",
        "decider": "JSON",
        "old_result_rating": "VARCHAR(30) CONSTRAINT ck_objection_old_result_rating "
        f"CHECK (old_result_rating {RATING})",
        "old_behaviour_rating": "VARCHAR(30) CONSTRAINT ck_objection_old_behaviour_rating "
        f"CHECK (old_behaviour_rating {RATING})",
        "old_predicate": "VARCHAR(30) CONSTRAINT ck_objection_old_predicate "
        f"CHECK (old_predicate {PREDICATE})",
        "old_recommendation": "VARCHAR(6000) NOT NULL DEFAULT ''",
        "version_id": "INTEGER NOT NULL DEFAULT 1",
        "updated_at": "MOMENT NOT NULL DEFAULT '2026-01-01 00:00:00'",
        "updated_by": "VARCHAR(200)",
    },
}
#: checks over several columns, made once the old rows are in order
CHECKS = {
    "evaluation": {
        "ck_evaluation_delivered": "delivered_on IS NULL OR (signed_on IS NOT NULL "
        "AND delivered_on >= signed_on)",
        "ck_evaluation_received": "received_on IS NULL OR (delivered_on IS NOT NULL "
        "AND received_on >= delivered_on)",
        "ck_evaluation_returned": "returned_on IS NULL OR (received_on IS NOT NULL "
        "AND returned_on >= received_on)",
        "ck_evaluation_reported_up": "reported_up_on IS NULL OR (delivered_on IS NOT NULL "
        "AND reported_up_on >= delivered_on)",
    },
    "objection": {
        "ck_objection_decided": "(state = 'decided') = (decided_on IS NOT NULL)",
        "ck_objection_verdict": "state <> 'decided' OR is_upheld IS NOT NULL",
        "ck_objection_explained": "state <> 'explained' OR explained_on IS NOT NULL",
        "ck_objection_old": "is_upheld IS NULL OR is_upheld OR old_predicate IS NOT NULL",
        "ck_objection_dates": "explained_on >= filed_on AND decided_on >= filed_on "
        "AND heard_on >= filed_on",
    },
}
#: until now a receipt could stand alone; it says that the paper had been handed over
MEND = (
    "UPDATE evaluation SET signed_on = COALESCE(delivered_on, received_on) "
    "WHERE signed_on IS NULL AND COALESCE(delivered_on, received_on) IS NOT NULL",
    "UPDATE evaluation SET delivered_on = received_on "
    "WHERE delivered_on IS NULL AND received_on IS NOT NULL",
    "UPDATE evaluation SET delivered_on = signed_on WHERE delivered_on < signed_on",
    "UPDATE evaluation SET received_on = delivered_on WHERE received_on < delivered_on",
    "UPDATE objection SET state = 'explained' WHERE explained_on IS NOT NULL",
    "UPDATE objection SET state = 'decided' WHERE decided_on IS NOT NULL",
)


def upgrade() -> None:
    """Forward."""
    moment = "DATETIME" if op.get_bind().dialect.name == "sqlite" else "TIMESTAMP"
    for table, columns in COLUMNS.items():
        for name, definition in columns.items():
            text = definition.replace("MOMENT", moment)
            op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {text}")
    for statement in MEND:
        op.execute(statement)
    for table, checks in CHECKS.items():
        with op.batch_alter_table(table) as batch:
            for name, text in checks.items():
                batch.create_check_constraint(op.f(name), text)


def downgrade() -> None:
    """Back: hearing and states are gone, and so is the way of the paper after its receipt."""
    for table, columns in COLUMNS.items():
        with op.batch_alter_table(table) as batch:
            for name in CHECKS.get(table, {}):
                batch.drop_constraint(op.f(name), type_="check")
            for definition in columns.values():
                for name in re.findall(r"CONSTRAINT (ck_\w+)", definition):
                    batch.drop_constraint(op.f(name), type_="check")
            for name in columns:
                batch.drop_column(name)
