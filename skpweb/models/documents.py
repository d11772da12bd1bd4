"""Finished official documents: rendered once, kept by their SHA-256."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.planning import Skp

SUBJECTS = ("version_ref", "evaluation_id", "guidance_id", "guidance_paper_id")
#: exactly one of them is named
ONE_SUBJECT = (
    " + ".join(f"CASE WHEN {name} IS NULL THEN 0 ELSE 1 END" for name in SUBJECTS) + " = 1"
)


class Document(db.Model):
    """One final official form of an SKP version, an evaluation, or a signed paper of pembinaan.

    A konseling has no place here: B.1.10 is drawn on request only (``guidance_papers.report``).
    """

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    version_ref: Mapped[int | None] = mapped_column(sa.ForeignKey("skp_version.id"))
    evaluation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("evaluation.id"))
    guidance_id: Mapped[int | None] = mapped_column(sa.ForeignKey("guidance.id"))
    guidance_paper_id: Mapped[int | None] = mapped_column(sa.ForeignKey("guidance_paper.id"))
    form_code: Mapped[str] = mapped_column(sa.String(10))  # "A.1.7"
    sha256: Mapped[str] = mapped_column(sa.String(64))
    pages: Mapped[int]
    code: Mapped[str] = mapped_column(sa.String(20), unique=True)  # verification code
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")

    __table_args__ = (
        sa.UniqueConstraint("version_ref", "form_code"),
        sa.UniqueConstraint("evaluation_id", "form_code"),
        sa.UniqueConstraint("guidance_id", "form_code"),
        sa.UniqueConstraint("guidance_paper_id", "form_code"),
        sa.CheckConstraint(ONE_SUBJECT, name="one_subject"),
    )
