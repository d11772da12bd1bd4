"""The matrices of both offices, as their leaders filled them before the SKP were written."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from skpweb.domain.states import SkpState
from skpweb.extensions import db
from skpweb.models import matrices
from skpweb.models.base import utc_now
from skpweb.models.matrices import RoleMatrix
from skpweb.models.matrix import RoleCell, RoleMember, RoleResult
from skpweb.models.organisation import PerformanceYear
from skpweb.models.planning import Rhk, Skp, SkpVersion
from skpweb.office.demo.people import Actor


@dataclass(frozen=True)
class Extra:
    """A role that is not on an SKP yet: leader, person, beginning of the leader's words."""

    leader: str
    who: str
    begins: str
    text: str
    is_proposed: bool = False


EXTRAS = (
    Extra("CAM", "BDN", "Jumlah rembuk",
          "Data ibu hamil dan balita berisiko stunting siap dipakai pada rembuk stunting", True),
    Extra("CAM", "KTR", "Nilai Indeks", "Melayani pengaduan masyarakat"),
    Extra("KSP", "PPK3", "Terselenggaranya", "Antrean loket terpantau setiap hari kerja", True),
    Extra("BDN", "NUT", "Terlayaninya ibu hamil",
          "Ibu hamil kurang energi kronis mendapat konseling gizi"),
)  # fmt: skip
#: leader, person, whether ketua tim, on what basis
MEMBERS = (
    ("CAM", "BDN", False, "Surat Tugas 800.1.11.1/014/KEC, disetujui Kepala Puskesmas"),
    ("KAP", "BDN", True, ""),
    ("BDN", "NUT", False, "Anggota tim klaster ibu dan anak"),
)


def build(actors: dict[str, Actor], year: int) -> None:
    """Whatever stands on the SKP in force and intervenes a leader's RHK; and what is still open."""
    found = {rhk.key: rhk for rhk in _agreed()}
    skps = {(r.version.skp.employee_id, r.version.skp.year.year): r.version.skp.id
            for r in found.values()}  # fmt: skip
    leaders = {rhk.version.skp.id for rhk in found.values()}
    shown = matrices.load_all(leaders)
    cells: dict[tuple[int, int, str], RoleCell] = {}
    for rhk in found.values():
        above = found.get(rhk.intervened_key or "")
        if above is not None:
            matrix = shown[above.version.skp.id]
            _add(cells, matrix, rhk.version.skp.employee_id, above.key, rhk.statement, rhk.key)
    for extra in EXTRAS:
        _extra(cells, shown, skps.get((actors[extra.leader].employee_id, year)), actors, extra)
    for leader, who, is_lead, basis in MEMBERS:
        skp_id = skps.get((actors[leader].employee_id, year))
        if skp_id is not None:
            db.session.add(RoleMember(
                skp_id=skp_id, employee_id=actors[who].employee_id, is_team_lead=is_lead,
                basis=basis, added_by=actors[leader].display_name,
            ))  # fmt: skip
    db.session.flush()


def _agreed() -> Iterable[Rhk]:
    query = (
        sa.select(Rhk)
        .join(Rhk.version)
        .join(SkpVersion.skp)
        .join(Skp.year)
        .options(
            contains_eager(Rhk.version)
            .contains_eager(SkpVersion.skp)
            .contains_eager(Skp.year)
            .load_only(PerformanceYear.year)
        )
        .where(SkpVersion.state == SkpState.APPROVED)
        .order_by(Rhk.id)
    )
    return db.session.scalars(query).all()


def _extra(
    cells: dict[tuple[int, int, str], RoleCell], shown: dict[int, RoleMatrix],
    skp_id: int | None, actors: dict[str, Actor], extra: Extra,
) -> None:  # fmt: skip
    matrix = shown.get(skp_id or 0)
    columns = matrix.kept if matrix is not None else []
    column = next((one for one in columns if one.text.startswith(extra.begins)), None)
    if column is None:
        return
    cell = _add(cells, matrix, actors[extra.who].employee_id, column.rhk_key, extra.text)
    if cell is not None and extra.is_proposed:
        cell.proposed_at = utc_now()


def _add(
    cells: dict[tuple[int, int, str], RoleCell], matrix: RoleMatrix | None,
    employee_id: int | None, rhk_key: str, text: str, key: str | None = None,
) -> RoleCell | None:  # fmt: skip
    """One line more under the first column of an RHK."""
    columns = matrix.kept if matrix is not None else []
    column = next((one for one in columns if one.rhk_key == rhk_key), None)
    if matrix is None or column is None or employee_id is None:
        return None
    place = (matrix.skp.id, employee_id, column.key)
    if place not in cells:
        cells[place] = RoleCell(
            skp_id=matrix.skp.id, employee_id=employee_id, column_key=column.key,
            rhk_key=rhk_key, column_text=column.words, results=[],
            updated_by=matrix.skp.employee.full_name,
        )  # fmt: skip
        db.session.add(cells[place])
    cell = cells[place]
    cell.results.append(RoleResult(order=len(cell.results), text=text, rhk_key=key))
    return cell
