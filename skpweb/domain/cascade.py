"""The pohon kinerja: whose result supports whose, from the head's RHK downwards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Result:
    """An RHK in force with the one it intervenes, and whose it is."""

    key: str
    parent: str | None
    statement: str
    owner_id: int
    owner: str
    position: str
    unit: str
    intervened_text: str = ""


@dataclass
class Branch:
    """A result with what supports it."""

    result: Result
    below: list["Branch"] = field(default_factory=list)

    def walk(self) -> Iterator["Branch"]:
        """The branch and everything under it."""
        yield self
        for branch in self.below:
            yield from branch.walk()

    @property
    def supporters(self) -> int:
        """How many people stand under it."""
        mine = self.result.owner_id
        return len({one.result.owner_id for one in self.walk()} - {mine})


def grow(results: Sequence[Result], head_id: int) -> list[Branch]:
    """A branch for each of the head's results; what goes in a circle is not followed."""
    below: dict[str, list[Result]] = {}
    for one in results:
        if one.parent is not None:
            below.setdefault(one.parent, []).append(one)
    seen: set[str] = set()
    return [_branch(one, below, seen) for one in results if one.owner_id == head_id]


def _branch(one: Result, below: Mapping[str, Sequence[Result]], seen: set[str]) -> Branch:
    seen.add(one.key)
    return Branch(
        one, [_branch(two, below, seen) for two in below.get(one.key, ()) if two.key not in seen]
    )


def line(assessors: Iterable[tuple[int, int | None]], head_id: int) -> set[int]:
    """Everybody under the head, through any number of penilai; he is not among them."""
    under: dict[int, set[int]] = {}
    for person, assessor in assessors:
        if assessor is not None:
            under.setdefault(assessor, set()).add(person)
    found: set[int] = set()
    here = {head_id}
    while here:
        here = {one for boss in here for one in under.get(boss, ())} - found - {head_id}
        found |= here
    return found


def unlinked(
    results: Sequence[Result], branches: Sequence[Branch], people: set[int]
) -> list[Result]:
    """Results of people in the head's line that hang on none of his."""
    hung = {one.result.key for branch in branches for one in branch.walk()}
    return [one for one in results if one.owner_id in people and one.key not in hung]
