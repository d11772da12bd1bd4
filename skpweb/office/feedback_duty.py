"""Scheduled feedback: who got it, who waits, and what people should develop. By unit or penilai."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from skpweb.domain import feedback as rules
from skpweb.domain import identity
from skpweb.domain.calendar import WindowKind
from skpweb.domain.feedback import Competence, DutyState, FeedbackTiming, Periods
from skpweb.domain.lifecycle import SkpState
from skpweb.domain.terms import FeedbackSource
from skpweb.extensions import db
from skpweb.models.feedback import Feedback, FeedbackTag
from skpweb.models.organisation import EvaluationWindow, Office, PerformanceYear, Unit
from skpweb.models.people import Employee, Posting, held_between
from skpweb.models.planning import Skp, SkpVersion

NAME = (Employee.front_title, Employee.name, Employee.back_title)


@dataclass(frozen=True)
class Person:
    """One Pegawai, and how his pimpinan stands to him."""

    skp_id: int
    employee_id: int
    name: str
    post: str
    unit: str
    last: date | None
    state: DutyState
    due: date | None
    newest_id: int  # of the scheduled feedback; 0 without any


@dataclass
class UnitLine:
    """How far scheduled feedback is in one unit."""

    name: str
    states: Counter[DutyState] = field(default_factory=Counter)

    @property
    def people(self) -> int:
        """How many have an SKP in force."""
        return self.states.total()


@dataclass
class Need:
    """A competence and who should develop it: name, unit and dossier."""

    competence: Competence
    people: dict[int, tuple[str, str, int]] = field(default_factory=dict)


def people(spans: Periods, day: date, *conditions: Any) -> list[Person]:
    """Everybody with an SKP in force on ``day`` whose post fits. One query."""
    query = (
        sa.select(
            Skp.id,
            Employee.id,
            *NAME,
            Posting.position_name,
            Unit.name,
            Skp.starts_on,
            _last(Feedback.given_on),
            _last(Feedback.id),
        )  # fmt: skip
        .join(Skp.employee)
        .join(Posting, Posting.employee_id == Employee.id)
        .join(Unit, Unit.id == Posting.unit_id)
        .where(
            Skp.starts_on <= day,
            Skp.ends_on >= day,
            held_between(day, day),
            Posting.assessor_id.is_not(None),
            Skp.versions.any(SkpVersion.state == SkpState.APPROVED),
            *conditions,
        )
        .order_by(Employee.name, Posting.starts_on)
    )
    rows = {row[0]: _person(spans, *row) for row in db.session.execute(query)}
    return list(rows.values())


def periods(office: Office, day: date) -> Periods:
    """The periods of the office's rhythm. One query."""
    query = (
        sa.select(EvaluationWindow.starts_on, EvaluationWindow.ends_on)
        .join(EvaluationWindow.year)
        .where(PerformanceYear.year == day.year, EvaluationWindow.kind != WindowKind.ANNUAL)
        .order_by(EvaluationWindow.order)
    )
    windows = [(first, last) for first, last in db.session.execute(query)]
    return rules.periods(office.feedback_rhythm, windows, day)


def per_unit(found: Iterable[Person]) -> list[UnitLine]:
    """The people counted, unit by unit."""
    lines: dict[str, UnitLine] = {}
    for one in found:
        lines.setdefault(one.unit, UnitLine(one.unit)).states[one.state] += 1
    return sorted(lines.values(), key=lambda line: line.name)


def needs(year: int, unit_id: int | None = None) -> list[Need]:
    """What feedback of a year says should be developed, the most people first. One query."""
    query = (
        sa.select(FeedbackTag.competence, Employee.id, *NAME, Unit.name, Skp.id)
        .join(Feedback, Feedback.id == FeedbackTag.feedback_id)
        .join(Skp, Skp.id == Feedback.skp_id)
        .join(Skp.year)
        .join(Skp.employee)
        .join(Skp.posting)
        .join(Unit, Unit.id == Posting.unit_id)
        .where(PerformanceYear.year == year, Feedback.withdrawn_at.is_(None))
        .order_by(Employee.name)
    )
    if unit_id is not None:
        query = query.where(Posting.unit_id == unit_id)
    found: dict[Competence, Need] = {}
    for competence, person, front, name, back, unit, skp_id in db.session.execute(query):
        need = found.setdefault(competence, Need(competence))
        need.people[person] = (identity.full_name(front, name, back), unit, skp_id)
    return sorted(found.values(), key=lambda need: (-len(need.people), need.competence.value))


def _last(column: Any) -> Any:
    """The highest value of a column in the scheduled feedback of his superiors on an SKP.

    Others may speak as pimpinan (by assignment, p.32): the penilai's duty is not theirs.
    """
    post = aliased(Posting)
    above = sa.exists().where(
        post.employee_id == Skp.employee_id,
        sa.or_(post.assessor_id == Feedback.giver_id, post.senior_assessor_id == Feedback.giver_id),
    )
    return (
        sa.select(sa.func.max(column))
        .where(
            Feedback.skp_id == Skp.id,
            Feedback.timing == FeedbackTiming.SCHEDULED,
            Feedback.source == FeedbackSource.LEADER,
            Feedback.outsider == "",
            above,
            Feedback.withdrawn_at.is_(None),
        )
        .scalar_subquery()
    )


def _person(
    spans: Periods, skp_id: int, employee_id: int, front: str, name: str, back: str, post: str,
    unit: str, starts_on: date, last: date | None, newest_id: int | None,
) -> Person:  # fmt: skip
    counts = spans.missed_until is not None and starts_on <= spans.missed_until
    state = rules.duty(last, spans.began, spans.missed if counts else None)
    full = identity.full_name(front, name, back)
    due = spans.missed_until if state is DutyState.LATE else spans.ends
    return Person(skp_id, employee_id, full, post, unit, last, state, due, newest_id or 0)
