"""What the database knows when a staff list is checked: four queries, whatever its length."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from skpweb.domain.terms import EmploymentStatus
from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.office import units
from skpweb.office.headings import folded
from skpweb.office.import_units import UnitIndex, index


@dataclass
class Known:
    """Employees by NIP, officials by name, the latest post of each, units, running SKPs."""

    by_nip: dict[str, Any]
    officials: dict[str, Any]
    by_birth: dict[tuple[str, str], Any]
    posts: dict[int, Any]
    units: UnitIndex
    with_skp: set[int]

    def links(self) -> dict[int, int | None]:
        """Who assesses whom now."""
        return {employee_id: post.assessor_id for employee_id, post in self.posts.items()}


def load(today: date) -> Known:
    """Read everything once."""
    people = db.session.execute(sa.select(*_columns(Employee))).all()
    return Known(
        by_nip={p.nip: p for p in people if p.nip},
        officials={folded(p.name): p for p in people if p.status is EmploymentStatus.OFFICIAL},
        by_birth={(folded(p.name), p.nip[:8]): p for p in people if p.nip and not p.left_on},
        posts=_latest_posts(),
        units=index(b.unit for b in units.tree(db.session.scalars(sa.select(Unit)))),
        with_skp=set(db.session.scalars(sa.select(Skp.employee_id).where(Skp.ends_on >= today))),
    )


def _latest_posts() -> dict[int, Any]:
    rows = db.session.execute(sa.select(*_columns(Posting)).order_by(Posting.starts_on)).all()
    latest: dict[int, Any] = defaultdict(lambda: None)
    for row in rows:
        latest[row.employee_id] = row
    return dict(latest)


def _columns(model: Any) -> list[Any]:
    return list(model.__table__.c)
