"""What the pages about units load."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Posting, held_between
from skpweb.office import units

Choices = dict[str, str]


def unit(person: Any, unit_id: int) -> Unit | None:
    """A unit by its id."""
    return db.session.get(Unit, unit_id)


def choices(blank: str = "", but: Unit | None = None) -> Choices:
    """Open units as an indented list to choose from, without one and what is below it."""
    known = units.all_units()
    hidden = units.descendants(known, but.id) if but is not None else set()
    return ({"": blank} if blank else {}) | {
        str(branch.unit.id): "\N{NO-BREAK SPACE}" * 4 * branch.depth + branch.unit.name
        for branch in units.tree(known)
        if branch.unit.archived_at is None and branch.unit.id not in hidden
    }


def people_per_unit(day: date) -> dict[int, int]:
    """Unit id -> how many hold a post there on ``day``."""
    query = (
        sa.select(Posting.unit_id, sa.func.count(Posting.id))
        .where(held_between(day, day))
        .group_by(Posting.unit_id)
    )
    return dict(db.session.execute(query).all())
