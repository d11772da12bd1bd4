"""The journal and the approval desk: evidence files, drafts, absences, attendance, stand-ins.

Revision ID: 0003
Revises: 0002
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATES = {
    "ck_journal_entry_state": "state IN ('unconfirmed', 'submitted', 'returned', 'approved')",
    "ck_journal_entry_decided": "state IN ('unconfirmed', 'submitted') OR decided_at IS NOT NULL",
}
OLD_STATES = {
    "ck_journal_entry_state": "state IN ('submitted', 'returned', 'approved')",
    "ck_journal_entry_decided": "state = 'submitted' OR decided_at IS NOT NULL",
}

#: table -> column -> its definition, which both databases read alike
COLUMNS = {
    "account": {"uses_keys": "BOOLEAN NOT NULL DEFAULT false"},
    "import_batch": {
        "kind": "VARCHAR(30) NOT NULL DEFAULT 'staff' CONSTRAINT ck_import_batch_kind "
        "CHECK (kind IN ('staff', 'attendance', 'journal'))",
        "owner_id": "INTEGER CONSTRAINT fk_import_batch_owner_id REFERENCES employee (id)",
    },
    "action_step": {
        "state": "VARCHAR(30) NOT NULL DEFAULT 'proposed' CONSTRAINT ck_action_step_state "
        "CHECK (state IN ('proposed', 'returned', 'agreed'))",
        "proposed_at": "MOMENT NOT NULL DEFAULT '2026-01-01 00:00:00'",
        "decided_at": "MOMENT CONSTRAINT ck_action_step_decided "
        "CHECK (state = 'proposed' OR decided_at IS NOT NULL)",
        "decided_by": "VARCHAR(300)",
        "return_note": "VARCHAR(1000) NOT NULL DEFAULT ''",
    },
    "journal_entry": {
        "rhk_key": "VARCHAR(32) NOT NULL DEFAULT ''",
        "duty": "VARCHAR(30) NOT NULL DEFAULT 'other' CONSTRAINT ck_journal_entry_duty "
        "CHECK (duty IN ('planned', 'additional', 'order', 'other'))",
        "link_state": "VARCHAR(30) NOT NULL DEFAULT 'unchecked' "
        "CONSTRAINT ck_journal_entry_link_state "
        "CHECK (link_state IN ('unchecked', 'fine', 'private', 'dead', 'unreachable'))",
        "link_checked_at": "MOMENT",
        "source": "VARCHAR(30) NOT NULL DEFAULT 'typed' CONSTRAINT ck_journal_entry_source "
        "CHECK (source IN ('typed', 'pasted', 'sheet', 'copied'))",
        "noted_at": "MOMENT",
        "proxy_id": "INTEGER CONSTRAINT fk_journal_entry_proxy_id REFERENCES account (id)",
        "proxy_name": "VARCHAR(200) NOT NULL DEFAULT ''",
        "confirmed_at": "MOMENT",
        "late_note": "VARCHAR(300) NOT NULL DEFAULT ''",
        "batch_id": "INTEGER CONSTRAINT fk_journal_entry_batch_id REFERENCES import_batch (id)",
        "copied_at": "MOMENT",
        "written_at": "MOMENT NOT NULL DEFAULT '2026-01-01 00:00:00'",
    },
    "office": {
        "requires_step": "BOOLEAN NOT NULL DEFAULT false",
        "requires_times": "BOOLEAN NOT NULL DEFAULT false",
        "requires_realisation": "BOOLEAN NOT NULL DEFAULT false",
        "requires_evidence": "BOOLEAN NOT NULL DEFAULT false",
        "day_starts_at": "TIME NOT NULL DEFAULT '07:30:00.000000'",
        "day_ends_at": "TIME NOT NULL DEFAULT '16:00:00.000000' CONSTRAINT ck_office_hours "
        "CHECK (day_ends_at > day_starts_at)",
        "evidence_quota": "INTEGER NOT NULL DEFAULT 500",
    },
}
INDEXES = (
    ("ix_import_batch_owner_id", "import_batch", ["owner_id"]),
    ("ix_action_step_state_skp_id", "action_step", ["state", "skp_id"]),
    ("ix_journal_entry_batch_id", "journal_entry", ["batch_id"]),
)
LINKS = "ix_journal_entry_evidence_url"
NEW = (
    "outage",
    "absence",
    "evidence",
    "stand_in",
    "attendance",
    "draft",
    "entry_pattern",
    "entry_evidence",
)


def upgrade() -> None:
    """Forward."""
    create_tables()
    redo("journal_entry", checks=STATES, spends_ids=True)
    redo("import_batch", checks={}, spends_ids=True)
    moment = "DATETIME" if op.get_bind().dialect.name == "sqlite" else "TIMESTAMP"
    for table, columns in COLUMNS.items():
        for name, definition in columns.items():
            text = definition.replace("MOMENT", moment)
            op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {text}")
    for name, table, columns in INDEXES:
        op.create_index(name, table, columns)
    has_link = sa.text("evidence_url <> ''")
    op.create_index(
        LINKS, "journal_entry", ["evidence_url"], sqlite_where=has_link, postgresql_where=has_link
    )
    # what was written before nobody had to agree on
    op.execute("UPDATE action_step SET decided_at = updated_at, proposed_at = updated_at")
    op.execute("UPDATE action_step SET state = 'agreed'")
    op.execute("UPDATE journal_entry SET duty = 'planned' WHERE step_id IS NOT NULL")
    op.execute("UPDATE journal_entry SET written_at = updated_at")


def downgrade() -> None:
    """Back: files and drafts are gone, entries that waited for their owner are submitted."""
    for name, table, _ in INDEXES:
        op.drop_index(name, table_name=table)
    op.drop_index(LINKS, table_name="journal_entry")
    for name in reversed(NEW):
        op.drop_table(name)
    op.execute("UPDATE journal_entry SET batch_id = NULL")
    op.execute("UPDATE journal_entry SET state = 'submitted' WHERE state = 'unconfirmed'")
    op.execute("DELETE FROM import_batch WHERE kind <> 'staff'")
    for table, columns in COLUMNS.items():
        redo(table, OLD_STATES if table == "journal_entry" else {}, columns)


def redo(
    table: str, checks: dict[str, str], without: dict[str, str] | tuple[()] = (),
    spends_ids: bool = False,
) -> None:  # fmt: skip
    """Change check constraints and drop columns; SQLite copies the table for it.

    ``spends_ids``: what is deleted leaves its id free on SQLite, unless told so.
    """
    how = {"recreate": "always"} if spends_ids and op.get_bind().dialect.name == "sqlite" else {}
    with op.batch_alter_table(
        table, table_kwargs={"sqlite_autoincrement": spends_ids}, **how
    ) as batch:
        for name, text in checks.items():
            batch.drop_constraint(op.f(name), type_="check")
            batch.create_check_constraint(op.f(name), text)
        for definition in dict(without).values():
            for name in re.findall(r"CONSTRAINT (ck_\w+)", definition):
                batch.drop_constraint(op.f(name), type_="check")
        for name in without:
            batch.drop_column(name)


def create_tables() -> None:
    """The tables that are new."""
    op.create_table(
        "outage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("is_noticed", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(length=200), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_outage_times")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outage")),
    )
    op.create_index("ix_outage_ends_at", "outage", ["ends_at"])

    op.create_table(
        "absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "annual",
                "sick",
                "maternity",
                "important",
                "long",
                "unpaid",
                "study",
                "suspended",
                "pre_retirement",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("basis", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(length=200), nullable=False),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_absence_dates")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_absence_employee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index("ix_absence_employee_id_starts_on", "absence", ["employee_id", "starts_on"])

    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("source_sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("mimetype", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_evidence_size")),
        sa.ForeignKeyConstraint(["owner_id"], ["employee.id"], name=op.f("fk_evidence_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_evidence_owner_id_added_at", "evidence", ["owner_id", "added_at"])
    op.create_index("ix_evidence_source_sha256", "evidence", ["source_sha256"])

    op.create_table(
        "stand_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessor_id", sa.Integer(), nullable=False),
        sa.Column("delegate_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "delegate",
                "plt",
                "plh",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=250), nullable=False),
        sa.Column("basis", sa.String(length=300), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(length=200), nullable=False),
        sa.CheckConstraint("assessor_id <> delegate_id", name=op.f("ck_stand_in_not_oneself")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_stand_in_dates")),
        sa.ForeignKeyConstraint(
            ["assessor_id"], ["employee.id"], name=op.f("fk_stand_in_assessor_id")
        ),
        sa.ForeignKeyConstraint(
            ["delegate_id"], ["employee.id"], name=op.f("fk_stand_in_delegate_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_in")),
    )
    op.create_index("ix_stand_in_assessor_id", "stand_in", ["assessor_id"])
    op.create_index("ix_stand_in_delegate_id", "stand_in", ["delegate_id"])

    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("late", sa.Integer(), nullable=False),
        sa.Column("early", sa.Integer(), nullable=False),
        sa.Column("lost_minutes", sa.Integer(), nullable=False),
        sa.Column("permitted", sa.Integer(), nullable=False),
        sa.Column("sick", sa.Integer(), nullable=False),
        sa.Column("on_leave", sa.Integer(), nullable=False),
        sa.Column("unexcused", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "present >= 0 AND late >= 0 AND early >= 0 AND lost_minutes >= 0 AND permitted >= 0 AND sick >= 0 AND on_leave >= 0 AND unexcused >= 0",
            name=op.f("ck_attendance_counts"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_attendance_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_attendance_employee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("employee_id", "month", name=op.f("uq_attendance_employee_id_month")),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_draft_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("account_id", "form", name=op.f("uq_draft_account_id_form")),
    )
    op.create_table(
        "entry_pattern",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("activity", sa.String(length=1000), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=True),
        sa.Column("rhk_key", sa.String(length=32), nullable=False),
        sa.Column(
            "duty",
            sa.Enum(
                "planned",
                "additional",
                "order",
                "other",
                name="duty",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("realisation", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column("weekdays", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_entry_pattern_times")),
        sa.CheckConstraint("realisation >= 0", name=op.f("ck_entry_pattern_realisation")),
        sa.CheckConstraint("weekdays BETWEEN 0 AND 127", name=op.f("ck_entry_pattern_weekdays")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_entry_pattern_employee_id")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["action_step.id"], name=op.f("fk_entry_pattern_step_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_pattern")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_entry_pattern_employee_id", "entry_pattern", ["employee_id"])

    op.create_table(
        "entry_evidence",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal_entry.id"], name=op.f("fk_entry_evidence_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_entry_evidence_evidence_id")
        ),
        sa.PrimaryKeyConstraint("entry_id", "evidence_id", name=op.f("pk_entry_evidence")),
    )
    op.create_index("ix_entry_evidence_evidence_id", "entry_evidence", ["evidence_id"])
