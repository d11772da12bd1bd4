"""Who decides on journals in a penilai's place: begun for some days, ended early, listed."""

from collections.abc import Sequence
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain import stand_ins as rules
from skpweb.domain.lifecycle import Refused
from skpweb.domain.terms import StandInKind
from skpweb.extensions import db
from skpweb.models.people import Employee, Posting, StandIn, held_between
from skpweb.office import changes, employees

FORMER = 50  #: ended ones that a list shows


def begin(
    actor: Witness, assessor_id: int, delegate_id: int, kind: StandInKind, basis: str,
    days: tuple[date, date], today: date,
) -> StandIn:  # fmt: skip
    """Let ``delegate`` decide in the penilai's place from the first to the last of ``days``.

    Refused: oneself, somebody who assesses nobody, days that make no sense, a
    second one of the same two people for the same days.
    """
    _refuse_pair(assessor_id, delegate_id, days)
    if problem := rules.problem(*days, today):
        raise Refused(problem)
    made = StandIn(
        assessor_id=assessor_id,
        delegate_id=delegate_id,
        kind=kind,
        title=rules.title(kind, _position(assessor_id, max(days[0], today), kind)),
        basis=basis,
        starts_on=days[0],
        ends_on=days[1],
        recorded_by=actor.display_name,
    )
    db.session.add(made)
    audit.record(actor, "stand_in.begin", made, after=_facts(made), owner_id=assessor_id)
    return made


def end(actor: Witness, stand_in: StandIn, today: date) -> None:
    """No longer, from this moment; one that began today or later is taken away altogether."""
    before = _facts(stand_in)
    if stand_in.ends_on < today:
        raise Refused("Penggantian ini sudah berakhir.")
    audit.record(
        actor, "stand_in.end", stand_in, before=before, owner_id=stand_in.assessor_id
    )  # fmt: skip
    if stand_in.starts_on >= today:
        db.session.delete(stand_in)
    else:
        stand_in.ends_on = today - timedelta(days=1)


def listed(*conditions: sa.ColumnElement[bool]) -> Sequence[StandIn]:
    """Stand-ins with both people, the newest first. One query."""
    query = (
        sa.select(StandIn)
        .options(joinedload(StandIn.assessor), joinedload(StandIn.delegate))
        .where(*conditions)
        .order_by(StandIn.starts_on.desc(), StandIn.id.desc())
    )
    return db.session.scalars(query).all()


def running(today: date, *conditions: sa.ColumnElement[bool]) -> Sequence[StandIn]:
    """Those that cover today or begin later."""
    return listed(StandIn.ends_on >= today, *conditions)


def former(today: date, *conditions: sa.ColumnElement[bool]) -> Sequence[StandIn]:
    """Those that are over, the newest."""
    return listed(StandIn.ends_on < today, *conditions)[:FORMER]


def assesses(employee_id: int | None, today: date) -> bool:
    """Whether anybody's post names this employee as penilai, today or later."""
    query = sa.select(Posting.id).where(
        Posting.assessor_id == employee_id,
        sa.or_(Posting.ends_on.is_(None), Posting.ends_on >= today),
    )
    return db.session.scalar(query.limit(1)) is not None


def refuse_assessed(assessor_id: int, delegate_id: int, days: tuple[date, date]) -> None:
    """Raise ``Refused`` for a delegate whom the same penilai assesses on one of ``days``.

    He would decide on his colleagues, and they on him in turn; the office may still
    appoint him with a letter.
    """
    query = sa.select(Posting.id).where(
        Posting.employee_id == delegate_id,
        Posting.assessor_id == assessor_id,
        held_between(days[0], days[1]),
    )
    if db.session.scalar(query.limit(1)) is not None:
        raise Refused(
            "Rekan ini Anda nilai sendiri: ia akan memutuskan jurnal teman setimnya. Pilih rekan "
            "yang bukan bawahan Anda, atau minta tim pengelola kinerja mencatatnya sebagai Plh. "
            "dengan nomor surat."
        )


def find(typed: str) -> int:
    """Id of the one employee whom an NIP or (part of) a name means. Raises ``Refused``."""
    return employees.find(typed).id


def _refuse_pair(assessor_id: int, delegate_id: int, days: tuple[date, date]) -> None:
    if assessor_id == delegate_id:
        raise Refused("Tidak ada yang menggantikan dirinya sendiri. Pilih orang lain.")
    if not assesses(assessor_id, days[0]):
        raise Refused("Orang ini tidak tercatat sebagai pejabat penilai siapa pun.")
    query = sa.select(StandIn.id).where(
        StandIn.assessor_id == assessor_id,
        StandIn.delegate_id == delegate_id,
        StandIn.starts_on <= days[1],
        StandIn.ends_on >= days[0],
    )
    if db.session.scalar(query.limit(1)) is not None:
        raise Refused(
            "Untuk orang dan tanggal itu sudah ada penggantian. Akhiri dulu yang itu, atau pilih "
            "tanggal lain."
        )


def _position(employee_id: int, day: date, kind: StandInKind) -> str:
    """The penilai's post in words; his name where no post is recorded."""
    employee = db.session.scalars(
        sa.select(Employee)
        .where(Employee.id == employee_id)
        .options(joinedload(Employee.postings))
    ).unique().one()  # fmt: skip
    posting = employee.posting_on(day)
    if posting is None:
        return employee.full_name
    return posting.title if kind is StandInKind.DELEGATE else posting.position_name


def _facts(stand_in: StandIn) -> changes.Values:
    names = ("delegate_id", "title", "basis", "starts_on", "ends_on")
    return changes.plain({name: getattr(stand_in, name) for name in names})
