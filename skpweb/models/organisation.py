"""The office: its units, its performance years, windows, holidays and results."""

from __future__ import annotations

from datetime import date, datetime, time

import sqlalchemy as sa
from babel.dates import format_date
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain.calendar import PeriodKind, WindowKind
from skpweb.domain.feedback import FeedbackRhythm
from skpweb.domain.ratings import OrganisationLevel
from skpweb.domain.terms import Approach, ResultMeasure
from skpweb.extensions import db
from skpweb.models.base import choice, utc_now


class Office(db.Model):
    """The one office this installation serves, and its settings (a single row)."""

    __tablename__ = "office"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    parent_name: Mapped[str] = mapped_column(sa.String(200), default="")
    address: Mapped[str] = mapped_column(sa.String(300), default="")
    place: Mapped[str] = mapped_column(sa.String(100), default="")  # "Contohsari," on forms
    contact: Mapped[str] = mapped_column(sa.String(200), default="")  # who gives access codes
    timezone: Mapped[str] = mapped_column(sa.String(40), default="Asia/Jakarta")
    paper: Mapped[str] = mapped_column(sa.String(2), default="A4")
    work_days: Mapped[int] = mapped_column(default=5)
    backfill_days: Mapped[int] = mapped_column(default=3)  # working days a journal stays open
    #: what a journal entry must say beside its one text
    requires_step: Mapped[bool] = mapped_column(default=False)
    requires_times: Mapped[bool] = mapped_column(default=False)
    requires_realisation: Mapped[bool] = mapped_column(default=False)
    requires_evidence: Mapped[bool] = mapped_column(default=False)
    day_starts_at: Mapped[time] = mapped_column(default=time(7, 30))  # office hours
    day_ends_at: Mapped[time] = mapped_column(default=time(16, 0))
    evidence_quota: Mapped[int] = mapped_column(default=500)  # MB of files a person and year
    feedback_rhythm: Mapped[FeedbackRhythm] = mapped_column(
        choice(FeedbackRhythm, "feedback_rhythm"), default=FeedbackRhythm.WINDOW
    )  # how often the penilai gives scheduled feedback (p.69)
    emblem_sha256: Mapped[str] = mapped_column(sa.String(64), default="")  # Garuda on D.1.1-D.1.3
    is_demo: Mapped[bool] = mapped_column(default=False)
    ready_at: Mapped[datetime | None]  # set when the first set-up is finished

    __table_args__ = (
        sa.CheckConstraint("work_days IN (5, 6)", name="work_days"),
        sa.CheckConstraint("paper IN ('A4', 'F4')", name="paper"),
        sa.CheckConstraint("day_ends_at > day_starts_at", name="hours"),
    )


class Unit(db.Model):
    """A unit kerja; the units form a tree."""

    __tablename__ = "unit"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("unit.id"), index=True)
    is_independent: Mapped[bool] = mapped_column(default=False)  # unit kerja mandiri
    archived_at: Mapped[datetime | None]

    parent: Mapped[Unit | None] = relationship(remote_side=[id], lazy="raise_on_sql")

    __table_args__ = (sa.CheckConstraint("parent_id <> id", name="not_own_parent"),)


class PerformanceYear(db.Model):
    """A tahun kinerja with its deadlines and evaluation windows (art. 25)."""

    __tablename__ = "performance_year"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(unique=True)
    period_kind: Mapped[PeriodKind] = mapped_column(choice(PeriodKind, "period_kind"))
    approach: Mapped[Approach] = mapped_column(choice(Approach, "approach"))
    skp_due_on: Mapped[date]  # art. 14: end of January

    windows: Mapped[list[EvaluationWindow]] = relationship(
        back_populates="year", order_by="EvaluationWindow.order", lazy="raise_on_sql"
    )

    @property
    def starts_on(self) -> date:
        """1 January of the year."""
        return date(self.year, 1, 1)

    @property
    def ends_on(self) -> date:
        """31 December of the year."""
        return date(self.year, 12, 31)


class EvaluationWindow(db.Model):
    """A masa evaluasi: the period it looks at and the days on which it is open."""

    __tablename__ = "evaluation_window"

    id: Mapped[int] = mapped_column(primary_key=True)
    year_id: Mapped[int] = mapped_column(sa.ForeignKey("performance_year.id"))
    kind: Mapped[WindowKind] = mapped_column(choice(WindowKind, "kind"))
    number: Mapped[int]  # 1-12 or 1-4; 0 for the annual one
    order: Mapped[int]  # place in the year: annual last
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    opens_on: Mapped[date]
    closes_on: Mapped[date]

    year: Mapped[PerformanceYear] = relationship(back_populates="windows", lazy="raise_on_sql")

    __table_args__ = (
        sa.UniqueConstraint("year_id", "kind", "number"),
        sa.CheckConstraint("ends_on >= starts_on AND closes_on >= opens_on", name="dates"),
    )

    @property
    def name(self) -> str:
        """In words: "Triwulan III 2026", "Maret 2026", "Tahunan 2026"."""
        year = self.starts_on.year
        if self.kind is WindowKind.QUARTER:
            return f"Triwulan {('I', 'II', 'III', 'IV')[self.number - 1]} {year}"
        if self.kind is WindowKind.MONTH:
            return format_date(self.starts_on, "MMMM y", "id")
        return f"Tahunan {year}"

    @property
    def short_name(self) -> str:
        """For pictures: "TW III", "Mar", "Tahunan"."""
        if self.kind is WindowKind.QUARTER:
            return f"TW {('I', 'II', 'III', 'IV')[self.number - 1]}"
        return format_date(self.starts_on, "MMM", "id") if self.number else "Tahunan"

    @property
    def is_annual(self) -> bool:
        """Whether this is the yearly evaluation (evaluasi tahunan, p.90)."""
        return self.kind is WindowKind.ANNUAL


class Holiday(db.Model):
    """A day on which the office does not work."""

    __tablename__ = "holiday"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(sa.String(200))


class OrganisationResult(db.Model):
    """Capaian kinerja organisasi of a unit in a window (p.94), set before any predicate."""

    __tablename__ = "organisation_result"

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("unit.id"))
    window_id: Mapped[int] = mapped_column(sa.ForeignKey("evaluation_window.id"), index=True)
    level: Mapped[OrganisationLevel] = mapped_column(choice(OrganisationLevel, "level"))
    basis: Mapped[str] = mapped_column(sa.String(1000), default="")  # whose decision, which data
    decided_by: Mapped[str] = mapped_column(sa.String(200), default="")  # an official, a team
    decided_on: Mapped[date]
    measure: Mapped[ResultMeasure | None] = mapped_column(choice(ResultMeasure, "measure"))
    recorded_at: Mapped[datetime] = mapped_column(default=utc_now)

    unit: Mapped[Unit] = relationship(lazy="raise_on_sql")
    window: Mapped[EvaluationWindow] = relationship(lazy="raise_on_sql")

    __table_args__ = (sa.UniqueConstraint("unit_id", "window_id"),)
