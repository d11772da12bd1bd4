"""Guides for tugas belajar: IPK by accreditation, graduation in time (p.62-65, 100).

The guide stands beside the rating; the penilai decides.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from skpweb.domain.ratings import Predicate
from skpweb.domain.terms import Accreditation, Degree

ANNEX = "Lampiran Peraturan Menteri PANRB Nomor 6 Tahun 2022"
TABLE_PAGE = f"{ANNEX}, halaman 63"
DROPPED = (
    "Tidak dapat menyelesaikan studi (tidak lulus/drop out): predikat ditetapkan Kurang atau "
    f"Sangat Kurang dengan mempertimbangkan perilaku kerja ({ANNEX}, halaman 100 huruf d)."
)
A, B, C = Accreditation

#: degree -> accreditation of the university -> least IPK (hundredths) for Sangat Baik, Baik,
#: Butuh Perbaikan; below the last it is Kurang/Misconduct. None: studies abroad.
LEAST: dict[Degree, dict[Accreditation | None, tuple[int, int, int]]] = {
    Degree.BACHELOR: {
        A: (351, 301, 276), B: (361, 310, 276), C: (371, 320, 276), None: (351, 301, 276),
    },
    Degree.HIGHER: {
        A: (351, 320, 300), B: (361, 325, 300), C: (371, 330, 300), None: (351, 320, 300),
    },
}  # fmt: skip
#: the programme needs at least this, for the table to hold
PROGRAMME = {A: C, B: C, C: B}
STEPS = (Predicate.VERY_GOOD, Predicate.GOOD, Predicate.NEEDS_IMPROVEMENT)


class Graduation(StrEnum):
    """Ketepatan waktu kelulusan (p.63)."""

    EARLIER = "earlier"
    IN_TIME = "in_time"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class Course:
    """What is studied, and what the tables look at."""

    degree: Degree
    is_abroad: bool
    campus: Accreditation | None = None
    programme: Accreditation | None = None


def fits(course: Course) -> bool:
    """Whether a row of the table holds for this accreditation."""
    if course.is_abroad:
        return True
    if course.campus is None or course.programme is None:
        return False
    return list(Accreditation).index(course.programme) <= list(Accreditation).index(
        PROGRAMME[course.campus]
    )


def suggested(course: Course, points: int) -> Predicate | None:
    """The predicate that the guide names for an IPK in hundredths; None outside the tables."""
    if not fits(course):
        return None
    least = LEAST[course.degree][None if course.is_abroad else course.campus]
    reached = [one for one, bound in zip(STEPS, least, strict=True) if points >= bound]
    return reached[0] if reached else Predicate.POOR


def graduation(due_on: date | None, graduated_on: date | None, extended: bool) -> Graduation | None:
    """How punctual it was; None while nothing is known."""
    if extended:
        return Graduation.EXTENDED
    if due_on is None or graduated_on is None:
        return None
    if graduated_on > due_on:
        return Graduation.EXTENDED
    return Graduation.EARLIER if graduated_on < due_on else Graduation.IN_TIME


def printed(points: int) -> str:
    """``3,75``."""
    return f"{points // 100},{points % 100:02}"
