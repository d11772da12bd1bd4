"""Konseling kinerja with its report B.1.10: confidential, see ``domain.counselling``."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain import counselling
from skpweb.domain.counselling import CounsellorKind
from skpweb.domain.people import Parties
from skpweb.domain.states import CounsellingState
from skpweb.extensions import db
from skpweb.models.base import LONG_TEXT, Versioned, choice
from skpweb.models.people import Employee
from skpweb.models.planning import Skp


class Counselling(Versioned, db.Model):
    """A behaviour problem, reported by the penilai, and the konseling about it (p.85-88)."""

    __tablename__ = "counselling"
    moves = counselling.COUNSELLING_MOVES
    kind = "confidential"
    is_confidential = True  #: the trail keeps neither the person nor the state

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    state: Mapped[CounsellingState] = mapped_column(
        choice(CounsellingState, "state"), default=CounsellingState.DRAFT
    )
    writer_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    receiver_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    #: the atasan of the penilai when it was reported; told of the result only (p.87-88)
    senior_id: Mapped[int | None] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    expectation: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    problem: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    is_shared: Mapped[bool | None]
    done_so_far: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    reported_at: Mapped[datetime | None]
    reported_on: Mapped[date | None]
    snapshot: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)
    counsellor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    counsellor_kind: Mapped[CounsellorKind | None] = mapped_column(
        choice(CounsellorKind, "counsellor_kind")
    )
    meets_on: Mapped[date | None]
    place: Mapped[str] = mapped_column(sa.String(200), default="")
    result: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    #: why it was declined, or what follows the result (p.88 e)
    note: Mapped[str] = mapped_column(sa.String(1000), default="")
    closed_at: Mapped[datetime | None]

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")
    writer: Mapped[Employee] = relationship(lazy="raise_on_sql", foreign_keys=[writer_id])
    receiver: Mapped[Employee] = relationship(lazy="raise_on_sql", foreign_keys=[receiver_id])
    counsellor: Mapped[Employee | None] = relationship(
        lazy="raise_on_sql", foreign_keys=[counsellor_id]
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.CheckConstraint("(state = 'draft') = (reported_at IS NULL)", name="reported"),
        sa.CheckConstraint(
            "state = 'draft' OR (reported_on IS NOT NULL AND snapshot IS NOT NULL)",
            name="reported_is_complete",
        ),
        sa.CheckConstraint(
            "state NOT IN ('scheduled', 'closed') OR (counsellor_id IS NOT NULL"
            " AND counsellor_kind IS NOT NULL AND meets_on IS NOT NULL)",
            name="arranged",
        ),
        sa.CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed"),
    )

    def parties(self, day: date) -> Parties:
        """Only the people named in the record; nobody by a post he holds later."""
        is_told = (
            self.state is CounsellingState.CLOSED
            and self.counsellor_kind is not CounsellorKind.INDEPENDENT
        )
        return Parties(
            owner_id=self.skp.employee_id,
            assessor_id=self.writer_id,
            senior_assessor_id=self.senior_id if is_told else None,
            guide_id=self.counsellor_id,
            receiver_id=self.receiver_id,
            is_signed=self.state is not CounsellingState.DRAFT,
        )
