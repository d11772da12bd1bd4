"""Dated posts: a transfer begins one and ends the former; a correction stays in place."""

from datetime import date, timedelta

import sqlalchemy as sa
from babel.dates import format_date

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain.lifecycle import EvaluationState, Refused
from skpweb.domain.terms import Acting
from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation
from skpweb.office import chains, changes
from skpweb.office.changes import Values

#: what a form or a staff list may set on a posting
FIELDS = (
    "unit_id",
    "position_name",
    "position_kind",
    "job_level",
    "acting",
    "leads_unit",
    "starts_on",
    "assessor_id",
    "senior_assessor_id",
)


def transfer(actor: Witness, employee: Employee, values: Values) -> Posting:
    """Begin a post on ``values["starts_on"]`` and end the former the day before.

    A running SKP of the former unit or post ends with it (p.91: a new SKP with
    the new pimpinan). Needs ``employee.postings`` loaded.
    """
    day = values["starts_on"]
    _refuse_left(employee, day)
    _refuse_overlap(employee, day)
    complete = _with_senior(employee.id, values)
    chains.refuse_circle(employee.id, complete["assessor_id"], day)
    former = employee.posting_on(day)
    if former is not None and _is_another_post(former, complete):
        end_running_skp(actor, employee, day - timedelta(days=1))
    if former is not None:
        former.ends_on = day - timedelta(days=1)
    posting = Posting(employee_id=employee.id, **complete)
    employee.postings.append(posting)
    db.session.flush()
    audit.record(
        actor,
        "posting.begin",
        posting,
        before={"posting_id": former.id} if former else None,
        after=changes.plain(complete),
        owner_id=employee.id,
    )
    return posting


def correct(actor: Witness, employee: Employee, posting: Posting, values: Values) -> None:
    """Mend a post in place: a wrong superior, unit, title or date. Overlaps are refused."""
    complete = _with_senior(employee.id, values)
    start = complete.get("starts_on", posting.starts_on)
    others = [p for p in employee.postings if p.id != posting.id]
    if start != posting.starts_on and any(_touch(p, start, posting.ends_on) for p in others):
        raise Refused("TMT itu bertumpuk dengan penempatan lain. Pilih tanggal yang benar.")
    if posting.ends_on is not None and start > posting.ends_on:
        raise Refused("TMT tidak boleh sesudah akhir penempatan ini.")
    chains.refuse_circle(employee.id, complete["assessor_id"], start)
    before, after = changes.apply(posting, complete)
    if after:
        audit.record(
            actor, "posting.correct", posting, before=before, after=after, owner_id=employee.id
        )


def running_skps(employee_id: int, day: date) -> list[Skp]:
    """The employee's SKPs whose period is not over on ``day``."""
    query = sa.select(Skp).where(Skp.employee_id == employee_id, Skp.ends_on >= day)
    return list(db.session.scalars(query.order_by(Skp.starts_on)))


def _with_senior(employee_id: int, values: Values) -> Values:
    """The atasan penilai defaults to the penilai's own penilai (p.117)."""
    if employee_id in (values["assessor_id"], values["senior_assessor_id"]):
        raise Refused("Pegawai tidak dapat menjadi penilai atau atasan penilai dirinya sendiri.")
    if values["assessor_id"] is None or values["senior_assessor_id"] is not None:
        return values
    senior = db.session.scalar(
        sa.select(Posting.assessor_id)
        .where(Posting.employee_id == values["assessor_id"])
        .order_by(Posting.starts_on.desc())
        .limit(1)
    )
    return values | {"senior_assessor_id": senior if senior != employee_id else None}


def _refuse_left(employee: Employee, day: date) -> None:
    if employee.left_on is not None and day > employee.left_on:
        raise Refused("Pegawai ini sudah nonaktif pada tanggal itu. Aktifkan dulu datanya.")


def _refuse_overlap(employee: Employee, day: date) -> None:
    for posting in employee.postings:
        if posting.starts_on >= day:
            raise Refused(
                "TMT harus sesudah awal penempatan terakhir. Untuk membetulkan penempatan "
                "itu pakai “Perbaiki penempatan”."
            )


def _touch(other: Posting, start: date, end: date | None) -> bool:
    return (end is None or other.starts_on <= end) and (
        other.ends_on is None or other.ends_on >= start
    )


def _is_another_post(former: Posting, values: Values) -> bool:
    """A mutasi, not a Plt./Plh. and not only another superior."""
    moved = (former.unit_id, former.position_name) != (values["unit_id"], values["position_name"])
    return moved and former.acting is values["acting"] is Acting.DEFINITIVE


def end_running_skp(actor: Witness, employee: Employee, last: date) -> None:
    """Close the period of the running SKP on ``last``; refused after a later predicate."""
    for skp in running_skps(employee.id, last + timedelta(days=1)):
        if skp.starts_on > last:
            continue
        _refuse_rated_after(skp, last)
        before = skp.ends_on.isoformat()
        skp.ends_on = last
        audit.record(
            actor,
            "skp.shorten",
            skp,
            before={"ends_on": before},
            after={"ends_on": last.isoformat()},
            owner_id=employee.id,
        )


def _refuse_rated_after(skp: Skp, last: date) -> None:
    rated = (
        sa.select(Evaluation.id)
        .join(Evaluation.window)
        .where(
            Evaluation.skp_id == skp.id,
            Evaluation.state == EvaluationState.RATED,
            EvaluationWindow.starts_on > last,
        )
    )
    if db.session.scalar(rated.limit(1)) is not None:
        raise Refused(
            "Sudah ada predikat untuk masa evaluasi yang mulai sesudah "
            f"{format_date(last, 'd MMMM y', 'id')}. Periksa kembali tanggal yang Anda tulis."
        )
