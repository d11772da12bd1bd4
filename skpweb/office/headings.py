"""Finding the columns of a list by their headings.

A heading may stand in any of the first rows and in any order; a group heading
merged over several columns ("Penilai" over "NIP") counts as part of the name.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SEARCHED_ROWS = 25  #: the heading must be among the first rows that say something
Rows = Sequence[tuple[int, list[Any]]]


@dataclass(frozen=True)
class Column:
    """A column: the key in code, its heading, what to write there, other names of it."""

    key: str
    heading: str
    note: str
    example: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading:
    """Where the heading stands and which place each column has."""

    row: int
    places: dict[str, int]

    @property
    def letters(self) -> dict[str, str]:
        """Excel's name of each column's place."""
        return {key: letter(place) for key, place in self.places.items()}


def folded(text: Any) -> str:
    """Lower case, letters and digits only, single spaces."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", str(text or "").lower()).split())


def letter(place: int) -> str:
    """Excel's name of a column: 0 is A, 26 is AA."""
    first, second = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


class Finder:
    """Knows the columns of one kind of list by all their names."""

    def __init__(self, columns: Iterable[Column], needed: Collection[str]) -> None:
        self.needed = needed
        self.names: Mapping[str, str] = {
            folded(name): column.key
            for column in columns
            for name in (column.heading, *column.aliases)
        }

    def find(self, rows: Rows) -> Heading | None:
        """The row among the first ones that names most columns; None without the needed ones."""
        found: list[Heading] = []
        above: list[Any] = []
        for number, values in rows[:SEARCHED_ROWS]:
            found.append(Heading(number, self._places(values, _filled(above, len(values)))))
            above = values
        fitting = [h for h in found if all(key in h.places for key in self.needed)]
        # of two equal rows the lower one: a heading may be two rows high
        return max(reversed(fitting), key=lambda h: len(h.places), default=None)

    def _places(self, values: Sequence[Any], above: Sequence[Any]) -> dict[str, int]:
        places: dict[str, int] = {}
        for place, (own, group) in enumerate(zip(values, above, strict=True)):
            key = self._key(f"{group or ''} {own or ''}")
            key = key or (None if own and self._key(group) else self._key(own))
            if key is not None:
                places.setdefault(key, place)
        return places

    def _key(self, text: Any) -> str | None:
        return self.names.get(folded(text))


def _filled(values: Sequence[Any], width: int) -> list[Any]:
    """A merged group heading, repeated over the columns that it spans."""
    filled: list[Any] = []
    for value in list(values)[:width] + [None] * (width - len(values)):
        filled.append(value if value not in (None, "") or not filled else filled[-1])
    return filled
