"""What the pages of the dialogue load, each through the person who asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from skpweb.domain import dialogue as rules
from skpweb.domain import people
from skpweb.domain.people import Actor
from skpweb.domain.states import AgreementState, DialogueState
from skpweb.extensions import db
from skpweb.models import evaluations, feedbacks
from skpweb.models.dialogues import Agreement, Dialogue, Meeting, ProgressNote
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.models.review import Feedback

MOST = 100  #: rows of a list; the newest come first
AFTER = timedelta(days=60)  #: how long after its end an SKP is still talked about
TOOK_PLACE = (DialogueState.HELD, DialogueState.CONFIRMED)


@dataclass(frozen=True)
class Led:
    """Somebody I lead, with the day of the last dialogue."""

    skp: Skp
    last_on: date | None


def skp(person: Actor, skp_id: int) -> Skp | None:
    """A dossier with its parties. One query."""
    return evaluations.dossier(skp_id)


def dialogue(person: Actor, dialogue_id: int) -> Dialogue | None:
    """A record with its meeting and everybody who is invited. Five queries."""
    query = (
        sa.select(Dialogue)
        .where(Dialogue.id == dialogue_id)
        .options(
            joinedload(Dialogue.leader),
            _with_parties(joinedload(Dialogue.skp)),
            selectinload(Dialogue.agreements),
            selectinload(Dialogue.additions),
            joinedload(Dialogue.meeting).options(
                selectinload(Meeting.topics),
                _with_parties(selectinload(Meeting.dialogues).joinedload(Dialogue.skp)),
            ),
        )
    )
    return db.session.scalars(query).unique().one_or_none()


def agreement(person: Actor, agreement_id: int) -> Agreement | None:
    """An agreed action with its dossier. One query."""
    way = joinedload(Agreement.dialogue).joinedload(Dialogue.skp)
    query = sa.select(Agreement).where(Agreement.id == agreement_id).options(_with_parties(way))
    return db.session.scalars(query).unique().one_or_none()


def note(person: Actor, progress_id: int) -> ProgressNote | None:
    """A record of progress with its dossier. One query."""
    query = (
        sa.select(ProgressNote)
        .where(ProgressNote.id == progress_id)
        .options(_with_parties(joinedload(ProgressNote.skp)), joinedload(ProgressNote.author))
    )
    return db.session.scalars(query).unique().one_or_none()


def mine(person: Actor) -> Sequence[Dialogue]:
    """The dialogues in which I am one of the two, the newest first. One query."""
    query = (
        sa.select(Dialogue)
        .join(Dialogue.meeting)
        .join(Dialogue.skp)
        .join(Skp.employee)
        .where(_is_mine(person))
        .options(
            contains_eager(Dialogue.meeting),
            contains_eager(Dialogue.skp).contains_eager(Skp.employee),
            joinedload(Dialogue.leader),
        )
        .order_by(Meeting.held_on.desc(), Meeting.starts_at.desc(), Employee.name)
        .limit(MOST)
    )
    return db.session.scalars(query).all()


def open_agreements(person: Actor) -> Sequence[Agreement]:
    """What was agreed in my dialogues and is still to be done, the nearest first. One query."""
    query = _open().where(_is_mine(person)).order_by(Agreement.due_on, Agreement.id).limit(MOST)
    return db.session.scalars(query).all()


def carried(dialogue: Dialogue) -> Sequence[Agreement]:
    """What is still open from other dialogues on the same SKP. One query."""
    query = _open().where(Dialogue.skp_id == dialogue.skp_id, Dialogue.id != dialogue.id)
    return db.session.scalars(query.order_by(Agreement.due_on, Agreement.id)).all()


def offered(person: Actor, day: date) -> list[Skp]:
    """The SKP that I may hold a dialogue about: my own, and those of people I lead. One query."""
    superiors = [person.employee_id, *person.stands_in_for]
    leads = sa.exists().where(
        Posting.employee_id == Skp.employee_id,
        sa.or_(
            Posting.assessor_id.in_(superiors), Posting.senior_assessor_id == person.employee_id
        ),
    )
    query = (
        sa.select(Skp)
        .join(Skp.employee)
        .where(sa.or_(Skp.employee_id == person.employee_id, leads), Skp.ends_on >= day - AFTER)
        .options(contains_eager(Skp.employee).joinedload(Employee.postings), *_dossier())
        .order_by(Employee.name, Skp.starts_on)
    )
    found = db.session.scalars(query).unique().all()
    return [one for one in found if _may_meet(person, one, day)]


def led(person: Actor, day: date) -> list[Led]:
    """Those I lead, with their last dialogue; who waited longest first. Two queries."""
    skps = [one for one in offered(person, day) if one.employee_id != person.employee_id]
    query = (
        sa.select(Dialogue.skp_id, sa.func.max(Meeting.held_on))
        .join(Dialogue.meeting)
        .where(Dialogue.skp_id.in_([one.id for one in skps]), Dialogue.state.in_(TOOK_PLACE))
        .group_by(Dialogue.skp_id)
    )
    last = {skp_id: day for skp_id, day in db.session.execute(query)} if skps else {}
    found = [Led(one, last.get(one.id)) for one in skps]
    return sorted(found, key=lambda one: (one.last_on or date.min, one.skp.employee.name))


def dialogues_of(skp: Skp) -> Sequence[Dialogue]:
    """All dialogues on an SKP, the newest first. Two queries."""
    query = (
        sa.select(Dialogue)
        .join(Dialogue.meeting)
        .where(Dialogue.skp_id == skp.id)
        .options(
            contains_eager(Dialogue.meeting),
            joinedload(Dialogue.leader),
            selectinload(Dialogue.agreements),
        )
        .order_by(Meeting.held_on.desc(), Dialogue.id.desc())
        .limit(MOST)
    )
    return db.session.scalars(query).all()


def progress_of(skp: Skp) -> Sequence[ProgressNote]:
    """What was recorded of progress, the oldest first. One query."""
    query = (
        sa.select(ProgressNote)
        .where(ProgressNote.skp_id == skp.id)
        .options(joinedload(ProgressNote.author))
        .order_by(ProgressNote.recorded_on, ProgressNote.id)
    )
    return db.session.scalars(query).all()


def feedback_of(skp: Skp) -> Sequence[Feedback]:
    """Feedback on an SKP that was not taken back, the newest first. Two queries."""
    return feedbacks.standing(Feedback.skp_id == skp.id, limit=MOST)


def _open() -> sa.Select[tuple[Agreement]]:
    return (
        sa.select(Agreement)
        .join(Agreement.dialogue)
        .join(Dialogue.skp)
        .join(Skp.employee)
        .join(Dialogue.meeting)
        .where(Agreement.state == AgreementState.OPEN)
        .options(
            contains_eager(Agreement.dialogue).options(
                contains_eager(Dialogue.meeting),
                contains_eager(Dialogue.skp).contains_eager(Skp.employee),
                joinedload(Dialogue.leader),
            )
        )
    )


def _is_mine(person: Actor) -> sa.ColumnElement[bool]:
    mine = person.employee_id
    return sa.or_(Skp.employee_id == mine, Dialogue.leader_id == mine)


def _may_meet(person: Actor, skp: Skp, day: date) -> bool:
    parties = skp.parties(day)
    return people.is_owner(person, parties) or rules.leads(person, parties)


def _dossier() -> list[Any]:
    return [joinedload(Skp.year), joinedload(Skp.versions), joinedload(Skp.posting)]


def _with_parties(way: Any) -> Any:
    """The options that load an SKP as far as its parties go."""
    return way.options(joinedload(Skp.employee).joinedload(Employee.postings), *_dossier())
