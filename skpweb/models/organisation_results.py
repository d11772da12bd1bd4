"""Which organisation result counts for whom (p.94)."""

from dataclasses import dataclass

import sqlalchemy as sa

from skpweb.domain.ratings import OrganisationLevel
from skpweb.extensions import db
from skpweb.models.organisation import OrganisationResult, Unit


@dataclass(frozen=True)
class Standing:
    """The result that counts for an evaluation, and where it comes from."""

    level: OrganisationLevel | None = None
    unit_id: int | None = None
    unit_name: str = ""
    basis: str = ""
    own_level: OrganisationLevel | None = None  # of the very unit, if it has one


def standing(window_id: int, led_unit_id: int | None, own_unit_id: int) -> Standing:
    """The result of the unit led by the penilai in a window.

    Looked for upwards from the penilai's unit, then upwards from the
    Pegawai's own: a small office often sets one result for the whole.
    One query.
    """
    rows = db.session.execute(_chain(window_id, led_unit_id or own_unit_id, own_unit_id)).all()
    if not rows:
        return Standing()
    first = rows[0]
    own = [row.level for row in rows if row.unit_id == own_unit_id]
    return Standing(first.level, first.unit_id, first.name, first.basis, own[0] if own else None)


def _chain(window_id: int, led_unit_id: int, own_unit_id: int) -> sa.Select[tuple[object, ...]]:
    """Results of both units and their ancestors, the nearest of the penilai's first."""
    rank = sa.case((Unit.id == led_unit_id, 0), else_=100).label("rank")
    seed = (
        sa.select(Unit.id, Unit.parent_id, rank)
        .where(Unit.id.in_((led_unit_id, own_unit_id)))
        .cte("chain", recursive=True)
    )
    chain = seed.union_all(
        sa.select(Unit.id, Unit.parent_id, seed.c.rank + 1)
        .join(seed, Unit.id == seed.c.parent_id)
        .where(seed.c.rank % 100 < 20)
    )
    return (
        sa.select(
            OrganisationResult.unit_id,
            OrganisationResult.level,
            OrganisationResult.basis,
            Unit.name,
        )
        .join(chain, chain.c.id == OrganisationResult.unit_id)
        .join(Unit, Unit.id == OrganisationResult.unit_id)
        .where(OrganisationResult.window_id == window_id)
        .order_by(chain.c.rank)
    )


def subtree(unit_id: int) -> sa.Select[tuple[int]]:
    """Ids of a unit and all units below it, as a subquery."""
    tree = sa.select(Unit.id).where(Unit.id == unit_id).cte("tree", recursive=True)
    tree = tree.union_all(sa.select(Unit.id).join(tree, Unit.parent_id == tree.c.id))
    return sa.select(tree.c.id)
