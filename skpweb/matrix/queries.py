"""What the pages of the matrix load, each through the person who asks."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from flask import request
from sqlalchemy.orm import aliased, contains_eager, joinedload

from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models import evaluations, matrices, versions
from skpweb.models.matrices import RoleMatrix
from skpweb.models.matrix import RoleCell, RoleMember
from skpweb.models.organisation import PerformanceYear
from skpweb.models.people import Employee, Posting, held_between
from skpweb.models.planning import Skp
from skpweb.office.clocks import held_on

YEARS_SHOWN = 2


@dataclass(frozen=True)
class Listed:
    """A matrix in the list, and why the person may open it."""

    skp: Skp
    is_mine: bool
    is_member: bool


def matrix(_person: Actor, skp_id: int) -> RoleMatrix | None:
    """A leader's matrix; locked where it is about to be written in."""
    if request.method == "POST":
        db.session.execute(sa.select(Skp.id).where(Skp.id == skp_id).with_for_update())
    return matrices.load(skp_id)


def own_skp(_person: Actor, skp_id: int) -> Skp | None:
    """A dossier with its rows, to be added to; locked where that is about to happen."""
    if request.method == "POST":
        db.session.execute(sa.select(Skp.id).where(Skp.id == skp_id).with_for_update())
    found = evaluations.dossier(skp_id)
    if found is not None:
        in_force = [found.in_force] if found.in_force is not None else []
        versions.with_rows(found.current, *in_force)
    return found


def head(_person: Actor, skp_id: int) -> Skp | None:
    """The SKP that a tree grows from. One query."""
    return evaluations.dossier(skp_id)


def listed(person: Actor, day: date) -> list[Listed]:
    """The matrices of the newest years that I may open. One query."""
    me, newest = person.employee_id, sa.select(sa.func.max(PerformanceYear.year))
    is_member = sa.or_(
        _posted_under(me), _in(RoleMember, me), _in(RoleCell, me, RoleCell.results.any())
    )
    mine = Skp.employee_id == me
    superior = sa.exists().where(
        Posting.employee_id == Skp.employee_id,
        sa.or_(
            sa.and_(Posting.assessor_id == me, held_between(Skp.starts_on, Skp.ends_on)),
            sa.and_(Posting.senior_assessor_id == me, *held_on(day)),
        ),
    )
    query = (
        sa.select(Skp, mine, is_member)
        .join(Skp.year)
        .join(Skp.employee)
        .options(contains_eager(Skp.year), contains_eager(Skp.employee), joinedload(Skp.posting))
        .where(
            PerformanceYear.year > newest.scalar_subquery() - YEARS_SHOWN,
            sa.or_(_has_people(), mine & _leads_team(me)),
            sa.or_(mine, is_member, superior, sa.true() if person.is_team else sa.false()),
        )
        .order_by(PerformanceYear.year.desc(), Skp.form, Employee.name, Skp.starts_on)
    )
    return [Listed(*row) for row in db.session.execute(query)]


def others(found: RoleMatrix, day: date) -> list[tuple[Employee, str]]:
    """Whom the leader could add, each with his post of ``day``: nobody with a row. One query."""
    taken = [row.employee.id for row in found.rows] + [found.skp.employee_id]
    holds = sa.and_(Posting.employee_id == Employee.id, held_between(day, day))
    query = (
        sa.select(Employee, Posting)
        .outerjoin(Posting, holds)
        .where(Employee.nip.is_not(None), Employee.left_on.is_(None), Employee.id.not_in(taken))
        .order_by(Employee.name, Employee.id, Posting.starts_on)
    )
    by_id = {one.id: (one, post.title if post else "") for one, post in db.session.execute(query)}
    return list(by_id.values())


def _posted_under(me: int | None) -> Any:
    return sa.exists().where(
        Posting.employee_id == me,
        Posting.assessor_id == Skp.employee_id,
        held_between(Skp.starts_on, Skp.ends_on),
    )


def _in(table: Any, me: int | None, *conditions: Any) -> Any:
    return sa.exists().where(table.skp_id == Skp.id, table.employee_id == me, *conditions)


def _leads_team(me: int | None) -> Any:
    """Marked as ketua tim in somebody's matrix of the same year."""
    above = aliased(Skp)
    return sa.exists().where(
        RoleMember.employee_id == me, RoleMember.is_team_lead,
        RoleMember.skp_id == above.id, above.year_id == Skp.year_id,
    )  # fmt: skip


def _has_people() -> Any:
    """Somebody stands in it."""
    post = aliased(Posting)
    by_post = sa.exists().where(
        post.assessor_id == Skp.employee_id, held_between(Skp.starts_on, Skp.ends_on, post)
    )
    return sa.or_(by_post, sa.exists().where(RoleMember.skp_id == Skp.id))
