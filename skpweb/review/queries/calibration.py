"""A penilai's people in one window side by side. The same queries for one and for many."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from skpweb.domain.lifecycle import EvaluationState, SkpState
from skpweb.domain.people import Actor
from skpweb.domain.ratings import OrganisationLevel
from skpweb.domain.terms import RhkKind
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.looks import looks_at, spoken_of
from skpweb.models.organisation import EvaluationWindow, OrganisationResult
from skpweb.models.organisation_results import Standing, counting
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Indicator, Rhk, Skp, SkpVersion
from skpweb.models.presence import Attendance
from skpweb.models.review import Evaluation, Realisation
from skpweb.office.clocks import held_on
from skpweb.review.queries.charge import rates
from skpweb.web import clock


@dataclass
class Row:
    """One person in the window, with what the checks and the questions look at."""

    evaluation: Evaluation
    unexcused: int | None
    others: list[Evaluation] = field(default_factory=list)
    kinds: dict[str, RhkKind] = field(default_factory=dict)  # by key of the RHK
    indicators: int = 0

    @property
    def skp(self) -> Skp:
        """The dossier."""
        return self.evaluation.skp

    @property
    def filled(self) -> int:
        """How many indicators have a realisation."""
        return len(self.evaluation.realisations)


@dataclass(frozen=True)
class Group:
    """The people of a penilai that I may look at, in numbers."""

    assessor_id: int
    name: str
    people: int
    rated: int


@dataclass(frozen=True)
class Sheet:
    """The people of one penilai and the result that counts for them."""

    rows: Sequence[Row]
    standing: Standing


def window(person: Actor, window_id: int) -> EvaluationWindow | None:
    """A masa evaluasi, for anybody with an employee record."""
    return db.session.get(EvaluationWindow, window_id) if person.employee_id is not None else None


def groups(person: Actor, window: EvaluationWindow) -> Sequence[Group]:
    """The other penilai whose people I may look at: as atasan penilai, or as the team."""
    rated = sa.func.sum(sa.case((Evaluation.state == EvaluationState.RATED, 1), else_=0))
    query = (
        sa.select(Posting.assessor_id, Employee.name, sa.func.count(), rated)
        .select_from(Skp)
        .join(Posting, Posting.employee_id == Skp.employee_id)
        .join(Employee, Employee.id == Posting.assessor_id)
        .outerjoin(Evaluation, _in(window))
        .where(*_looks_at(window), *_below(person), Posting.assessor_id != person.employee_id)
        .group_by(Posting.assessor_id, Employee.name)
        .order_by(Employee.name)
    )
    return [Group(*row) for row in db.session.execute(query)]


def sheet(person: Actor, window: EvaluationWindow, assessor_id: int | None) -> Sheet:
    """The people of a penilai, as far as I may see them. At most seven queries."""
    is_mine = assessor_id == person.employee_id
    scope = rates(person, clock.today(), window.id) if is_mine else (
        Posting.assessor_id == assessor_id, *_below(person)
    )  # fmt: skip
    found = _rows(window, scope)
    rows = {row.skp.id: row for row in found}
    for loaded in (_others, _feedback, _reports):
        loaded(rows, window)
    standing = _standing(window, assessor_id, found)
    for row in found:
        row.evaluation.organisation_level = standing.level or row.evaluation.own_unit_level
        row.evaluation.organisation_from = standing.borrowed_from
        if not _post(row.evaluation).leads_unit:
            row.evaluation.own_unit_level = None
    return Sheet(found, standing)


def _rows(window: EvaluationWindow, scope: Any) -> list[Row]:
    """The people themselves with their own unit's result and their days without excuse."""
    query = (
        sa.select(Skp, Evaluation, *_facts(window))
        .join(Skp.employee)
        .join(Posting, Posting.employee_id == Skp.employee_id)
        .outerjoin(Evaluation, _in(window))
        .options(
            contains_eager(Skp.employee).joinedload(Employee.postings).joinedload(Posting.unit),
            joinedload(Skp.posting).joinedload(Posting.unit),
            joinedload(Skp.year),
            joinedload(Skp.versions),
            joinedload(Evaluation.rhk_ratings),
        )
        .where(*_looks_at(window), *scope)
        .order_by(Employee.name, Skp.id)
    )
    found = {one[0].id: one for one in db.session.execute(query).unique()}  # Plt.: two posts
    return [_row(window, *one) for one in found.values()]


def _facts(window: EvaluationWindow) -> tuple[Any, Any, Any]:
    """The result of a person's own unit, his days without excuse, and whether he dropped out."""
    own_level = (
        sa.select(OrganisationResult.level)
        .where(OrganisationResult.unit_id == Posting.unit_id)
        .where(OrganisationResult.window_id == window.id)
        .scalar_subquery()
    )
    unexcused = (
        sa.select(sa.func.sum(Attendance.unexcused))
        .where(Attendance.employee_id == Skp.employee_id)
        .where(Attendance.month.between(window.starts_on, window.ends_on))
        .scalar_subquery()
    )
    return own_level, unexcused, evaluations.dropped_out(window)


