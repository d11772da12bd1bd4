"""Who lacks what, and how far the SKPs of a year are, per unit. Counts only, no content."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from skpweb.domain import away
from skpweb.domain.lifecycle import SkpState
from skpweb.extensions import db
from skpweb.models.organisation import PerformanceYear, Unit
from skpweb.models.people import Employee, Posting, held_between
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.presence import Absence

SHOWN = 50  #: names in a list; the counts are of all


@dataclass
class Gaps:
    """People in a post who lack something: how many, and the first names."""

    count: int = 0
    people: list[Any] = field(default_factory=list)


@dataclass
class UnitLine:
    """How far the SKPs of one unit are."""

    unit_id: int
    name: str
    people: int = 0
    states: Counter[SkpState | None] = field(default_factory=Counter)


def current_year(day: date) -> PerformanceYear | None:
    """The year of ``day``."""
    return db.session.scalar(sa.select(PerformanceYear).where(PerformanceYear.year == day.year))


def without_assessor(day: date) -> Gaps:
    """In a post without penilai."""
    return _gaps(_in_post(day).where(Posting.assessor_id.is_(None)))


def with_left_assessor(day: date) -> Gaps:
    """Whose penilai has left."""
    boss = aliased(Employee)
    query = _in_post(day).join(boss, Posting.assessor_id == boss.id)
    return _gaps(query.where(boss.left_on <= day))


def without_post(day: date) -> Gaps:
    """Active, and in no post."""
    held = _in_post(day).with_only_columns(Employee.id)
    query = sa.select(Employee.id, Employee.name, sa.literal("").label("unit")).where(
        Employee.left_on.is_(None), Employee.status != "official", Employee.id.not_in(held)
    )
    return _gaps(query)


def without_skp(day: date, year: PerformanceYear) -> Gaps:
    """In a post and without any SKP of the year, though one is asked of them (p.65-66)."""
    have = sa.select(Skp.employee_id).where(Skp.year_id == year.id)
    planless = sa.select(Absence.employee_id).where(
        Absence.kind.in_(away.PLANLESS), Absence.starts_on <= day, Absence.ends_on >= day
    )
    return _gaps(_in_post(day).where(Employee.id.not_in(have), Employee.id.not_in(planless)))


def per_unit(day: date, year: PerformanceYear) -> list[UnitLine]:
    """A line for each unit with people in it: their newest SKP version's state."""
    newest = (
        sa.select(SkpVersion.skp_id, sa.func.max(SkpVersion.number).label("number"))
        .group_by(SkpVersion.skp_id)
        .subquery()
    )
    states = (
        sa.select(Skp.employee_id, SkpVersion.state)
        .join(SkpVersion, SkpVersion.skp_id == Skp.id)
        .join(newest, (newest.c.skp_id == Skp.id) & (newest.c.number == SkpVersion.number))
        .where(Skp.year_id == year.id, Skp.ends_on >= day)
        .subquery()
    )
    people = _in_post(day).with_only_columns(Employee.id, Unit.id.label("unit_id")).subquery()
    query = (
        sa.select(Unit.id, Unit.name, states.c.state, sa.func.count(people.c.id))
        .join(people, people.c.unit_id == Unit.id)
        .outerjoin(states, states.c.employee_id == people.c.id)
        .group_by(Unit.id, Unit.name, states.c.state)
        .order_by(Unit.name)
    )
    lines: dict[int, UnitLine] = {}
    for unit_id, name, state, count in db.session.execute(query):
        line = lines.setdefault(unit_id, UnitLine(unit_id, name))
        line.people += count
        line.states[state] += count
    return list(lines.values())


def _in_post(day: date) -> Any:
    """Active employees with the post that they hold on ``day``; officials aside."""
    return (
        sa.select(Employee.id, Employee.name, Unit.name.label("unit"))
        .join(Posting, Posting.employee_id == Employee.id)
        .join(Unit, Unit.id == Posting.unit_id)
        .where(
            Employee.status != "official",
            held_between(day, day),
        )
    )


def _gaps(query: Any) -> Gaps:
    count = db.session.scalar(sa.select(sa.func.count()).select_from(query.subquery())) or 0
    rows = db.session.execute(query.order_by(Employee.name).limit(SHOWN)).all() if count else []
    return Gaps(count, list(rows))
