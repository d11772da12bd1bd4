"""What the clocks after a predicate ask of penilai and atasan penilai."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from skpweb.domain import identity
from skpweb.domain.lifecycle import EvaluationState, ObjectionState
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.organisation_results import subtree
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation, Objection
from skpweb.office import anyone
from skpweb.office.anyone import Anyone
from skpweb.office.clocks import BACK, has_senior, held_on, was_missed
from skpweb.review.queries.charge import above, has_signed, is_senior, signed
from skpweb.web import clock

Conditions = tuple[sa.ColumnElement[bool], ...]


@dataclass(frozen=True)
class Missed:
    """A window of a person that passed without a predicate."""

    name: str
    skp_id: int
    window: EvaluationWindow


def undelivered(person: Actor) -> Conditions:
    """Rated by me as penilai and not yet handed over."""
    return *_in_hand(False), *signed(person)


def undelivered_by_senior(person: Actor) -> Conditions:
    """Rated by me as atasan penilai and not yet handed over."""
    return *_in_hand(True), *above(person, clock.today())


def unexplained(person: Actor) -> Conditions:
    """Objections against my evaluations that wait for my explanation."""
    return Objection.state == ObjectionState.FILED, *signed(person)


def undecided(person: Actor) -> Conditions:
    """Objections that wait for me as atasan penilai; not against what I set myself (p.117)."""
    mine = above(person, clock.today())
    return Objection.decided_on.is_(None), ~has_signed(person), *mine


def still_mine(day: date) -> sa.ColumnElement[bool]:
    """The penilai may still rate: the window is open, or nobody stands above him."""
    is_open = sa.select(EvaluationWindow.id).where(EvaluationWindow.closes_on >= day)
    return sa.or_(Evaluation.window_id.in_(is_open), ~has_senior())


def missed_of(person: Actor, what: sa.Select[Any], day: date) -> sa.Select[Any]:
    """A selection from windows that passed and are now mine as atasan penilai (p.90)."""
    found = sa.and_(Evaluation.skp_id == Skp.id, Evaluation.window_id == EvaluationWindow.id)
    return (
        what.select_from(EvaluationWindow)
        .join(Skp, Skp.year_id == EvaluationWindow.year_id)
        .join(Employee, Employee.id == Skp.employee_id)
        .join(Posting, Posting.employee_id == Employee.id)
        .outerjoin(Evaluation, found)
        .where(*was_missed(day), *is_senior(person, day))
    )


def missed(person: Actor, unit_id: int | None = None) -> list[Missed]:
    """The windows that passed, of a unit if given."""
    rows = db.session.execute(
        _missed(anyone.like(person), unit_id, clock.today()), anyone.told(person)
    )
    return [
        Missed(identity.full_name(front, plain, back), skp_id, window)
        for front, plain, back, skp_id, window in rows
    ]


@lru_cache(maxsize=anyone.KEPT)
def _missed(person: Anyone, unit_id: int | None, day: date) -> sa.Select[Any]:
    name = (Employee.front_title, Employee.name, Employee.back_title)
    query = missed_of(person, sa.select(*name, Skp.id, EvaluationWindow), day)
    return query if unit_id is None else query.where(Posting.unit_id.in_(subtree(unit_id)))


def papers(person: Actor, unit_id: int | None = None) -> dict[str, list[Evaluation]]:
    """Kind on the desk -> rated evaluations that wait for my hand or word. One query."""
    query = _papers(anyone.like(person), unit_id, clock.today())
    result = db.session.execute(query, anyone.told(person)).unique()
    _, *kinds = result.keys()
    found: dict[str, list[Evaluation]] = {kind: [] for kind in kinds}
    for evaluation, *holds in result:
        for kind, is_so in zip(kinds, holds, strict=True):
            if is_so and evaluation not in found[kind]:
                found[kind].append(evaluation)
    return found


@lru_cache(maxsize=anyone.KEPT)
def _papers(person: Anyone, unit_id: int | None, _today: date) -> sa.Select[Any]:
    """Those evaluations, each with what it waits for, on a day: the conditions ask the clock."""
    conditions = _kinds(person)
    query = (
        sa.select(Evaluation, *(condition.label(kind) for kind, condition in conditions.items()))
        .join(Evaluation.window)
        .join(Evaluation.skp)
        .join(Skp.employee)
        .join(Posting, Posting.employee_id == Employee.id)
        .outerjoin(Objection, Objection.evaluation_id == Evaluation.id)
        .where(sa.or_(*conditions.values()))
        .options(
            contains_eager(Evaluation.skp).contains_eager(Skp.employee),
            contains_eager(Evaluation.window),
            contains_eager(Evaluation.objection),
        )
    )
    return query if unit_id is None else query.where(Posting.unit_id.in_(subtree(unit_id)))


def unreported(person: Actor) -> Conditions:
    """Documents handed over that wait to be reported to the PyB, their window over (p.115).

    Those I signed as penilai, or as atasan penilai set or changed (p.117 no. 11, p.119);
    everybody's for the tim pengelola kinerja, which keeps them.
    """
    day = clock.today()
    changed = Evaluation.objection.has(Objection.is_upheld.is_(False))
    by_senior = sa.or_(Evaluation.rated_by_senior, changed)
    mine = sa.or_(sa.and_(~by_senior, *signed(person)), sa.and_(by_senior, *above(person, day)))
    return (
        Evaluation.delivered_on.is_not(None),
        Evaluation.reported_up_on.is_(None),
        EvaluationWindow.closes_on < day,
        EvaluationWindow.closes_on >= day - BACK,
        held_on(day) if person.is_team else mine,
    )


def unreported_of(person: Actor, what: sa.Select[Any]) -> sa.Select[Any]:
    """A selection from those documents."""
    return (
        what.select_from(Evaluation)
        .join(Evaluation.window)
        .join(Evaluation.skp)
        .join(Employee, Employee.id == Skp.employee_id)
        .join(Posting, Posting.employee_id == Employee.id)
        .where(*unreported(person))
    )


def _in_hand(by_senior: bool) -> Conditions:
    return (
        Evaluation.state == EvaluationState.RATED,
        Evaluation.delivered_on.is_(None),
        Evaluation.signed_on.is_not(None),
        Evaluation.rated_by_senior == by_senior,
    )


def _kinds(person: Actor) -> dict[str, sa.ColumnElement[bool]]:
    """What makes a rated evaluation wait for my hand or word, by kind on the desk."""
    return {
        "papers": sa.and_(*undelivered(person)),
        "senior_papers": sa.and_(*undelivered_by_senior(person)),
        "explanations": sa.and_(*unexplained(person)),
        "objections": sa.and_(Objection.id.is_not(None), *undecided(person)),
        "report_up": sa.and_(*unreported(person)),
    }
