"""NIP and NI PPPK, pangkat and golongan, names with titles."""

from skpweb.domain.terms import EmploymentStatus

PANGKAT = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}


def full_name(front: str, name: str, back: str) -> str:
    """The name with its titles, as forms print it: "Drs. Arif Setiawarman, M.Si."."""
    named = f"{front} {name}".strip()
    return f"{named}, {back}" if back else named


def rank_text(status: EmploymentStatus, rank: str) -> str:
    """Pangkat and golongan as forms print them: "Penata, III/c"; PPPK "IX"; "-" for none."""
    pangkat = PANGKAT.get(rank)
    return f"{pangkat}, {rank}" if pangkat else rank or "-"
