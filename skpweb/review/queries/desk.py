"""What waits for my decision, of every kind: listed for the desk, counted for home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager

from skpweb.domain import deadlines, identity
from skpweb.domain.lifecycle import EntryState, EvaluationState, SkpState, StepState
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.base import UtcDateTime
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.looks import moved_on
from skpweb.models.organisation import EvaluationWindow, PerformanceYear, Unit
from skpweb.models.organisation_results import subtree
from skpweb.models.people import Employee, Posting, held_between
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.review import Evaluation, Objection
from skpweb.office import anyone
from skpweb.office.anyone import Anyone
from skpweb.review.queries import followup
from skpweb.review.queries.charge import in_charge, is_senior, may_decide, rates
from skpweb.review.queries.weeks import waiting_since
from skpweb.web import clock


@dataclass(frozen=True)
class Tally:
    """How many of one kind wait, and since which day the oldest does."""

    kind: str
    count: int
    since: date


@dataclass(frozen=True)
class Proposals:
    """How many rencana aksi of one person wait, and since when the oldest does."""

    employee_id: int
    name: str
    count: int
    since: datetime


def submitted_skp(person: Actor, unit_id: int | None = None) -> dict[str, list[SkpVersion]]:
    """Kind on the desk -> SKP and revisions that wait for my decision. One query."""
    query = _skp(anyone.like(person), unit_id, clock.today())
    found: dict[str, list[SkpVersion]] = {"skp": [], "senior_skp": []}
    for version, is_mine in db.session.execute(query, anyone.told(person)).unique():
        found["skp" if is_mine else "senior_skp"].append(version)
    return found


@lru_cache(maxsize=anyone.KEPT)
def _skp(person: Anyone, unit_id: int | None, _today: date) -> sa.Select[Any]:
    """Those SKP, each with whether its penilai asks, on a day: the conditions ask the clock."""
    mine, fell = sa.and_(*_submitted(person)), sa.and_(*_fell(person))
    query = _people(sa.select(SkpVersion, mine).join(SkpVersion.skp), unit_id)
    query = query.where(sa.or_(mine, fell))
    return query.options(contains_eager(SkpVersion.skp).contains_eager(Skp.employee))


def reported_evaluations(person: Actor, unit_id: int | None = None) -> Sequence[Evaluation]:
    """Evaluations whose owner has reported and which I have to rate."""
    query = _reports(anyone.like(person), unit_id, clock.today())
    return db.session.scalars(query, anyone.told(person)).unique().all()


@lru_cache(maxsize=anyone.KEPT)
def _reports(person: Anyone, unit_id: int | None, _today: date) -> sa.Select[Any]:
    """The reported ones, on a day: the conditions ask the clock for it."""
    query = sa.select(Evaluation).join(Evaluation.window).join(Evaluation.skp)
    return (
        _people(query, unit_id)
        .where(*_reported(person))
        .options(
            contains_eager(Evaluation.skp).contains_eager(Skp.employee),
            contains_eager(Evaluation.window),
        )
    )


def proposed_steps(person: Actor, unit_id: int | None = None) -> list[Proposals]:
    """Whose rencana aksi wait for my agreement."""
    name = (Employee.front_title, Employee.name, Employee.back_title)
    count, since = sa.func.count(sa.distinct(ActionStep.id)), sa.func.min(ActionStep.proposed_at)
    query = sa.select(Employee.id, *name, count, since).join_from(ActionStep, ActionStep.skp)
    query = _people(query, unit_id).where(*_proposed(person)).group_by(Employee.id, *name)
    return [
        Proposals(owner, identity.full_name(front, plain, back), number, first)
        for owner, front, plain, back, number, first in db.session.execute(query)
    ]


def waiting_entries(person: Actor) -> int:
    """How many journal entries wait for my decision."""
    query = _people(sa.select(sa.func.count(sa.distinct(JournalEntry.id))).join(JournalEntry.skp))
    return db.session.scalar(query.where(*_waiting(person))) or 0


def tallies(person: Actor) -> list[Tally]:
    """How much of each kind waits for me, journals first. One query."""
    rows = db.session.execute(_all(anyone.like(person), clock.today()), anyone.told(person))
    return [
        Tally(kind, count, day or clock.local(moment).date())
        for kind, count, moment, day in rows
        if count
    ]


@lru_cache(maxsize=anyone.KEPT)
def _all(person: Anyone, _today: date) -> sa.CompoundSelect[Any]:
    """Every kind, counted, on a day: the conditions below ask the clock for it."""
    kinds = (
        ("journal", JournalEntry.id, waiting_since(), JournalEntry.skp, _waiting),
        ("skp", SkpVersion.id, SkpVersion.submitted_at, SkpVersion.skp, _submitted),
        ("senior_skp", SkpVersion.id, SkpVersion.submitted_at, SkpVersion.skp, _fell),
        ("steps", ActionStep.id, ActionStep.proposed_at, ActionStep.skp, _proposed),
        ("evaluations", Evaluation.id, Evaluation.reported_at, Evaluation.skp, _reported),
    )
    no_moment, no_day = sa.cast(sa.null(), UtcDateTime()), sa.cast(sa.null(), sa.Date)
    selects = [
        _people(_counted(kind, key, since, no_day).join_from(key.class_, skp)).where(
            *open_to(person)
        )
        for kind, key, since, skp, open_to in kinds
    ]
    return sa.union_all(*selects, *_dated(person, no_moment))


def _dated(person: Actor, no_moment: Any) -> list[sa.Select[Any]]:
    """The kinds that run from a day: objections, documents to hand over, windows let pass."""
    filed = [
        _people(
            _counted(kind, Objection.id, no_moment, Objection.filed_on)
            .join_from(Objection, Objection.evaluation)
            .join(Evaluation.skp)
        ).where(*conditions)
        for kind, conditions in (
            ("objections", followup.undecided(person)),
            ("explanations", followup.unexplained(person)),
        )
    ]
    papers = [
        _people(
            _counted(kind, Evaluation.id, no_moment, Evaluation.signed_on).join_from(
                Evaluation, Evaluation.skp
            )
        ).where(*conditions)
        for kind, conditions in (
            ("papers", followup.undelivered(person)),
            ("senior_papers", followup.undelivered_by_senior(person)),
        )
    ]
    return [*filed, *papers, *_of_windows(person, no_moment)]


def _of_windows(person: Actor, no_moment: Any) -> list[sa.Select[Any]]:
    """The kinds that run from the end of a window: those let pass, those to be reported."""
    closed = sa.func.min(EvaluationWindow.closes_on)
    passed = sa.select(sa.literal("missed"), sa.func.count(), sa.func.min(no_moment), closed)
    upward = _counted("report_up", Evaluation.id, no_moment, EvaluationWindow.closes_on)
    return [
        followup.missed_of(person, passed, clock.today()),
        followup.unreported_of(person, upward),
    ]


def units(person: Actor) -> Sequence[sa.Row[tuple[int, str]]]:
    """The units of the people I decide on, by name."""
    day = clock.today()
    return db.session.execute(
        sa.select(Unit.id, Unit.name)
        .join(Posting, Posting.unit_id == Unit.id)
        .where(
            sa.or_(
                Posting.assessor_id.in_([person.employee_id, *person.stands_in_for]),
                Posting.senior_assessor_id == person.employee_id,
            ),
            held_between(day, day),
        )
        .distinct()
        .order_by(Unit.name)
    ).all()


def _people(query: sa.Select[Any], unit_id: int | None = None) -> sa.Select[Any]:
    """The owners and their postings; of a unit and those below it if given."""
    query = query.join(Skp.employee).join(Posting, Posting.employee_id == Employee.id)
    return query if unit_id is None else query.where(Posting.unit_id.in_(subtree(unit_id)))


def _counted(kind: str, key: Any, moment: Any, day: Any) -> sa.Select[Any]:
    least = (sa.func.min(moment), sa.func.min(day))
    return sa.select(sa.literal(kind), sa.func.count(sa.distinct(key)), *least)


def _waiting(person: Actor) -> tuple[sa.ColumnElement[bool], ...]:
    return JournalEntry.state == EntryState.SUBMITTED, *may_decide(person, clock.today())


def _submitted(person: Actor) -> tuple[sa.ColumnElement[bool], ...]:
    return SkpVersion.state == SkpState.SUBMITTED, *in_charge(person, clock.today())


def _fell(person: Actor) -> tuple[sa.ColumnElement[bool], ...]:
    """Nobody set it in time, and the person is the atasan penilai: ``Skp.due_on`` has passed
    and ``people.may_set_skp`` lets him; the penilai may set it all the same (p.65).
    """
    day, later, agreed = clock.today(), deadlines.SKP_SET_LATER, aliased(SkpVersion)
    due = sa.select(PerformanceYear.skp_due_on).where(PerformanceYear.id == Skp.year_id)
    in_january = Skp.starts_on <= due.scalar_subquery()
    return (
        SkpVersion.state == SkpState.SUBMITTED,
        ~sa.exists().where(agreed.skp_id == Skp.id, agreed.state == SkpState.APPROVED),
        sa.case((in_january, due.scalar_subquery() < day), else_=Skp.starts_on < day - later),
        Skp.employee_id != person.employee_id,
        sa.or_(Posting.assessor_id.is_(None), Posting.assessor_id != person.employee_id),
        *is_senior(person, day),
    )


def _proposed(person: Actor) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        ActionStep.state == StepState.PROPOSED,
        ActionStep.archived_at.is_(None),
        Skp.ends_on >= clock.today(),
        *may_decide(person, clock.today()),
    )


def _reported(person: Actor) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        Evaluation.state == EvaluationState.REPORTED,
        followup.still_mine(clock.today()),
        ~moved_on(Evaluation.window_id),
        *rates(person, clock.today()),
    )
