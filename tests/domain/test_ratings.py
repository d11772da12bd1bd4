"""The nine cells, written out by hand from p.98-99."""

import pytest

from skpweb.domain.ratings import Rating, predicate
from skpweb.labels import label

CELLS = [  # hasil kerja, perilaku kerja, predikat
    (Rating.ABOVE, Rating.BELOW, "Kurang/Misconduct"),
    (Rating.ABOVE, Rating.MEETS, "Baik"),
    (Rating.ABOVE, Rating.ABOVE, "Sangat Baik"),
    (Rating.MEETS, Rating.BELOW, "Kurang/Misconduct"),
    (Rating.MEETS, Rating.MEETS, "Baik"),
    (Rating.MEETS, Rating.ABOVE, "Baik"),
    (Rating.BELOW, Rating.BELOW, "Sangat Kurang"),
    (Rating.BELOW, Rating.MEETS, "Butuh Perbaikan"),
    (Rating.BELOW, Rating.ABOVE, "Butuh Perbaikan"),
]


@pytest.mark.parametrize(("result", "behaviour", "expected"), CELLS)
def test_nine_cells(result: Rating, behaviour: Rating, expected: str) -> None:
    assert label(predicate(result, behaviour)) == expected


def test_the_table_has_each_cell_once() -> None:
    assert len({(result, behaviour) for result, behaviour, _ in CELLS}) == 9


@pytest.mark.parametrize("result", Rating)
@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        (Rating.BELOW, "Sangat Kurang"),
        (Rating.MEETS, "Kurang/Misconduct"),
        (Rating.ABOVE, "Kurang/Misconduct"),
    ],
)
def test_whoever_drops_out_of_tugas_belajar(
    result: Rating, behaviour: Rating, expected: str
) -> None:
    assert label(predicate(result, behaviour, dropped_out=True)) == expected  # p.100 d
