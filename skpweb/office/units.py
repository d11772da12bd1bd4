"""Units as a tree: add, rename, move, archive. The verbs refuse before they change."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import Unit
from skpweb.models.people import Posting
from skpweb.office import changes


@dataclass(frozen=True)
class Branch:
    """A unit and how deep it hangs in the tree (0 at the top)."""

    unit: Unit
    depth: int


def tree(units: Iterable[Unit]) -> list[Branch]:
    """All units, each after its parent, siblings by name."""
    below: dict[int | None, list[Unit]] = defaultdict(list)
    known = {unit.id: unit for unit in units}
    for unit in sorted(known.values(), key=lambda unit: unit.name.casefold()):
        below[unit.parent_id if unit.parent_id in known else None].append(unit)
    found: list[Branch] = []
    waiting = [Branch(unit, 0) for unit in reversed(below[None])]
    while waiting:
        branch = waiting.pop()
        found.append(branch)
        waiting += [Branch(child, branch.depth + 1) for child in reversed(below[branch.unit.id])]
    return found


def descendants(units: Iterable[Unit], unit_id: int) -> set[int]:
    """Ids of a unit and everything below it."""
    known = list(units)
    found = {unit_id}
    while more := {u.id for u in known if u.parent_id in found} - found:
        found |= more
    return found


def add(actor: Witness, name: str, parent_id: int | None, is_independent: bool) -> Unit:
    """A new unit below ``parent_id`` (None: at the top). Names are unique below a parent."""
    _refuse_twin(name, parent_id)
    unit = Unit(name=name, parent_id=parent_id, is_independent=is_independent)
    db.session.add(unit)
    audit.record(actor, "unit.add", unit, after={"name": name, "parent_id": parent_id})
    return unit


def change(
    actor: Witness, unit: Unit, name: str, parent_id: int | None, is_independent: bool
) -> None:
    """Rename or move a unit; never below itself."""
    if (name, parent_id) != (unit.name, unit.parent_id):
        _refuse_twin(name, parent_id, unit.id)
    if parent_id is not None and parent_id in descendants(all_units(), unit.id):
        raise Refused("Unit tidak dapat dipindahkan ke bawah dirinya sendiri. Pilih induk lain.")
    before, after = changes.apply(
        unit, {"name": name, "parent_id": parent_id, "is_independent": is_independent}
    )
    if after:
        audit.record(actor, "unit.change", unit, before=before, after=after)


def archive(actor: Witness, unit: Unit, today: object) -> None:
    """Close a unit; refused while people or open units are in it."""
    if db.session.scalar(
        sa.select(Unit.id).where(Unit.parent_id == unit.id, Unit.archived_at.is_(None)).limit(1)
    ):
        raise Refused("Masih ada unit di bawahnya. Pindahkan atau arsipkan unit itu lebih dulu.")
    held = sa.select(sa.func.count(Posting.id)).where(
        Posting.unit_id == unit.id,
        sa.or_(Posting.ends_on.is_(None), Posting.ends_on >= today),
    )
    if count := db.session.scalar(held):
        raise Refused(f"Masih ada {count} pegawai di unit ini. Mutasikan mereka lebih dulu.")
    unit.archived_at = utc_now()
    audit.record(actor, "unit.archive", unit, after={"name": unit.name})


def reopen(actor: Witness, unit: Unit) -> None:
    """Take a unit out of the archive."""
    unit.archived_at = None
    audit.record(actor, "unit.reopen", unit, after={"name": unit.name})


def all_units() -> list[Unit]:
    """Every unit, archived ones too."""
    return list(db.session.scalars(sa.select(Unit).order_by(Unit.name)))


def _refuse_twin(name: str, parent_id: int | None, but: int | None = None) -> None:
    same = sa.select(Unit.id).where(
        sa.func.lower(Unit.name) == name.lower(), Unit.parent_id.is_not_distinct_from(parent_id)
    )
    if but is not None:
        same = same.where(Unit.id != but)
    if db.session.scalar(same.limit(1)):
        raise Refused(f"Unit “{name}” sudah ada di tempat itu. Beri nama lain.")
