"""The matriks pembagian peran dan hasil (A.1.5, p.44-49): who supports what.

A matrix belongs to a leader's SKP: its columns are his indicators (a head) or RHK
(a ketua tim). A cell is the role of one person; each of its lines is a result to be
written as an RHK on that person's SKP. Cells keep the words of their column, so that
one whose RHK the leader dropped is still readable.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain import matrix
from skpweb.extensions import db
from skpweb.models.base import LONG_TEXT, Versioned, utc_now
from skpweb.models.people import Employee
from skpweb.models.planning import Skp


class RoleMember(db.Model):
    """Somebody the leader added to his matrix, or marked as ketua tim.

    His own staff stand in it by their posts; people from other units are recorded
    in the matrix of the unit they help (p.47 letter j).
    """

    __tablename__ = "role_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    employee_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    is_team_lead: Mapped[bool] = mapped_column(default=False)
    #: with whose consent: of the penilai of somebody from elsewhere (p.46 number 10)
    basis: Mapped[str] = mapped_column(sa.String(300), default="")
    added_at: Mapped[datetime] = mapped_column(default=utc_now)
    added_by: Mapped[str] = mapped_column(sa.String(200), default="")

    __table_args__ = (sa.UniqueConstraint("skp_id", "employee_id"),)


class RoleCell(Versioned, db.Model):
    """The role of one person under one column."""

    __tablename__ = "role_cell"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    employee_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    column_key: Mapped[str] = mapped_column(sa.String(32))  # key of the indicator, or of the RHK
    rhk_key: Mapped[str] = mapped_column(sa.String(32), index=True)  # the leader's RHK
    column_text: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    #: the leader asked the person to write it on his SKP
    proposed_at: Mapped[datetime | None]

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")
    employee: Mapped[Employee] = relationship(lazy="raise_on_sql")
    results: Mapped[list[RoleResult]] = relationship(
        back_populates="cell",
        order_by="(RoleResult.order, RoleResult.id)",
        cascade="all, delete-orphan",
        lazy="raise_on_sql",
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (sa.UniqueConstraint("skp_id", "employee_id", "column_key"),)

    @property
    def text(self) -> str:
        """All lines, as they are typed."""
        return "\n".join(one.text for one in self.results)

    def write(self, lines: Sequence[str]) -> None:
        """Other lines; one that is kept or only reworded keeps its RHK."""
        old = {one.id or -place: one for place, one in enumerate(self.results, start=1)}
        kept = matrix.kept_lines([(id_, one.text) for id_, one in old.items()], lines)
        self.results = [old[id_] if id_ else RoleResult() for id_ in kept]
        for order, (one, text) in enumerate(zip(self.results, lines, strict=True)):
            if one.text != text:
                one.declined = ""
            one.order, one.text = order, text


class RoleResult(db.Model):
    """One line of a cell: a result that becomes an RHK."""

    __tablename__ = "role_result"

    id: Mapped[int] = mapped_column(primary_key=True)
    cell_id: Mapped[int] = mapped_column(sa.ForeignKey("role_cell.id"), index=True)
    order: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(sa.String(2000))
    #: the RHK on the person's SKP that was made of it
    rhk_key: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    #: why the person does not take it, until it is reworded or proposed again
    declined: Mapped[str] = mapped_column(sa.String(300), default="")

    cell: Mapped[RoleCell] = relationship(back_populates="results", lazy="raise_on_sql")
