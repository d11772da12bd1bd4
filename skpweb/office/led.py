"""A unit with all below it, and who leads it or one that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb.extensions import db
from skpweb.models import snapshots
from skpweb.models.organisation import Unit
from skpweb.models.people import Posting, held_between
from skpweb.office import units


@dataclass(frozen=True)
class Led:
    """A unit; ``held`` are all posts that ever led it or one above, the nearest first."""

    unit: Unit
    below: frozenset[int]  #: ids of the unit itself and those under it
    held: Sequence[Posting]

    def leader_ids(self, day: date) -> frozenset[int]:
        """Who leads it, or one above it, on ``day``."""
        return frozenset(post.employee_id for post in self.held if post.covers(day))

    def head(self, day: date) -> dict[str, str] | None:
        """Its own or its nearest head on ``day``, as documents print him."""
        post = next((post for post in self.held if post.covers(day)), None)
        return snapshots.of_person(post.employee, post) if post else None


def find(unit_id: int) -> Led | None:
    """A unit with its leaders. Two queries."""
    every = units.all_units()
    unit = next((one for one in every if one.id == unit_id), None)
    if unit is None:
        return None
    chain = _above(every, unit)
    held = db.session.scalars(
        sa.select(Posting)
        .where(Posting.unit_id.in_(chain), Posting.leads_unit)
        .options(joinedload(Posting.employee), joinedload(Posting.unit))
    )
    nearest = sorted(held, key=lambda post: chain.index(post.unit_id))
    return Led(unit, frozenset(units.descendants(every, unit.id)), nearest)


def units_of(employee_id: int | None, day: date) -> Sequence[Unit]:
    """The units that somebody leads on ``day``. One query."""
    return db.session.scalars(
        sa.select(Unit)
        .join(Posting, Posting.unit_id == Unit.id)
        .where(
            Posting.employee_id == employee_id,
            Posting.leads_unit,
            held_between(day, day),
        )
        .order_by(Unit.name)
    ).all()


def _above(every: Sequence[Unit], unit: Unit) -> list[int]:
    """Ids of a unit and those it belongs to, the nearest first."""
    parents = {one.id: one.parent_id for one in every}
    chain: list[int] = []
    here: int | None = unit.id
    while here is not None and here not in chain:
        chain.append(here)
        here = parents.get(here)
    return chain
