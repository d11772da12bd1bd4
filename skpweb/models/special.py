"""Cases that are not everybody's: tugas belajar, and a former unit's result taken over."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain.terms import Accreditation, Degree
from skpweb.extensions import db
from skpweb.models.base import choice
from skpweb.models.people import Employee
from skpweb.models.presence import Absence
from skpweb.models.review import Evaluation


class Study(db.Model):
    """What an absence for tugas belajar is about, and how far it has come (p.62-65)."""

    __tablename__ = "study"

    id: Mapped[int] = mapped_column(primary_key=True)
    absence_id: Mapped[int] = mapped_column(sa.ForeignKey("absence.id"), unique=True)
    degree: Mapped[Degree] = mapped_column(choice(Degree, "degree"))
    is_abroad: Mapped[bool] = mapped_column(default=False)
    campus: Mapped[Accreditation | None] = mapped_column(choice(Accreditation, "campus"))
    programme: Mapped[Accreditation | None] = mapped_column(choice(Accreditation, "programme"))
    institution: Mapped[str] = mapped_column(sa.String(200))
    due_on: Mapped[date | None]  # batas waktu normatif program studi
    graduated_on: Mapped[date | None]
    gpa: Mapped[int | None]  # IPK in hundredths: 375 is 3,75
    is_extended: Mapped[bool] = mapped_column(default=False)
    dropped_out: Mapped[bool] = mapped_column(default=False)

    absence: Mapped[Absence] = relationship(lazy="raise_on_sql")

    __table_args__ = (
        sa.CheckConstraint("gpa >= 0 AND gpa <= 400", name="points"),
        sa.CheckConstraint("is_abroad OR campus IS NOT NULL", name="accredited"),
        sa.CheckConstraint("NOT dropped_out OR graduated_on IS NULL", name="outcome"),
    )


class Adoption(db.Model):
    """New penilai and Pegawai agree to use the periodic result of the former unit (p.91)."""

    __tablename__ = "adoption"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"))
    window_id: Mapped[int] = mapped_column(sa.ForeignKey("evaluation_window.id"))
    former_id: Mapped[int] = mapped_column(sa.ForeignKey("evaluation.id"))
    owner_agreed_on: Mapped[date | None]
    assessor_agreed_on: Mapped[date | None]
    assessor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("employee.id"))

    former: Mapped[Evaluation] = relationship(lazy="raise_on_sql")
    assessor: Mapped[Employee | None] = relationship(lazy="raise_on_sql")

    __table_args__ = (
        sa.UniqueConstraint("skp_id", "window_id"),
        sa.CheckConstraint(
            "owner_agreed_on IS NOT NULL OR assessor_agreed_on IS NOT NULL", name="agreed"
        ),
        sa.CheckConstraint("(assessor_agreed_on IS NULL) = (assessor_id IS NULL)", name="by"),
    )

    @property
    def is_agreed(self) -> bool:
        """Whether both have agreed."""
        return self.owner_agreed_on is not None and self.assessor_agreed_on is not None
