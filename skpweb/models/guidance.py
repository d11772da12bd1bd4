"""Pembinaan kinerja: coaching, mentoring and what follows them, trainings, konseling (p.78-88)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain import development, guidance
from skpweb.domain.development import DevelopmentKind
from skpweb.domain.guidance_forms import GuidanceKind, PaperKind
from skpweb.domain.lifecycle import Moves
from skpweb.domain.people import Parties
from skpweb.domain.states import DevelopmentState, GuidanceState, PaperState
from skpweb.extensions import db
from skpweb.models.base import LONG_TEXT, Versioned, choice, utc_now
from skpweb.models.people import Employee
from skpweb.models.planning import Skp


class Guidance(Versioned, db.Model):
    """A coaching (B.1.6) or mentoring (B.1.7) of the owner of an SKP."""

    __tablename__ = "guidance"
    moves = guidance.GUIDANCE_MOVES
    kind = "guidance"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    kind_of: Mapped[GuidanceKind] = mapped_column(choice(GuidanceKind, "kind_of"))
    state: Mapped[GuidanceState] = mapped_column(
        choice(GuidanceState, "state"), default=GuidanceState.OPEN
    )
    guide_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    topic: Mapped[str] = mapped_column(sa.String(1000), default="")  # why it is held
    note: Mapped[str] = mapped_column(sa.String(1000), default="")  # why it came back
    #: section of the form -> its rows (``domain.guidance_forms.SECTIONS``)
    body: Mapped[dict[str, list[dict[str, str]]]] = mapped_column(sa.JSON, default=dict)
    begun_on: Mapped[date]
    begun_by: Mapped[str] = mapped_column(sa.String(200), default="")
    guide_signed_at: Mapped[datetime | None]
    owner_signed_at: Mapped[datetime | None]
    signed_on: Mapped[date | None]
    snapshot: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)  # names as they were

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")
    guide: Mapped[Employee] = relationship(lazy="raise_on_sql")
    papers: Mapped[list[GuidancePaper]] = relationship(
        back_populates="guidance", lazy="raise_on_sql"
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.CheckConstraint(
            "(state = 'signed') = (owner_signed_at IS NOT NULL)", name="signed_by_owner"
        ),
        sa.CheckConstraint(
            "state <> 'signed' OR (guide_signed_at IS NOT NULL AND signed_on IS NOT NULL"
            " AND snapshot IS NOT NULL)",
            name="signed_is_complete",
        ),
        sa.CheckConstraint(
            "state <> 'offered' OR guide_signed_at IS NOT NULL", name="offered_is_signed"
        ),
    )

    def parties(self, day: date) -> Parties:
        """As the dossier says, with whoever guides; signed, it is reported upward (p.85)."""
        return replace(
            self.skp.parties(day),
            guide_id=self.guide_id,
            is_signed=self.state is GuidanceState.SIGNED,
        )

    def paper(self, kind: PaperKind) -> GuidancePaper | None:
        """B.1.8 or B.1.9 of this bimbingan, if it was begun. Needs ``papers``."""
        return next((one for one in self.papers if one.kind_of is kind), None)


class GuidancePaper(Versioned, db.Model):
    """What one person writes after a bimbingan: B.1.8 (the Pegawai), B.1.9 (whoever guided)."""

    __tablename__ = "guidance_paper"
    kind = "guidance_paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    guidance_id: Mapped[int] = mapped_column(sa.ForeignKey("guidance.id"), index=True)
    kind_of: Mapped[PaperKind] = mapped_column(choice(PaperKind, "kind_of"))
    state: Mapped[PaperState] = mapped_column(choice(PaperState, "state"), default=PaperState.DRAFT)
    body: Mapped[dict[str, list[dict[str, str]]]] = mapped_column(sa.JSON, default=dict)
    signed_at: Mapped[datetime | None]
    signed_on: Mapped[date | None]
    snapshot: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)

    guidance: Mapped[Guidance] = relationship(back_populates="papers", lazy="raise_on_sql")

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.UniqueConstraint("guidance_id", "kind_of"),
        sa.CheckConstraint("(state = 'signed') = (signed_at IS NOT NULL)", name="signed"),
        sa.CheckConstraint(
            "state <> 'signed' OR (signed_on IS NOT NULL AND snapshot IS NOT NULL)",
            name="signed_is_complete",
        ),
    )

    @property
    def skp_id(self) -> int:
        """The dossier of its bimbingan."""
        return self.guidance.skp_id

    @property
    def moves(self) -> Moves:
        """Who signs it."""
        return guidance.PAPER_MOVES[self.kind_of]

    def parties(self, day: date) -> Parties:
        """As the bimbingan says; told to others once it is signed itself."""
        parties = self.guidance.parties(day)
        return replace(parties, is_signed=self.state is PaperState.SIGNED)


class Development(Versioned, db.Model):
    """A training, special assignment or rotation of a person: planned, then done."""

    __tablename__ = "development"
    moves = development.DEVELOPMENT_MOVES
    kind = "development"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    kind_of: Mapped[DevelopmentKind] = mapped_column(choice(DevelopmentKind, "kind_of"))
    state: Mapped[DevelopmentState] = mapped_column(
        choice(DevelopmentState, "state"), default=DevelopmentState.PLANNED
    )
    title: Mapped[str] = mapped_column(sa.String(300))
    provider: Mapped[str] = mapped_column(sa.String(200), default="")
    starts_on: Mapped[date | None]
    done_on: Mapped[date | None]
    hours: Mapped[int] = mapped_column(default=0)  # jam pelajaran
    certificate_url: Mapped[str] = mapped_column(sa.String(500), default="")
    reason: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.CheckConstraint("hours >= 0 AND hours <= 2000", name="hours"),
        sa.CheckConstraint("done_on >= starts_on", name="dates"),
        sa.CheckConstraint("state <> 'done' OR done_on IS NOT NULL", name="done_has_day"),
    )

    def parties(self, day: date) -> Parties:
        """As the dossier says."""
        return self.skp.parties(day)
