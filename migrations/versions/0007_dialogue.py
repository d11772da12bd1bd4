"""Dialog kinerja: meetings, agreed actions, progress and its consequences.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

#: in the order in which they come; they go the other way
TABLES = ("meeting", "meeting_topic", "dialogue", "progress_note", "agreement", "dialogue_addition")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "expectation",
                "monitoring",
                "evaluation",
                "other",
                name="purpose",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("ends_at", sa.Time(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("link", sa.String(length=500), nullable=False),
        sa.Column("change_reason", sa.String(length=500), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(length=200), nullable=True),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_meeting_times")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("uid", name=op.f("uq_meeting_uid")),
    )
    op.create_index(op.f("ix_meeting_held_on"), "meeting", ["held_on"], unique=False)
    op.create_table(
        "meeting_topic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_topic_meeting_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_topic")),
    )
    op.create_index(
        op.f("ix_meeting_topic_meeting_id"), "meeting_topic", ["meeting_id"], unique=False
    )
    op.create_table(
        "dialogue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("skp_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("leader_title", sa.String(length=200), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "held",
                "confirmed",
                "cancelled",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("notes", sa.String(length=6000), nullable=False),
        sa.Column("text_version", sa.Integer(), nullable=False),
        sa.Column("owner_version", sa.Integer(), nullable=False),
        sa.Column("leader_version", sa.Integer(), nullable=False),
        sa.Column("owner_confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("leader_confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "state <> 'confirmed' OR (confirmed_at IS NOT NULL AND text_version > 0 AND owner_version = text_version AND leader_version = text_version)",
            name=op.f("ck_dialogue_confirmed_by_both"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'cancelled') OR recorded_at IS NOT NULL",
            name=op.f("ck_dialogue_recorded"),
        ),
        sa.CheckConstraint(
            "owner_version <= text_version AND leader_version <= text_version",
            name=op.f("ck_dialogue_versions"),
        ),
        sa.ForeignKeyConstraint(["leader_id"], ["employee.id"], name=op.f("fk_dialogue_leader_id")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_dialogue_meeting_id")
        ),
        sa.ForeignKeyConstraint(["skp_id"], ["skp.id"], name=op.f("fk_dialogue_skp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogue")),
        sa.UniqueConstraint("meeting_id", "skp_id", name=op.f("uq_dialogue_meeting_id_skp_id")),
    )
    op.create_index(op.f("ix_dialogue_leader_id"), "dialogue", ["leader_id"], unique=False)
    op.create_index(op.f("ix_dialogue_meeting_id"), "dialogue", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_dialogue_skp_id"), "dialogue", ["skp_id"], unique=False)
    op.create_table(
        "progress_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skp_id", sa.Integer(), nullable=False),
        sa.Column("rhk_key", sa.String(length=32), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "progress",
                "no_progress",
                name="verdict",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("follow_ups", sa.JSON(), nullable=False),
        sa.Column("plan", sa.String(length=2000), nullable=False),
        sa.Column(
            "guidance",
            sa.Enum(
                "coaching",
                "mentoring",
                "formal",
                "informal",
                "counselling",
                name="guidance",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=True,
        ),
        sa.Column("takes_over", sa.Boolean(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("author_title", sa.String(length=200), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.Column("answer", sa.String(length=2000), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawal", sa.String(length=500), nullable=False),
        sa.CheckConstraint(
            "NOT takes_over OR rhk_key <> ''", name=op.f("ck_progress_note_takes_over_rhk")
        ),
        sa.CheckConstraint(
            "answer = '' OR read_at IS NOT NULL", name=op.f("ck_progress_note_answer_is_read")
        ),
        sa.CheckConstraint(
            "withdrawn_on IS NULL OR (takes_over AND withdrawal <> '')",
            name=op.f("ck_progress_note_withdrawn_says_why"),
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["employee.id"], name=op.f("fk_progress_note_author_id")
        ),
        sa.ForeignKeyConstraint(["skp_id"], ["skp.id"], name=op.f("fk_progress_note_skp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_note")),
    )
    op.create_index(
        op.f("ix_progress_note_recorded_on"), "progress_note", ["recorded_on"], unique=False
    )
    op.create_index(op.f("ix_progress_note_skp_id"), "progress_note", ["skp_id"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column(
            "side",
            sa.Enum(
                "owner", "leader", name="side", native_enum=False, create_constraint=True, length=30
            ),
            nullable=False,
        ),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "done",
                "dropped",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_by", sa.String(length=200), nullable=False),
        sa.Column("closing_note", sa.String(length=500), nullable=False),
        sa.Column("closed_in_id", sa.Integer(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "(state = 'open') = (closed_on IS NULL)", name=op.f("ck_agreement_closed")
        ),
        sa.CheckConstraint(
            "state <> 'dropped' OR closing_note <> ''", name=op.f("ck_agreement_dropped_says_why")
        ),
        sa.ForeignKeyConstraint(
            ["closed_in_id"], ["dialogue.id"], name=op.f("fk_agreement_closed_in_id")
        ),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name=op.f("fk_agreement_dialogue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_index(op.f("ix_agreement_dialogue_id"), "agreement", ["dialogue_id"], unique=False)
    op.create_index(op.f("ix_agreement_due_on"), "agreement", ["due_on"], unique=False)
    op.create_table(
        "dialogue_addition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name=op.f("fk_dialogue_addition_dialogue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogue_addition")),
    )
    op.create_index(
        op.f("ix_dialogue_addition_dialogue_id"), "dialogue_addition", ["dialogue_id"], unique=False
    )


def downgrade() -> None:
    """Back."""
    for table in reversed(TABLES):
        op.drop_table(table)
