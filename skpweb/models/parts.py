"""What stands beside the results of an SKP version: expectations, Lampiran, notes."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain.behaviour import CoreValue
from skpweb.domain.terms import AppendixPart
from skpweb.extensions import db
from skpweb.models.base import choice, utc_now
from skpweb.models.people import Employee


class SpecialExpectation(db.Model):
    """Ekspektasi khusus pimpinan on one of the seven values (p.30)."""

    __tablename__ = "special_expectation"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_ref: Mapped[int] = mapped_column(sa.ForeignKey("skp_version.id"), index=True)
    value: Mapped[CoreValue] = mapped_column(choice(CoreValue, "value"))
    text: Mapped[str] = mapped_column(sa.String(2000))

    __table_args__ = (sa.UniqueConstraint("version_ref", "value"),)


class AppendixItem(db.Model):
    """A line of the Lampiran SKP, form A.1.8 (p.61)."""

    __tablename__ = "appendix_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_ref: Mapped[int] = mapped_column(sa.ForeignKey("skp_version.id"), index=True)
    part: Mapped[AppendixPart] = mapped_column(choice(AppendixPart, "part"))
    order: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(sa.String(2000))


class RowNote(db.Model):
    """A superior's note on one row of a version; answered by changing that row."""

    __tablename__ = "row_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_ref: Mapped[int] = mapped_column(sa.ForeignKey("skp_version.id"), index=True)
    #: "rhk:<key>", "indicator:<key>", "value:<core value>", "appendix:<part>" or "skp"
    row: Mapped[str] = mapped_column(sa.String(60))
    text: Mapped[str] = mapped_column(sa.String(2000))
    author_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    sent_at: Mapped[datetime | None]  # seen by the owner from here on: the SKP was returned

    author: Mapped[Employee] = relationship(lazy="raise_on_sql")
