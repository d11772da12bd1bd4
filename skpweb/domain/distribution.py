"""Pola distribusi: the guide for an organisation's result, and a unit beside it.

The curves are those of PermenPANRB 6/2022 p.94-97; the percentages come from a
circular. All of it is guidance for the penilai: a finding informs, nothing here
refuses anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from skpweb.domain.ratings import OrganisationLevel, Predicate

FEW = 5  #: under so many people a percentage misleads
Counts = Mapping[Predicate, int]


@dataclass(frozen=True, slots=True)
class Limit:
    """Share of the people with one of ``predicates``, in percent; bounds are allowed values."""

    predicates: tuple[Predicate, ...]
    at_most: int | None = None
    at_least: int | None = None
    at_least_one: bool = False

    @property
    def is_absolute(self) -> bool:
        """Whether it needs no percentage and so holds for the smallest unit."""
        return self.at_most == 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """One limit of the guide beside the people: both in words, None where nobody can say."""

    predicates: str
    rule: str
    actual: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on a distribution: a code, a sentence, whether it departs from the guide."""

    code: str
    text: str
    departs: bool = True


@dataclass(frozen=True, slots=True)
class Circular:
    """Percentages that hold from a day on, until a later circular does."""

    legal_basis: str
    since: date
    limits: Mapping[OrganisationLevel, tuple[Limit, ...]]


_VERY_GOOD = (Predicate.VERY_GOOD,)
_IMPROVE_OR_POOR = (Predicate.NEEDS_IMPROVEMENT, Predicate.POOR)

LIMITS: dict[OrganisationLevel, tuple[Limit, ...]] = {
    OrganisationLevel.OUTSTANDING: (Limit(_VERY_GOOD, at_most=70),),
    OrganisationLevel.GOOD: (
        Limit((Predicate.GOOD,), at_most=70),
        Limit(_IMPROVE_OR_POOR, at_least_one=True),
    ),
    OrganisationLevel.NEEDS_IMPROVEMENT: (
        Limit((Predicate.NEEDS_IMPROVEMENT,), at_least=60),
        Limit(_VERY_GOOD, at_most=10),
    ),
    OrganisationLevel.POOR: (
        Limit((Predicate.POOR,), at_least=60),
        Limit((Predicate.NEEDS_IMPROVEMENT,), at_least=10),
        Limit(_VERY_GOOD, at_most=10),
    ),
    OrganisationLevel.VERY_POOR: (
        Limit((Predicate.VERY_POOR,), at_least=60),
        Limit(_IMPROVE_OR_POOR, at_least=10),
        Limit(_VERY_GOOD, at_most=0),
    ),
}

#: the circulars that name percentages, the oldest first; a later one goes below
CIRCULARS = (Circular("SE Menteri PANRB Nomor 3 Tahun 2023", date(2023, 1, 31), LIMITS),)
LEGAL_BASIS = CIRCULARS[-1].legal_basis

#: heights of the printed curves, Sangat Kurang to Sangat Baik, read off the grid (p.94-96)
_CURVES: dict[OrganisationLevel, tuple[float, ...]] = {
    OrganisationLevel.OUTSTANDING: (0.2, 0.4, 0.6, 2.5, 6.0),
    OrganisationLevel.GOOD: (0.5, 1.0, 2.0, 6.0, 2.0),
    OrganisationLevel.NEEDS_IMPROVEMENT: (0.5, 1.5, 6.0, 1.5, 0.5),
    OrganisationLevel.POOR: (2.0, 6.0, 2.0, 0.75, 0.5),
    OrganisationLevel.VERY_POOR: (6.0, 2.5, 0.8, 0.4, 0.15),
}

_WORDS = {
    Predicate.VERY_GOOD: "Sangat Baik",
    Predicate.GOOD: "Baik",
    Predicate.NEEDS_IMPROVEMENT: "Butuh Perbaikan",
    Predicate.POOR: "Kurang/Misconduct",
    Predicate.VERY_POOR: "Sangat Kurang",
}


