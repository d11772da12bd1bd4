"""Unit names of a staff list against the tree: known ones found, new ones proposed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from skpweb.models.organisation import Unit

Path = tuple[str, ...]


@dataclass
class UnitIndex:
    """The tree by names. A ref is a unit's id, or minus a number for a proposed one."""

    refs: dict[tuple[int | None, str], int] = field(default_factory=dict)
    by_name: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    proposed: dict[int, tuple[int | None, str]] = field(default_factory=dict)
    titles: dict[int, Path] = field(default_factory=dict)

    def add(self, ref: int, parent: int | None, name: str) -> int:
        """Know a unit under its parent and by its name alone."""
        self.refs[(parent, name.casefold())] = ref
        self.by_name[name.casefold()].append(ref)
        self.titles[ref] = (*self.titles.get(parent or 0, ()), name)
        return ref

    def propose(self, parent: int | None, name: str) -> int:
        """A unit that the import will make."""
        ref = -1 - len(self.proposed)
        self.proposed[ref] = (parent, name)
        return self.add(ref, parent, name)

    def title(self, ref: int) -> str:
        """The whole path of a unit, for people."""
        return " > ".join(self.titles[ref])


def index(branches: Iterable[Unit]) -> UnitIndex:
    """The open units, parents before children (as ``units.tree`` orders them)."""
    found = UnitIndex()
    for unit in branches:
        if unit.archived_at is None:
            found.add(unit.id, unit.parent_id, unit.name)
    return found


def split(text: str) -> Path:
    """``Induk > Anak`` as a path; empty parts fall away."""
    parts = (" ".join(part.split()) for part in re.split(r"\s*[>›]\s*", text))
    return tuple(part for part in parts if part)


def propose_all(known: UnitIndex, texts: Sequence[str]) -> None:
    """Propose what the paths name and nobody knows: longer paths first, they say more."""
    for path in sorted({split(text) for text in texts}, key=lambda path: (-len(path), path)):
        if path and not isinstance(find(known, path), str):
            continue
        if path and len(known.by_name.get(path[0].casefold(), [])) < 2:
            _propose(known, path)


def find(known: UnitIndex, path: Path) -> int | str:
    """The ref of the unit at ``path``, or the problem in words."""
    starts = _starts(known, path[0])
    if len(starts) > 1:
        choices = "; ".join(known.title(ref) for ref in starts[:4])
        return f"Ada beberapa unit bernama “{path[0]}”. Tulis jalurnya: {choices}."
    ref = starts[0] if starts else None
    for name in path[1:]:
        ref = known.refs.get((ref, name.casefold())) if ref is not None else None
    return ref if ref is not None else f"Unit “{' > '.join(path)}” tidak ditemukan."


def _starts(known: UnitIndex, name: str) -> list[int]:
    """Units with which a path may begin: the one at the top, else all of that name."""
    top = known.refs.get((None, name.casefold()))
    return [top] if top is not None else known.by_name.get(name.casefold(), [])


def _propose(known: UnitIndex, path: Path) -> None:
    starts = _starts(known, path[0])
    parent = starts[0] if starts else _new_start(known, path[0])
    for name in path[1:]:
        parent = known.refs.get((parent, name.casefold())) or known.propose(parent, name)


def _new_start(known: UnitIndex, name: str) -> int:
    """A new first unit goes below the office's only top unit, if there is exactly one."""
    tops = [ref for (parent, _), ref in known.refs.items() if parent is None]
    return known.propose(tops[0] if len(tops) == 1 else None, name)
