"""All clocks that run in the office, and those of one evaluation (p.90, 114-117)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlalchemy.orm.attributes import set_committed_value

from skpweb.domain import clocks
from skpweb.domain.clocks import Clock, ClockKind, Times, Workdays, who_acts
from skpweb.domain.lifecycle import EvaluationState, ObjectionState, SkpState
from skpweb.domain.objection import Case
from skpweb.extensions import db
from skpweb.models import absences, evaluations
from skpweb.models.looks import looks_at
from skpweb.models.organisation import EvaluationWindow, Unit
from skpweb.models.organisation_results import subtree
from skpweb.models.people import Employee, Posting, held_between
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.review import Evaluation, Objection
from skpweb.office import objections

BACK = timedelta(days=400)  #: a window that closed longer ago is not asked for any more


@dataclass(frozen=True)
class Line:
    """One clock of one person: what, until when, who has to, and about which evaluation."""

    name: str
    who: str
    unit: str
    skp_id: int
    window_id: int
    window: str
    clock: Clock
    is_rated: bool
    owner_id: int

    @property
    def lacks_decider(self) -> bool:
        """A keberatan waits and nobody may decide on it: another atasan penilai is recorded."""
        return self.clock.kind is ClockKind.DECIDE and not self.who


def of(evaluation: Evaluation, workdays: Workdays) -> list[Clock]:
    """The open clocks of one evaluation (with its dossier loaded)."""
    case = objections.case(evaluation, workdays.today)
    times = _times(evaluation, evaluation.window, evaluation.objection, case)
    return clocks.open_clocks(times, workdays)


def board(workdays: Workdays, unit_id: int | None = None) -> list[Line]:
    """Every open clock, the nearest last day first; of a unit and below if given.

    Two queries, and one more where a keberatan is not decided.
    """
    found = [*_rated(workdays, unit_id), *_missed(workdays, unit_id)]
    return sorted(found, key=lambda line: (line.clock.due, line.name, line.window_id))


def held_on(day: Any, post: Any = Posting) -> sa.ColumnElement[bool]:
    """The posting of ``day`` (may be a column); after the end of an SKP, of its last day."""
    on = within(day)
    return held_between(on, on, post)


def within(day: Any) -> sa.ColumnElement[date]:
    """``day``; after the end of an SKP, its last day."""
    on = sa.literal(day, sa.Date) if isinstance(day, date) else day
    return sa.case((Skp.ends_on < on, Skp.ends_on), else_=on)


def has_senior() -> sa.ColumnElement[bool]:
    """Somebody stands above the penilai who is neither he nor the Pegawai."""
    return sa.and_(
        Posting.senior_assessor_id.is_not(None),
        sa.or_(Posting.assessor_id.is_(None), Posting.senior_assessor_id != Posting.assessor_id),
    )


def was_missed(day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Of a window joined with SKP and (outer) evaluation: passed without a predicate (p.90)."""
    return (
        EvaluationWindow.closes_on < day,
        EvaluationWindow.closes_on >= day - BACK,
        *looks_at(EvaluationWindow),
        Skp.versions.any(SkpVersion.state == SkpState.APPROVED),
        sa.or_(Evaluation.id.is_(None), Evaluation.state != EvaluationState.RATED),
        ~_is_away(),
        has_senior(),
    )


@cache
def _is_away() -> sa.ColumnElement[bool]:
    """On leave on all days of the SKP that the window looks at; tugas belajar is no leave."""
    first = sa.case(
        (EvaluationWindow.starts_on < Skp.starts_on, Skp.starts_on),
        else_=EvaluationWindow.starts_on,
    )
    last = sa.case(
        (EvaluationWindow.ends_on > Skp.ends_on, Skp.ends_on), else_=EvaluationWindow.ends_on
    )
    return absences.throughout(Skp.employee_id, first, last)


def _rated(workdays: Workdays, unit_id: int | None) -> Iterator[Line]:
    recently = workdays.today - timedelta(days=90)  # 14 working days, whatever the holidays
    signed = sa.func.coalesce(Evaluation.signed_on, sa.literal(workdays.today, sa.Date))
    query = _people(sa.select(Evaluation), Skp.id == Evaluation.skp_id, signed, unit_id)
    query = query.join(EvaluationWindow, EvaluationWindow.id == Evaluation.window_id).where(
        Evaluation.state == EvaluationState.RATED,
        sa.or_(
            Evaluation.delivered_on.is_(None),
            Evaluation.reported_up_on.is_(None),
            sa.and_(Evaluation.received_on.is_not(None), Evaluation.returned_on.is_(None)),
            Evaluation.received_on >= recently,
            sa.and_(Objection.id.is_not(None), Objection.state != ObjectionState.DECIDED),
        ),
    )
    yield from _lines(query, workdays)


