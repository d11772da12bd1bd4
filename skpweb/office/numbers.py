"""NIP and golongan as an office types them: what is wrong, what is odd."""

import re
from datetime import date

from skpweb.domain.identity import PANGKAT
from skpweb.domain.terms import EmploymentStatus

FIRST_AGREEMENT = 21  #: digits 13-14 of an NI PPPK: number of the work agreement
PPPK_RANKS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
    "XV", "XVI", "XVII",
)  # fmt: skip
PPPK = {EmploymentStatus.PPPK, EmploymentStatus.PPPK_PART_TIME}


def squeezed(text: str) -> str:
    """A typed NIP without blanks, dots, dashes and apostrophes."""
    return re.sub(r"[\s.'’`-]", "", text)


def nip_problem(nip: str) -> str | None:
    """Why these cannot be the 18 digits of an NIP or NI PPPK; None if they can."""
    if not re.fullmatch(r"[0-9]{18}", nip):
        return f"NIP harus 18 digit angka; ini {len(nip)} huruf. Periksa penulisannya."
    if _birth(nip) is None:
        return "Delapan digit pertama NIP bukan tanggal lahir yang ada. Periksa NIP-nya."
    middle = int(nip[12:14])
    if not (1 <= middle <= 12 or middle >= FIRST_AGREEMENT):
        return "Digit ke-13 dan ke-14 NIP bukan bulan (01–12) dan bukan nomor perjanjian PPPK."
    if nip[14] not in "12":
        return "Digit ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan). Periksa NIP-nya."
    return None


def nip_warnings(nip: str, status: EmploymentStatus | None) -> list[str]:
    """What is odd about a sound NIP: a very young start, a kind that does not fit."""
    found = []
    born = _birth(nip)
    if born is not None and int(nip[8:12]) < born.year + 18:
        found.append("Menurut NIP, pegawai ini diangkat sebelum berumur 18 tahun.")
    if status is not None and (status in PPPK) != (status_of(nip) in PPPK):
        found.append("Bentuk NIP tidak sesuai dengan status pegawai (PNS atau PPPK).")
    return found


def status_of(nip: str) -> EmploymentStatus:
    """PPPK or PNS, as digits 13-14 tell."""
    is_pppk = int(nip[12:14] or 0) >= FIRST_AGREEMENT if nip[12:14].isdigit() else False
    return EmploymentStatus.PPPK if is_pppk else EmploymentStatus.PNS


def rank_problem(status: EmploymentStatus | None, rank: str) -> str | None:
    """Why this cannot be the golongan of such an employee; None if it can be, or is empty."""
    if not rank:
        return None
    if status in PPPK and rank not in PPPK_RANKS:
        return "Golongan PPPK ditulis dengan angka Romawi I sampai XVII, misalnya IX."
    if status in (EmploymentStatus.PNS, EmploymentStatus.CPNS) and rank not in PANGKAT:
        return "Golongan PNS ditulis seperti III/c."
    if rank not in PANGKAT and rank not in PPPK_RANKS:
        return "Golongan ditulis seperti III/c (PNS) atau IX (PPPK)."
    return None


def _birth(nip: str) -> date | None:
    try:
        return date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return None
