"""Standing in: the title on each decision, and days that make sense."""

from datetime import date

import pytest

from skpweb.domain.stand_ins import problem, title
from skpweb.domain.terms import StandInKind

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (StandInKind.DELEGATE, "a.n. Kepala Seksi Pelayanan"),
        (StandInKind.PLT, "Plt. Kepala Seksi Pelayanan"),
        (StandInKind.PLH, "Plh. Kepala Seksi Pelayanan"),
    ],
)
def test_the_title_says_in_which_capacity(kind: StandInKind, expected: str) -> None:
    assert title(kind, "Kepala Seksi Pelayanan") == expected


def test_a_title_fits_the_trail() -> None:
    assert len(title(StandInKind.PLH, "x" * 200)) == 200


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "words"),
    [
        (TODAY, TODAY, ""),
        (date(2026, 11, 2), TODAY, ""),
        (date(2026, 12, 1), date(2026, 12, 31), ""),
        (TODAY, date(2027, 11, 23), ""),
        (TODAY, date(2027, 11, 24), ""),  # 366 days with both ends: a year and its last day
        (TODAY, date(2027, 11, 25), "Paling lama satu tahun"),
        (TODAY, date(2026, 11, 23), "tidak boleh sebelum"),
        (date(2026, 11, 2), date(2026, 11, 23), "sudah lewat"),
    ],
)
def test_which_days_can_be_taken(starts_on: date, ends_on: date, words: str) -> None:
    found = problem(starts_on, ends_on, TODAY)
    assert words in found and bool(found) == bool(words)
