"""Umpan balik: kind, request, tags, private notes.

Revision ID: 0006
Revises: 0005
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

#: table -> column -> its definition, which both databases read alike
COLUMNS = {
    "office": {
        "feedback_rhythm": "VARCHAR(30) NOT NULL DEFAULT 'window' "
        "CONSTRAINT ck_office_feedback_rhythm CHECK (feedback_rhythm IN ('window', 'month'))",
    },
    "feedback": {
        "under": "VARCHAR(60) NOT NULL DEFAULT ''",
        "timing": "VARCHAR(30) NOT NULL DEFAULT 'incidental' CONSTRAINT ck_feedback_timing "
        "CHECK (timing IN ('scheduled', 'incidental'))",
        "way": "VARCHAR(30) NOT NULL DEFAULT 'indirect' CONSTRAINT ck_feedback_way "
        "CHECK (way IN ('direct', 'indirect'))",
        "outsider": "VARCHAR(150) NOT NULL DEFAULT ''",
        "outsider_post": "VARCHAR(200) NOT NULL DEFAULT '' CONSTRAINT ck_feedback_outsider "
        "CHECK (outsider_post = '' OR outsider <> '')",
        "corrected_at": "MOMENT",
        "withdrawn_at": "MOMENT",
        "read_at": "MOMENT",
        "reply": "VARCHAR(1000) NOT NULL DEFAULT '' CONSTRAINT ck_feedback_reply "
        "CHECK (reply = '' OR read_at IS NOT NULL)",
        "version_id": "INTEGER NOT NULL DEFAULT 1",
        "updated_at": "MOMENT NOT NULL DEFAULT '2026-01-01 00:00:00'",
        "updated_by": "VARCHAR(200)",
    },
}
COMPETENCES = (
    "integrity", "teamwork", "communication", "results", "service", "development", "change",
    "decisions", "cohesion", "leadership", "technical", "data", "digital", "writing", "finance",
    "planning",
)  # fmt: skip


def upgrade() -> None:
    """Forward."""
    moment = "DATETIME" if op.get_bind().dialect.name == "sqlite" else "TIMESTAMP"
    for table, columns in COLUMNS.items():
        for name, definition in columns.items():
            text = definition.replace("MOMENT", moment)
            op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {text}")
    op.execute("UPDATE feedback SET under = about, updated_at = recorded_at")
    op.create_index("ix_feedback_giver_id", "feedback", ["giver_id"])
    op.create_table(
        "feedback_tag",
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("competence", choice("competence", *COMPETENCES), nullable=False),
        sa.ForeignKeyConstraint(
            ["feedback_id"], ["feedback.id"], name=op.f("fk_feedback_tag_feedback_id")
        ),
        sa.PrimaryKeyConstraint("feedback_id", "competence", name=op.f("pk_feedback_tag")),
    )
    create_requests()
    create_notes()


def create_requests() -> None:
    """What was asked for."""
    op.create_table(
        "feedback_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skp_id", sa.Integer(), nullable=False),
        sa.Column("asked_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(length=60), nullable=False),
        sa.Column("question", sa.String(length=500), nullable=False),
        sa.Column(
            "state", choice("state", "open", "answered", "declined", "withdrawn"), nullable=False
        ),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("word", sa.String(length=300), nullable=False),
        sa.Column("feedback_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(state = 'open') = (closed_at IS NULL)", name=op.f("ck_feedback_request_closed")
        ),
        sa.CheckConstraint(
            "(state = 'answered') = (feedback_id IS NOT NULL)",
            name=op.f("ck_feedback_request_answered"),
        ),
        sa.CheckConstraint(
            "state <> 'declined' OR word <> ''", name=op.f("ck_feedback_request_declined")
        ),
        sa.ForeignKeyConstraint(["skp_id"], ["skp.id"], name=op.f("fk_feedback_request_skp_id")),
        sa.ForeignKeyConstraint(
            ["asked_id"], ["employee.id"], name=op.f("fk_feedback_request_asked_id")
        ),
        sa.ForeignKeyConstraint(
            ["feedback_id"], ["feedback.id"], name=op.f("fk_feedback_request_feedback_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_request")),
    )
    op.create_index("ix_feedback_request_skp_id", "feedback_request", ["skp_id"])
    op.create_index("ix_feedback_request_asked_id", "feedback_request", ["asked_id"])


def create_notes() -> None:
    """What a superior notes for himself."""
    op.create_table(
        "private_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skp_id", sa.Integer(), nullable=False),
        sa.Column("writer_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["skp_id"], ["skp.id"], name=op.f("fk_private_note_skp_id")),
        sa.ForeignKeyConstraint(
            ["writer_id"], ["employee.id"], name=op.f("fk_private_note_writer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_note")),
    )
    op.create_index("ix_private_note_skp_id_writer_id", "private_note", ["skp_id", "writer_id"])


def choice(name: str, *values: str) -> sa.Enum:
    """Text that is one of these."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=30)


def downgrade() -> None:
    """Back: what was withdrawn or said on a journal entry goes, the rest loses its marks."""
    op.drop_table("private_note")
    op.drop_table("feedback_request")
    op.drop_table("feedback_tag")
    op.drop_index("ix_feedback_giver_id", "feedback")
    op.execute("DELETE FROM feedback WHERE withdrawn_at IS NOT NULL OR about LIKE 'entry:%'")
    for table, columns in COLUMNS.items():
        with op.batch_alter_table(table) as batch:
            for definition in columns.values():
                for name in re.findall(r"CONSTRAINT (ck_\w+)", definition):
                    batch.drop_constraint(op.f(name), type_="check")
            for name in columns:
                batch.drop_column(name)
