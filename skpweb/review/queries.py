"""What the pages of review load, each through the person who asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from skpweb.domain.behaviour import CoreValue
from skpweb.domain.lifecycle import EntryState, EvaluationState, SkpState
from skpweb.domain.people import Actor
from skpweb.domain.ratings import Predicate
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.organisation import EvaluationWindow, PerformanceYear
from skpweb.models.organisation_results import Standing, subtree
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Rhk, Skp, SkpVersion
from skpweb.models.review import Evaluation, Feedback, Realisation
from skpweb.web import clock


@dataclass
class Basis:
    """Everything the penilai looks at before he decides."""

    version: SkpVersion
    standing: Standing
    others: Sequence[Evaluation] = ()
    counts: Mapping[Predicate, int] = field(default_factory=dict)
    journal: Mapping[str, int] = field(default_factory=dict)
    reported: Mapping[str, Realisation] = field(default_factory=dict)

    @property
    def special(self) -> dict[CoreValue, str]:
        """Ekspektasi khusus by value."""
        return {item.value: item.text for item in self.version.expectations}

    @staticmethod
    def subjects(rhk: Rhk) -> list[str]:
        """What feedback on an RHK may point at: the RHK and its indicators."""
        return [f"rhk:{rhk.key}", *(f"indicator:{one.key}" for one in rhk.indicators)]


def skp(person: Actor, skp_id: int) -> Skp | None:
    """A dossier with its parties, for anybody's feedback."""
    found = evaluations.dossier(skp_id) if person.employee_id is not None else None
    return found if found is not None and found.in_force is not None else None


def evaluation(person: Actor, skp_id: int, window_id: int) -> Evaluation | None:
    """The evaluation of a dossier in a window, stored or still to be begun."""
    found = evaluations.dossier(skp_id)
    if found is None or found.in_force is None:
        return None
    return evaluations.evaluation_of(found, window_id)


def basis(evaluation: Evaluation) -> Basis:
    """What an evaluation rests on. At most eight queries."""
    standing = evaluations.gather(evaluation, clock.today())
    return Basis(
        version=evaluations.content(evaluation.skp),
        standing=standing,
        others=other_evaluations(evaluation),
        counts=predicates_of_unit(evaluation.window_id, standing.unit_id, evaluation.id),
        journal=journal_counts(evaluation.skp_id, evaluation.window),
        reported={row.indicator_key: row for row in evaluation.realisations},
    )


def other_evaluations(evaluation: Evaluation) -> Sequence[Evaluation]:
    """The rated evaluations of the same SKP in other windows, in order."""
    return db.session.scalars(
        sa.select(Evaluation)
        .join(Evaluation.window)
        .options(contains_eager(Evaluation.window))
        .where(
            Evaluation.skp_id == evaluation.skp_id,
            Evaluation.window_id != evaluation.window_id,
            Evaluation.state == EvaluationState.RATED,
        )
        .order_by(EvaluationWindow.order)
    ).all()


def predicates_of_unit(
    window_id: int, unit_id: int | None, but: int | None = None
) -> dict[Predicate, int]:
    """How many people of a unit (and below) have which predicate in a window."""
    counts = dict.fromkeys(Predicate, 0)
    if unit_id is None:
        return counts
    rows = db.session.execute(
        sa.select(Evaluation.predicate, sa.func.count())
        .join(Evaluation.skp)
        .join(Skp.posting)
        .where(
            Evaluation.window_id == window_id,
            Evaluation.predicate.is_not(None),
            Evaluation.id != (but or 0),
            Posting.unit_id.in_(subtree(unit_id)),
        )
        .group_by(Evaluation.predicate)
    )
    return counts | {predicate: number for predicate, number in rows}


def journal_counts(skp_id: int, window: EvaluationWindow) -> dict[str, int]:
    """Journal entries per RHK in the period of a window."""
    rows = db.session.execute(
        sa.select(ActionStep.rhk_key, sa.func.count())
        .join(JournalEntry, JournalEntry.step_id == ActionStep.id)
        .where(
            JournalEntry.skp_id == skp_id,
            JournalEntry.day.between(window.starts_on, window.ends_on),
        )
        .group_by(ActionStep.rhk_key)
    )
    return {key: number for key, number in rows}


