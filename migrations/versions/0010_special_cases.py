"""Special cases: a penilai gone for good, a secondment, tugas belajar, a former unit's result.

Revision ID: 0010
Revises: 0009
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

#: table -> column -> its definition, which both databases read alike
COLUMNS = {
    "posting": {
        "assessor_absent": "BOOLEAN NOT NULL DEFAULT false",
        "seconded_to": "VARCHAR(200) NOT NULL DEFAULT ''",
    },
    "organisation_result": {
        "measure": "VARCHAR(30) CONSTRAINT ck_organisation_result_measure "
        "CHECK (measure IN ('action_plan', 'trajectory', 'indicators'))",
    },
}
KINDS = (
    "'annual', 'sick', 'maternity', 'important', 'long', 'unpaid', 'study', 'suspended', "
    "'pre_retirement'"
)


def upgrade() -> None:
    """Forward."""
    for table, columns in COLUMNS.items():
        for name, definition in columns.items():
            op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {definition}")
    kinds_of_absence(f"{KINDS}, 'state_official'")
    op.create_table(
        "study",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("absence_id", sa.Integer(), nullable=False),
        _choice("degree", "bachelor", "higher"),
        sa.Column("is_abroad", sa.Boolean(), nullable=False),
        _choice("campus", "a", "b", "c", nullable=True),
        _choice("programme", "a", "b", "c", nullable=True),
        sa.Column("institution", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("graduated_on", sa.Date(), nullable=True),
        sa.Column("gpa", sa.Integer(), nullable=True),
        sa.Column("is_extended", sa.Boolean(), nullable=False),
        sa.Column("dropped_out", sa.Boolean(), nullable=False),
        sa.CheckConstraint("gpa >= 0 AND gpa <= 400", name=op.f("ck_study_points")),
        sa.CheckConstraint("is_abroad OR campus IS NOT NULL", name=op.f("ck_study_accredited")),
        sa.CheckConstraint(
            "NOT dropped_out OR graduated_on IS NULL", name=op.f("ck_study_outcome")
        ),
        sa.ForeignKeyConstraint(["absence_id"], ["absence.id"], name=op.f("fk_study_absence_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study")),
        sa.UniqueConstraint("absence_id", name=op.f("uq_study_absence_id")),
    )
    op.create_table(
        "adoption",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skp_id", sa.Integer(), nullable=False),
        sa.Column("window_id", sa.Integer(), nullable=False),
        sa.Column("former_id", sa.Integer(), nullable=False),
        sa.Column("owner_agreed_on", sa.Date(), nullable=True),
        sa.Column("assessor_agreed_on", sa.Date(), nullable=True),
        sa.Column("assessor_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["skp_id"], ["skp.id"], name=op.f("fk_adoption_skp_id")),
        sa.ForeignKeyConstraint(
            ["window_id"], ["evaluation_window.id"], name=op.f("fk_adoption_window_id")
        ),
        sa.ForeignKeyConstraint(
            ["former_id"], ["evaluation.id"], name=op.f("fk_adoption_former_id")
        ),
        sa.ForeignKeyConstraint(
            ["assessor_id"], ["employee.id"], name=op.f("fk_adoption_assessor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adoption")),
        sa.UniqueConstraint("skp_id", "window_id", name=op.f("uq_adoption_skp_id_window_id")),
        sa.CheckConstraint(
            "owner_agreed_on IS NOT NULL OR assessor_agreed_on IS NOT NULL",
            name=op.f("ck_adoption_agreed"),
        ),
        sa.CheckConstraint(
            "(assessor_agreed_on IS NULL) = (assessor_id IS NULL)", name=op.f("ck_adoption_by")
        ),
    )


def downgrade() -> None:
    """Back: a pejabat negara is shown as on unpaid leave, which asks for no SKP either."""
    op.drop_table("adoption")
    op.drop_table("study")
    op.execute("UPDATE absence SET kind = 'unpaid' WHERE kind = 'state_official'")
    kinds_of_absence(KINDS)
    for table, columns in COLUMNS.items():
        with op.batch_alter_table(table) as batch:
            for definition in columns.values():
                for name in re.findall(r"CONSTRAINT (ck_\w+)", definition):
                    batch.drop_constraint(op.f(name), type_="check")
            for name in columns:
                batch.drop_column(name)


def kinds_of_absence(kinds: str) -> None:
    """Which reasons for staying away the database takes."""
    with op.batch_alter_table("absence") as batch:
        batch.drop_constraint(op.f("ck_absence_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_absence_kind"), f"kind IN ({kinds})")


def _choice(name: str, *values: str, nullable: bool = False) -> sa.Column[str]:
    kind = sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=30)
    return sa.Column(name, kind, nullable=nullable)
