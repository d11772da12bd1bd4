"""The people of a matriks pembagian peran dan hasil."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, joinedload

from skpweb.domain.terms import PositionKind
from skpweb.extensions import db
from skpweb.models.matrix import RoleCell, RoleMember
from skpweb.models.people import Employee, Posting, held_between
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


def rows(skps: Collection[Skp]) -> dict[int, list[Row]]:
    """For each SKP its leader's people by post, whom he added, and whoever has a role.

    Structural posts first. Two queries.
    """
    leaders = {skp.id: skp for skp in skps}
    members = {(one.skp_id, one.employee_id): one for one in _members(leaders)}
    found: dict[int, list[Row]] = {skp_id: [] for skp_id in leaders}
    for skp_id, employee, has_staff, own_id in _people(leaders):
        member = members.get((skp_id, employee.id))
        found[skp_id].append(_row(leaders[skp_id], employee, member, has_staff, own_id))
    return {skp_id: sorted(of_one, key=_place) for skp_id, of_one in found.items()}


def _members(skp_ids: Collection[int]) -> Iterable[RoleMember]:
    return db.session.scalars(sa.select(RoleMember).where(RoleMember.skp_id.in_(skp_ids)))


def _people(skp_ids: Collection[int]) -> Iterable[Any]:
    stands = _standing(skp_ids)
    post, own = aliased(Posting), aliased(Skp)
    has_staff = sa.exists().where(
        post.assessor_id == Employee.id, held_between(Skp.starts_on, Skp.ends_on, post)
    )
    newest = sa.select(sa.func.max(own.id)).where(
        own.employee_id == Employee.id, own.year_id == Skp.year_id
    )
    query = (
        sa.select(Skp.id, Employee, has_staff, newest.scalar_subquery())
        .join(stands, stands.c.skp_id == Skp.id)
        .join(Employee, Employee.id == stands.c.employee_id)
        .where(Employee.id != Skp.employee_id)
        .options(joinedload(Employee.postings).joinedload(Posting.unit))
    )
    return db.session.execute(query).unique()


def _standing(skp_ids: Collection[int]) -> sa.Subquery:
    """Which employee stands in which matrix: under the leader by post, added, or with a role."""
    by_post = (
        sa.select(Skp.id.label("skp_id"), Posting.employee_id)
        .join(Posting, Posting.assessor_id == Skp.employee_id)
        .where(Skp.id.in_(skp_ids), held_between(Skp.starts_on, Skp.ends_on))
    )
    added, filled = (
        sa.select(one.skp_id, one.employee_id).where(one.skp_id.in_(skp_ids))
        for one in (RoleMember, RoleCell)
    )
    return sa.union(by_post, added, filled.where(RoleCell.results.any())).subquery()


def _row(
    skp: Skp, employee: Employee, member: RoleMember | None, has_staff: bool, skp_id: int | None
) -> Row:
    own = [
        post
        for post in employee.postings
        if post.assessor_id == skp.employee_id and post.touches(skp.starts_on, skp.ends_on)
    ]
    held = [post for post in employee.postings if post.starts_on <= skp.ends_on]
    posting = next(reversed(own or held), None)
    is_lead = has_staff or (member is not None and member.is_team_lead)
    return Row(employee, posting, member, not own, is_lead, skp_id)


def _place(row: Row) -> tuple[bool, int, str]:
    rank = RANKS.index(row.posting.position_kind) if row.posting else len(RANKS)
    return row.is_guest, rank, row.employee.name