def windows(year: int) -> Sequence[EvaluationWindow]:
    """The windows of a performance year, in order."""
    return db.session.scalars(
        sa.select(EvaluationWindow)
        .join(EvaluationWindow.year)
        .where(PerformanceYear.year == year)
        .order_by(EvaluationWindow.order)
    ).all()


def assessed_by(person: Actor, window: EvaluationWindow) -> Sequence[tuple[Skp, Evaluation | None]]:
    """The SKP whose penilai I am now (or was at their end), with their evaluation."""
    query = (
        sa.select(Skp, Evaluation)
        .join(Skp.employee)
        .join(Posting, Posting.employee_id == Employee.id)
        .outerjoin(
            Evaluation, sa.and_(Evaluation.skp_id == Skp.id, Evaluation.window_id == window.id)
        )
        .options(contains_eager(Skp.employee), joinedload(Skp.posting))
        .where(
            Skp.year_id == window.year_id,
            Skp.starts_on <= window.ends_on,
            Skp.ends_on >= window.starts_on,
            Skp.versions.any(SkpVersion.state == SkpState.APPROVED),
            *in_charge(person, clock.today()),
        )
        .order_by(Employee.name)
    )
    return db.session.execute(query).unique().all()


def in_charge(person: Actor, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Conditions on a joined posting: its penilai on ``day`` is the person."""
    on = sa.case((Skp.ends_on < day, Skp.ends_on), else_=sa.literal(day, sa.Date))
    return (
        Posting.assessor_id == person.employee_id,
        Posting.starts_on <= on,
        sa.or_(Posting.ends_on.is_(None), Posting.ends_on >= on),
    )


def submitted_skp(person: Actor) -> Sequence[SkpVersion]:
    """SKP and revisions that wait for my decision, the oldest first."""
    query = (
        sa.select(SkpVersion)
        .join(SkpVersion.skp)
        .join(Skp.employee)
        .join(Posting, Posting.employee_id == Employee.id)
        .options(contains_eager(SkpVersion.skp).contains_eager(Skp.employee))
        .where(SkpVersion.state == SkpState.SUBMITTED, *in_charge(person, clock.today()))
        .order_by(SkpVersion.submitted_at)
    )
    return db.session.scalars(query).unique().all()


def waiting_entries(person: Actor) -> int:
    """How many journal entries wait for my decision."""
    query = (
        sa.select(sa.func.count(sa.distinct(JournalEntry.id)))
        .join(JournalEntry.skp)
        .join(Posting, Posting.employee_id == Skp.employee_id)
        .where(JournalEntry.state == EntryState.SUBMITTED, *in_charge(person, clock.today()))
    )
    return db.session.scalar(query) or 0


def reported_evaluations(person: Actor) -> Sequence[Evaluation]:
    """Evaluations whose owner has reported and which I have to rate."""
    query = (
        sa.select(Evaluation)
        .join(Evaluation.skp)
        .join(Skp.employee)
        .join(Evaluation.window)
        .join(Posting, Posting.employee_id == Employee.id)
        .options(
            contains_eager(Evaluation.skp).contains_eager(Skp.employee),
            contains_eager(Evaluation.window),
        )
        .where(Evaluation.state == EvaluationState.REPORTED, *in_charge(person, clock.today()))
        .order_by(Evaluation.reported_at)
    )
    return db.session.scalars(query).unique().all()


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
    """Feedback on an SKP, newest first; only that of one giver if named."""
    query = (
        sa.select(Feedback)
        .where(Feedback.skp_id == skp.id)
        .options(joinedload(Feedback.giver))
        .order_by(Feedback.given_on.desc(), Feedback.id.desc())
        .limit(200)
    )
    if giver_id is not None:
        query = query.where(Feedback.giver_id == giver_id)
    return db.session.scalars(query).all()
