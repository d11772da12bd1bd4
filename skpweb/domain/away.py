"""What an absence means for planning and evaluation (p.65-66)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from skpweb.domain.terms import AbsenceKind

#: planning does not hold for them (Lampiran, p.65-66, C angka 8)
PLANLESS = {
    AbsenceKind.STATE_OFFICIAL: "diangkat menjadi pejabat negara atau pimpinan/anggota lembaga "
    "nonstruktural",
    AbsenceKind.SUSPENDED: "diberhentikan sementara",
    AbsenceKind.UNPAID: "menjalani cuti di luar tanggungan negara",
    AbsenceKind.PRE_RETIREMENT: "mengambil masa persiapan pensiun",
}


def why_planless(kind: AbsenceKind | None) -> str:
    """Why somebody has no SKP to make, with the page; "" where he has."""
    if kind not in PLANLESS:
        return ""
    return (
        f"Ketentuan perencanaan kinerja tidak berlaku bagi pegawai yang {PLANLESS[kind]} "
        "(Lampiran PermenPANRB 6/2022, halaman 65–66). Selama masa itu SKP tidak perlu disusun."
    )


def is_away_throughout(absences: Iterable[Any], first: date, last: date) -> bool:
    """Whether no day is left on which he worked; tugas belajar is evaluated all the same."""
    spans = sorted(
        (one.starts_on, one.ends_on) for one in absences if one.kind is not AbsenceKind.STUDY
    )
    day = first
    for starts_on, ends_on in spans:
        if starts_on <= day <= ends_on:
            day = ends_on + timedelta(days=1)
    return day > last
