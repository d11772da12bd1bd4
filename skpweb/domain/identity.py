"""NIP and NI PPPK, pangkat and golongan, names with titles."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from skpweb.domain.terms import EmploymentStatus

FIRST_AGREEMENT = 21  #: digits 13-14 of the first NI PPPK; 22 for the next agreement
ADULT = 18  #: years; younger at the start is odd, not wrong


class NipKind(StrEnum):
    """Which of the two layouts a number has."""

    PNS = "pns"
    PPPK = "pppk"


class Sex(StrEnum):
    """Digit 15 of the number."""

    MAN = "man"
    WOMAN = "woman"


class BadNip(ValueError):
    """Not an NIP or NI PPPK; the text says in Indonesian what to mend."""


@dataclass(frozen=True, slots=True)
class Nip:
    """A sound number, taken apart.

    ``month_or_agreement`` is the month of the start for PNS (1-12) and the
    number of the work agreement for PPPK (21 and up).
    """

    digits: str
    kind: NipKind
    born_on: date
    start_year: int
    month_or_agreement: int
    sex: Sex
    serial: int


def parse_nip(text: str) -> Nip:
    """The number in ``text``; blanks, dots, dashes and apostrophes are forgiven.

    Raises :class:`BadNip` for anything else than 18 digits with a true birth
    date, a month or agreement number, and a sex digit.
    """
    digits = _digits(text)
    middle = int(digits[12:14])
    if not (1 <= middle <= 12 or middle >= FIRST_AGREEMENT):
        raise BadNip(
            "Digit ke-13 dan ke-14 NIP bukan bulan (01–12) dan bukan nomor perjanjian PPPK "
            "(mulai 21). Periksa NIP-nya."
        )
    if digits[14] not in "12":
        raise BadNip("Digit ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan). Periksa NIP-nya.")
    return Nip(
        digits=digits,
        kind=NipKind.PPPK if middle >= FIRST_AGREEMENT else NipKind.PNS,
        born_on=_birth(digits),
        start_year=int(digits[8:12]),
        month_or_agreement=middle,
        sex=Sex.MAN if digits[14] == "1" else Sex.WOMAN,
        serial=int(digits[15:]),
    )


def warnings(nip: Nip, sex: Sex | None = None) -> list[str]:
    """What is odd about a sound number, for a person to look at."""
    found = []
    if nip.start_year < nip.born_on.year + ADULT:
        found.append("Menurut NIP, pegawai ini diangkat sebelum berumur 18 tahun.")
    if sex is not None and sex is not nip.sex:
        found.append("Jenis kelamin menurut NIP berbeda dengan data pegawai.")
    return found


def format_nip(digits: str) -> str:
    """18 digits as documents print them: "19860926 201505 1 001"; else unchanged."""
    if not re.fullmatch(r"[0-9]{18}", digits):
        return digits
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


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

#: golongan of PPPK: plain roman numbers without a pangkat
PPPK_RANKS = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
    *("X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"),
)


def full_name(front: str, name: str, back: str) -> str:
    """The name with its titles, as forms print it: "Drs. Arif Setiawarman, M.Si."."""
    named = f"{front} {name}".strip()
    return f"{named}, {back}" if back else named


def rank_text(status: EmploymentStatus, rank: str) -> str:
    """Pangkat and golongan as forms print them: "Penata, III/c"; PPPK "IX"; "-" for none.

    PPPK paruh waktu and superiors who are not ASN have none, whatever is recorded.
    """
    if status in (EmploymentStatus.PPPK_PART_TIME, EmploymentStatus.OFFICIAL):
        return "-"
    pangkat = PANGKAT.get(rank)
    return f"{pangkat}, {rank}" if pangkat else rank or "-"


def _digits(text: str) -> str:
    """The 18 digits of what was typed or read from a table."""
    squeezed = re.sub(r"[\s.'’‘`-]", "", text)
    if re.fullmatch(r"[0-9]+(,?[0-9]*)[eE]\+?[0-9]+", squeezed) or _was_a_number(text):
        raise BadNip(
            "NIP tersimpan sebagai angka sehingga digit terakhir rusak. Ubah kolom menjadi Teks."
        )
    if not re.fullmatch(r"[0-9]*", squeezed):
        raise BadNip("NIP hanya berisi angka. Hapus huruf atau tanda lain, lalu coba lagi.")
    if len(squeezed) != 18:
        raise BadNip(f"NIP terdiri atas 18 digit, yang ditulis {len(squeezed)}. Periksa NIP-nya.")
    _birth(squeezed)
    return squeezed


def _was_a_number(text: str) -> bool:
    """A float from a spreadsheet ("199604252020122000.0"): the last digits are lost."""
    return re.fullmatch(r"\s*[0-9]{18}[.,]0+\s*", text) is not None


def _birth(digits: str) -> date:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        raise BadNip(
            "Delapan digit pertama NIP bukan tanggal lahir yang ada. Periksa NIP-nya."
        ) from None
