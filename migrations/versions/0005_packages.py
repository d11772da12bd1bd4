"""Packages of a unit as ZIP: what a process of its own is asked to make.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "package_job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column(
            "scope",
            sa.Enum("every", "annual", name="scope", native_enum=False, create_constraint=True,
                    length=30),
            nullable=False,
        ),
        sa.Column("started_by", sa.String(length=200), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("beat_at", sa.DateTime(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("is_cancelled", sa.Boolean(), nullable=False),
        sa.Column("problem", sa.String(length=300), nullable=False),
        sa.Column("file_name", sa.String(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("done >= 0 AND done <= total", name=op.f("ck_package_job_done")),
        sa.CheckConstraint(
            "file_name = '' OR finished_at IS NOT NULL", name=op.f("ck_package_job_file")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_package_job_unit_id")),
        sa.ForeignKeyConstraint(
            ["year_id"], ["performance_year.id"], name=op.f("fk_package_job_year_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_package_job")),
    )  # fmt: skip
    op.create_index("ix_package_job_unit_id", "package_job", ["unit_id"])
    op.create_index("ix_package_job_finished_at", "package_job", ["finished_at"])


def downgrade() -> None:
    """Back: finished files stay in the data folder until they are a week old."""
    op.drop_table("package_job")