def _row(
    window: EvaluationWindow, skp: Skp, evaluation: Evaluation | None,
    own_level: OrganisationLevel | None, unexcused: int | None, dropped_out: bool,
) -> Row:  # fmt: skip
    shown = evaluation or evaluations.begun(skp.id, window.id)
    shown.skp, shown.window, shown.own_unit_level = skp, window, own_level
    shown.dropped_out = dropped_out
    return Row(shown, unexcused)


def _others(rows: dict[int, Row], window: EvaluationWindow) -> None:
    """The rated evaluations in other windows, in order."""
    found = evaluations.rated_elsewhere(_spoken_of(rows, window), window.id)
    for key, others in _by_row(found, rows, window).items():
        rows[key].others = others


def _feedback(rows: dict[int, Row], window: EvaluationWindow) -> None:
    """What was said of each."""
    found = evaluations.feedback(_spoken_of(rows, window), window, clock.today())
    for key, said in _by_row(found, rows, window).items():
        rows[key].evaluation.feedback = said


def _spoken_of(rows: dict[int, Row], window: EvaluationWindow) -> Any:
    return spoken_of(window, *(row.skp for row in rows.values()))


def _by_row(found: Any, rows: dict[int, Row], window: EvaluationWindow) -> dict[int, list[Any]]:
    """What belongs to each row: of the year also what a former post left (p.91 no. 13)."""

    def whose(skp: Skp) -> int:
        return skp.employee_id if window.is_annual else skp.id

    grouped: dict[int, list[Any]] = defaultdict(list)
    for one in found:
        grouped[whose(one.skp)].append(one)
    return {key: grouped[whose(row.skp)] for key, row in rows.items()}


def _reports(rows: dict[int, Row], window: EvaluationWindow) -> None:
    """Indicators of the version in force, and which of them were reported."""
    versions = [row.skp.in_force.id for row in rows.values() if row.skp.in_force]
    reported = sa.and_(
        Realisation.skp_id == SkpVersion.skp_id,
        Realisation.window_id == window.id,
        Realisation.indicator_key == Indicator.key,
    )
    query = (
        sa.select(SkpVersion.skp_id, Rhk.key, Rhk.kind, Realisation)
        .select_from(Indicator)
        .join(Indicator.rhk)
        .join(Rhk.version)
        .outerjoin(Realisation, reported)
        .where(SkpVersion.id.in_(versions))
    )
    done: dict[int, list[Realisation]] = defaultdict(list)
    for skp_id, key, kind, realisation in db.session.execute(query):
        rows[skp_id].kinds[key] = kind
        rows[skp_id].indicators += 1
        done[skp_id] += [realisation] if realisation is not None else []
    for skp_id, row in rows.items():
        row.evaluation.realisations = done[skp_id]


def _standing(window: EvaluationWindow, assessor_id: int | None, rows: list[Row]) -> Standing:
    """The result of the unit that the penilai leads; else of his people's unit (p.94)."""
    assessor = db.session.scalars(
        sa.select(Employee)
        .where(Employee.id == assessor_id)
        .options(joinedload(Employee.postings).joinedload(Posting.unit))
    ).unique().one_or_none()  # fmt: skip
    led = (
        assessor.posting_on(min(clock.today(), date(window.starts_on.year, 12, 31)))
        if assessor
        else None
    )
    own = _post(rows[0].evaluation).unit_id if rows else led.unit_id if led else 0
    return counting(window, led.unit_id if led else None, own, clock.today())


def _post(evaluation: Evaluation) -> Posting:
    """The post whose penilai rates."""
    return evaluation.charge_on(clock.today()) or evaluation.skp.posting


def _in(window: EvaluationWindow) -> sa.ColumnElement[bool]:
    return sa.and_(Evaluation.skp_id == Skp.id, Evaluation.window_id == window.id)


def _below(person: Actor) -> tuple[sa.ColumnElement[bool], ...]:
    """As atasan penilai of that day; the team everybody's but its own."""
    not_me = Skp.employee_id != person.employee_id
    if person.is_team:
        return not_me, held_on(clock.today())
    return not_me, Posting.senior_assessor_id == person.employee_id, held_on(clock.today())


def _looks_at(window: EvaluationWindow) -> tuple[sa.ColumnElement[bool], ...]:
    """SKP with an agreed version in the window's days."""
    return (
        *looks_at(window),
        Skp.versions.any(SkpVersion.state == SkpState.APPROVED),
    )