def circular(day: date | None = None) -> Circular | None:
    """The circular in force on a day (the newest without one); None before the first."""
    found = [one for one in CIRCULARS if day is None or one.since <= day]
    return found[-1] if found else None


def limits(level: OrganisationLevel, day: date | None = None) -> tuple[Limit, ...]:
    """The percentages for an organisation's result; none before the first circular."""
    found = circular(day)
    return found.limits[level] if found is not None else ()


def guide(level: OrganisationLevel) -> dict[Predicate, float]:
    """Points of the guide curve: predicate -> relative height (no unit, highest is 6)."""
    return dict(zip(reversed(Predicate), _CURVES[level], strict=True))


def compare(level: OrganisationLevel, counts: Counts, day: date | None = None) -> list[Finding]:
    """What a reader should know about ``counts`` (people per predicate) beside the guide.

    An empty list: nothing to remark, or nobody has a predicate yet. Under
    :data:`FEW` people there is a note instead of percentages; only a predicate
    that should not occur at all is still named.
    """
    total = sum(counts.values())
    if not total:
        return []
    few = total < FEW
    fitting = [limit for limit in limits(level, day) if limit.is_absolute or not few]
    broken = [_finding(limit, counts, total) for limit in fitting if not _holds(limit, counts)]
    return [*([_few_note(total)] if few else []), *broken]


def beside(level: OrganisationLevel, counts: Counts, day: date | None = None) -> list[Comparison]:
    """Every limit of the guide with what the people have, kept or not.

    Nothing is said of percentages under :data:`FEW` people.
    """
    total = sum(counts.values())
    return [_comparison(limit, counts, total) for limit in limits(level, day)]


def percent(count: int, total: int) -> str:
    """``66,7 %``; a dash where there is nobody, or too few for a percentage."""
    return _percent(count, total) if total >= FEW else "–"


def _comparison(limit: Limit, counts: Counts, total: int) -> Comparison:
    count, can_say = _count(limit, counts), total >= FEW or (limit.is_absolute and total > 0)
    share = f" ({_percent(count, total)})" if total >= FEW else ""
    return Comparison(
        " dan/atau ".join(_WORDS[predicate] for predicate in limit.predicates),
        _rule(limit)[1],
        f"{count} dari {total} pegawai{share}",
        _holds(limit, counts) if can_say else None,
    )


def _count(limit: Limit, counts: Counts) -> int:
    return sum(counts.get(predicate, 0) for predicate in limit.predicates)


def _holds(limit: Limit, counts: Counts) -> bool:
    count = _count(limit, counts)
    share = Fraction(100 * count, sum(counts.values()))
    too_many = limit.at_most is not None and share > limit.at_most
    too_few = limit.at_least is not None and share < limit.at_least
    return not (too_many or too_few or (limit.at_least_one and count == 0))


def _few_note(total: int) -> Finding:
    return Finding(
        "few",
        f"Baru ada {total} pegawai, sehingga persentase mudah menyesatkan. "
        "Perhatikan jumlahnya saja.",
        departs=False,
    )


def _finding(limit: Limit, counts: Counts, total: int) -> Finding:
    names = " dan/atau ".join(_WORDS[predicate] for predicate in limit.predicates)
    code, rule = _rule(limit)
    count = _count(limit, counts)
    share = f" ({_percent(count, total)})" if total >= FEW else ""
    return Finding(
        code,
        f"{names}: {count} dari {total} pegawai{share}; panduan: {rule}. "
        "Periksa kembali, atau lanjutkan bila memang demikian.",
    )


def _rule(limit: Limit) -> tuple[str, str]:
    if limit.at_least_one:
        return "missing", "sebaiknya ada"
    if limit.at_most == 0:
        return "none_allowed", "tidak ada"
    if limit.at_most is not None:
        return "too_many", f"paling banyak {limit.at_most} %"
    return "too_few", f"paling sedikit {limit.at_least} %"


def _percent(count: int, total: int) -> str:
    """One decimal, half up, comma; a whole number without decimals."""
    tenths = (2000 * count + total) // (2 * total)
    whole, tenth = divmod(tenths, 10)
    return f"{whole},{tenth} %" if tenth else f"{whole} %"
