"""An attendance recap against the staff list and the stored counts; writing it and the way back."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.people import Employee
from skpweb.models.presence import Attendance
from skpweb.office import changes, import_batches, import_undo, list_rows
from skpweb.office.attendance_columns import COUNTS
from skpweb.office.attendance_rows import Recap, Row

Record = dict[str, Any]


def judge(recap: Recap) -> Recap:
    """Find each row's person and what would change. Two queries, whatever the length."""
    list_rows.blame_groups(recap.rows, "nip", _nip, "NIP yang sama ada di baris {}. ")
    known = {person.nip: person for person in db.session.execute(_people()).all()}
    stored = _stored(recap.month)
    for row in recap.rows:
        _recognise(row, known.get(row.values.get("nip")), recap.month)
        _compare(row, stored.get(row.employee_id))
    return recap


def store(recap: Recap, batch_id: int) -> Record:
    """Write the good rows, flushed; answers what :func:`restore` needs."""
    stored = _stored(recap.month)
    made, changed = [], []
    for row in recap.of("new"):
        made.append(Attendance(employee_id=row.employee_id, month=recap.month, **row.counts))
    for row in recap.of("changed"):
        one = stored[row.employee_id]
        before, after = changes.apply(one, row.counts | {"batch_id": batch_id})
        changed.append({"id": one.id, "before": before, "after": after})
    for one in made:
        one.batch_id = batch_id
    try:
        with db.session.begin_nested():
            db.session.add_all(made)
    except sa.exc.IntegrityError as error:  # somebody imported the same month just now
        raise Refused(import_batches.STALE.format("Data kehadiran")) from error
    return {"made": [_kept(one) for one in made], "changed": changed}


def restore(record: Record) -> None:
    """Remove what was made and bring the former counts back.

    Raises ``Refused`` where a later import has changed them.
    """
    made = [{"id": one["id"], "before": {}, "after": one["after"]} for one in record["made"]]
    import_undo.restore(Attendance, [*made, *record["changed"]])
    db.session.flush()
    import_undo.remove(Attendance, [one["id"] for one in made])


def _kept(one: Attendance) -> Record:
    names = (*COUNTS, "batch_id")
    return {"id": one.id, "after": {name: getattr(one, name) for name in names}}


def _nip(row: Row) -> str | None:
    return row.values.get("nip") or None


def _people() -> sa.Select[Any]:
    return sa.select(Employee.id, Employee.nip, Employee.name, Employee.left_on).where(
        Employee.nip.is_not(None)
    )


def _stored(month: date) -> dict[int, Attendance]:
    rows = db.session.scalars(sa.select(Attendance).where(Attendance.month == month))
    return {row.employee_id: row for row in rows}


def _recognise(row: Row, person: Any, month: date) -> None:
    if person is None:
        row.blame("nip", "NIP ini tidak ada di daftar pegawai. Periksa angkanya, atau hapus baris.")
        return
    row.employee_id = person.id
    if person.left_on is not None and person.left_on < month:
        row.blame("nip", f"{person.name} sudah nonaktif sebelum bulan ini. Hapus barisnya.")
    elif not list_rows.alike(person.name, row.text("name")):
        row.blame("nip", f"NIP ini milik {person.name}. Periksa NIP dan namanya.")


def _compare(row: Row, stored: Attendance | None) -> None:
    if stored is None:
        return
    row.attendance_id = stored.id
    row.was = {key: getattr(stored, key) for key in COUNTS}
    row.changes = [key for key, number in row.counts.items() if row.was[key] != number]
