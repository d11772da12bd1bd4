"""Pembinaan: coaching, mentoring, what follows them, trainings, konseling.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "guidance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skp_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind_of",
            sa.Enum(
                "coaching",
                "mentoring",
                name="kind_of",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "filled",
                "offered",
                "signed",
                "cancelled",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("guide_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=1000), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("begun_by", sa.String(length=200), nullable=False),
        sa.Column("guide_signed_at", sa.DateTime(), nullable=True),
        sa.Column("owner_signed_at", sa.DateTime(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("snapshot", sa.JSON(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "state <> 'offered' OR guide_signed_at IS NOT NULL",
            name=op.f("ck_guidance_offered_is_signed"),
        ),
        sa.CheckConstraint(
            "(state = 'signed') = (owner_signed_at IS NOT NULL)",
            name=op.f("ck_guidance_signed_by_owner"),
        ),
        sa.CheckConstraint(
            "state <> 'signed' OR (guide_signed_at IS NOT NULL AND signed_on IS NOT NULL AND snapshot IS NOT NULL)",
            name=op.f("ck_guidance_signed_is_complete"),
        ),
        sa.ForeignKeyConstraint(["skp_id"], ["skp.id"], name=op.f("fk_guidance_skp_id")),
        sa.ForeignKeyConstraint(["guide_id"], ["employee.id"], name=op.f("fk_guidance_guide_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guidance")),
    )
    op.create_index("ix_guidance_guide_id", "guidance", ["guide_id"])
    op.create_index("ix_guidance_skp_id", "guidance", ["skp_id"])
    op.create_table(
        "guidance_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guidance_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind_of",
            sa.Enum(
                "feedback",
                "competence",
                name="kind_of",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "signed",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("signed_at", sa.DateTime(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("snapshot", sa.JSON(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "(state = 'signed') = (signed_at IS NOT NULL)",
            name=op.f("ck_guidance_paper_signed"),
        ),
        sa.CheckConstraint(
            "state <> 'signed' OR (signed_on IS NOT NULL AND snapshot IS NOT NULL)",
            name=op.f("ck_guidance_paper_signed_is_complete"),
        ),
        sa.ForeignKeyConstraint(
            ["guidance_id"], ["guidance.id"], name=op.f("fk_guidance_paper_guidance_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guidance_paper")),
        sa.UniqueConstraint(
            "guidance_id", "kind_of", name=op.f("uq_guidance_paper_guidance_id_kind_of")
        ),
    )
    op.create_index("ix_guidance_paper_guidance_id", "guidance_paper", ["guidance_id"])
    op.create_table(
        "development",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skp_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind_of",
            sa.Enum(
                "classical",
                "non_classical",
                "formal",
                "informal",
                "assignment",
                "rotation",
                name="kind_of",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "done",
                "cancelled",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("provider", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("certificate_url", sa.String(length=500), nullable=False),
        sa.Column("reason", sa.String(length=6000), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "done_on >= starts_on",
            name=op.f("ck_development_dates"),
        ),
        sa.CheckConstraint(
            "state <> 'done' OR done_on IS NOT NULL",
            name=op.f("ck_development_done_has_day"),
        ),
        sa.CheckConstraint(
            "hours >= 0 AND hours <= 2000",
            name=op.f("ck_development_hours"),
        ),
        sa.ForeignKeyConstraint(["skp_id"], ["skp.id"], name=op.f("fk_development_skp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_development")),
    )
    op.create_index("ix_development_skp_id", "development", ["skp_id"])
    op.create_table(
        "counselling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skp_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "reported",
                "scheduled",
                "closed",
                "declined",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("writer_id", sa.Integer(), nullable=False),
        sa.Column("receiver_id", sa.Integer(), nullable=False),
        sa.Column("senior_id", sa.Integer(), nullable=True),
        sa.Column("expectation", sa.String(length=6000), nullable=False),
        sa.Column("problem", sa.String(length=6000), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=True),
        sa.Column("done_so_far", sa.String(length=6000), nullable=False),
        sa.Column("reported_at", sa.DateTime(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("snapshot", sa.JSON(), nullable=True),
        sa.Column("counsellor_id", sa.Integer(), nullable=True),
        sa.Column(
            "counsellor_kind",
            sa.Enum(
                "independent",
                "assessor",
                "official",
                name="counsellor_kind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=True,
        ),
        sa.Column("meets_on", sa.Date(), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("result", sa.String(length=6000), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "state NOT IN ('scheduled', 'closed') OR (counsellor_id IS NOT NULL AND counsellor_kind IS NOT NULL AND meets_on IS NOT NULL)",
            name=op.f("ck_counselling_arranged"),
        ),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_at IS NOT NULL)",
            name=op.f("ck_counselling_closed"),
        ),
        sa.CheckConstraint(
            "(state = 'draft') = (reported_at IS NULL)",
            name=op.f("ck_counselling_reported"),
        ),
        sa.CheckConstraint(
            "state = 'draft' OR (reported_on IS NOT NULL AND snapshot IS NOT NULL)",
            name=op.f("ck_counselling_reported_is_complete"),
        ),
        sa.ForeignKeyConstraint(
            ["receiver_id"], ["employee.id"], name=op.f("fk_counselling_receiver_id")
        ),
        sa.ForeignKeyConstraint(
            ["senior_id"], ["employee.id"], name=op.f("fk_counselling_senior_id")
        ),
        sa.ForeignKeyConstraint(["skp_id"], ["skp.id"], name=op.f("fk_counselling_skp_id")),
        sa.ForeignKeyConstraint(
            ["writer_id"], ["employee.id"], name=op.f("fk_counselling_writer_id")
        ),
        sa.ForeignKeyConstraint(
            ["counsellor_id"], ["employee.id"], name=op.f("fk_counselling_counsellor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counselling")),
    )
    op.create_index("ix_counselling_counsellor_id", "counselling", ["counsellor_id"])
    op.create_index("ix_counselling_receiver_id", "counselling", ["receiver_id"])
    op.create_index("ix_counselling_senior_id", "counselling", ["senior_id"])
    op.create_index("ix_counselling_skp_id", "counselling", ["skp_id"])
    op.create_index("ix_counselling_writer_id", "counselling", ["writer_id"])


def downgrade() -> None:
    """Back: the records go with their tables."""
    for name in ("counselling", "development", "guidance_paper", "guidance"):
        op.drop_table(name)
