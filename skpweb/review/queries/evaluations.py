"""An evaluation and all it rests on, and the list of those I assess."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from skpweb.domain.behaviour import CoreValue
from skpweb.domain.lifecycle import EntryState, EvaluationState, SkpState
from skpweb.domain.people import Actor
from skpweb.domain.ratings import Predicate, Rating
from skpweb.extensions import db
from skpweb.models import attendances, evaluations
from skpweb.models.attendances import Presence
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.looks import looks_at, spoken_of
from skpweb.models.organisation import EvaluationWindow, PerformanceYear
from skpweb.models.organisation_results import Standing, subtree
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Rhk, Skp, SkpVersion
from skpweb.models.review import Evaluation, Feedback, Realisation
from skpweb.review.queries.charge import rates
from skpweb.web import clock


@dataclass
class Basis:
    """Everything the penilai looks at before he decides."""

    version: SkpVersion
    standing: Standing
    presence: Presence
    others: Sequence[Evaluation] = ()
    colleagues: Sequence[tuple[Rating, Rating]] = ()  # set ratings of the others in the unit
    counts: Mapping[Predicate, int] = field(default_factory=dict)  # and their predicates
    journal: Mapping[str, int] = field(default_factory=dict)
    reported: Mapping[str, Realisation] = field(default_factory=dict)
    beside: Sequence[Feedback] = ()  # feedback on none of the rows: of a former SKP or wording

    @property
    def special(self) -> dict[CoreValue, str]:
        """Ekspektasi khusus by value."""
        return {item.value: item.text for item in self.version.expectations}

    @staticmethod
    def subjects(rhk: Rhk) -> list[str]:
        """What feedback on an RHK may point at: the RHK and its indicators."""
        return [f"rhk:{rhk.key}", *(f"indicator:{one.key}" for one in rhk.indicators)]


def evaluation(person: Actor, skp_id: int, window_id: int) -> Evaluation | None:
    """The evaluation of a dossier in a window, stored or still to be begun."""
    found = evaluations.dossier(skp_id)
    if found is None or found.in_force is None:
        return None
    return evaluations.evaluation_of(found, window_id)


def basis(evaluation: Evaluation) -> Basis:
    """What an evaluation rests on. At most eight queries."""
    standing = evaluations.gather(evaluation, clock.today())
    colleagues, counts, journal = tallies(evaluation, standing.unit_id)
    skp, version = evaluation.skp, evaluations.content(evaluation.skp)
    rows = {f"value:{value.value}" for value in CoreValue}
    rows |= {row for rhk in version.rhks for row in Basis.subjects(rhk)}
    return Basis(
        version=version,
        standing=standing,
        presence=presence(evaluation),
        others=evaluations.rated_elsewhere(spoken_of(evaluation.window, skp), evaluation.window_id),
        beside=[one for one in evaluation.feedback if one.under not in rows],
        colleagues=colleagues,
        counts=counts,
        journal=journal,
        reported={row.indicator_key: row for row in evaluation.realisations},
    )


def presence(evaluation: Evaluation) -> Presence:
    """Attendance and absences in the days that are looked at. One query."""
    skp, window = evaluation.skp, evaluation.window
    first, last = max(window.starts_on, skp.starts_on), min(window.ends_on, skp.ends_on)
    return attendances.presence(skp.employee_id, first, last)


def tallies(
    evaluation: Evaluation, unit_id: int | None
) -> tuple[list[tuple[Rating, Rating]], dict[Predicate, int], dict[str, int]]:
    """The set ratings and predicates of the people of a unit (and below) in the window, this
    one left out; and how many journal entries each RHK has. One query."""
    pairs: list[tuple[Rating, Rating]] = []
    counts = dict.fromkeys(Predicate, 0)
    journal: dict[str, int] = {}
    both = sa.union_all(
        _per_judgement(evaluation, unit_id), _per_rhk(evaluation.skp_id, evaluation.window)
    )
    for about, key, number in db.session.execute(both):
        if about == "journal":
            journal[key] = number
        else:
            result, behaviour, predicate = key.split("/")
            pairs += [(Rating(result), Rating(behaviour))] * number
            counts[Predicate(predicate)] += number
    return pairs, counts, journal


def journal_counts(skp_id: int, window: EvaluationWindow) -> dict[str, int]:
    """Journal entries per RHK in the period of a window."""
    return {key: number for _, key, number in db.session.execute(_per_rhk(skp_id, window))}


def journal_under(evaluation: Evaluation, key: str, most: int) -> Sequence[JournalEntry]:
    """Entries under an RHK in the period of the window, the newest first. One query."""
    window = evaluation.window
    return db.session.scalars(
        sa.select(JournalEntry)
        .outerjoin(JournalEntry.step)
        .options(contains_eager(JournalEntry.step), selectinload(JournalEntry.files))
        .where(
            JournalEntry.skp_id == evaluation.skp_id,
            JournalEntry.day.between(window.starts_on, window.ends_on),
            JournalEntry.state != EntryState.UNCONFIRMED,
            sa.func.coalesce(ActionStep.rhk_key, JournalEntry.rhk_key) == key,
        )
        .order_by(JournalEntry.day.desc(), JournalEntry.id.desc())
        .limit(most)
    ).all()


def _per_judgement(evaluation: Evaluation, unit_id: int | None) -> sa.Select[Any]:
    parts = Evaluation.result_rating, Evaluation.behaviour_rating, Evaluation.predicate
    result, behaviour, predicate = (sa.cast(one, sa.String) for one in parts)
    judgement = result + "/" + behaviour + "/" + predicate
    return (
        sa.select(sa.literal("judgement"), judgement, sa.func.count())
        .join(Evaluation.skp)
        .join(Skp.posting)
        .where(
            Evaluation.window_id == evaluation.window_id,
            Evaluation.state == EvaluationState.RATED,
            Evaluation.id != (evaluation.id or 0),
            Posting.unit_id.in_(subtree(unit_id or 0)),
        )
        .group_by(judgement)
    )


def _per_rhk(skp_id: int, window: EvaluationWindow) -> sa.Select[Any]:
    key = sa.func.coalesce(ActionStep.rhk_key, JournalEntry.rhk_key)
    return (
        sa.select(sa.literal("journal"), key, sa.func.count())
        .select_from(JournalEntry)
        .outerjoin(JournalEntry.step)
        .where(
            JournalEntry.skp_id == skp_id,
            JournalEntry.day.between(window.starts_on, window.ends_on),
            JournalEntry.state != EntryState.UNCONFIRMED,  # not yet the owner's word
        )
        .group_by(key)
    )


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
            *looks_at(window),
            Skp.versions.any(SkpVersion.state == SkpState.APPROVED),
            *rates(person, clock.today(), window.id),
        )
        .order_by(Employee.name)
    )
    return db.session.execute(query).unique().all()
