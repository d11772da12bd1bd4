"""The SKP: a dossier per person and period, its versions, and their rows.

A version is drafted, submitted and approved; an approved one never changes.
Rows carry a ``key`` that stays the same from version to version, so that
journals, realisations and feedback keep pointing at the same result.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain import deadlines, lifecycle
from skpweb.domain.lifecycle import SkpState
from skpweb.domain.people import Parties
from skpweb.domain.terms import (
    Approach,
    Aspect,
    ControlLevel,
    Form,
    Perspective,
    ReportingPeriod,
    RhkKind,
)
from skpweb.extensions import db
from skpweb.models.base import LONG_TEXT, Versioned, choice, utc_now
from skpweb.models.organisation import PerformanceYear
from skpweb.models.people import Employee, Posting

if TYPE_CHECKING:
    from skpweb.models.parts import AppendixItem, RowNote, SpecialExpectation


def new_key() -> str:
    """A fresh key for a row that later versions keep."""
    return uuid.uuid4().hex


class Skp(db.Model):
    """The dossier of one person for one period of a year.

    A transfer gives a second one in the same year; the periods of a person
    never overlap.
    """

    __tablename__ = "skp"

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    year_id: Mapped[int] = mapped_column(sa.ForeignKey("performance_year.id"), index=True)
    posting_id: Mapped[int] = mapped_column(sa.ForeignKey("posting.id"))
    form: Mapped[Form] = mapped_column(choice(Form, "form"))
    approach: Mapped[Approach] = mapped_column(choice(Approach, "approach"))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    employee: Mapped[Employee] = relationship(lazy="raise_on_sql")
    year: Mapped[PerformanceYear] = relationship(lazy="raise_on_sql")
    posting: Mapped[Posting] = relationship(lazy="raise_on_sql")
    versions: Mapped[list[SkpVersion]] = relationship(
        back_populates="skp", order_by="SkpVersion.number", lazy="raise_on_sql"
    )

    __table_args__ = (sa.CheckConstraint("ends_on >= starts_on", name="dates"),)

    @property
    def current(self) -> SkpVersion:
        """The version being worked on or in force: the newest."""
        return self.versions[-1]

    @property
    def in_force(self) -> SkpVersion | None:
        """The approved version, if there is one."""
        approved = [v for v in self.versions if v.state is SkpState.APPROVED]
        return approved[-1] if approved else None

    @property
    def due_on(self) -> date:
        """By when it is set: the end of January (art. 14), or 30 days after a later start."""
        due = self.year.skp_due_on
        return due if self.starts_on <= due else self.starts_on + deadlines.SKP_SET_LATER

    def parties(self, day: date) -> Parties:
        """Who is involved on ``day`` (after the period: as on its last day).

        Needs ``employee.postings``, ``year`` and ``versions`` loaded.
        """
        posting = self.employee.posting_on(min(day, self.ends_on))
        return Parties(
            owner_id=self.employee_id,
            assessor_id=posting.assessor_id if posting else None,
            senior_assessor_id=posting.senior_assessor_id if posting else None,
            earlier_assessor_ids=self._all_assessor_ids(),
            senior_stands_in=day > self.due_on and self.in_force is None,
        )

    def _all_assessor_ids(self) -> frozenset[int]:
        return frozenset(
            posting.assessor_id
            for posting in self.employee.postings
            if posting.assessor_id is not None and posting.touches(self.starts_on, self.ends_on)
        )


class SkpVersion(Versioned, db.Model):
    """One version of an SKP: number 1 is the first, each revision the next."""

    __tablename__ = "skp_version"
    moves = lifecycle.SKP_MOVES
    kind = "skp"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    number: Mapped[int]
    state: Mapped[SkpState] = mapped_column(choice(SkpState, "state"), default=SkpState.DRAFT)
    reason: Mapped[str] = mapped_column(sa.String(1000), default="")  # why it is revised
    submitted_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    approved_at: Mapped[datetime | None]
    signed_on: Mapped[date | None]  # the date the forms print
    #: names, pangkat, posts and units of both parties as they were on approval
    snapshot: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)
    #: the rows as the penilai last returned them, to show what changed since
    returned_content: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)

    skp: Mapped[Skp] = relationship(back_populates="versions", lazy="raise_on_sql")
    rhks: Mapped[list[Rhk]] = relationship(
        back_populates="version",
        order_by="(Rhk.kind.desc(), Rhk.order, Rhk.id)",
        cascade="all, delete-orphan",
        lazy="raise_on_sql",
    )
    expectations: Mapped[list[SpecialExpectation]] = relationship(
        cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    appendix: Mapped[list[AppendixItem]] = relationship(
        order_by="(AppendixItem.order, AppendixItem.id)",
        cascade="all, delete-orphan",
        lazy="raise_on_sql",
    )
    notes: Mapped[list[RowNote]] = relationship(order_by="RowNote.id", lazy="raise_on_sql")

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.UniqueConstraint("skp_id", "number"),
        sa.CheckConstraint(
            "(state IN ('approved', 'superseded')) = (approved_at IS NOT NULL)",
            name="approved_has_date",
        ),
        sa.CheckConstraint("state <> 'submitted' OR submitted_at IS NOT NULL", name="submitted"),
    )

    def parties(self, day: date) -> Parties:
        """As the dossier says."""
        return self.skp.parties(day)

    @property
    def is_editable(self) -> bool:
        """Whether the owner may write in it."""
        return self.state in lifecycle.EDITABLE


class Rhk(Versioned, db.Model):
    """A rencana hasil kerja (p.31, 50-54)."""

    __tablename__ = "rhk"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_ref: Mapped[int] = mapped_column(sa.ForeignKey("skp_version.id"), index=True)
    key: Mapped[str] = mapped_column(sa.String(32), default=new_key, index=True)
    kind: Mapped[RhkKind] = mapped_column(choice(RhkKind, "kind"))
    order: Mapped[int] = mapped_column(default=0)
    statement: Mapped[str] = mapped_column(sa.String(LONG_TEXT))
    #: key of the superior's RHK; the link survives his revisions
    intervened_key: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    #: the superior's RHK in words: typed where he has none in here, frozen on approval
    intervened_text: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    #: the post that gave the assignment: "(Penugasan dari …)"
    assigner: Mapped[str] = mapped_column(sa.String(200), default="")

    version: Mapped[SkpVersion] = relationship(back_populates="rhks", lazy="raise_on_sql")
    indicators: Mapped[list[Indicator]] = relationship(
        back_populates="rhk",
        order_by="(Indicator.order, Indicator.id)",
        cascade="all, delete-orphan",
        lazy="raise_on_sql",
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (sa.UniqueConstraint("version_ref", "key"),)

    def parties(self, day: date) -> Parties:
        """As the dossier says."""
        return self.version.skp.parties(day)


class Indicator(db.Model):
    """An indikator kinerja individu with its target (p.31, 52-54)."""

    __tablename__ = "indicator"

    id: Mapped[int] = mapped_column(primary_key=True)
    rhk_id: Mapped[int] = mapped_column(sa.ForeignKey("rhk.id"), index=True)
    key: Mapped[str] = mapped_column(sa.String(32), default=new_key, index=True)
    order: Mapped[int] = mapped_column(default=0)
    aspect: Mapped[Aspect | None] = mapped_column(choice(Aspect, "aspect"))  # JA/JF
    perspective: Mapped[Perspective | None] = mapped_column(
        choice(Perspective, "perspective")
    )  # JPT/PUKM
    statement: Mapped[str] = mapped_column(sa.String(2000), default="")
    target: Mapped[str] = mapped_column(sa.String(500), default="")

    rhk: Mapped[Rhk] = relationship(back_populates="indicators", lazy="raise_on_sql")
    manual: Mapped[IndicatorManual | None] = relationship(
        back_populates="indicator", cascade="all, delete-orphan", lazy="raise_on_sql"
    )

    def parties(self, day: date) -> Parties:
        """As the dossier says."""
        return self.rhk.parties(day)


class IndicatorManual(db.Model):
    """Manual indikator kinerja of a head's indicator, form A.1.3 (p.38)."""

    __tablename__ = "indicator_manual"

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(sa.ForeignKey("indicator.id"), unique=True)
    purpose: Mapped[str] = mapped_column(sa.String(2000), default="")
    definition: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    formula: Mapped[str] = mapped_column(sa.String(2000), default="")
    unit: Mapped[str] = mapped_column(sa.String(100), default="")
    control_level: Mapped[ControlLevel | None] = mapped_column(choice(ControlLevel, "control"))
    source: Mapped[str] = mapped_column(sa.String(1000), default="")
    reporting: Mapped[ReportingPeriod | None] = mapped_column(choice(ReportingPeriod, "reporting"))

    indicator: Mapped[Indicator] = relationship(back_populates="manual", lazy="raise_on_sql")

    @property
    def words(self) -> str:
        """Everything that is filled in, to tell whether it changed."""
        parts = (self.purpose, self.definition, self.formula, self.unit, self.control_level,
                 self.source, self.reporting)  # fmt: skip
        return "\n".join(part for part in parts if part)
