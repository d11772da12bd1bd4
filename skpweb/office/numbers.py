"""NIP and golongan as forms and lists take them: a problem in words, or what is odd."""

from skpweb.domain import identity
from skpweb.domain.identity import PANGKAT, PPPK_RANKS, BadNip, NipKind
from skpweb.domain.terms import EmploymentStatus

PPPK = {EmploymentStatus.PPPK, EmploymentStatus.PPPK_PART_TIME}
PNS = {EmploymentStatus.PNS, EmploymentStatus.CPNS}


def nip_problem(text: str) -> str | None:
    """Why this cannot be an NIP or NI PPPK; None if it can."""
    try:
        identity.parse_nip(text)
    except BadNip as problem:
        return str(problem)
    return None


def nip_digits(text: str) -> str:
    """The 18 digits of a sound number; what is not sound stays as it was typed."""
    try:
        return identity.parse_nip(text).digits
    except BadNip:
        return text


def nip_warnings(text: str, status: EmploymentStatus | None) -> list[str]:
    """What is odd about a sound number: a very young start, a kind that does not fit."""
    try:
        nip = identity.parse_nip(text)
    except BadNip:
        return []
    found = identity.warnings(nip)
    if status in PPPK | PNS and (status in PPPK) != (nip.kind is NipKind.PPPK):
        found.append("Bentuk NIP tidak sesuai dengan status pegawai (PNS atau PPPK).")
    return found


def status_of(text: str) -> EmploymentStatus:
    """PPPK or PNS, as the number tells; PNS where it tells nothing."""
    try:
        kind = identity.parse_nip(text).kind
    except BadNip:
        return EmploymentStatus.PNS
    return EmploymentStatus.PPPK if kind is NipKind.PPPK else EmploymentStatus.PNS


def rank_problem(status: EmploymentStatus | None, rank: str) -> str | None:
    """Why this cannot be the golongan of such an employee; None if it can be, or is empty."""
    if not rank:
        return None
    if status in PPPK and rank not in PPPK_RANKS:
        return "Golongan PPPK ditulis dengan angka Romawi I sampai XVII, misalnya IX."
    if status in PNS and rank not in PANGKAT:
        return "Golongan PNS ditulis seperti III/c."
    if rank not in PANGKAT and rank not in PPPK_RANKS:
        return "Golongan ditulis seperti III/c (PNS) atau IX (PPPK)."
    return None
