"""Superiors in a staff list: found by NIP or name, themselves sound, never in a circle."""

from collections import defaultdict
from collections.abc import Iterable

from skpweb.domain.terms import EmploymentStatus
from skpweb.office import chains
from skpweb.office.headings import folded
from skpweb.office.import_columns import BY_KEY
from skpweb.office.import_known import Known
from skpweb.office.import_rows import Row, nip_text


def find(rows: list[Row], known: Known) -> None:
    """Put the refs of penilai and atasan penilai into the values."""
    refs = _refs(rows, known)
    for row in rows:
        _find_superiors(row, refs)


def judge(rows: list[Row], known: Known) -> None:
    """Blame rows whose superior is wrong or who would stand in a circle."""
    _spread_problems(rows)
    _blame_circles(rows, known)
    _spread_problems(rows)


def _refs(rows: Iterable[Row], known: Known) -> dict[str, int]:
    """Everybody who can be a superior: by NIP, officials by name."""
    refs = {nip: p.id for nip, p in known.by_nip.items() if p.left_on is None}
    refs |= {name: p.id for name, p in known.officials.items() if p.left_on is None}
    for row in rows:
        if row.values["nip"]:
            refs[row.values["nip"]] = row.ref
        elif row.values["status"] is EmploymentStatus.OFFICIAL and row.values["name"]:
            refs[folded(row.values["name"])] = row.ref
    return refs


def _find_superiors(row: Row, refs: dict[str, int]) -> None:
    for key in ("assessor", "senior"):
        text = nip_text(row, key)
        digits = "".join(c for c in text if c.isdigit())
        ref = refs.get(digits if len(digits) == 18 else folded(text)) if text else None
        if text and ref is None:
            row.blame(
                key,
                f"{_named(key)} “{text}” tidak ada di berkas ini maupun di daftar pegawai. "
                "Tambahkan barisnya atau perbaiki NIP-nya.",
            )
        elif ref is not None and ref == row.ref:
            row.blame(key, f"{_named(key)} tidak boleh orangnya sendiri. Tulis NIP orang lain.")
        row.values[key] = ref


def _named(key: str) -> str:
    return BY_KEY[key].heading.removeprefix("NIP ").capitalize()


def _spread_problems(rows: list[Row]) -> None:
    """Nobody new can have a superior whose own row is wrong."""
    by_ref = {row.ref: row for row in rows if row.ref < 0}
    waiting = [row for row in by_ref.values() if row.problems]
    below: dict[int, list[tuple[Row, str]]] = defaultdict(list)
    for row in rows:
        for key in ("assessor", "senior"):
            below[row.values[key] or 0].append((row, key))
    while waiting:
        wrong = waiting.pop()
        for row, key in below[wrong.ref]:
            was_good = not row.problems
            row.blame(key, f"Baris {wrong.number} masih galat. Perbaiki baris itu lebih dulu.")
            if was_good and row.ref < 0:
                waiting.append(row)


def _blame_circles(rows: list[Row], known: Known) -> None:
    """Who would, over others, assess himself. Each person is walked through once."""
    good = [row for row in rows if not row.problems]
    links = known.links() | {
        row.ref: row.values["assessor"]
        for row in good
        if row.values["assessor"] is not None or row.ref < 0
    }
    by_ref = {row.ref: row for row in good}
    for circle in chains.circles(links):
        members = [by_ref[ref] for ref in circle if ref in by_ref]
        names = " → ".join(row.values["name"] for row in [*members, *members[:1]])
        for row in members:
            row.blame("assessor", f"Rantai penilai berputar: {names}. Perbaiki NIP penilai.")
