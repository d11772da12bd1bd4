"""Journal recaps as .xlsx: figures as numbers, so that the payroll clerk can go on from them."""

from typing import Any

from skpweb.documents import recap_content, spreadsheet
from skpweb.documents.recap_content import Basis, PersonLine, PersonRecap, UnitRecap
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.recap import RULE
from skpweb.labels import label

Rows = list[list[Any]]

LINE_HEADS = [
    "No", "Tanggal", "Mulai", "Selesai", "Kegiatan", "Rencana aksi", "Realisasi", "Bukti", "Status",
]  # fmt: skip
UNIT_HEADS = [
    "No", "NIP", "Nama", "Jabatan", "Hari dihitung", "Hari terisi", "Hari belum terisi", "Kegiatan",
    *(label(state) for state in EntryState), "Menit tercatat", "Hari tidak dihitung",
]  # fmt: skip


def of_person(recap: PersonRecap) -> bytes:
    """Three sheets: figures, entries, and the rule with its holidays."""
    who = recap.employee
    figures: Rows = [
        *_head(recap, "Rekap jurnal pegawai"),
        ["Nama", who.name],
        ["NIP", who.nip],
        ["Jabatan", who.position],
        ["Unit kerja", who.unit],
        ["Pejabat penilai", recap.assessor.name or "-"],
        *(list(fact) for fact in recap_content.facts(recap)),
    ]
    lines: Rows = [LINE_HEADS]
    lines += [
        [
            number, line.day, line.starts_at, line.ends_at, line.activity, line.step,
            line.realisation, "Ya" if line.is_proven else "Tidak", label(line.state),
        ]
        for number, line in enumerate(recap.lines, start=1)
    ]  # fmt: skip
    return spreadsheet.write([("Rekap", figures), ("Kegiatan", lines), ("Aturan", _rule(recap))])


def of_unit(recap: UnitRecap) -> bytes:
    """Two sheets: a row for each person, and the rule with its holidays."""
    names = _attendance_names(recap)
    rows = [
        *_head(recap, "Rekap jurnal unit kerja"),
        ["Unit kerja", recap.unit],
        [],
        [*UNIT_HEADS, *(f"Kehadiran: {name.lower()}" for name in names)],
        *(_person(number, one, names) for number, one in enumerate(recap.people, start=1)),
    ]
    return spreadsheet.write([("Rekap", rows), ("Aturan", _rule(recap))])


def _person(number: int, one: PersonLine, attendance: list[str]) -> list[Any]:
    found, tally = one.figures, one.figures.tally
    return [
        number, one.nip, one.name, one.position,
        len(tally.counted), len(tally.filled), len(tally.missing), found.entries,
        *(found.states.get(state, 0) for state in EntryState),
        found.minutes, recap_content.exempt_words(found),
        *((found.attendance or {}).get(name) for name in attendance),
    ]  # fmt: skip


def _attendance_names(recap: UnitRecap) -> list[str]:
    """The columns of the attendance; none where nobody's is known."""
    known = [one.figures.attendance for one in recap.people if one.figures.attendance is not None]
    return list(known[0]) if known else []


def _head(recap: Basis, title: str) -> Rows:
    return [[title], [recap.office], ["Periode", recap.period.words]]


def _rule(recap: Basis) -> Rows:
    return [["Aturan", RULE], *(list(fact) for fact in recap_content.calendar_words(recap))]
