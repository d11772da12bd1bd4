"""The staff list of an office: preview it, import its good rows, take it back.

Nothing is saved by a preview except the file itself; an import happens in one
transaction, and can be undone while nothing depends on it.
"""

from datetime import date
from typing import Any

from skpweb import audit, storage
from skpweb.audit import Witness
from skpweb.documents import spreadsheet
from skpweb.documents.spreadsheet import Sheet, Unreadable
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.imports import ImportBatch
from skpweb.office import import_apply, import_known, import_rows, import_undo
from skpweb.office.import_check import Checked, check
from skpweb.office.import_columns import BY_KEY, COLUMNS, Heading, find_heading
from skpweb.office.import_rows import Row

MOST_ROWS = 10_000  #: people in one file
MOST_BYTES = 2 * 1024 * 1024
SHOWN_ROWS = 50


def examine(content: bytes, today: date) -> Checked:
    """Read and judge a staff list. Raises ``Unreadable``; saves nothing."""
    return judge(read(content, today), today)


def read(content: bytes, today: date) -> list[Row]:
    """The rows of a staff list, each judged by itself, without the database.

    Takes seconds for a long list: callers do it outside their transaction.
    """
    heading, rows = _table(spreadsheet.read(content, MOST_ROWS + 60))
    if len(rows) > MOST_ROWS:
        raise Unreadable(
            f"Berkas ini berisi {len(rows)} pegawai; paling banyak 10.000. "
            "Bagi menjadi beberapa berkas."
        )
    if not rows:
        raise Unreadable("Tidak ada baris pegawai di bawah judul kolom. Isi paling sedikit satu.")
    letters = {key: _letter(place) for key, place in heading.places.items()}
    for row in rows:
        import_rows.parse(row, today, letters)
    return rows


def judge(rows: list[Row], today: date) -> Checked:
    """The rows against each other and the database."""
    return check(rows, import_known.load(today), today)


def preview(actor: Witness, content: bytes, file_name: str, today: date) -> ImportBatch:
    """Judge a staff list and keep the file, so that it need not be sent again."""
    checked = examine(content, today)
    batch = ImportBatch(
        sha256=storage.put(content),
        file_name=file_name[-200:],
        checked_by=actor.display_name,
        result=summary(checked),
    )
    db.session.add(batch)
    audit.record(actor, "import.check", batch, after={"counts": batch.result["counts"]})
    return batch


def run(actor: Witness, batch: ImportBatch, rows: list[Row], today: date) -> None:
    """Import the good rows of the kept file, as ``read`` gave them.

    Raises ``Refused`` if the data has changed since the preview.
    """
    if batch.applied_at is not None:
        raise Refused("Daftar ini sudah diimpor.")
    checked = judge(rows, today)
    if summary(checked) != batch.result:
        raise Refused(
            "Daftar pegawai berubah sejak pratinjau dibuat. Tekan “Periksa lagi”, lalu impor "
            "dari pratinjau yang baru."
        )
    batch.record = import_apply.apply(checked, actor.display_name)
    batch.applied_at = utc_now()
    audit.record(
        actor,
        "import.apply",
        batch,
        after={"counts": batch.result["counts"], "sha256": batch.sha256},
    )


def undo(actor: Witness, batch: ImportBatch) -> None:
    """Take an import back. Raises ``Refused`` with what already depends on it."""
    if batch.applied_at is None or batch.undone_at is not None:
        raise Refused("Impor ini sudah dibatalkan atau belum dijalankan.")
    import_undo.undo(batch.record or {})
    batch.undone_at = utc_now()
    audit.record(actor, "import.undo", batch, before={"counts": batch.result["counts"]})


def summary(checked: Checked) -> dict[str, Any]:
    """Counts, the first rows (wrong ones first) and the new units, fit for JSON."""
    kinds = ("new", "changed", "same", "bad")
    ordered = checked.of("bad") + [row for row in checked.rows if row.kind != "bad"]
    return {
        "counts": {kind: len(checked.of(kind)) for kind in kinds},
        "rows": [
            {
                "number": row.number,
                "name": row.text("name"),
                "nip": row.text("nip"),
                "position": row.text("position_name"),
                "kind": row.kind,
                "problems": [[BY_KEY[k].heading, text] for k, text in row.problems.items()],
                "warnings": row.warnings,
                "changes": [BY_KEY[key].heading for key in row.changes],
            }
            for row in ordered[:SHOWN_ROWS]
        ],
        "units": [checked.known.units.title(ref) for ref in checked.new_units],
    }


def error_file(content: bytes, today: date) -> bytes:
    """The wrong rows as they came, with a column that says what to mend."""
    bad = examine(content, today).of("bad")
    head = [column.heading for column in COLUMNS] + ["Galat"]
    rows = [
        [row.text(column.key) for column in COLUMNS] + [" ".join(row.problems.values())]
        for row in bad
    ]
    return spreadsheet.write([("Pegawai", [head, *rows])])


def _table(sheets: list[Sheet]) -> tuple[Heading, list[Row]]:
    """The first sheet with a heading; the sheet "Pegawai" wins."""
    for sheet in sorted(sheets, key=lambda sheet: sheet.name.casefold() != "pegawai"):
        heading = find_heading(sheet.rows)
        if heading is not None:
            return heading, import_rows.rows_below(heading, sheet.rows)
    raise Unreadable(
        "Judul kolom tidak ditemukan. Paling sedikit harus ada kolom NIP dan Nama; "
        "pakai templat agar semua kolom dikenali."
    )


def _letter(place: int) -> str:
    """Excel's name of a column: 0 is A, 26 is AA."""
    first, second = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)
