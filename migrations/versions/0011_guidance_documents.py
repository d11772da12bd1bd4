"""Signed papers of pembinaan are kept like other final forms; packages may hold them.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

#: column of "document" -> the table that it names
SUBJECTS = {"guidance_id": "guidance", "guidance_paper_id": "guidance_paper"}
FORMER = "(version_ref IS NULL) <> (evaluation_id IS NULL)"
ONE_OF_FOUR = (
    " + ".join(
        f"CASE WHEN {name} IS NULL THEN 0 ELSE 1 END"
        for name in ("version_ref", "evaluation_id", *SUBJECTS)
    )
    + " = 1"
)


def upgrade() -> None:
    """Forward: what was signed before is drawn and kept when somebody first asks for it."""
    with op.batch_alter_table("document") as batch:
        for name, table in SUBJECTS.items():
            batch.add_column(sa.Column(name, sa.Integer(), nullable=True))
            batch.create_foreign_key(op.f(f"fk_document_{name}"), table, [name], ["id"])
            batch.create_unique_constraint(
                op.f(f"uq_document_{name}_form_code"), [name, "form_code"]
            )
        _one_subject(batch, ONE_OF_FOUR)
    with op.batch_alter_table("package_job") as batch:
        batch.add_column(sa.Column("annexes_for_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_package_job_annexes_for_id"), "account", ["annexes_for_id"], ["id"]
        )


def downgrade() -> None:
    """Back: kept papers of pembinaan are forgotten; they are drawn on demand again.

    A ZIP that holds them goes with its job: the former version would show it to others.
    """
    op.execute("DELETE FROM package_job WHERE annexes_for_id IS NOT NULL")
    with op.batch_alter_table("package_job") as batch:
        batch.drop_constraint(op.f("fk_package_job_annexes_for_id"), type_="foreignkey")
        batch.drop_column("annexes_for_id")
    op.execute("DELETE FROM document WHERE version_ref IS NULL AND evaluation_id IS NULL")
    with op.batch_alter_table("document") as batch:
        _one_subject(batch, FORMER)
        for name in SUBJECTS:
            batch.drop_constraint(op.f(f"uq_document_{name}_form_code"), type_="unique")
            batch.drop_constraint(op.f(f"fk_document_{name}"), type_="foreignkey")
            batch.drop_column(name)


def _one_subject(batch: BatchOperations, rule: str) -> None:
    batch.drop_constraint(op.f("ck_document_one_subject"), type_="check")
    batch.create_check_constraint(op.f("ck_document_one_subject"), rule)
