"""The tables of p.63, written out again row by row, and graduation in time."""

from datetime import date

import pytest

from skpweb.domain.ratings import Predicate
from skpweb.domain.study import Course, Graduation, graduation, printed, suggested
from skpweb.domain.terms import Accreditation, Degree

A, B, C = Accreditation
#: degree, campus, least programme, lower ends of Sangat Baik, Baik, Butuh Perbaikan (p.63)
PAGE_63 = [
    (Degree.BACHELOR, A, C, 351, 301, 276),
    (Degree.BACHELOR, B, C, 361, 310, 276),
    (Degree.BACHELOR, C, B, 371, 320, 276),
    (Degree.HIGHER, A, C, 351, 320, 300),
    (Degree.HIGHER, B, C, 361, 325, 300),
    (Degree.HIGHER, C, B, 371, 330, 300),
    (Degree.BACHELOR, None, None, 351, 301, 276),  # abroad
    (Degree.HIGHER, None, None, 351, 320, 300),
]


@pytest.mark.parametrize(("degree", "campus", "programme", "very_good", "good", "weak"), PAGE_63)
def test_the_ends_of_every_cell(
    degree: Degree, campus: Accreditation | None, programme: Accreditation | None,
    very_good: int, good: int, weak: int,
) -> None:  # fmt: skip
    course = Course(degree, campus is None, campus, programme)
    found = [suggested(course, points) for points in
             (400, very_good, very_good - 1, good, good - 1, weak, weak - 1, 0)]  # fmt: skip
    assert found == [
        Predicate.VERY_GOOD, Predicate.VERY_GOOD, Predicate.GOOD, Predicate.GOOD,
        Predicate.NEEDS_IMPROVEMENT, Predicate.NEEDS_IMPROVEMENT, Predicate.POOR, Predicate.POOR,
    ]  # fmt: skip


def test_a_programme_below_the_table_has_no_guide() -> None:
    assert suggested(Course(Degree.BACHELOR, False, C, C), 390) is None
    assert suggested(Course(Degree.BACHELOR, False, C, A), 390) is Predicate.VERY_GOOD
    assert suggested(Course(Degree.BACHELOR, False, A, None), 390) is None


@pytest.mark.parametrize(("graduated_on", "is_extended", "found"), [
    (date(2026, 7, 30), False, Graduation.EARLIER),
    (date(2026, 7, 31), False, Graduation.IN_TIME),
    (date(2026, 8, 1), False, Graduation.EXTENDED),
    (None, True, Graduation.EXTENDED),
    (None, False, None),
])  # fmt: skip
def test_how_punctual(
    graduated_on: date | None, is_extended: bool, found: Graduation | None
) -> None:
    assert graduation(date(2026, 7, 31), graduated_on, is_extended) is found


def test_an_ipk_is_printed_with_a_comma() -> None:
    assert [printed(points) for points in (400, 375, 300, 5)] == ["4,00", "3,75", "3,00", "0,05"]
