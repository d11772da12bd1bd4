"""A role proposed in the matrix can be declined by the person it is for, with a reason.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward: nothing was declined before."""
    with op.batch_alter_table("role_result") as batch:
        batch.add_column(
            sa.Column("declined", sa.String(length=300), nullable=False, server_default="")
        )


def downgrade() -> None:
    """Back: what was declined waits for the person again."""
    with op.batch_alter_table("role_result") as batch:
        batch.drop_column("declined")
