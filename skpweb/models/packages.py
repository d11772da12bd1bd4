"""The packages of a unit as ZIP: what a process of its own is asked to make."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain.packages import KEPT, JobState, PackageScope, Times, state_of
from skpweb.extensions import db
from skpweb.models.base import choice, utc_now
from skpweb.models.organisation import PerformanceYear, Unit


class PackageJob(db.Model):
    """One ZIP with the packages of all people of a unit for a year.

    The process that makes it writes ``done``, ``total`` and ``beat_at``; once
    somebody else has set ``finished_at`` it stops. How far it is follows from
    the times (``domain/packages.py``).
    """

    __tablename__ = "package_job"

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("unit.id"), index=True)
    year_id: Mapped[int] = mapped_column(sa.ForeignKey("performance_year.id"))
    scope: Mapped[PackageScope] = mapped_column(
        choice(PackageScope, "scope"), default=PackageScope.EVERY
    )
    #: with the signed papers of pembinaan that this account may read; nobody else opens the job
    annexes_for_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    started_by: Mapped[str] = mapped_column(sa.String(200))
    started_at: Mapped[datetime] = mapped_column(default=utc_now)
    beat_at: Mapped[datetime] = mapped_column(default=utc_now)
    done: Mapped[int] = mapped_column(default=0)  # people
    total: Mapped[int] = mapped_column(default=0)
    finished_at: Mapped[datetime | None] = mapped_column(index=True)
    is_cancelled: Mapped[bool] = mapped_column(default=False)
    problem: Mapped[str] = mapped_column(sa.String(300), default="")
    file_name: Mapped[str] = mapped_column(sa.String(100), default="")  # in the data folder
    size: Mapped[int] = mapped_column(sa.BigInteger, default=0)  # bytes

    unit: Mapped[Unit] = relationship(lazy="raise_on_sql")
    year: Mapped[PerformanceYear] = relationship(lazy="raise_on_sql")

    __table_args__ = (
        sa.CheckConstraint("done >= 0 AND done <= total", name="done"),
        sa.CheckConstraint("file_name = '' OR finished_at IS NOT NULL", name="file"),
    )

    def state(self, now: datetime) -> JobState:
        """How far it is."""
        return state_of(
            Times(self.beat_at, self.finished_at, self.is_cancelled, bool(self.file_name)), now
        )

    @property
    def kept_until(self) -> datetime | None:
        """When the finished file is removed."""
        return self.finished_at + KEPT if self.finished_at else None
