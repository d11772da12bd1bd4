"""Leave, study, suspension: days on which somebody does not work, as the office records them."""

from datetime import date

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.labels import label
from skpweb.models import absences
from skpweb.models.people import Employee
from skpweb.models.presence import Absence
from skpweb.models.special import Study
from skpweb.office import changes
from skpweb.office.changes import Values

KEPT = ("kind", "starts_on", "ends_on", "basis")


def add(actor: Witness, employee: Employee, values: Values) -> Absence:
    """Record an absence. Raises ``Refused`` where the days make no sense or meet another one."""
    _refuse(employee, values["starts_on"], values["ends_on"])
    made = Absence(employee_id=employee.id, recorded_by=actor.display_name, **values)
    db.session.add(made)
    audit.record(actor, "absence.add", made, after=_said(made), owner_id=employee.id)
    return made


def end(actor: Witness, absence: Absence, ends_on: date) -> None:
    """Another last day: back earlier, or prolonged. Raises ``Refused`` as ``add`` does."""
    _refuse(absence.employee, absence.starts_on, ends_on, absence.id)
    before, after = changes.apply(absence, {"ends_on": ends_on})
    if after:
        owner_id = absence.employee_id
        audit.record(actor, "absence.end", absence, before=before, after=after, owner_id=owner_id)


def remove(actor: Witness, absence: Absence) -> None:
    """Take back what was entered by mistake; the trail keeps what it said."""
    audit.record(
        actor, "absence.remove", absence, before=_said(absence), owner_id=absence.employee_id
    )
    db.session.execute(sa.delete(Study).where(Study.absence_id == absence.id))
    db.session.delete(absence)


def _refuse(employee: Employee, first: date, last: date, but: int | None = None) -> None:
    if last < first:
        raise Refused("Hari terakhir tidak boleh sebelum hari pertama. Periksa tanggalnya.")
    # one row is locked, so that two people cannot record the same days at once
    db.session.execute(sa.select(Employee.id).where(Employee.id == employee.id).with_for_update())
    met = [one for one in absences.of([employee.id], first, last) if one.id != but]
    if met:
        raise Refused(
            f"{employee.name} sudah tercatat {label(met[0].kind).lower()} "
            f"{met[0].starts_on:%d/%m/%Y} s.d. {met[0].ends_on:%d/%m/%Y}. Ubah hari terakhir "
            "catatan itu, atau pilih tanggal lain."
        )


def _said(absence: Absence) -> Values:
    return changes.plain({name: getattr(absence, name) for name in KEPT})
