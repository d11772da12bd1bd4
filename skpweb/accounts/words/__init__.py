"""Shipped word lists: passwords that everybody tries, words for phrases.

``common.txt``: 5,000 of the commonest passwords (from the list that Django
ships, BSD licence) and Indonesian ones. ``phrase.txt``: everyday words of
four letters and more.
"""

from functools import cache
from pathlib import Path


@cache
def common() -> tuple[str, ...]:
    """Passwords that are tried first, in small letters, longest first."""
    return tuple(sorted(_lines("common.txt"), key=len, reverse=True))


@cache
def phrase() -> tuple[str, ...]:
    """Words for phrases."""
    return tuple(_lines("phrase.txt"))


def _lines(name: str) -> list[str]:
    return (Path(__file__).parent / name).read_text(encoding="utf-8").split()
