"""Feedback: to whom it can be given, what was said, what was asked for."""

from collections.abc import Collection, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from skpweb import labels
from skpweb.domain import feedback as rules
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.feedback import Place, Relation
from skpweb.domain.lifecycle import SkpState
from skpweb.domain.people import Actor
from skpweb.domain.states import RequestState
from skpweb.extensions import db
from skpweb.models import evaluations, feedbacks
from skpweb.models.feedback import Feedback, FeedbackRequest, PrivateNote
from skpweb.models.people import Employee
from skpweb.models.planning import Rhk, Skp, SkpVersion
from skpweb.web import clock
from skpweb.web.sessions import Person


def skp(person: Actor, skp_id: int) -> Skp | None:
    """A dossier with its parties, for anybody's feedback."""
    found = evaluations.dossier(skp_id) if person.employee_id is not None else None
    return found if found is not None and found.in_force is not None else None


def colleagues(person: Actor, search: str) -> Sequence[Skp]:
    """People of the office with an SKP in force this year, by name."""
    day = clock.today()
    query = (
        sa.select(Skp)
        .join(Skp.employee)
        .join(Skp.posting)
        .options(contains_eager(Skp.employee), contains_eager(Skp.posting))
        .where(
            Skp.employee_id != person.employee_id,
            Skp.starts_on <= day,
            Skp.ends_on >= day,
            Skp.versions.any(SkpVersion.state == SkpState.APPROVED),
        )
        .order_by(Employee.name)
        .limit(50)
    )
    if search:
        query = query.where(Employee.name.ilike(f"%{search}%"))
    return db.session.scalars(query).all()


def feedback_on(skp: Skp, giver_id: int | None) -> Sequence[Feedback]:
    """Feedback on an SKP, newest first; only that of one giver if named. One query."""
    mine = (Feedback.giver_id == giver_id,) if giver_id is not None else ()
    return feedbacks.listed(Feedback.skp_id == skp.id, *mine)


def relation(person: Person, skp: Skp) -> Relation:
    """How somebody stands to the Pegawai of an SKP today."""
    day = clock.today()
    parties = skp.parties(day)
    posting = skp.employee.posting_on(min(day, skp.ends_on)) or skp.posting
    return rules.relation(
        person.employee_id,
        Place(person.unit_id, person.assessor_id),
        skp.employee_id,
        Place(posting.unit_id, posting.assessor_id),
        (parties.assessor_id, parties.senior_assessor_id),
    )


def correctable(given: Collection[Feedback], person: Actor) -> set[int]:
    """Ids of what this person said and may still correct or take back. One query."""
    day = clock.today()
    own = [
        one
        for one in given
        if one.giver_id == person.employee_id
        and one.withdrawn_at is None
        and rules.is_correctable(one.given_on, day, False)
    ]
    return {one.id for one in own} - feedbacks.used([one.id for one in own])


def request_to(
    person: Actor, skp_id: int, number: int | None, locked: bool = False
) -> FeedbackRequest | None:
    """An open request of the Pegawai to this person. One query, or none without a number.

    ``locked``, another tab waits until it is answered.
    """
    if number is None:
        return None
    query = sa.select(FeedbackRequest).where(
        FeedbackRequest.id == number,
        FeedbackRequest.skp_id == skp_id,
        FeedbackRequest.asked_id == person.employee_id,
        FeedbackRequest.state == RequestState.OPEN,
    )
    if locked:
        query = query.with_for_update(of=FeedbackRequest)
    return db.session.scalar(query.options(joinedload(FeedbackRequest.skp)))


def given(person: Actor, feedback_id: int) -> Feedback | None:
    """What I said myself and did not take back."""
    return _one(feedback_id, Feedback.giver_id == person.employee_id)


def received(person: Actor, feedback_id: int) -> Feedback | None:
    """What was said of me."""
    return _one(feedback_id, Skp.employee_id == person.employee_id)


def _one(feedback_id: int, whose: sa.ColumnElement[bool]) -> Feedback | None:
    query = (
        sa.select(Feedback)
        .join(Feedback.skp)
        .join(Skp.employee)
        .where(Feedback.id == feedback_id, Feedback.withdrawn_at.is_(None), whose)
        .options(
            contains_eager(Feedback.skp).contains_eager(Skp.employee),
            joinedload(Feedback.giver),
            joinedload(Feedback.tags),
        )
    )
    return db.session.scalars(query).unique().one_or_none()


def private_note(person: Actor, private_note_id: int) -> PrivateNote | None:
    """A note of my own; nobody else's exists."""
    query = sa.select(PrivateNote).where(
        PrivateNote.id == private_note_id, PrivateNote.writer_id == person.employee_id
    )
    return db.session.scalar(query)


def my_notes(person: Actor, skp_id: int) -> Sequence[PrivateNote]:
    """My own notes on an SKP, the newest first. One query."""
    query = sa.select(PrivateNote).where(
        PrivateNote.skp_id == skp_id, PrivateNote.writer_id == person.employee_id
    )
    return db.session.scalars(query.order_by(PrivateNote.id.desc()).limit(50)).all()


def subjects_of(skp_ids: Collection[int]) -> dict[int, dict[str, str]]:
    """What feedback on each of these SKP can be about: its RHK and the values. One query."""
    values = {f"value:{one.value}": labels.label(one) for one in CoreValue}
    found: dict[int, dict[str, str]] = {skp_id: {} for skp_id in skp_ids}
    query = (
        sa.select(SkpVersion.skp_id, Rhk.key, Rhk.statement)
        .join(Rhk.version)
        .where(SkpVersion.skp_id.in_(skp_ids), SkpVersion.state == SkpState.APPROVED)
        .order_by(Rhk.id)
    )
    for skp_id, key, statement in db.session.execute(query) if skp_ids else ():
        found[skp_id][f"rhk:{key}"] = statement[:120]
    return {skp_id: rows | values for skp_id, rows in found.items()}
