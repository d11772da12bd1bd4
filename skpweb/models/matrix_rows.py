"""The people of a matriks pembagian peran dan hasil."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, joinedload

from skpweb.domain.terms import PositionKind
from skpweb.extensions import db
from skpweb.models.matrix import RoleCell, RoleMember
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp

RANKS = list(PositionKind)


@dataclass(frozen=True)
class Row:
    """One person with the post he holds (or held last) in the leader's period."""

    employee: Employee
    posting: Posting | None
    member: RoleMember | None
    is_guest: bool  #: not by post under the leader
    is_lead: bool  #: ketua tim, or with people under him
    skp_id: int | None  #: his own newest SKP of the year

    @property
    def position(self) -> str:
        """His jabatan as the matrix prints it."""
        return self.posting.title if self.posting else ""


def rows(skp: Skp, cells: Iterable[RoleCell]) -> list[Row]:
    """His people by post, whom he added, and whoever has a cell, structural posts first."""
    filled = {one.employee_id for one in cells if one.results}
    members = {one.employee_id: one for one in _members(skp.id)}
    found = [
        _row(skp, employee, members.get(employee.id), has_staff, skp_id)
        for employee, has_staff, skp_id in _people(skp, filled)
    ]
    return sorted(found, key=_place)


def _members(skp_id: int) -> Iterable[RoleMember]:
    return db.session.scalars(sa.select(RoleMember).where(RoleMember.skp_id == skp_id))


def _people(skp: Skp, filled: set[int]) -> Iterable[Any]:
    staff = sa.select(Posting.employee_id).where(
        *under(skp.employee_id, skp.starts_on, skp.ends_on)
    )
    added = sa.select(RoleMember.employee_id).where(RoleMember.skp_id == skp.id)
    post, own = aliased(Posting), aliased(Skp)
    has_staff = sa.exists().where(
        post.assessor_id == Employee.id, post.starts_on <= skp.ends_on,
        sa.or_(post.ends_on.is_(None), post.ends_on >= skp.starts_on),
    )  # fmt: skip
    newest = sa.select(sa.func.max(own.id)).where(
        own.employee_id == Employee.id, own.year_id == skp.year_id
    )
    query = (
        sa.select(Employee, has_staff, newest.scalar_subquery())
        .where(
            sa.or_(Employee.id.in_(staff), Employee.id.in_(added), Employee.id.in_(filled)),
            Employee.id != skp.employee_id,
        )
        .options(joinedload(Employee.postings).joinedload(Posting.unit))
    )
    return db.session.execute(query).unique()


def under(leader_id: Any, first: date, last: date) -> tuple[Any, ...]:
    """Posts under a penilai that touch some days."""
    return (
        Posting.assessor_id == leader_id,
        Posting.starts_on <= last,
        sa.or_(Posting.ends_on.is_(None), Posting.ends_on >= first),
    )


def _row(
    skp: Skp, employee: Employee, member: RoleMember | None, has_staff: bool, skp_id: int | None
) -> Row:
    own = [
        post for post in employee.postings
        if post.assessor_id == skp.employee_id and post.starts_on <= skp.ends_on
        and (post.ends_on is None or post.ends_on >= skp.starts_on)
    ]  # fmt: skip
    held = [post for post in employee.postings if post.starts_on <= skp.ends_on]
    posting = next(reversed(own or held), None)
    is_lead = has_staff or (member is not None and member.is_team_lead)
    return Row(employee, posting, member, not own, is_lead, skp_id)


def _place(row: Row) -> tuple[bool, int, str]:
    rank = RANKS.index(row.posting.position_kind) if row.posting else len(RANKS)
    return row.is_guest, rank, row.employee.name