def _missed(workdays: Workdays, unit_id: int | None) -> Iterator[Line]:
    query = sa.select(Evaluation).select_from(EvaluationWindow)
    query = query.join(Skp, Skp.year_id == EvaluationWindow.year_id).outerjoin(
        Evaluation,
        sa.and_(Evaluation.skp_id == Skp.id, Evaluation.window_id == EvaluationWindow.id),
    )
    query = _people(query, None, workdays.today, unit_id).where(*was_missed(workdays.today))
    yield from _lines(query, workdays)


def _people(
    query: sa.Select[Any], skp: sa.ColumnElement[bool] | None, day: Any, unit_id: int | None
) -> sa.Select[Any]:
    """The owner, his post and unit, who stands above him, and the objection."""
    assessor, senior = aliased(Employee), aliased(Employee)
    if skp is not None:
        query = query.join(Skp, skp)
    query = (
        query.join(Employee, Employee.id == Skp.employee_id)
        .join(Posting, Posting.employee_id == Employee.id)
        .join(Unit, Unit.id == Posting.unit_id)
        .outerjoin(assessor, assessor.id == Posting.assessor_id)
        .outerjoin(senior, senior.id == Posting.senior_assessor_id)
        .outerjoin(Objection, Objection.evaluation_id == Evaluation.id)
        .where(held_on(day))
        .add_columns(
            Skp.id, EvaluationWindow, Employee, Posting, Unit.name, assessor, senior, Objection
        )
    )
    return query if unit_id is None else query.where(Posting.unit_id.in_(subtree(unit_id)))


def _lines(query: sa.Select[Any], workdays: Workdays) -> Iterator[Line]:
    rows = db.session.execute(query).unique().all()
    deciders = _deciders([(row[0], row[-1]) for row in rows], workdays.today)
    for row in rows:
        evaluation, skp_id, window, owner, posting, unit, assessor, senior, objection = row
        stored = evaluation or _no_evaluation()
        status = assessor.status if assessor else None
        has_senior = posting.senior_assessor_id not in (None, posting.assessor_id, owner.id)
        case = Case(
            posting.position_kind, posting.leads_unit, status, has_senior, stored.rated_by_senior
        )
        times = _times(stored, window, objection, case)
        is_changed = objection is not None and objection.former is not None  # p.119 no. 8
        people = {"owner": owner, "assessor": assessor, "senior": senior}
        for clock in clocks.open_clocks(times, workdays):
            who = people[who_acts(clock.kind, times.rated_by_senior or is_changed)]
            if clock.kind is ClockKind.DECIDE:
                who = deciders.get(stored.id)
            yield Line(
                owner.full_name, who.full_name if who else "", unit, skp_id, window.id,
                window.name, clock, times.is_rated, owner.id,
            )  # fmt: skip


def _deciders(
    rows: Sequence[tuple[Evaluation | None, Objection | None]], today: date
) -> dict[int, Employee | None]:
    """Evaluation id -> who decides on its keberatan today, as its page says (p.117)."""
    waiting = [
        evaluation
        for evaluation, objection in rows
        if evaluation is not None
        and objection is not None
        and objection.state is not ObjectionState.DECIDED
    ]
    ids = {one.skp_id for one in waiting}
    dossiers = {one.id: one for one in evaluations.dossiers(Skp.id.in_(ids))} if ids else {}
    for one in waiting:
        set_committed_value(one, "skp", dossiers[one.skp_id])
    return {one.id: objections.decider_of(one, today) for one in waiting}


@cache
def _no_evaluation() -> Evaluation:
    """Where none was made yet. Not made on import: that needs every model to be there."""
    return Evaluation(state=EvaluationState.OPEN, rated_by_senior=False)


def _times(
    evaluation: Evaluation, window: EvaluationWindow, objection: Objection | None, case: Case
) -> Times:
    is_open = objection is not None and objection.state is not ObjectionState.DECIDED
    return Times(
        closes_on=window.closes_on,
        is_rated=evaluation.state is EvaluationState.RATED,
        rated_by_senior=evaluation.rated_by_senior,
        signed_on=evaluation.signed_on,
        delivered_on=evaluation.delivered_on,
        received_on=evaluation.received_on,
        returned_on=evaluation.returned_on,
        reported_up_on=evaluation.reported_up_on,
        has_senior=case.has_senior,
        may_object=case.final is None and objection is None,
        decision_due_on=objection.due_on if objection is not None and is_open else None,
    )
