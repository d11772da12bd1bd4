"""Format A.1.5 as a file: one level, two levels, and the grid as .xlsx."""

from flask import Response, g

from skpweb.documents import matrix_papers, recap_papers, spreadsheet
from skpweb.documents.matrix_papers import Line, MatrixPaper, Table
from skpweb.domain import people
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.matrix import bp, queries
from skpweb.models import matrices
from skpweb.models.matrices import RoleMatrix
from skpweb.models.matrix_rows import Row
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.headers import offer

TOO_MANY = f"Lebih dari {recap_papers.MOST_PEOPLE} pegawai tidak dibuat sebagai PDF. Unduh .xlsx."


@bp.get("/<int:skp_id>/matriks.pdf")
@allow(people.may_read_matrix, queries.matrix)
def one_level_pdf(matrix: RoleMatrix) -> Response:
    """Penyelarasan satu tingkat (p.47-48)."""
    return _pdf(_paper([matrix]), "matriks-peran-hasil")


@bp.get("/<int:skp_id>/matriks-tim.pdf")
@allow(people.may_read, queries.matrix)
def two_levels_pdf(matrix: RoleMatrix) -> Response:
    """Penyelarasan dua tingkat (p.48-49): with the matrix of each ketua tim."""
    return _pdf(_paper([matrix, *teams(matrix)]), "matriks-peran-hasil-tim")


@bp.get("/<int:skp_id>/matriks.xlsx")
@allow(people.may_read_matrix, queries.matrix)
def matrix_xlsx(matrix: RoleMatrix) -> Response:
    """The grid as a spreadsheet."""
    made = matrix_papers.xlsx(_paper([matrix]))
    return _file(made, spreadsheet.MIMETYPE, "attachment", "matriks-peran-hasil.xlsx")


def teams(matrix: RoleMatrix) -> list[RoleMatrix]:
    """The matrices of those who lead a team in it, where somebody stands in them. Six queries."""
    ids = [row.skp_id for row in matrix.rows if row.is_lead and row.skp_id is not None]
    found = matrices.load_all(ids)
    kept = [found[skp_id] for skp_id in ids if skp_id in found]
    return [one for one in kept if one.rows and one.kept]


def _paper(found: list[RoleMatrix]) -> MatrixPaper:
    """Frozen, and the transaction over: drawing takes a while."""
    office, year = g.office, found[0].skp.year.year
    paper = MatrixPaper(
        office=office.name, place=office.place, paper=office.paper, period=f"Tahun {year}",
        today=clock.today(), tables=tuple(_table(one) for one in found),
    )  # fmt: skip
    db.session.rollback()
    return paper


def _table(matrix: RoleMatrix) -> Table:
    return Table(
        matrix.skp.employee.full_name,
        matrix.skp.posting.title,
        tuple(one.text for one in matrix.kept),
        tuple(_line(matrix, row) for row in matrix.rows),
    )


def _line(matrix: RoleMatrix, row: Row) -> Line:
    cells = [matrix.cell(row.employee.id, one.key) for one in matrix.kept]
    roles = tuple(tuple(one.text for one in cell.results) if cell else () for cell in cells)
    return Line(row.employee.full_name, row.position, roles, row.is_lead)


def _pdf(paper: MatrixPaper, name: str) -> Response:
    if paper.people > recap_papers.MOST_PEOPLE:
        raise Refused(TOO_MANY)
    return _file(matrix_papers.pdf(paper), "application/pdf", "inline", f"{name}.pdf")


def _file(content: bytes, mimetype: str, how: str, name: str) -> Response:
    return offer(Response(content, mimetype=mimetype), how, name)
