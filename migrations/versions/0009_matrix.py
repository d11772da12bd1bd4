"""Matriks pembagian peran dan hasil: people added, cells, and their lines.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "role_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skp_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("is_team_lead", sa.Boolean(), nullable=False),
        sa.Column("basis", sa.String(length=300), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        *_of_person("role_member"),
        sa.UniqueConstraint(
            "skp_id", "employee_id", name=op.f("uq_role_member_skp_id_employee_id")
        ),
    )
    op.create_table(
        "role_cell",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skp_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("column_key", sa.String(length=32), nullable=False),
        sa.Column("rhk_key", sa.String(length=32), nullable=False),
        sa.Column("column_text", sa.String(length=6000), nullable=False),
        sa.Column("proposed_at", sa.DateTime(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(length=200), nullable=True),
        *_of_person("role_cell"),
        sa.UniqueConstraint(
            "skp_id", "employee_id", "column_key",
            name=op.f("uq_role_cell_skp_id_employee_id_column_key"),
        ),
    )  # fmt: skip
    op.create_table(
        "role_result",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cell_id", sa.Integer(), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("rhk_key", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["cell_id"], ["role_cell.id"], name=op.f("fk_role_result_cell_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_result")),
    )
    for table, columns in INDEXES.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def downgrade() -> None:
    """Back: the matrices are gone, the RHK made of them stay."""
    for table in ("role_result", "role_cell", "role_member"):
        for column in INDEXES[table]:
            op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
        op.drop_table(table)


INDEXES = {
    "role_member": ("skp_id", "employee_id"),
    "role_cell": ("skp_id", "employee_id", "rhk_key"),
    "role_result": ("cell_id", "rhk_key"),
}


def _of_person(table: str) -> list[sa.Constraint]:
    """What both tables of people share."""
    return [
        sa.ForeignKeyConstraint(["skp_id"], ["skp.id"], name=op.f(f"fk_{table}_skp_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f(f"fk_{table}_employee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]
