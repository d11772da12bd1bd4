"""Which predicate is converted for which months of an SKP (Peraturan BKN 3/2023)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from skpweb.domain.credit import Conversion
from skpweb.domain.ratings import Predicate
from skpweb.domain.terms import JobLevel


@dataclass(frozen=True, slots=True)
class Rated:
    """A predicate in force and the days of the SKP that it looks at."""

    first: date
    last: date
    predicate: Predicate
    is_annual: bool = False


def of_skp(first: date, last: date, level: JobLevel, rated: Sequence[Rated]) -> list[Conversion]:
    """The conversions of one SKP, no month twice.

    The yearly predicate counts for the whole SKP. Before there is one, each periodic
    predicate counts for its own months; in an SKP that ended early because of a move
    the next one also covers what was not rated before it.
    """
    annual = [one for one in rated if one.is_annual]
    if annual:
        return [*_converted(first, last, annual[-1].predicate, level)]
    return [
        made
        for start, one in _from_when(first, last, rated)
        for made in _converted(start, one.last, one.predicate, level)
    ]


def _from_when(first: date, last: date, rated: Sequence[Rated]) -> Iterator[tuple[date, Rated]]:
    ended_early = (last.month, last.day) != (12, 31)
    free = first
    for one in sorted(rated, key=lambda found: found.first):
        yield (free if ended_early else max(one.first, first)), one
        free = one.last + timedelta(days=1)


def _converted(
    first: date, last: date, predicate: Predicate, level: JobLevel
) -> Iterator[Conversion]:
    """A month counts where its first day was worked."""
    first_month = first.month if first.day == 1 else first.month + 1
    if first_month <= last.month:
        yield Conversion(first.year, first_month, last.month, predicate, level)
