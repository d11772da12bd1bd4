"""The pohon kinerja of a head: his RHK, and who supports each, down to the last."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from flask import Response

from skpweb.domain import cascade, identity, people
from skpweb.domain.cascade import Branch, Result
from skpweb.domain.lifecycle import SkpState
from skpweb.extensions import db
from skpweb.matrix import bp, queries
from skpweb.models.organisation import Unit
from skpweb.models.people import Employee, Posting, held_between
from skpweb.models.planning import Rhk, Skp, SkpVersion
from skpweb.web.access import allow
from skpweb.web.page import page


@bp.get("/<int:skp_id>/tree")
@allow(people.may_read, queries.head)
def tree(head: Skp) -> Response:
    """The tree, who helps from elsewhere, and what hangs on nothing. Two queries."""
    results = [_result(*row) for row in _results(head)]
    staff = cascade.line(_assessors(head), head.employee_id)
    branches = cascade.grow(results, head.employee_id)
    loose = cascade.unlinked(results, branches, staff)
    return page(
        "matrix/tree.html", skp=head, branches=branches, loose=loose,
        bare=[branch for branch in branches if not branch.below],
        staff=staff, outside=_outside(branches, staff, head.employee_id),
        linked=sum(1 for branch in branches for _ in branch.walk()) - len(branches),
    )  # fmt: skip


def _outside(branches: Iterable[Branch], staff: set[int], head_id: int) -> list[Result]:
    """Results of people who do not stand under the head."""
    every = [one.result for branch in branches for one in branch.walk()]
    return [one for one in every if one.owner_id not in staff | {head_id}]


def _results(head: Skp) -> Iterable[Any]:
    """All RHK in force of the year, by order of their SKP. One query."""
    name = (Employee.front_title, Employee.name, Employee.back_title)
    query = (
        sa.select(
            Rhk.key, Rhk.intervened_key, Rhk.statement, Rhk.intervened_text, Employee.id, *name,
            Posting.position_name, Unit.name,
        )
        .join(Rhk.version)
        .join(SkpVersion.skp)
        .join(Skp.employee)
        .join(Skp.posting)
        .join(Posting.unit)
        .where(Skp.year_id == head.year_id, SkpVersion.state == SkpState.APPROVED)
        .order_by(Employee.name, Skp.starts_on, Rhk.kind.desc(), Rhk.order, Rhk.id)
    )  # fmt: skip
    return db.session.execute(query)


def _result(
    key: str, parent: str | None, statement: str, text: str, owner_id: int, front: str,
    plain: str, back: str, position: str, unit: str,
) -> Result:  # fmt: skip
    owner = identity.full_name(front, plain, back)
    return Result(key, parent, statement, owner_id, owner, position, unit, text)


def _assessors(head: Skp) -> Iterable[tuple[int, int | None]]:
    """Who was whose penilai in the head's period. One query."""
    query = sa.select(Posting.employee_id, Posting.assessor_id).where(
        held_between(head.starts_on, head.ends_on)
    )
    return [(person, assessor) for person, assessor in db.session.execute(query)]
