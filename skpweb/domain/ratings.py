"""Ratings, organisation results and the nine cells (p.94-99).

Three scales that must never be mixed: a *rating* (three levels), an
employee's *predicate* (five) and an *organisation level* (five).
"""

from enum import StrEnum


class Rating(StrEnum):
    """Rating hasil kerja or perilaku kerja."""

    BELOW = "below"
    MEETS = "meets"
    ABOVE = "above"


class Predicate(StrEnum):
    """Predikat kinerja pegawai, best first."""

    VERY_GOOD = "very_good"
    GOOD = "good"
    NEEDS_IMPROVEMENT = "needs_improvement"
    POOR = "poor"  # Kurang/Misconduct
    VERY_POOR = "very_poor"


class OrganisationLevel(StrEnum):
    """Capaian kinerja organisasi, best first (p.94)."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    NEEDS_IMPROVEMENT = "needs_improvement"
    POOR = "poor"
    VERY_POOR = "very_poor"


#: result rating -> behaviour rating -> predicate (p.98-99)
NINE_CELLS: dict[Rating, dict[Rating, Predicate]] = {
    Rating.ABOVE: {
        Rating.BELOW: Predicate.POOR,
        Rating.MEETS: Predicate.GOOD,
        Rating.ABOVE: Predicate.VERY_GOOD,
    },
    Rating.MEETS: {
        Rating.BELOW: Predicate.POOR,
        Rating.MEETS: Predicate.GOOD,
        Rating.ABOVE: Predicate.GOOD,
    },
    Rating.BELOW: {
        Rating.BELOW: Predicate.VERY_POOR,
        Rating.MEETS: Predicate.NEEDS_IMPROVEMENT,
        Rating.ABOVE: Predicate.NEEDS_IMPROVEMENT,
    },
}


def predicate(result: Rating, behaviour: Rating, *, dropped_out: bool = False) -> Predicate:
    """The predicate where the two ratings meet (p.98-99).

    Whoever could not finish tugas belajar is Kurang or Sangat Kurang instead, as his
    behaviour weighs (p.100, 103 letter d).
    """
    if dropped_out:
        return Predicate.VERY_POOR if behaviour is Rating.BELOW else Predicate.POOR
    return NINE_CELLS[result][behaviour]
