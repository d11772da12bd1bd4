"""The staff list of an office: preview it, import its good rows, take it back.

Nothing is saved by a preview except the file itself; an import happens in one
transaction, and can be undone while nothing depends on it.
"""

from datetime import date
from typing import Any

from skpweb.audit import Witness
from skpweb.documents import spreadsheet
from skpweb.documents.spreadsheet import Unreadable
from skpweb.models.imports import ImportBatch, ImportKind
from skpweb.office import (
    import_apply,
    import_batches,
    import_known,
    import_rows,
    import_undo,
    list_rows,
)
from skpweb.office.import_batches import SHOWN_ROWS
from skpweb.office.import_check import Checked, check
from skpweb.office.import_columns import BY_KEY, COLUMNS, FINDER
from skpweb.office.import_rows import Row

MOST_ROWS = 10_000  #: people in one file


def examine(content: bytes, today: date) -> Checked:
    """Read and judge a staff list. Raises ``Unreadable``; saves nothing."""
    return judge(read(content, today), today)


def read(content: bytes, today: date) -> list[Row]:
    """The rows of a staff list, each judged by itself, without the database.

    Takes seconds for a long list: callers do it outside their transaction.
    """
    sheets = spreadsheet.read(content, MOST_ROWS + 60)
    sheet, heading = list_rows.find_sheet(sheets, FINDER, "pegawai", "NIP dan Nama")
    rows = [Row(number, cells) for number, cells in list_rows.rows_below(heading, sheet.rows)]
    if len(rows) > MOST_ROWS:
        raise Unreadable(
            f"Berkas ini berisi {len(rows)} pegawai; paling banyak 10.000. "
            "Bagi menjadi beberapa berkas."
        )
    if not rows:
        raise Unreadable("Tidak ada baris pegawai di bawah judul kolom. Isi paling sedikit satu.")
    for row in rows:
        import_rows.parse(row, today, heading.letters)
    return rows


def judge(rows: list[Row], today: date) -> Checked:
    """The rows against each other and the database."""
    return check(rows, import_known.load(today), today)


def preview(actor: Witness, content: bytes, file_name: str, today: date) -> ImportBatch:
    """Judge a staff list and keep the file, so that it need not be sent again."""
    result = summary(examine(content, today))
    return import_batches.keep(actor, ImportKind.STAFF, content, file_name, result)


def run(actor: Witness, batch: ImportBatch, rows: list[Row], today: date) -> None:
    """Import the good rows of the kept file, as ``read`` gave them.

    Raises ``Refused`` if the data has changed since the preview.
    """
    checked = judge(rows, today)
    import_batches.run(
        actor,
        batch,
        summary(checked),
        "Daftar pegawai",
        lambda: import_apply.apply(checked, actor.display_name),
    )


def undo(actor: Witness, batch: ImportBatch) -> None:
    """Take an import back. Raises ``Refused`` with what already depends on it."""
    import_batches.undo(actor, batch, import_undo.undo)


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
