"""The columns of journal rows, in the national form's order, and how they are found.

A heading may stand in any of the first rows and in any order. Without one the
cells are taken in the order of the national form, which may hold its read-only
"Sumber data" too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from skpweb.domain import cells
from skpweb.office.headings import Heading, Rows, folded

SEARCHED_ROWS = 60  #: the heading must be among the first rows that say something


@dataclass(frozen=True)
class Column:
    """A column: the key in code, its heading, other names of it."""

    key: str
    heading: str
    aliases: tuple[str, ...] = ()


COLUMNS = (
    Column("step", "Rencana aksi", ("nomor rencana aksi", "no rencana aksi", "rencana aksi nomor",
                                    "rencana aksi no")),
    Column("day", "Tanggal", ("tanggal kegiatan", "tgl", "tgl kegiatan", "hari tanggal")),
    Column("starts_at", "Jam mulai", ("jam mulai kegiatan", "mulai", "waktu mulai", "dari jam")),
    Column("ends_at", "Jam selesai", ("jam selesai kegiatan", "selesai", "waktu selesai",
                                      "sampai jam", "jam akhir")),
    Column("activity", "Kegiatan", ("kegiatan harian", "uraian kegiatan", "uraian", "aktivitas",
                                    "nama kegiatan")),
    Column("realisation", "Realisasi", ("hasil", "jumlah", "volume")),
    Column("unit", "Satuan"),
    Column("evidence", "Bukti dukung", ("bukti", "tautan bukti dukung", "link bukti dukung",
                                        "tautan", "link")),
)  # fmt: skip
NOTED = Column(
    "noted", "Ditulis pada (tanggal jam)", ("ditulis pada", "waktu ditulis", "dicatat pada")
)
SOURCE = Column("source", "Sumber data")
HEADINGS = {column.key: column.heading for column in (*COLUMNS, NOTED)}
NATIONAL = tuple(column.key for column in COLUMNS)
WITH_SOURCE = (*NATIONAL[:5], SOURCE.key, *NATIONAL[5:])

_NAMES = {
    folded(name): column.key
    for column in (*COLUMNS, NOTED, SOURCE)
    for name in (column.heading, *column.aliases)
}


def find(rows: Rows) -> Heading:
    """The row that names most columns, "Kegiatan" among them; else the national order."""
    found = [Heading(number, _places(values)) for number, values in rows[:SEARCHED_ROWS]]
    fitting = [one for one in found if "activity" in one.places and len(one.places) > 1]
    return max(fitting, key=lambda one: len(one.places), default=None) or _national(rows)


def _national(rows: Rows) -> Heading:
    place = WITH_SOURCE.index(SOURCE.key)
    sources = [v for _, v in rows if len(v) > place and folded(v[place]) in SOURCES]
    keys = WITH_SOURCE if len(sources) * 2 > len(rows) else NATIONAL
    return Heading(0, {key: number for number, key in enumerate(keys)})


SOURCES = {"ekinerja", "e kinerja"}


def _places(values: Sequence[Any]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, value in enumerate(values):
        key = _NAMES.get(folded(cells.text(value)))
        if key is not None:
            places.setdefault(key, place)
    return places
