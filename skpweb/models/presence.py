"""Who was away, who came, and when the application itself was down."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain.terms import AbsenceKind
from skpweb.extensions import db
from skpweb.models.base import choice, utc_now
from skpweb.models.people import Employee


class Absence(db.Model):
    """Days on which somebody is on leave, studies or is suspended."""

    __tablename__ = "absence"

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"))
    kind: Mapped[AbsenceKind] = mapped_column(choice(AbsenceKind, "kind"))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    basis: Mapped[str] = mapped_column(sa.String(200), default="")  # number of the letter
    recorded_at: Mapped[datetime] = mapped_column(default=utc_now)
    recorded_by: Mapped[str] = mapped_column(sa.String(200))

    employee: Mapped[Employee] = relationship(lazy="raise_on_sql")

    __table_args__ = (
        sa.Index("ix_absence_employee_id_starts_on", "employee_id", "starts_on"),
        sa.CheckConstraint("ends_on >= starts_on", name="dates"),
    )


class Attendance(db.Model):
    """The monthly attendance recap of a person, as the office's machine gives it.

    Days, except ``late`` and ``early`` (how often) and ``lost_minutes``
    (minutes of late coming and early leaving together). ``month`` is its first day.
    """

    __tablename__ = "attendance"

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"))
    month: Mapped[date]
    present: Mapped[int] = mapped_column(default=0)  # hadir
    late: Mapped[int] = mapped_column(default=0)  # terlambat
    early: Mapped[int] = mapped_column(default=0)  # pulang cepat
    lost_minutes: Mapped[int] = mapped_column(default=0)
    permitted: Mapped[int] = mapped_column(default=0)  # izin
    sick: Mapped[int] = mapped_column(default=0)
    on_leave: Mapped[int] = mapped_column(default=0)  # cuti
    unexcused: Mapped[int] = mapped_column(default=0)  # tanpa keterangan
    batch_id: Mapped[int | None] = mapped_column(sa.ForeignKey("import_batch.id"))

    employee: Mapped[Employee] = relationship(lazy="raise_on_sql")

    __table_args__ = (
        sa.UniqueConstraint("employee_id", "month"),
        sa.CheckConstraint(
            "present >= 0 AND late >= 0 AND early >= 0 AND lost_minutes >= 0 AND permitted >= 0"
            " AND sick >= 0 AND on_leave >= 0 AND unexcused >= 0",
            name="counts",
        ),
    )


class Outage(db.Model):
    """A time in which nobody could write: noticed at the next start, or recorded by hand.

    Journal deadlines move by the working days it took.
    """

    __tablename__ = "outage"

    id: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    note: Mapped[str] = mapped_column(sa.String(300), default="")
    is_noticed: Mapped[bool] = mapped_column(default=False)  # by the program itself
    recorded_at: Mapped[datetime] = mapped_column(default=utc_now)
    recorded_by: Mapped[str] = mapped_column(sa.String(200))

    __table_args__ = (
        sa.Index("ix_outage_ends_at", "ends_at"),
        sa.CheckConstraint("ends_at > starts_at", name="times"),
    )
