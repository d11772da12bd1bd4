"""What is known of somebody's presence in some months: recaps and absences, in one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from skpweb.domain import discipline
from skpweb.domain.terms import EmploymentStatus
from skpweb.extensions import db
from skpweb.models.presence import Absence, Attendance


@dataclass(frozen=True, slots=True)
class Presence:
    """A person from ``first`` to ``last`` (inclusive, of one calendar year).

    ``recaps`` begin in January, since unexcused days are added up over the
    year; ``months`` are those of the span alone. ``absences`` touch the span.
    """

    first: date
    last: date
    recaps: Sequence[Attendance]
    absences: Sequence[Absence]

    @property
    def months(self) -> list[Attendance]:
        """The recaps of the span, in order."""
        return [one for one in self.recaps if one.month >= self.first.replace(day=1)]

    @property
    def totals(self) -> dict[str, int]:
        """What the months of the span add up to, by column."""
        return {name: sum(getattr(one, name) for one in self.months) for name in COUNTS}

    def information(self, status: EmploymentStatus) -> list[str]:
        """What PP 94/2021 says of the year so far; for whoever may review."""
        unexcused = sum(one.unexcused for one in self.recaps)
        minutes = sum(one.lost_minutes for one in self.recaps)
        return discipline.information(status, unexcused, minutes, self.first.year)


COUNTS = ("present", "late", "early", "lost_minutes", "permitted", "sick", "on_leave", "unexcused")


def presence(employee_id: int, first: date, last: date) -> Presence:
    """Recaps since January and absences of a span. One query.

    Two empty rows carry the two kinds, so that one statement answers both.
    """
    sides = sa.union_all(
        sa.select(sa.literal(1).label("side")), sa.select(sa.literal(2).label("side"))
    ).subquery()
    recap = sa.and_(
        sides.c.side == 1,
        Attendance.employee_id == employee_id,
        Attendance.month.between(date(first.year, 1, 1), last),
    )
    away = sa.and_(
        sides.c.side == 2,
        Absence.employee_id == employee_id,
        Absence.starts_on <= last,
        Absence.ends_on >= first,
    )
    rows = db.session.execute(
        sa.select(Attendance, Absence)
        .select_from(sides)
        .outerjoin(Attendance, recap)
        .outerjoin(Absence, away)
        .order_by(Attendance.month, Absence.starts_on)
    ).all()
    recaps = [one for one, _ in rows if one is not None]
    return Presence(first, last, recaps, [one for _, one in rows if one is not None])
