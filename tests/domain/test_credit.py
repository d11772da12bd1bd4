"""Angka kredit: the forty products, shares of a year, thresholds, refusals."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skpweb.domain.credit import (
    PERCENT,
    SCALES,
    Conversion,
    NoCredit,
    printed,
    reaches,
    require_entitled,
    shortage,
    total,
)
from skpweb.domain.ratings import Predicate
from skpweb.domain.terms import EmploymentStatus, JobLevel, PositionKind

FORTY = """
ahli_utama   75      50    37.5    25     12.5
ahli_madya   56.25   37.5  28.125  18.75  9.375
ahli_muda    37.5    25    18.75   12.5   6.25
penyelia     37.5    25    18.75   12.5   6.25
ahli_pertama 18.75   12.5  9.375   6.25   3.125
mahir        18.75   12.5  9.375   6.25   3.125
terampil     7.5     5     3.75    2.5    1.25
pemula       5.625   3.75  2.8125  1.875  0.9375
"""
CELLS = [
    (JobLevel(name), predicate, Fraction(cell))
    for name, *cells in map(str.split, FORTY.strip().splitlines())
    for predicate, cell in zip(Predicate, cells, strict=True)
]


@pytest.mark.parametrize(("level", "predicate", "credit"), CELLS)
def test_a_whole_year(level: JobLevel, predicate: Predicate, credit: Fraction) -> None:
    assert Conversion(2025, 1, 12, predicate, level).credit == credit


def test_forty_cells() -> None:
    assert len(CELLS) == len(SCALES) * len(PERCENT) == 40


THRESHOLDS = [
    (JobLevel.AHLI_PERTAMA, 50, 100),
    (JobLevel.AHLI_MUDA, 100, 200),
    (JobLevel.AHLI_MADYA, 150, 450),
    (JobLevel.AHLI_UTAMA, 200, None),
    (JobLevel.PEMULA, 15, 15),
    (JobLevel.TERAMPIL, 20, 60),
    (JobLevel.MAHIR, 50, 100),
    (JobLevel.PENYELIA, 100, None),
]


@pytest.mark.parametrize(("level", "for_rank", "for_level"), THRESHOLDS)
def test_thresholds(level: JobLevel, for_rank: int, for_level: int | None) -> None:
    assert (SCALES[level].for_rank, SCALES[level].for_level) == (for_rank, for_level)


def pertama(
    year: int, first: int = 1, last: int = 12, predicate: Predicate = Predicate.GOOD
) -> Conversion:
    return Conversion(year, first, last, predicate, JobLevel.AHLI_PERTAMA)


PLANNER = [pertama(2023), pertama(2024, predicate=Predicate.VERY_GOOD), pertama(2025)]


def test_planner_of_the_example() -> None:
    assert [printed(row.credit) for row in PLANNER] == ["12,500", "18,750", "12,500"]
    assert printed(total(PLANNER)) == "43,750"
    assert printed(shortage(total(PLANNER), 50)) == "6,250"
    assert printed(shortage(total(PLANNER), 100)) == "56,250"
    assert not reaches(total(PLANNER), 50)


def test_exactly_enough_is_enough() -> None:
    credit = total([*PLANNER, pertama(2026, 1, 6)])
    assert credit == 50
    assert reaches(credit, 50)
    assert not reaches(credit - Fraction(1, 10**9), 50)


def test_archivist_of_the_example() -> None:
    years = [(2023, Predicate.GOOD), (2024, Predicate.GOOD), (2025, Predicate.NEEDS_IMPROVEMENT)]
    credit = total(Conversion(year, 1, 12, p, JobLevel.TERAMPIL) for year, p in years)
    assert printed(credit) == "13,750"
    assert [printed(shortage(credit, minimum)) for minimum in (20, 60)] == ["6,250", "46,250"]


def test_parts_of_a_year_of_the_example() -> None:
    nurse = [
        Conversion(2026, 1, 6, Predicate.GOOD, JobLevel.TERAMPIL),
        Conversion(2026, 7, 12, Predicate.VERY_GOOD, JobLevel.TERAMPIL),
    ]
    assert [printed(row.credit) for row in nurse] == ["2,500", "3,750"]
    assert printed(total(nurse)) == "6,250"
    assert printed(pertama(2026, 4, 12).credit) == "9,375"


def test_two_months() -> None:
    two = pertama(2026, 1, 2)
    assert printed(two.credit, 2) == "2,08"
    assert printed(two.credit + Fraction("18.75"), 2) == "20,83"
    assert two.percentage_text == "2/12 × 100 %"
    assert PLANNER[1].percentage_text == "150 %"


def test_months_are_not_rounded_before_they_are_added() -> None:
    months = [pertama(2026, month, month) for month in range(1, 8)]
    assert printed(months[0].credit) == "1,042"
    assert printed(total(months)) == "7,292"


ROUNDED = [
    ("0.0005", 3, "0,001"),
    ("0.00049", 3, "0,000"),
    ("-6.25", 3, "-6,250"),
    ("-0.0001", 3, "0,000"),
    ("1.005", 2, "1,01"),
    ("2.5", 0, "3"),
    ("1234.5", 3, "1234,500"),
    ("0", 3, "0,000"),
]


@pytest.mark.parametrize(("number", "decimals", "text"), ROUNDED)
def test_half_is_rounded_up(number: str, decimals: int, text: str) -> None:
    assert printed(Fraction(number), decimals) == text


def test_no_month_is_converted_twice() -> None:
    assert total([pertama(2025, 1, 6), pertama(2025, 7, 12)]) == Fraction("12.5")
    with pytest.raises(NoCredit, match="Bulan 6 tahun 2025"):
        total([pertama(2025, 1, 6), pertama(2025, 6, 12)])
    with pytest.raises(NoCredit, match="hanya dihitung sekali"):
        total([pertama(2025), pertama(2025)])


def test_a_new_level_begins_again() -> None:
    with pytest.raises(NoCredit, match="per jenjang"):
        total([pertama(2024), Conversion(2025, 1, 12, Predicate.GOOD, JobLevel.AHLI_MUDA)])


@pytest.mark.parametrize(("first", "last"), [(0, 3), (4, 3), (1, 13)])
def test_months_outside_a_year(first: int, last: int) -> None:
    with pytest.raises(NoCredit, match="antara 1 dan 12"):
        pertama(2025, first, last)


@given(st.integers(1, 11), st.sampled_from(Predicate), st.sampled_from(JobLevel))
def test_splitting_a_year_loses_nothing(cut: int, predicate: Predicate, level: JobLevel) -> None:
    halves = [
        Conversion(2025, 1, cut, predicate, level),
        Conversion(2025, cut + 1, 12, predicate, level),
    ]
    assert total(halves) == Conversion(2025, 1, 12, predicate, level).credit


STATUSES_ALLOWED = {EmploymentStatus.PNS, EmploymentStatus.CPNS}


@pytest.mark.parametrize("status", EmploymentStatus)
@pytest.mark.parametrize("kind", PositionKind)
def test_who_may_collect(status: EmploymentStatus, kind: PositionKind) -> None:
    if kind is PositionKind.FUNCTIONAL and status in STATUSES_ALLOWED:
        require_entitled(status, kind)
        return
    with pytest.raises(NoCredit, match="hanya untuk"):
        require_entitled(status, kind)
