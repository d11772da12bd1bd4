"""The matrix as a page: the grid with its warnings, and the form of an open cell."""

import re
from dataclasses import dataclass, field
from typing import Any

from flask import Response, request
from flask_login import current_user

from skpweb.domain import matrix as rules
from skpweb.domain import people, wording
from skpweb.models.matrices import Column, RoleMatrix
from skpweb.models.matrix import RoleCell
from skpweb.models.matrix_rows import Row
from skpweb.web import clock
from skpweb.web.page import page

Pair = tuple[Row, Column]
#: where a long word may be broken in the narrow label of a cell on a phone
_SYLLABLE = re.compile(r"(?<=[aiueo])(?=(?:ng|ny|[bcdfghjklmnprstwyz])[aiueo])")
SHOWN = 70  #: letters of a column in that label


@dataclass
class Box:
    """The field of one cell: stored, or typed where it could not be kept."""

    row: Row
    column: Column
    cell: RoleCell | None
    text: str = ""
    problem: str = ""
    hints: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the field is called in the form."""
        return f"{self.row.employee.id}-{self.column.key}"

    @property
    def version(self) -> int:
        """The number the form carries; 0 for a cell that is not stored yet."""
        return self.cell.version_id if self.cell is not None else 0

    @property
    def stored(self) -> str:
        """What the database says."""
        return self.cell.text if self.cell is not None else ""


def boxes(matrix: RoleMatrix, pairs: list[Pair], typed: bool = False) -> list[Box]:
    """The fields of some cells."""
    return [_box(matrix, row, column, typed) for row, column in pairs]


def _box(matrix: RoleMatrix, row: Row, column: Column, typed: bool) -> Box:
    box = Box(row, column, matrix.cells.get((row.employee.id, column.key)))
    box.text = request.form.get(f"text-{box.name}", box.stored) if typed else box.stored
    roles = rules.lines(box.text)
    box.problem, box.hints = rules.problem(roles) if typed else "", hints(roles)
    return box


def hints(roles: list[str]) -> list[str]:
    """Advice on the wording of roles (p.47 letter a.4: the language of results)."""
    found = [hint.text for role in roles for hint in wording.hints_for_rhk(role)]
    return list(dict.fromkeys(found))


def show(matrix: RoleMatrix, status: int = 200, **more: Any) -> Response:
    """The grid; ``open`` is the cell whose form stands under its row."""
    parties = matrix.parties(clock.today())
    at = request.args.get("at", "")  # the cell that was just left
    state: dict[str, Any] = {"open": None, "conflict": [], "at": at} | more
    return page(
        "matrix/show.html",
        status,
        matrix=matrix,
        is_owner=people.is_owner(current_user, parties),
        may_tree=people.may_read(current_user, parties),
        doubtful=doubtful(matrix),
        labels={one.key: narrow(one.text) for one in matrix.columns},
        has_leads=any(row.is_lead for row in matrix.rows),
        **state,
    )


def narrow(text: str) -> str:
    """The beginning of a text for a narrow label, long words broken at their syllables."""
    cut = text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]} …"
    words = (word if len(word) < 10 else _SYLLABLE.sub("\u00ad", word) for word in cut.split(" "))
    return " ".join(words)


def doubtful(matrix: RoleMatrix) -> set[int]:
    """Ids of the lines that read like an activity or a category."""
    return {
        one.id
        for cell in matrix.cells.values()
        for one in cell.results
        if wording.hints_for_rhk(one.text)
    }
