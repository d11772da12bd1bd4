"""Requests for feedback: mine, those that reached me, and whom I can ask."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from skpweb import audit
from skpweb.domain.feedback import Competence
from skpweb.domain.people import Actor
from skpweb.domain.states import RequestState
from skpweb.extensions import db
from skpweb.models import evaluations, feedbacks
from skpweb.models.feedback import Feedback, FeedbackRequest
from skpweb.models.organisation import EvaluationWindow, PerformanceYear
from skpweb.models.people import Employee, Posting, held_between
from skpweb.models.planning import Skp
from skpweb.web import clock

MOST = 40  #: people offered at once


def my_skp(person: Actor, skp_id: int) -> Skp | None:
    """My own dossier with an SKP in force."""
    if person.employee_id is None:
        return None
    found = evaluations.dossier(skp_id, Skp.employee_id == person.employee_id)
    return found if found is not None and found.in_force is not None else None


def asked(person: Actor, request_id: int) -> FeedbackRequest | None:
    """A request with the Pegawai who made it."""
    query = sa.select(FeedbackRequest).where(FeedbackRequest.id == request_id)
    whose = joinedload(FeedbackRequest.skp).joinedload(Skp.employee)
    return db.session.scalar(query.options(whose, joinedload(FeedbackRequest.asked)))


def waiting_for(person: Actor) -> Sequence[FeedbackRequest]:
    """What I am asked for and have not answered, the oldest first. One query."""
    if person.employee_id is None:
        return []
    query = (
        sa.select(FeedbackRequest)
        .join(FeedbackRequest.skp)
        .join(Skp.employee)
        .options(contains_eager(FeedbackRequest.skp).contains_eager(Skp.employee))
        .where(
            FeedbackRequest.asked_id == person.employee_id,
            FeedbackRequest.state == RequestState.OPEN,
        )
        .order_by(FeedbackRequest.asked_on, FeedbackRequest.id)
    )
    return db.session.scalars(query).all()


def my_dossiers(person: Actor, year: int) -> Sequence[Skp]:
    """My dossiers of a year that have an SKP in force. One query."""
    query = (
        sa.select(Skp)
        .join(Skp.year)
        .where(Skp.employee_id == person.employee_id, PerformanceYear.year == year)
        .options(contains_eager(Skp.year), joinedload(Skp.versions), joinedload(Skp.posting))
        .order_by(Skp.starts_on)
    )
    return [skp for skp in db.session.scalars(query).unique() if skp.in_force is not None]


def windows_of(dossiers: Sequence[Skp]) -> Sequence[EvaluationWindow]:
    """The windows of their year that have begun. One query."""
    years = {skp.year_id for skp in dossiers}
    query = sa.select(EvaluationWindow).where(
        EvaluationWindow.year_id.in_(years), EvaluationWindow.starts_on <= clock.today()
    )
    return db.session.scalars(query.order_by(EvaluationWindow.order)).all() if years else []


def of_dossiers(ids: Collection[int]) -> Sequence[FeedbackRequest]:
    """What was asked for on these dossiers, the newest first. One query."""
    query = (
        sa.select(FeedbackRequest)
        .where(FeedbackRequest.skp_id.in_(ids))
        .options(joinedload(FeedbackRequest.asked))
        .order_by(FeedbackRequest.id.desc())
        .limit(100)
    )
    return db.session.scalars(query).all()


def to_develop(received: Iterable[Feedback]) -> list[tuple[Competence, int]]:
    """How often each competence was named to me, the most frequent first."""
    counted = Counter(
        one for said in received if said.withdrawn_at is None for one in said.competences
    )
    return sorted(counted.items(), key=lambda item: (-item[1], list(Competence).index(item[0])))


def askable(person: Actor, ids: Collection[int]) -> Sequence[Employee]:
    """Colleagues by their numbers; never oneself, nobody who left. One query."""
    query = sa.select(Employee).where(
        Employee.id.in_(ids), Employee.id != person.employee_id, Employee.left_on.is_(None)
    )
    return db.session.scalars(query.order_by(Employee.name)).all()


def waiting_on(skp_id: int, about: str) -> set[int]:
    """Whom the same is asked already. One query."""
    query = sa.select(FeedbackRequest.asked_id).where(
        FeedbackRequest.skp_id == skp_id,
        FeedbackRequest.about == about,
        FeedbackRequest.state == RequestState.OPEN,
    )
    return set(db.session.scalars(query))


def offered(
    person: Actor, skp: Skp, search: str, ticked: Collection[int]
) -> list[tuple[Employee, str]]:
    """Superiors, unit and subordinates with their posts; or those whose name fits. One query."""
    day, parties = clock.today(), skp.parties(clock.today())
    posting = skp.employee.posting_on(min(day, skp.ends_on)) or skp.posting
    near = sa.or_(
        Employee.id.in_([parties.assessor_id, parties.senior_assessor_id]),
        Posting.unit_id == posting.unit_id,
        Posting.assessor_id == person.employee_id,
    )
    wanted = Employee.name.ilike(f"%{search}%") if search else near
    query = (
        sa.select(Employee, Posting.position_name)
        .join(Posting, Posting.employee_id == Employee.id)
        .where(
            sa.or_(wanted, Employee.id.in_(ticked)),
            Employee.id != person.employee_id,
            Employee.left_on.is_(None),
            held_between(day, day),
        )
        .order_by(Employee.name, Posting.starts_on)
        .limit(MOST)
    )
    found = {one.id: (one, post) for one, post in db.session.execute(query)}
    first = {parties.assessor_id: 0, parties.senior_assessor_id: 1}
    return sorted(found.values(), key=lambda row: first.get(row[0].id, 2))


def subject(asked: FeedbackRequest) -> str:
    """What a request is about, in words; empty for nothing in particular."""
    return feedbacks.subjects([asked]).get(asked.about, "") if asked.about else ""


def note(person: audit.Witness, skp: Skp, names: Sequence[str]) -> None:
    """Tell the trail whom the Pegawai asked."""
    audit.record(
        person, "feedback.ask", skp, after={"asked": list(names)}, owner_id=skp.employee_id
    )
