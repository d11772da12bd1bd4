"""The ladder of PP 94/2021: every boundary, for whom it holds, and what it never says."""

import pytest

from skpweb.domain import discipline
from skpweb.domain.terms import EmploymentStatus

ORAL, WRITTEN, DISSATISFIED = "teguran lisan", "teguran tertulis", "pernyataan tidak puas"
CUT_6, CUT_9, CUT_12 = "25% selama 6 bulan", "25% selama 9 bulan", "25% selama 12 bulan"
LOWER, EXECUTOR, DISMISSED = "setingkat lebih rendah", "jabatan pelaksana", "pemberhentian"
HEAVY = "Pasal 11 ayat (2) huruf d angka "

#: cumulative working days, what the regulation names, level, article
BOUNDARIES = [
    (0, None, "", ""),
    (2, None, "", ""),
    (3, ORAL, "ringan", "Pasal 9"),
    (4, WRITTEN, "ringan", "Pasal 9"),
    (6, WRITTEN, "ringan", "Pasal 9"),
    (7, DISSATISFIED, "ringan", "Pasal 9"),
    (10, DISSATISFIED, "ringan", "Pasal 9"),
    (11, CUT_6, "sedang", "Pasal 10"),
    (13, CUT_6, "sedang", "Pasal 10"),
    (14, CUT_9, "sedang", "Pasal 10"),
    (16, CUT_9, "sedang", "Pasal 10"),
    (17, CUT_12, "sedang", "Pasal 10"),
    (20, CUT_12, "sedang", "Pasal 10"),
    (21, LOWER, "berat", f"{HEAVY}1"),
    (24, LOWER, "berat", f"{HEAVY}1"),
    (25, EXECUTOR, "berat", f"{HEAVY}2"),
    (27, EXECUTOR, "berat", f"{HEAVY}2"),
    (28, DISMISSED, "berat", f"{HEAVY}3"),
    (200, DISMISSED, "berat", f"{HEAVY}3"),
]


@pytest.mark.parametrize(("days", "sanction", "level", "article"), BOUNDARIES)
def test_every_boundary(days: int, sanction: str | None, level: str, article: str) -> None:
    found = discipline.rung(days)
    assert (found is None) == (sanction is None)
    if found is not None and sanction is not None:
        assert sanction in found.sanction
        assert (found.level, found.article) == (level, article)
        assert found.least <= days
        assert found.most is None or days <= found.most


def test_the_rungs_follow_each_other_without_a_gap() -> None:
    ends = [one.most for one in discipline.LADDER[:-1]]
    starts = [one.least - 1 for one in discipline.LADDER[1:]]
    assert ends == starts
    assert [one.span for one in discipline.LADDER] == [
        "3", "4 sampai 6", "7 sampai 10", "11 sampai 13", "14 sampai 16", "17 sampai 20",
        "21 sampai 24", "25 sampai 27", "28 atau lebih",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("unexcused", "minutes", "days"),
    [(0, 0, 0), (0, 449, 0), (0, 450, 1), (2, 449, 2), (2, 450, 3), (3, 899, 4), (3, 900, 5)],
)
def test_seven_and_a_half_hours_make_a_day(unexcused: int, minutes: int, days: int) -> None:
    assert discipline.cumulative_days(unexcused, minutes) == days


@pytest.mark.parametrize("status", [EmploymentStatus.PNS, EmploymentStatus.CPNS])
def test_pns_and_cpns_read_count_and_article(status: EmploymentStatus) -> None:
    words = " ".join(discipline.information(status, 4, 460, 2026))
    assert "kumulatif 2026: 5 hari kerja, termasuk 1 hari dari 460 menit" in words
    assert "PP 94/2021 Pasal 9 menyebut teguran tertulis" in words
    assert "Pasal 15 ayat (2)" in words
    assert "bukan rating dan bukan usulan sanksi" in words


def test_below_the_ladder_its_beginning_is_named() -> None:
    words = discipline.information(EmploymentStatus.PNS, 2, 0, 2026)
    assert words[:2] == [
        "Tidak masuk kerja tanpa alasan yang sah, kumulatif 2026: 2 hari kerja.",
        "PP 94/2021 menyebut hukuman disiplin mulai 3 hari kerja.",
    ]


@pytest.mark.parametrize("status", [EmploymentStatus.PPPK, EmploymentStatus.PPPK_PART_TIME])
def test_pppk_read_which_rules_are_theirs(status: EmploymentStatus) -> None:
    words = " ".join(discipline.information(status, 28, 0, 2026))
    assert "PP 49/2018 dan perjanjian kerjanya" in words
    assert "pemberhentian" not in words


@pytest.mark.parametrize(
    ("status", "unexcused", "minutes"),
    [
        (EmploymentStatus.PNS, 0, 0),
        (EmploymentStatus.PNS, 0, 449),
        (EmploymentStatus.PPPK, 0, 0),
        (EmploymentStatus.OFFICIAL, 30, 0),
    ],
)
def test_nothing_is_said_where_there_is_nothing(
    status: EmploymentStatus, unexcused: int, minutes: int
) -> None:
    assert discipline.information(status, unexcused, minutes, 2026) == []
