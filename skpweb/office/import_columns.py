"""The columns of a staff list: their headings, what they mean, and how they are found.

A heading may stand in any of the first rows and in any order; a group heading
merged over several columns ("Penilai" over "NIP") counts as part of the name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

SEARCHED_ROWS = 25  #: the heading must be among the first rows that say something


@dataclass(frozen=True)
class Column:
    """A column: the key in code, its heading, what to write there, other names of it."""

    key: str
    heading: str
    note: str
    example: str
    aliases: tuple[str, ...] = ()


COLUMNS = (
    Column("nip", "NIP", "18 digit, sel berformat Teks. Kosong untuk pejabat non-ASN.",
           "199001172015031907",
           ("nip baru", "nip nipppk", "nip ni pppk", "ni pppk", "nippppk", "nomor induk pegawai")),
    Column("front_title", "Gelar depan", "Misalnya Drs. atau dr.; boleh kosong.", "",
           ("gelar di depan",)),
    Column("name", "Nama", "Nama tanpa gelar.", "Iwan Permadanu",
           ("nama pegawai", "nama lengkap", "nama tanpa gelar")),
    Column("back_title", "Gelar belakang", "Misalnya S.Sos.; boleh kosong.", "A.Md.",
           ("gelar di belakang",)),
    Column("status", "Status",
           "PNS, CPNS, PPPK, PPPK paruh waktu, atau Pejabat non-ASN. Kosong: dari NIP.",
           "PNS", ("status pegawai", "status kepegawaian", "jenis pegawai")),
    Column("rank", "Golongan", "PNS: III/c. PPPK: IX. Boleh kosong.", "II/d",
           ("gol", "gol ruang", "golongan ruang", "pangkat gol", "pangkat golongan",
            "pangkat golongan ruang", "pangkat gol ruang")),
    Column("position_name", "Jabatan", "Nama jabatan seperti dicetak di formulir.",
           "Pengolah Data dan Informasi", ("nama jabatan",)),
    Column("position_kind", "Jenis jabatan",
           "JPT, Administrator, Pengawas, Fungsional, Pelaksana, atau Pejabat non-ASN.",
           "Pelaksana", ("jenis jab",)),
    Column("job_level", "Jenjang", "Hanya untuk jabatan fungsional, misalnya Ahli Pertama.", "",
           ("jenjang jabatan", "jenjang jf")),
    Column("unit", "Unit kerja", "Nama unit, atau jalurnya: Induk > Anak. Unit baru dibuatkan.",
           "Kecamatan Contohsari > Seksi Pelayanan", ("unit", "unor", "unit organisasi")),
    Column("leads_unit", "Memimpin unit",
           "Ya untuk pimpinan unit kerja mandiri, misalnya Camat. Selain itu kosong.", "",
           ("pimpinan unit", "memimpin unit kerja mandiri")),
    Column("starts_on", "TMT", "Tanggal mulai penempatan ini: 31/01/2026.", "01/01/2024",
           ("tmt jabatan", "tmt penempatan", "tanggal mulai")),
    Column("assessor", "NIP penilai",
           "NIP pejabat penilai; untuk pejabat tanpa NIP tulis namanya. Boleh kosong.",
           "198203112008011903",
           ("penilai", "pejabat penilai", "nip pejabat penilai", "penilai nip",
            "pejabat penilai nip", "nip atasan langsung", "nip atasan")),
    Column("senior", "NIP atasan penilai", "Kosong: penilai dari penilai.", "",
           ("atasan penilai", "nip atasan pejabat penilai", "atasan pejabat penilai",
            "atasan penilai nip", "atasan pejabat penilai nip")),
)  # fmt: skip
BY_KEY = {column.key: column for column in COLUMNS}
NEEDED = ("nip", "name")


@dataclass(frozen=True)
class Heading:
    """Where the heading stands and which place each column has."""

    row: int
    places: dict[str, int]


def folded(text: Any) -> str:
    """Lower case, letters and digits only, single spaces."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", str(text or "").lower()).split())


_NAMES = {
    folded(name): column.key for column in COLUMNS for name in (column.heading, *column.aliases)
}


def find_heading(rows: Sequence[tuple[int, list[Any]]]) -> Heading | None:
    """The row among the first ones that names most columns; None without NIP and Nama."""
    found: list[Heading] = []
    above: list[Any] = []
    for number, values in rows[:SEARCHED_ROWS]:
        found.append(Heading(number, _places(values, _filled(above, len(values)))))
        above = values
    fitting = [h for h in found if all(key in h.places for key in NEEDED)]
    # of two equal rows the lower one: a heading may be two rows high
    return max(reversed(fitting), key=lambda h: len(h.places), default=None)


def _filled(values: Sequence[Any], width: int) -> list[Any]:
    """A merged group heading, repeated over the columns that it spans."""
    filled: list[Any] = []
    for value in list(values)[:width] + [None] * (width - len(values)):
        filled.append(value if value not in (None, "") or not filled else filled[-1])
    return filled


def _places(values: Sequence[Any], above: Sequence[Any]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, (own, group) in enumerate(zip(values, above, strict=True)):
        key = _key(f"{group or ''} {own or ''}") or (None if own and _key(group) else _key(own))
        if key is not None:
            places.setdefault(key, place)
    return places


def _key(text: Any) -> str | None:
    return _NAMES.get(folded(text))
