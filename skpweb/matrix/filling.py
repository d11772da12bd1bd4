"""Filling a matrix: one cell, all cells of a person, all cells of a column."""

from collections.abc import Callable

from flask import Response, abort, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import matrix as rules
from skpweb.domain import people
from skpweb.extensions import db
from skpweb.matrix import bp, grid, queries
from skpweb.matrix.grid import Box, Pair
from skpweb.models.base import LONG_TEXT, utc_now
from skpweb.models.matrices import Column, RoleMatrix
from skpweb.models.matrix import RoleCell
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

Shown = Callable[..., Response]

#: what the leader is told of roles that the person cannot see yet
UNKNOWN = " Pegawai melihat perannya setelah Anda menekan “Jadikan RHK” pada namanya."


@bp.get("/<int:skp_id>/cell/<int:employee_id>/<column_key>")
@allow(people.is_owner, queries.matrix)
def cell(matrix: RoleMatrix, employee_id: int, column_key: str) -> Response:
    """The grid with the form of one cell under its row."""
    return _grid(matrix, grid.boxes(matrix, [_pair(matrix, employee_id, column_key)]))


@bp.post("/<int:skp_id>/cell/<int:employee_id>/<column_key>")
@allow(people.is_owner, queries.matrix)
def save_cell(matrix: RoleMatrix, employee_id: int, column_key: str) -> Response | BaseResponse:
    """Keep one cell."""
    at, anchor = f"{employee_id}-{column_key}", f"baris-{employee_id}"
    back = url_for("matrix.show", skp_id=matrix.skp.id, at=at, _anchor=anchor)
    return save(matrix, [_pair(matrix, employee_id, column_key)], back, _grid)


@bp.get("/<int:skp_id>/person/<int:employee_id>")
@allow(people.is_owner, queries.matrix)
def person(matrix: RoleMatrix, employee_id: int) -> Response:
    """All cells of one person."""
    return _sheet(matrix, grid.boxes(matrix, _of_person(matrix, employee_id)))


@bp.post("/<int:skp_id>/person/<int:employee_id>")
@allow(people.is_owner, queries.matrix)
def save_person(matrix: RoleMatrix, employee_id: int) -> Response | BaseResponse:
    """Keep them."""
    back = url_for("matrix.show", skp_id=matrix.skp.id, _anchor=f"baris-{employee_id}")
    return save(matrix, _of_person(matrix, employee_id), back, _sheet)


@bp.get("/<int:skp_id>/column/<column_key>")
@allow(people.is_owner, queries.matrix)
def column(matrix: RoleMatrix, column_key: str) -> Response:
    """All people under one column."""
    return _sheet(matrix, grid.boxes(matrix, _of_column(matrix, column_key)))


@bp.post("/<int:skp_id>/column/<column_key>")
@allow(people.is_owner, queries.matrix)
def save_column(matrix: RoleMatrix, column_key: str) -> Response | BaseResponse:
    """Keep them."""
    back = url_for("matrix.show", skp_id=matrix.skp.id)
    return save(matrix, _of_column(matrix, column_key), back, _sheet)


def save(matrix: RoleMatrix, pairs: list[Pair], back: str, show: Shown) -> Response | BaseResponse:
    """Keep what changed; the same page where it cannot be, with what was typed."""
    boxes = grid.boxes(matrix, pairs, typed=True)
    if any(box.problem for box in boxes):
        return show(matrix, boxes, 422)
    changed = [box for box in boxes if rules.lines(box.text) != rules.lines(box.stored)]
    conflict = [box for box in changed if _is_stale(box)]
    if conflict:
        return show(matrix, boxes, 409, conflict)
    for box in changed:
        _write(matrix, box)
    unknown = any(box.text.strip() and not (box.cell and box.cell.proposed_at) for box in changed)
    flash(f"Tersimpan.{UNKNOWN if unknown else ''}", "ok")
    return done(back)


def _is_stale(box: Box) -> bool:
    return request.form.get(f"version-{box.name}", "") != str(box.version)


def _write(matrix: RoleMatrix, box: Box) -> None:
    owner_id = box.row.employee.id
    found = box.cell or RoleCell(
        skp_id=matrix.skp.id, employee_id=owner_id, column_key=box.column.key,
        rhk_key=box.column.rhk_key, results=[],
    )  # fmt: skip
    before = box.stored
    db.session.add(found)
    found.write(rules.lines(box.text))
    if not box.column.is_gone:
        found.column_text = box.column.words[:LONG_TEXT]
    found.updated_at, found.updated_by = utc_now(), current_user.display_name
    audit.record(
        current_user, "matrix.write", found, before={"text": before}, after={"text": found.text},
        owner_id=owner_id,
    )  # fmt: skip


def _pair(matrix: RoleMatrix, employee_id: int, column_key: str) -> Pair:
    row = matrix.row(employee_id)
    found = next((one for one in matrix.columns if one.key == column_key), None)
    if row is None or found is None:
        abort(404)
    return row, found


def _of_person(matrix: RoleMatrix, employee_id: int) -> list[Pair]:
    """Those he can have, and those he still has under a column that is gone."""
    row = matrix.row(employee_id) or abort(404)
    return [
        (row, one) for one in matrix.columns if not one.is_gone or matrix.cell(employee_id, one.key)
    ]


def _of_column(matrix: RoleMatrix, column_key: str) -> list[Pair]:
    found: Column = matrix.column(column_key) or abort(404)
    return [(row, found) for row in matrix.rows]


def _grid(
    matrix: RoleMatrix, boxes: list[Box], status: int = 200, conflict: list[Box] | None = None
) -> Response:
    return grid.show(matrix, status, open=boxes[0], conflict=conflict or [])


def _sheet(
    matrix: RoleMatrix, boxes: list[Box], status: int = 200, conflict: list[Box] | None = None
) -> Response:
    return page(
        "matrix/fill.html", status, matrix=matrix, boxes=boxes, conflict=conflict or [],
        by_person=request.endpoint in ("matrix.person", "matrix.save_person"),
    )  # fmt: skip
