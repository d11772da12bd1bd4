"""Carrying the journal into the national application: its form's fields, in its order.

The form "Tambah Progres Harian" asks one line of text, a whole number and one
link. How its date field is spelt differs from browser to browser; what stands
here is what an Indonesian one takes.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

#: what the form calls its fields, in its order
FIELDS = (
    "Rencana aksi",
    "Tanggal kegiatan",
    "Jam mulai kegiatan",
    "Jam selesai kegiatan",
    "Kegiatan harian",
    "Realisasi",
    "Satuan",
    "Bukti dukung",
)


class Carried(StrEnum):
    """Whether an entry stands in the national application too."""

    NOT_YET = "not_yet"
    DONE = "done"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as the national form asks for it; ``files`` counts evidence that is no link."""

    step: str
    day: date
    starts_at: time | None
    ends_at: time | None
    activity: str
    realisation: int | None
    unit: str
    evidence: str
    files: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """What to type into each of FIELDS; empty where nothing was written."""
        return (
            one_line(self.step),
            f"{self.day:%d/%m/%Y}",
            f"{self.starts_at:%H:%M}" if self.starts_at else "",
            f"{self.ends_at:%H:%M}" if self.ends_at else "",
            one_line(self.activity),
            "" if self.realisation is None else str(self.realisation),
            one_line(self.unit),
            self.evidence.strip(),
        )

    @property
    def gaps(self) -> list[str]:
        """What the form asks and the entry does not say, in words."""
        found = []
        if not self.step:
            found.append("Tidak ada rencana aksi. Pilih sendiri di e-Kinerja.")
        if self.starts_at is None or self.ends_at is None:
            found.append("Jam mulai dan selesai belum diisi.")
        if self.realisation is None:
            found.append("Realisasi belum diisi.")
        if not self.evidence.strip():
            found.append(_without_link(self.files))
        return found


def one_line(text: str) -> str:
    """``text`` without line breaks: the form has a single line."""
    return " ".join(text.split())


def carried(copied_at: datetime | None, written_at: datetime) -> Carried:
    """Whether an entry was copied, and still reads as it did then."""
    if copied_at is None:
        return Carried.NOT_YET
    return Carried.CHANGED if written_at > copied_at else Carried.DONE


def _without_link(files: int) -> str:
    if files:
        return "Buktinya berkas. Unggah ke Google Drive, lalu salin tautannya sendiri."
    return "Tautan bukti dukung belum ada."
