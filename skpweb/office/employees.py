"""Employees: add, change, end and resume service. Nobody is ever deleted."""

from datetime import date

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.people import Employee, Posting
from skpweb.office import accounts, changes, postings
from skpweb.office.changes import Values

#: what a form or a staff list may set on an employee
FIELDS = (
    "nip",
    "front_title",
    "name",
    "back_title",
    "status",
    "rank",
    "contract_starts_on",
    "contract_ends_on",
)


def add(actor: Witness, values: Values) -> Employee:
    """A new employee; refused if the NIP is known already."""
    _refuse_known(values["nip"])
    employee = Employee(**values, updated_by=actor.display_name)
    db.session.add(employee)
    db.session.flush()
    audit.record(actor, "employee.add", employee, after=changes.plain(values), owner_id=employee.id)
    return employee


def change(actor: Witness, employee: Employee, values: Values) -> None:
    """Correct an employee's own data."""
    if values["nip"] != employee.nip:
        _refuse_known(values["nip"], employee.id)
    before, after = changes.apply(employee, values)
    if after:
        employee.updated_by = actor.display_name
        audit.record(
            actor,
            "employee.change",
            employee,
            before=before,
            after=after,
            owner_id=employee.id,
        )


def leave(actor: Witness, employee: Employee, day: date, reason: str) -> None:
    """End the service after ``day``: post and running SKP end, the account closes.

    The records stay; the last penilai evaluates what the SKP covers, also of the year,
    as no other follows him (p.91). Needs ``account`` and ``postings`` loaded.
    """
    if any(posting.starts_on > day for posting in employee.postings):
        raise Refused("Ada penempatan yang mulai sesudah tanggal itu. Pilih tanggal yang benar.")
    if employee.account is not None:
        accounts.refuse_last_admin(employee.account)
    postings.end_running_skp(actor, employee, day)
    for posting in employee.postings:
        if posting.ends_on is None or posting.ends_on > day:
            posting.ends_on = day
    employee.left_on, employee.left_reason = day, reason
    employee.updated_by = actor.display_name
    if employee.account is not None:
        accounts.close(employee.account)
    audit.record(
        actor,
        "employee.leave",
        employee,
        after={"left_on": day.isoformat()},
        reason=reason,
        owner_id=employee.id,
    )


def resume(actor: Witness, employee: Employee) -> None:
    """Take the end of service back; a new post, and with it a new SKP, follows by a transfer."""
    before = changes.plain({"left_on": employee.left_on, "left_reason": employee.left_reason})
    employee.left_on, employee.left_reason = None, ""
    if employee.account is not None:
        employee.account.disabled_at = None
    audit.record(actor, "employee.resume", employee, before=before, owner_id=employee.id)


def count_assessed_by(employee_id: int, day: date) -> int:
    """How many people would still have this employee as penilai after ``day``."""
    query = sa.select(sa.func.count(sa.distinct(Posting.employee_id))).where(
        Posting.assessor_id == employee_id,
        sa.or_(Posting.ends_on.is_(None), Posting.ends_on > day),
    )
    return db.session.scalar(query) or 0


def find(text: str) -> Employee:
    """The one employee whom ``text`` names: an NIP somewhere in it, or (part of) a name.

    Raises ``Refused`` with what to do when nobody or several people fit.
    """
    digits = "".join(c for c in text if c.isdigit())
    query = sa.select(Employee).where(Employee.left_on.is_(None)).order_by(Employee.name).limit(6)
    if len(digits) == 18:
        query = query.where(Employee.nip == digits)
    else:
        query = query.where(Employee.name.icontains(text.strip(), autoescape=True))
    found = list(db.session.scalars(query))
    exact = [e for e in found if e.name.casefold() == text.strip().casefold()]
    if len(found) == 1 or len(exact) == 1:
        return (exact or found)[0]
    if not found:
        raise Refused(f"“{text}” tidak ditemukan di daftar pegawai. Tulis NIP atau namanya.")
    names = "; ".join(f"{e.full_name} ({e.nip or 'tanpa NIP'})" for e in found)
    raise Refused(f"Ada beberapa orang dengan nama itu. Tulis NIP yang dimaksud: {names}.")


def _refuse_known(nip: str | None, but: int | None = None) -> None:
    if nip is None:
        return
    known = db.session.scalar(sa.select(Employee).where(Employee.nip == nip))
    if known is not None and known.id != but:
        raise Refused(
            f"NIP itu sudah dipakai oleh {known.full_name} dalam daftar pegawai. Periksa NIP-nya."
        )
