"""The guide pattern: limits at their edges, few people, the drawn curves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skpweb.domain.distribution import LIMITS, beside, compare, guide, percent
from skpweb.domain.ratings import OrganisationLevel, Predicate
from skpweb.labels import label

OUTSTANDING, GOOD, IMPROVE, POOR, VERY_POOR = OrganisationLevel


def people(sb: int = 0, b: int = 0, bp: int = 0, k: int = 0, sk: int = 0) -> dict[Predicate, int]:
    return dict(zip(Predicate, (sb, b, bp, k, sk), strict=True))


TABLE = [  # organisation, people, codes of the findings
    (GOOD, people(sb=2, b=7, bp=1), []),  # exactly 70 %: allowed
    (GOOD, people(sb=2, b=8), ["too_many", "missing"]),
    (GOOD, people(sb=1, b=8, k=1), ["too_many"]),
    (GOOD, people(sb=3, b=7), ["missing"]),
    (GOOD, people(sb=3, b=6, sk=1), ["missing"]),  # Sangat Kurang is not what is asked for
    (OUTSTANDING, people(sb=7, b=3), []),
    (OUTSTANDING, people(sb=8, b=2), ["too_many"]),
    (IMPROVE, people(sb=1, b=3, bp=6), []),
    (IMPROVE, people(sb=2, b=2, bp=6), ["too_many"]),
    (IMPROVE, people(sb=1, b=4, bp=5), ["too_few"]),
    (POOR, people(sb=1, b=2, bp=1, k=6), []),
    (POOR, people(b=4, k=6), ["too_few"]),
    (POOR, people(b=4, bp=1, k=5), ["too_few"]),
    (POOR, people(sb=2, bp=2, k=6), ["too_many"]),
    (VERY_POOR, people(b=3, k=1, sk=6), []),
    (VERY_POOR, people(b=3, bp=1, sk=6), []),
    (VERY_POOR, people(b=4, sk=6), ["too_few"]),
    (VERY_POOR, people(sb=1, b=2, k=1, sk=6), ["none_allowed"]),
    (GOOD, people(b=1), ["few"]),  # one person: a note only
    (GOOD, people(b=4), ["few"]),
    (GOOD, people(b=5), ["too_many", "missing"]),
    (VERY_POOR, people(sb=1), ["few", "none_allowed"]),
    (VERY_POOR, people(b=1), ["few"]),
    (GOOD, people(), []),
    (GOOD, {}, []),
    (OUTSTANDING, people(sb=7001, b=2999), ["too_many"]),  # 70,01 %
]


@pytest.mark.parametrize(("level", "counts", "codes"), TABLE)
def test_findings(level: OrganisationLevel, counts: dict[Predicate, int], codes: list[str]) -> None:
    assert [finding.code for finding in compare(level, counts)] == codes


def test_sentences_name_the_numbers() -> None:
    too_many, missing = compare(GOOD, people(sb=2, b=8))
    assert too_many.text.startswith("Baik: 8 dari 10 pegawai (80 %); panduan: paling banyak 70 %.")
    assert missing.text.startswith("Butuh Perbaikan dan/atau Kurang/Misconduct: 0 dari 10 pegawai")
    (thirds,) = compare(IMPROVE, people(b=4, bp=2))
    assert "2 dari 6 pegawai (33,3 %)" in thirds.text


def test_few_people_are_told_without_a_percentage() -> None:
    note, none = compare(VERY_POOR, people(sb=1))
    assert not note.departs
    assert none.departs
    assert "%" not in note.text + none.text


@given(
    st.sampled_from(OrganisationLevel),
    st.lists(st.integers(0, 60), min_size=5, max_size=5),
    st.integers(2, 9),
)
def test_only_shares_count_from_five_people_on(
    level: OrganisationLevel, numbers: list[int], times: int
) -> None:
    counts = people(*numbers)
    if sum(numbers) >= 5:
        larger = {predicate: count * times for predicate, count in counts.items()}
        assert [f.code for f in compare(level, counts)] == [f.code for f in compare(level, larger)]


PEAKS = {
    OUTSTANDING: "Sangat Baik",
    GOOD: "Baik",
    IMPROVE: "Butuh Perbaikan",
    POOR: "Kurang/Misconduct",
    VERY_POOR: "Sangat Kurang",
}


@pytest.mark.parametrize("level", OrganisationLevel)
def test_curve_peaks_where_the_regulation_says(level: OrganisationLevel) -> None:
    curve = guide(level)
    assert set(curve) == set(Predicate)
    assert label(max(curve, key=lambda predicate: curve[predicate])) == PEAKS[level]
    falling = sorted(curve.values())
    assert falling[-1] > 2 * falling[-2]
    assert falling[0] > 0


def test_each_level_has_limits() -> None:
    assert set(LIMITS) == set(OrganisationLevel)


@pytest.mark.parametrize(
    ("level", "counts", "kept"),
    [
        (GOOD, people(sb=2, b=7, bp=1), [True, True]),
        (GOOD, people(sb=2, b=8), [False, False]),
        (GOOD, people(b=4), [None, None]),
        (GOOD, people(), [None, None]),
        (IMPROVE, people(sb=1, b=3, bp=6), [True, True]),
        (POOR, people(b=4, bp=1, k=5), [False, True, True]),
        (VERY_POOR, people(sb=1, b=3, sk=1), [False, False, False]),
        (VERY_POOR, people(sb=1), [None, None, False]),  # "none" needs no percentage
        (VERY_POOR, people(), [None, None, None]),
    ],
)
def test_every_limit_beside_the_people(
    level: OrganisationLevel, counts: dict[Predicate, int], kept: list[bool | None]
) -> None:
    assert [one.holds for one in beside(level, counts)] == kept


def test_a_comparison_says_both_in_words() -> None:
    most, _ = beside(GOOD, people(sb=2, b=8))
    assert (most.predicates, most.rule) == ("Baik", "paling banyak 70 %")
    assert most.actual == "8 dari 10 pegawai (80 %)"
    (few,) = beside(OUTSTANDING, people(sb=1))
    assert few.actual == "1 dari 1 pegawai"
    assert (percent(1, 3), percent(2, 6), percent(0, 0)) == ("–", "33,3 %", "–")
