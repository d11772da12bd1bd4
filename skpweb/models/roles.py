"""Roles of one person in the matrices of others: what he may write on his SKP, and with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager, joinedload

from skpweb.domain import identity
from skpweb.extensions import db
from skpweb.models.matrix import RoleCell, RoleResult
from skpweb.models.people import Employee
from skpweb.models.planning import Rhk, Skp


@dataclass(frozen=True)
class Contribution:
    """What one person does for a result of the leader."""

    leader: str
    column: str  #: the leader's indicator or RHK in words
    column_key: str
    name: str
    is_self: bool
    roles: tuple[str, ...]


def of_person(skp: Skp) -> Sequence[RoleCell]:
    """The cells of the owner of an SKP in the matrices of its year. One query.

    Each with its results, and the leader with his post.
    """
    leader = aliased(Skp)
    query = (
        sa.select(RoleCell)
        .join(RoleCell.results)
        .join(RoleCell.skp.of_type(leader))
        .options(
            contains_eager(RoleCell.results),
            contains_eager(RoleCell.skp.of_type(leader)).options(
                joinedload(leader.employee), joinedload(leader.posting)
            ),
        )
        .where(RoleCell.employee_id == skp.employee_id, leader.year_id == skp.year_id)
        .order_by(leader.id, RoleCell.id, RoleResult.order, RoleResult.id)
    )
    return db.session.scalars(query).unique().all()


def count_open(skp: Skp) -> int:
    """How many roles of the owner of an SKP have no RHK yet. One query."""
    leader = aliased(Skp)
    query = (
        sa.select(sa.func.count(sa.distinct(RoleResult.id)))
        .join(RoleResult.cell)
        .join(RoleCell.skp.of_type(leader))
        .outerjoin(Rhk, Rhk.key == RoleResult.rhk_key)
        .where(
            RoleCell.employee_id == skp.employee_id,
            leader.year_id == skp.year_id,
            Rhk.id.is_(None),
        )
    )
    return db.session.scalar(query) or 0


def contributions(employee_id: int, year_id: int) -> list[Contribution]:
    """Who else supports the same results of the leaders as somebody does. One query.

    For the evaluation page: all cells of the columns in which ``employee_id`` has a role
    in the matrices of ``year_id``, his own among them, by leader, column and name.
    """
    leader = aliased(Skp)
    chief, colleague = aliased(Employee), aliased(Employee)
    is_self = RoleCell.employee_id == employee_id
    query = (
        sa.select(
            RoleCell.id, chief.front_title, chief.name, chief.back_title, RoleCell.column_text,
            RoleCell.column_key, colleague.front_title, colleague.name, colleague.back_title,
            is_self, RoleResult.text,
        )
        .join(RoleCell.results)
        .join(leader, leader.id == RoleCell.skp_id)
        .join(chief, chief.id == leader.employee_id)
        .join(colleague, colleague.id == RoleCell.employee_id)
        .where(leader.year_id == year_id, _shared_with(employee_id))
        .order_by(leader.id, RoleCell.column_key, sa.not_(is_self), colleague.name, RoleCell.id)
        .order_by(RoleResult.order, RoleResult.id)
    )  # fmt: skip
    found: dict[int, Contribution] = {}
    for id_, *who, text in db.session.execute(query):
        before = found[id_].roles if id_ in found else ()
        found[id_] = _contribution(who, (*before, text))
    return list(found.values())


def _shared_with(employee_id: int) -> Any:
    """Cells of the columns in which somebody has a role."""
    own, mine = aliased(RoleCell), aliased(RoleResult)
    return sa.exists().where(
        own.employee_id == employee_id, own.skp_id == RoleCell.skp_id,
        own.column_key == RoleCell.column_key, mine.cell_id == own.id,
    )  # fmt: skip


def _contribution(row: Sequence[str], roles: tuple[str, ...]) -> Contribution:
    front, plain, back, column, key, own_front, own_plain, own_back, is_self = row
    return Contribution(
        identity.full_name(front, plain, back), column, key,
        identity.full_name(own_front, own_plain, own_back), bool(is_self), roles,
    )  # fmt: skip
