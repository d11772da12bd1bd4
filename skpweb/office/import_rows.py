"""One row of a staff list: cells into values, each problem with its column."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any

from skpweb.domain.terms import EmploymentStatus, JobLevel, PositionKind
from skpweb.labels import label
from skpweb.office import dates, list_rows, numbers
from skpweb.office.headings import folded
from skpweb.office.import_columns import BY_KEY
from skpweb.office.list_rows import NIP_AS_NUMBER, as_text

EARLIEST = date(1960, 1, 1)
YES = {"ya", "y", "x", "1", "benar", "true"}
NO = {"", "tidak", "t", "0", "bukan", "false"}


@dataclass
class Row(list_rows.Row):
    """A row of the staff list, and what will become of it.

    ``ref`` is the employee's id, or minus the row number for somebody new;
    superiors are named by such refs too.
    """

    warnings: list[str] = field(default_factory=list)
    ref: int = 0
    posting_id: int | None = None
    begins_posting: bool = False

    @property
    def kind(self) -> str:
        """What the preview counts it as."""
        if self.problems:
            return "bad"
        return "new" if self.ref < 0 else "changed" if self.changes else "same"


def parse(row: Row, today: date, letters: dict[str, str]) -> None:
    """Turn the cells into values; what cannot be is blamed on its column."""
    list_rows.blame_unusable(row, letters)
    for key, longest in TEXTS.items():
        _text(row, key, longest)
    _identity(row)
    _choices(row)
    _leads(row)
    _starts_on(row, today)


TEXTS = {"front_title": 60, "name": 150, "back_title": 100, "position_name": 200}


def _text(row: Row, key: str, longest: int) -> None:
    text = row.text(key)
    if len(text) > longest:
        row.blame(key, f"{BY_KEY[key].heading} terlalu panjang: paling banyak {longest} huruf.")
    row.values[key] = text


def _identity(row: Row) -> None:
    nip = nip_text(row, "nip")
    row.values["nip"] = nip or None
    row.values["status"] = _choice(row, "status", STATUSES)
    if not row.values["name"]:
        row.blame("name", "Nama masih kosong. Isi nama tanpa gelar.")
    if nip:
        problem = numbers.nip_problem(nip)
        if problem:
            row.blame("nip", problem)
        else:
            row.warnings += numbers.nip_warnings(nip, row.values["status"])
    elif row.values["status"] is not EmploymentStatus.OFFICIAL:
        row.blame("nip", "NIP masih kosong. Isi 18 digit, atau Status “Pejabat non-ASN”.")


def nip_text(row: Row, key: str) -> str:
    """An NIP cell without its spaces; a number is refused, since Excel breaks it."""
    value = row.cells.get(key)
    if list_rows.is_number(value):
        row.blame(key, NIP_AS_NUMBER.format(heading=BY_KEY[key].heading))
        return ""
    return numbers.nip_digits(row.text(key)) if key == "nip" else row.text(key)


def _choices(row: Row) -> None:
    row.values["position_kind"] = _choice(row, "position_kind", KINDS)
    row.values["job_level"] = _choice(row, "job_level", LEVELS)
    rank = row.text("rank")
    row.values["rank"] = rank
    problem = numbers.rank_problem(row.values["status"], rank) if rank else None
    if problem:
        row.blame("rank", problem)


def _choice(row: Row, key: str, known: dict[str, Any]) -> Any:
    text = folded(row.text(key))
    if not text:
        return None
    if text not in known:
        words = ", ".join(dict.fromkeys(label(member) for member in known.values()))
        row.blame(key, f"{BY_KEY[key].heading} “{row.text(key)}” tidak dikenal. Pilih: {words}.")
    return known.get(text)


def _leads(row: Row) -> None:
    text = folded(row.text("leads_unit"))
    if text not in YES | NO:
        row.blame("leads_unit", "Memimpin unit: tulis Ya atau Tidak.")
    row.values["leads_unit"] = text in YES if text else None


def _starts_on(row: Row, today: date) -> None:
    value = row.cells.get("starts_on")
    row.values["starts_on"] = None
    if value in (None, ""):
        return
    day = as_date(value)
    if day is None:
        row.blame(
            "starts_on",
            f"TMT “{row.text('starts_on')}” bukan tanggal yang ada. Tulis seperti 31/01/2026.",
        )
    elif not EARLIEST <= day <= date(today.year + 1, 12, 31):
        row.blame("starts_on", f"TMT {day:%d/%m/%Y} tidak mungkin. Periksa tahunnya.")
    row.values["starts_on"] = day


def as_date(value: Any) -> date | None:
    """A date cell, or a text that says a date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return dates.parse(as_text(value))


def _words(members: type[Enum], more: dict[str, Any]) -> dict[str, Any]:
    return (
        {folded(label(member)): member for member in members}
        | {folded(member.value): member for member in members}
        | more
    )


STATUSES = _words(
    EmploymentStatus,
    {
        "pppk paruh waktu": EmploymentStatus.PPPK_PART_TIME,
        "p3k": EmploymentStatus.PPPK,
        "p3k paruh waktu": EmploymentStatus.PPPK_PART_TIME,
        "pejabat non asn": EmploymentStatus.OFFICIAL,
        "non asn": EmploymentStatus.OFFICIAL,
        "pejabat negara": EmploymentStatus.OFFICIAL,
    },
)
KINDS = _words(
    PositionKind,
    {
        "jpt": PositionKind.JPT,
        "jpt pratama": PositionKind.JPT,
        "jpt madya": PositionKind.JPT,
        "pimpinan tinggi": PositionKind.JPT,
        "administrator": PositionKind.ADMINISTRATOR,
        "pengawas": PositionKind.SUPERVISOR,
        "fungsional": PositionKind.FUNCTIONAL,
        "jf": PositionKind.FUNCTIONAL,
        "pelaksana": PositionKind.EXECUTOR,
        "pejabat non asn": PositionKind.OFFICIAL,
        "non asn": PositionKind.OFFICIAL,
        "pejabat negara": PositionKind.OFFICIAL,
    },
)
LEVELS = _words(JobLevel, {})
