"""The attendance recap of a month: preview it, import its good rows, take it back.

Nothing is saved by a preview except the file itself; an import happens in one
transaction, and its undo brings the former counts back.
"""

from datetime import date
from typing import Any

from skpweb.audit import Witness
from skpweb.documents import spreadsheet
from skpweb.documents.spreadsheet import Unreadable
from skpweb.models.imports import ImportBatch, ImportKind
from skpweb.office import (
    attendance_month,
    attendance_rows,
    attendance_store,
    import_batches,
    list_rows,
)
from skpweb.office.attendance_columns import COLUMNS, COUNTS, FINDER, HEADINGS, MINUTES
from skpweb.office.attendance_rows import Recap, Row
from skpweb.office.headings import Heading
from skpweb.office.import_batches import SHOWN_ROWS

MOST_ROWS = 10_000
NO_MONTH = "Bulan rekap tidak ditemukan di berkas. Pilih bulannya, lalu periksa lagi."
SEVERAL = "Berkas ini menyebut beberapa bulan. Pilih satu bulan, lalu periksa lagi."


def read(content: bytes, month: date | None, today: date) -> Recap:
    """The rows of a recap, each judged by itself, without the database.

    ``month`` (its first day) as the office chose it; None to find it in the file.
    Raises ``Unreadable``.
    """
    sheets = spreadsheet.read(content, MOST_ROWS + 60)
    sheet, heading = list_rows.find_sheet(sheets, FINDER, "rekap", "NIP")
    if not set(COUNTS) & set(heading.places):
        raise Unreadable(
            "Tidak ada kolom Hadir, Sakit, Cuti, atau Tanpa keterangan. Pakai templat."
        )
    said = attendance_month.said_by(sheet, heading)
    chosen = month or _only(said)
    if chosen > today:
        raise Unreadable(f"Bulan {chosen:%m/%Y} belum tiba. Pilih bulan yang sudah berjalan.")
    rows = [Row(number, cells) for number, cells in list_rows.rows_below(heading, sheet.rows)]
    filled = [row for row in rows if row.is_filled]
    if not filled:
        raise Unreadable(
            "Belum ada baris yang diisi di bawah judul kolom. Isi paling sedikit satu."
        )
    for row in filled:
        attendance_rows.parse(row, chosen, heading.letters)
    return Recap(chosen, filled, _notes(heading, said, chosen, len(rows) - len(filled)))


def preview(
    actor: Witness, content: bytes, file_name: str, month: date | None, today: date
) -> ImportBatch:
    """Judge a recap and keep the file, so that it need not be sent again."""
    result = summary(attendance_store.judge(read(content, month, today)))
    return import_batches.keep(actor, ImportKind.ATTENDANCE, content, file_name, result)


def run(actor: Witness, batch: ImportBatch, recap: Recap) -> None:
    """Import the good rows. Raises ``Refused`` if the data has changed since the preview."""
    attendance_store.judge(recap)
    import_batches.run(
        actor,
        batch,
        summary(recap),
        "Data kehadiran atau daftar pegawai",
        lambda: attendance_store.store(recap, batch.id),
    )


def undo(actor: Witness, batch: ImportBatch) -> None:
    """Bring back what was stored before. Raises ``Refused`` if it has changed since."""
    import_batches.undo(actor, batch, attendance_store.restore)


def summary(recap: Recap) -> dict[str, Any]:
    """Month, counts, notes and the first rows (wrong ones first), fit for JSON."""
    kinds = ("new", "changed", "same", "bad")
    ordered = recap.of("bad") + [row for row in recap.rows if row.kind != "bad"]
    return {
        "month": recap.month.isoformat(),
        "counts": {kind: len(recap.of(kind)) for kind in kinds},
        "notes": recap.notes,
        "rows": [_shown(row) for row in ordered[:SHOWN_ROWS]],
    }


def month_of(batch: ImportBatch) -> date:
    """The month that a kept recap is about."""
    return date.fromisoformat(batch.result["month"])


def error_file(content: bytes, month: date, today: date) -> bytes:
    """The wrong rows as they came, with a column that says what to mend."""
    bad = attendance_store.judge(read(content, month, today)).of("bad")
    head = [column.heading for column in COLUMNS] + ["Galat"]
    rows = [
        [row.text(column.key) for column in COLUMNS] + [" ".join(row.problems.values())]
        for row in bad
    ]
    return spreadsheet.write([("Rekap", [head, *rows])])


def _shown(row: Row) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.text("name"),
        "nip": row.text("nip"),
        "kind": row.kind,
        "counts": dict(row.counts),
        "problems": [[HEADINGS[key], text] for key, text in row.problems.items()],
        "changes": [[HEADINGS[key], row.was[key], row.counts[key]] for key in row.changes],
    }


def _only(months: set[date]) -> date:
    if len(months) != 1:
        raise Unreadable(SEVERAL if months else NO_MONTH)
    return next(iter(months))


def _notes(heading: Heading, said: set[date], chosen: date, empty: int) -> list[str]:
    found = []
    if said and chosen not in said:
        named = ", ".join(f"{month:%m/%Y}" for month in sorted(said))
        found.append(f"Berkas ini menyebut bulan {named}, tetapi Anda memilih {chosen:%m/%Y}.")
    absent = [key for key in COUNTS if key not in heading.places]
    if set(MINUTES) & set(heading.places) and "lost_minutes" in absent:
        absent.remove("lost_minutes")
    if absent:
        names = ", ".join(HEADINGS[key] for key in absent)
        found.append(f"Kolom yang tidak ada di berkas: {names}. Isinya tidak diubah.")
    if "duty" in heading.places:
        found.append(DUTY)
    if empty:
        found.append(f"{empty} baris yang belum diisi dilewati.")
    return found


DUTY = (
    "Kolom dinas luar tidak disimpan. Bila harinya belum termasuk Hadir, jumlahkan dulu di Excel."
)
