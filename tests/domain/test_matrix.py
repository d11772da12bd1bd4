"""Lines of a cell, and the pohon kinerja."""

import pytest

from skpweb.domain import cascade, matrix
from skpweb.domain.cascade import Result


def test_lines_lose_their_bullets_and_nothing_else() -> None:
    typed = "• Layanan ANC tepat\n\n  2. Rujukan cepat\n- Data mutakhir\n12 laporan -- lengkap\n"
    assert matrix.lines(typed) == [
        "Layanan ANC tepat", "Rujukan cepat", "Data mutakhir", "12 laporan -- lengkap",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ([(1, "A"), (2, "B")], ["A", "B"], [1, 2]),
        ([(1, "A"), (2, "B")], ["b", "A"], [2, 1]),
        ([(1, "A"), (2, "B")], ["A", "B lain"], [1, 2]),
        ([(1, "A"), (2, "B")], ["A", "B", "C"], [1, 2, None]),
        ([(1, "A"), (2, "B")], ["C"], [None]),
        ([(1, "A"), (2, "A")], ["A", "A"], [1, 2]),
        ([], ["A"], [None]),
    ],
)
def test_a_line_goes_on_where_it_can_be_told(
    old: list[tuple[int, str]], new: list[str], kept: list[int | None]
) -> None:
    assert matrix.kept_lines(old, new) == kept


def test_too_much_for_a_cell_is_told() -> None:
    assert matrix.problem(["n"] * 20) == "" and matrix.problem(["n" * 2000]) == ""
    assert "Gabungkan" in matrix.problem(["n"] * 21)
    assert "Ringkas" in matrix.problem(["n" * 2001])


def one(key: str, parent: str | None, owner: int) -> Result:
    return Result(key, parent, key, owner, str(owner), "", "")


def test_the_tree_grows_from_the_head_and_survives_a_circle() -> None:
    results = [
        one("h1", None, 1), one("h2", "c", 1), one("a", "h1", 2), one("b", "a", 3),
        one("c", "b", 4), one("d", None, 3), one("e", "gone", 9),
    ]  # fmt: skip
    branches = cascade.grow(results, 1)
    assert [one_.result.key for one_ in branches[0].walk()] == ["h1", "a", "b", "c", "h2"]
    assert branches[0].supporters == 3
    people = cascade.line([(2, 1), (3, 2), (4, 3), (1, 4), (9, None)], 1)
    assert people == {2, 3, 4}
    assert [r.key for r in cascade.unlinked(results, branches, people)] == ["d"]
