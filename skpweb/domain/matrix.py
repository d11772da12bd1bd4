"""Rules of the matriks pembagian peran dan hasil (p.44-49)."""

import re
from collections.abc import Sequence

LONGEST_LINE = 2000  #: letters of one role
MOST_LINES = 20  #: roles in one cell

_BULLET = re.compile(r"^\s*(?:[•▪‣◦*·–-]|\d{1,2}[.)])\s+")


def lines(text: str) -> list[str]:
    """The roles typed in a cell, one a line, without the bullets people paste."""
    stripped = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [line for line in stripped if line]


def problem(roles: Sequence[str]) -> str:
    """Why roles cannot be kept; empty if they can."""
    if len(roles) > MOST_LINES:
        return f"Paling banyak {MOST_LINES} peran dalam satu sel. Gabungkan yang sejenis."
    if any(len(role) > LONGEST_LINE for role in roles):
        return "Satu peran paling panjang 2.000 huruf. Ringkas isinya."
    return ""


def kept_lines(old: Sequence[tuple[int, str]], new: Sequence[str]) -> list[int | None]:
    """For each new line the old one (by id) that it continues, None for a fresh one.

    The same words are the same role. What remains is a rewording only where as many
    lines went as came: else nobody could say which became which.
    """
    left = list(old)
    found: list[int | None] = [_taken(left, text) for text in new]
    fresh = [place for place, id_ in enumerate(found) if id_ is None]
    if len(fresh) == len(left):
        for place, (id_, _) in zip(fresh, left, strict=True):
            found[place] = id_
    return found


def _taken(left: list[tuple[int, str]], text: str) -> int | None:
    """The old line with these words, taken out of ``left``."""
    same = next((one for one in left if one[1].casefold() == text.casefold()), None)
    if same is None:
        return None
    left.remove(same)
    return same[0]
