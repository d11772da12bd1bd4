"""Format A.1.5, matriks pembagian peran dan hasil (p.48-49), as PDF and .xlsx.

One level: the leader and his people. Two levels: below it a table for each ketua tim,
whose results stand across, and the members of his team down.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from skpweb.documents import recap_papers, spreadsheet

TITLE = "MATRIKS PEMBAGIAN PERAN DAN HASIL"
FORM = "FORMAT A.1.5"
HEADS = ("PEGAWAI", "JABATAN", "OUTCOME ANTARA/ OUTPUT/ LAYANAN")
NO_ROLE = "TIDAK ADA PERAN"
ACROSS = 4  #: columns on a page; more go on in a further table with the people repeated
DOWN = 40  #: people to a table: layout time grows with the square of its length


@dataclass(frozen=True, slots=True)
class Line:
    """One person and his roles, a tuple for each column."""

    name: str
    position: str
    roles: tuple[tuple[str, ...], ...]
    is_lead: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One leader: what stands across and who stands down."""

    name: str
    position: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class MatrixPaper:
    """Everything that the form says, frozen."""

    office: str
    place: str
    paper: str  # "A4" or "F4"
    period: str
    today: date
    tables: tuple[Table, ...]

    @property
    def people(self) -> int:
        """How many lines there are."""
        return sum(len(table.lines) for table in self.tables)


def pdf(found: MatrixPaper) -> bytes:
    """On paper; ValueError above recap_papers.MOST_PEOPLE."""
    if found.people > recap_papers.MOST_PEOPLE:
        raise ValueError(f"{found.people} people do not fit on paper")
    return recap_papers.drawn("matrix.html", found, title=TITLE, form=FORM, heads=HEADS,
                              no_role=NO_ROLE, parts_of=parts)  # fmt: skip


def parts(table: Table) -> Iterator[Table]:
    """Pieces that fit on a page, each with the people repeated; one empty one for none."""
    for left in range(0, max(len(table.columns), 1), ACROSS):
        for top in range(0, max(len(table.lines), 1), DOWN):
            right = left + ACROSS
            lines = tuple(
                Line(one.name, one.position, one.roles[left:right], one.is_lead)
                for one in table.lines[top : top + DOWN]
            )
            yield Table(table.name, table.position, table.columns[left:right], lines)


def xlsx(found: MatrixPaper) -> bytes:
    """A sheet for each table, the same grid uncut."""
    names = _sheet_names([table.name for table in found.tables])
    return spreadsheet.write(
        [(name, _rows(found, table)) for name, table in zip(names, found.tables, strict=True)]
    )


def _rows(found: MatrixPaper, table: Table) -> list[list[Any]]:
    return [
        [TITLE], [FORM], [found.office], [found.period], [],
        list(HEADS),
        [table.name, table.position, *table.columns],
        *([one.name, one.position, *("\n".join(cell) for cell in one.roles)]
          for one in table.lines),
    ]  # fmt: skip


def _sheet_names(names: Sequence[str]) -> list[str]:
    """Names that Excel allows, all different."""
    kept = ["".join(c for c in name if c not in "[]:*?/\\'")[:24] for name in names]
    return [f"{number} {name}" for number, name in enumerate(kept, start=1)]
