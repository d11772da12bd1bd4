"""Which organisation result counts for whom (p.94)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from skpweb.domain.calendar import WindowKind
from skpweb.domain.ratings import OrganisationLevel
from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow, OrganisationResult, Unit


@dataclass(frozen=True)
class Standing:
    """The result that counts for an evaluation, and where it comes from."""

    level: OrganisationLevel | None = None
    unit_id: int | None = None
    unit_name: str = ""
    basis: str = ""
    own_level: OrganisationLevel | None = None  # of the very unit, if it has one
    borrowed_from: str = ""  # "capaian tahun 2025", where this year's came too late
    decided_on: date | None = None


def counting(
    window: EvaluationWindow, led_unit_id: int | None, own_unit_id: int, day: date
) -> Standing:
    """The result that counts in a window: for the yearly one that of the year before,
    where this year's was not out by the end of January (p.94). One query.
    """
    former = window.starts_on.year - 1
    before = sa.select(EvaluationWindow.id).where(
        EvaluationWindow.kind == WindowKind.ANNUAL, EvaluationWindow.starts_on == date(former, 1, 1)
    )
    wanted = OrganisationResult.window_id == window.id
    if window.is_annual:
        wanted = sa.or_(wanted, OrganisationResult.window_id.in_(before))
    rows = db.session.execute(_chain(wanted, led_unit_id or own_unit_id, own_unit_id)).all()
    found = _standing([row for row in rows if row.window_id == window.id], own_unit_id)
    borrowed = _standing([row for row in rows if row.window_id != window.id], own_unit_id)
    is_late = (found.decided_on or day) > date(former + 2, 1, 31)
    if borrowed.level is None or not is_late:
        return found
    words = f"capaian tahun {former}"
    return replace(borrowed, borrowed_from=words, unit_name=f"{borrowed.unit_name}, {words}")


def _standing(rows: Sequence[sa.Row[Any]], own_unit_id: int) -> Standing:
    """The nearest of the results of a window.

    Looked for upwards from the penilai's unit, then upwards from the
    Pegawai's own: a small office often sets one result for the whole.
    """
    if not rows:
        return Standing()
    first = rows[0]
    own = [row.level for row in rows if row.unit_id == own_unit_id]
    own_level = own[0] if own else None
    return Standing(
        first.level, first.unit_id, first.name, first.basis, own_level,
        decided_on=first.decided_on,
    )  # fmt: skip


def _chain(
    wanted: sa.ColumnElement[bool], led_unit_id: int, own_unit_id: int
) -> sa.Select[tuple[object, ...]]:
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
            OrganisationResult.window_id,
            OrganisationResult.unit_id,
            OrganisationResult.level,
            OrganisationResult.basis,
            OrganisationResult.decided_on,
            Unit.name,
        )
        .join(chain, chain.c.id == OrganisationResult.unit_id)
        .join(Unit, Unit.id == OrganisationResult.unit_id)
        .where(wanted)
        .order_by(chain.c.rank)
    )


def subtree(unit_id: int) -> sa.Select[tuple[int]]:
    """Ids of a unit and all units below it, as a subquery."""
    tree = sa.select(Unit.id).where(Unit.id == unit_id).cte("tree", recursive=True)
    tree = tree.union_all(sa.select(Unit.id).join(tree, Unit.parent_id == tree.c.id))
    return sa.select(tree.c.id)
