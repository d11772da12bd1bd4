"""Take an import back, as long as nothing has been built on it."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Account, Employee, Posting
from skpweb.models.planning import Skp
from skpweb.office import changes
from skpweb.office.import_apply import chunks

Record = dict[str, Any]


def undo(record: Record) -> None:
    """Remove what was made, restore what was changed; all or nothing."""
    _refuse_use(record["employees"])
    for model, kind in ((Employee, "changed"), (Posting, "corrected")):
        restore(model, record[kind])
    db.session.flush()
    try:
        with db.session.begin_nested():
            remove(Posting, record["postings"])
            remove(Employee, record["employees"])
            for unit_id in reversed(record["units"]):
                remove(Unit, [unit_id])
    except sa.exc.IntegrityError as error:
        raise Refused(
            "Impor ini tidak dapat dibatalkan lagi: sudah ada data lain yang memakai "
            "pegawai, penempatan, atau unit dari impor ini."
        ) from error


def _refuse_use(employee_ids: list[int]) -> None:
    for model, what in ((Account, "akun"), (Skp, "SKP")):
        used = sum(
            db.session.scalar(sa.select(sa.func.count(model.id)).where(model.employee_id.in_(some)))
            or 0
            for some in chunks(employee_ids)
        )
        if used:
            raise Refused(
                f"Impor ini tidak dapat dibatalkan lagi: {used} pegawainya sudah mempunyai {what}."
            )


def restore(model: Any, entries: list[Record]) -> None:
    """Put the old values back; refused where somebody has changed them since."""
    by_id = {entry["id"]: entry for entry in entries}
    for some in chunks(list(by_id)):
        for row in db.session.scalars(sa.select(model).where(model.id.in_(some))):
            entry = by_id[row.id]
            now = changes.plain({name: getattr(row, name) for name in entry["after"]})
            if now != entry["after"]:
                raise Refused(
                    "Impor ini tidak dapat dibatalkan lagi: datanya sudah diubah sesudah impor."
                )
            for name, value in entry["before"].items():
                setattr(row, name, _typed(model, name, value))


def _typed(model: Any, name: str, value: Any) -> Any:
    """The stored text as the column's own type."""
    kind = model.__table__.c[name].type
    if value is None:
        return None
    if isinstance(kind, sa.Enum) and kind.enum_class is not None:
        return kind.enum_class(value)
    return date.fromisoformat(value) if isinstance(kind, sa.Date) else value


def remove(model: Any, ids: list[int]) -> None:
    """Delete rows by id, in portions."""
    for some in chunks(ids):
        db.session.execute(sa.delete(model).where(model.id.in_(some)))
