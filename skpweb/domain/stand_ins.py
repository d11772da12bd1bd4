"""Standing in for a penilai: how long, and how it is written beside each decision.

It covers journals and rencana aksi. SKP and evaluations stay with the penilai
and the atasan penilai.
"""

from datetime import date

from skpweb.domain.terms import StandInKind

LONGEST = 366  #: days
PREFIXES = {StandInKind.DELEGATE: "a.n.", StandInKind.PLT: "Plt.", StandInKind.PLH: "Plh."}


def title(kind: StandInKind, position: str) -> str:
    """The capacity that each decision is stamped with: "Plh. Kepala Seksi Pelayanan"."""
    return f"{PREFIXES[kind]} {position}"[:200]


def problem(starts_on: date, ends_on: date, today: date) -> str:
    """Why these days cannot be taken, with what to do; empty if they can."""
    if ends_on < starts_on:
        return "Tanggal selesai tidak boleh sebelum tanggal mulai."
    if ends_on < today:
        return "Tanggal selesai sudah lewat. Pilih hari ini atau sesudahnya."
    if (ends_on - starts_on).days >= LONGEST:
        return "Paling lama satu tahun. Pilih tanggal selesai yang lebih awal."
    return ""
