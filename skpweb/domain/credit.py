"""Angka kredit: a predicate converted, exactly (Peraturan BKN 3/2023).

Everything is a Fraction; :func:`printed` rounds, and nothing else does, for a
sum of rounded months differs from the rounded sum.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from skpweb.domain.ratings import Predicate
from skpweb.domain.terms import EmploymentStatus, JobLevel, PositionKind

LEGAL_BASIS = "Peraturan Badan Kepegawaian Negara Nomor 3 Tahun 2023"

#: percent of the yearly koefisien
PERCENT: dict[Predicate, int] = {
    Predicate.VERY_GOOD: 150,
    Predicate.GOOD: 100,
    Predicate.NEEDS_IMPROVEMENT: 75,
    Predicate.POOR: 50,
    Predicate.VERY_POOR: 25,
}


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers of a jenjang: koefisien per year, minimum for the next pangkat and jenjang.

    ``for_level`` is None at the top of a category.
    """

    per_year: Fraction
    for_rank: int
    for_level: int | None


def _scale(per_year: str, for_rank: int, for_level: int | None) -> Scale:
    return Scale(Fraction(Decimal(per_year)), for_rank, for_level)


SCALES: dict[JobLevel, Scale] = {
    JobLevel.AHLI_PERTAMA: _scale("12.5", 50, 100),
    JobLevel.AHLI_MUDA: _scale("25", 100, 200),
    JobLevel.AHLI_MADYA: _scale("37.5", 150, 450),
    JobLevel.AHLI_UTAMA: _scale("50", 200, None),
    JobLevel.PEMULA: _scale("3.75", 15, 15),
    JobLevel.TERAMPIL: _scale("5", 20, 60),
    JobLevel.MAHIR: _scale("12.5", 50, 100),
    JobLevel.PENYELIA: _scale("25", 100, None),
}


class NoCredit(ValueError):
    """No angka kredit can be given; the text says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A predicate over whole months of one year, ``first_month`` to ``last_month`` (1-12)."""

    year: int
    first_month: int
    last_month: int
    predicate: Predicate
    level: JobLevel

    def __post_init__(self) -> None:
        if not 1 <= self.first_month <= self.last_month <= 12:
            raise NoCredit("Bulan awal tidak boleh sesudah bulan akhir; keduanya antara 1 dan 12.")

    @property
    def months(self) -> int:
        """Number of months, both ends counted."""
        return self.last_month - self.first_month + 1

    @property
    def credit(self) -> Fraction:
        """months/12 × percentage × koefisien, exact."""
        share = Fraction(self.months, 12) * Fraction(PERCENT[self.predicate], 100)
        return share * SCALES[self.level].per_year

    @property
    def percentage_text(self) -> str:
        """As the form prints it: "150 %", or "2/12 × 100 %" for a part of a year."""
        percent = f"{PERCENT[self.predicate]} %"
        return percent if self.months == 12 else f"{self.months}/12 × {percent}"


def require_entitled(status: EmploymentStatus, kind: PositionKind) -> None:
    """Only PNS and CPNS in a jabatan fungsional collect credit; else :class:`NoCredit`."""
    if kind is not PositionKind.FUNCTIONAL:
        raise NoCredit("Angka kredit hanya untuk pejabat fungsional.")
    if status not in (EmploymentStatus.PNS, EmploymentStatus.CPNS):
        raise NoCredit("Angka kredit hanya untuk PNS; PPPK tidak mengumpulkan angka kredit.")


def total(conversions: Iterable[Conversion]) -> Fraction:
    """The exact sum within one jenjang.

    :class:`NoCredit` if a month is converted twice or the jenjang differ: the
    count begins again at a new jenjang.
    """
    rows = list(conversions)
    if len({row.level for row in rows}) > 1:
        raise NoCredit("Angka kredit dihitung dari nol pada jenjang baru. Pisahkan per jenjang.")
    seen: set[tuple[int, int]] = set()
    for row in rows:
        months = {(row.year, month) for month in range(row.first_month, row.last_month + 1)}
        if months & seen:
            year, month = min(months & seen)
            raise NoCredit(
                f"Bulan {month} tahun {year} sudah dikonversi. Satu bulan hanya dihitung sekali."
            )
        seen |= months
    return sum((row.credit for row in rows), Fraction(0))


def reaches(credit: Fraction, minimum: int) -> bool:
    """Whether the minimum is met; exactly enough is enough."""
    return credit >= minimum


def shortage(credit: Fraction, minimum: int) -> Fraction:
    """What is lacking to the minimum; negative where there is more than enough."""
    return minimum - credit


def printed(credit: Fraction, decimals: int = 3) -> str:
    """Rounded half up (away from zero) for paper, with a comma: "43,750"."""
    scaled = abs(credit) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    text = f"{units:0{decimals + 1}}"
    number = f"{text[:-decimals]},{text[-decimals:]}" if decimals else text
    return f"-{number}" if credit < 0 and units else number
