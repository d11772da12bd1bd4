"""A staff list against itself and the database: who is new, changed, the same or wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from skpweb.domain.terms import EmploymentStatus, PositionKind
from skpweb.office import import_superiors, import_units, numbers
from skpweb.office.headings import folded
from skpweb.office.import_columns import BY_KEY
from skpweb.office.import_known import Known
from skpweb.office.import_rows import Row
from skpweb.office.list_rows import alike, blame_groups

PERSON = ("front_title", "name", "back_title", "status", "rank")
POST = ("position_name", "position_kind", "job_level", "leads_unit")


@dataclass
class Checked:
    """All rows with their fate, and the units that the good ones need."""

    rows: list[Row]
    known: Known
    new_units: dict[int, tuple[int | None, str]]

    def of(self, kind: str) -> list[Row]:
        """The rows of one kind: new, changed, same, bad."""
        return [row for row in self.rows if row.kind == kind]


def check(rows: list[Row], known: Known, today: date) -> Checked:
    """Judge all rows; each problem lands on the column where it can be mended."""
    for row in rows:
        _recognise(row, known)
    _blame_twins(rows)
    _find_units(rows, known)
    import_superiors.find(rows, known)
    for row in rows:
        _compare(row, known, today)
    import_superiors.judge(rows, known)
    return Checked(rows, known, _needed_units(rows, known))


def _recognise(row: Row, known: Known) -> None:
    """Find the person in the database, or see that it is somebody new."""
    values = row.values
    stored = known.by_nip.get(values["nip"]) if values["nip"] else None
    if values["status"] is EmploymentStatus.OFFICIAL and not values["nip"]:
        stored = known.officials.get(folded(values["name"]))
    row.ref = stored.id if stored is not None else -row.number
    if stored is None:
        _refuse_second_number(row, known)
    elif stored.left_on is not None:
        row.blame("nip", f"{stored.name} sudah nonaktif. Aktifkan di halaman pegawai lebih dulu.")
    elif not alike(stored.name, values["name"]):
        row.blame("nip", f"NIP ini milik {stored.name} di daftar pegawai. Periksa NIP dan namanya.")


def _refuse_second_number(row: Row, known: Known) -> None:
    nip = row.values["nip"]
    twin = known.by_birth.get((folded(row.values["name"]), nip[:8])) if nip else None
    if twin is not None:
        row.blame(
            "nip",
            f"{twin.name} dengan tanggal lahir yang sama sudah terdaftar dengan NIP {twin.nip}. "
            "Perbaiki NIP di berkas atau di halaman pegawai.",
        )


def _blame_twins(rows: Iterable[Row]) -> None:
    """The same NIP, or the same name and date of birth, in two rows: both are wrong."""
    blame_groups(rows, "nip", lambda row: row.values["nip"], "NIP yang sama ada di baris {}. ")
    blame_groups(rows, "name", _same_person, "Orang yang sama tampaknya ada di baris {}. ")


def _same_person(row: Row) -> Any:
    name, nip = folded(row.values["name"]), row.values["nip"]
    if not name or "nip" in row.problems:
        return None
    return (name, nip[:8] if nip else row.values["status"])


def _find_units(rows: Iterable[Row], known: Known) -> None:
    rows = list(rows)
    import_units.propose_all(known.units, [row.text("unit") for row in rows if row.text("unit")])
    for row in rows:
        path = import_units.split(row.text("unit"))
        found = import_units.find(known.units, path) if path else None
        if any(len(name) > 200 for name in path):
            found = "Nama unit terlalu panjang: paling banyak 200 huruf."
        if isinstance(found, str):
            row.blame("unit", found)
        row.values["unit"] = None if isinstance(found, str) else found


def _compare(row: Row, known: Known, today: date) -> None:
    if row.ref < 0:
        _complete(row, known, today)
        return
    row.begins_posting = False
    stored = known.by_nip.get(row.values["nip"] or "") or known.officials.get(
        folded(row.values["name"])
    )
    row.changes = [key for key in PERSON if _differs(row.values[key], getattr(stored, key))]
    post = known.posts.get(row.ref)
    if post is None:
        _complete(row, known, today)
        row.begins_posting = True
        row.changes.append("starts_on")
        return
    _compare_post(row, post, row.ref in known.with_skp)


def _compare_post(row: Row, post: Any, has_skp: bool) -> None:
    """An empty cell changes nothing; a later TMT begins a post; the same one mends it."""
    pairs = [(key, getattr(post, key)) for key in POST]
    pairs += [("unit", post.unit_id), ("assessor", post.assessor_id)]
    pairs += [("senior", post.senior_assessor_id)]
    changed = [key for key, old in pairs if _differs(row.values[key], old)]
    start = row.values["starts_on"]
    if start is not None and start < post.starts_on:
        row.blame(
            "starts_on",
            f"TMT lebih awal daripada penempatan sekarang ({post.starts_on:%d/%m/%Y}). "
            "Perbaiki di halaman pegawai.",
        )
    row.posting_id = post.id
    row.begins_posting = start is not None and start > post.starts_on
    if row.begins_posting and has_skp:
        row.blame(
            "starts_on",
            "Pegawai ini mempunyai SKP yang berjalan. Catat mutasinya di halaman pegawai, "
            "supaya SKP itu ditutup pada tanggal yang benar.",
        )
    row.changes += changed + (["starts_on"] if row.begins_posting else [])


def _differs(new: Any, old: Any) -> bool:
    return new not in (None, "") and new != old


def _complete(row: Row, known: Known, today: date) -> None:
    """What somebody new must have; a non-ASN official needs no more than a name and a post."""
    values = row.values
    values["status"] = values["status"] or numbers.status_of(values["nip"] or "")
    if values["status"] is EmploymentStatus.OFFICIAL:
        values["position_kind"] = values["position_kind"] or PositionKind.OFFICIAL
        values["starts_on"] = values["starts_on"] or date(today.year, 1, 1)
        values["position_name"] = values["position_name"] or values["name"]
        values["unit"] = values["unit"] or next(iter(known.units.titles), None)
    values["leads_unit"] = bool(values["leads_unit"])
    for key in ("position_name", "position_kind", "unit", "starts_on"):
        if values[key] in (None, "") and key not in row.problems:
            row.blame(key, f"{BY_KEY[key].heading} masih kosong. Isi untuk pegawai baru.")


def _needed_units(rows: Iterable[Row], known: Known) -> dict[int, tuple[int | None, str]]:
    """The proposed units of the good rows, with the parents they hang from."""
    needed: set[int] = set()
    for row in rows:
        ref = row.values["unit"] if not row.problems else None
        while ref is not None and ref < 0 and ref not in needed:
            needed.add(ref)
            ref = known.units.proposed[ref][0]
    return {ref: known.units.proposed[ref] for ref in sorted(needed, reverse=True)}
