"""What the results pages load, and home of my own SKP."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload
from sqlalchemy.orm.attributes import set_committed_value

from skpweb.accounts.codes import plain
from skpweb.domain import away
from skpweb.domain.lifecycle import EvaluationState
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models import absences, attendances, evaluations
from skpweb.models.attendances import Presence
from skpweb.models.documents import Document
from skpweb.models.looks import looks_at
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.models.presence import Absence
from skpweb.models.review import Evaluation


@dataclass(frozen=True)
class Line:
    """A window of an SKP and its evaluation, if one has begun."""

    skp: Skp
    window: EvaluationWindow
    evaluation: Evaluation | None
    is_away: bool = False  #: on leave throughout: nothing is asked for

    @property
    def is_open(self) -> bool:
        """Whether the Pegawai can still report."""
        return self.evaluation is None or self.evaluation.state is EvaluationState.OPEN

    @property
    def is_rated(self) -> bool:
        """Whether its predicate is set."""
        return self.evaluation is not None and self.evaluation.predicate is not None


def evaluation(person: Actor, skp_id: int, window_id: int) -> Evaluation | None:
    """A rated evaluation; one in the making does not exist here."""
    skp = evaluations.dossier(skp_id)
    found = evaluations.evaluation_of(skp, window_id) if skp is not None else None
    return found if found is not None and found.state is EvaluationState.RATED else None


def changed(person: Actor, skp_id: int, window_id: int) -> Evaluation | None:
    """A rated evaluation whose result an objection changed."""
    found = evaluation(person, skp_id, window_id)
    objection = found.objection if found is not None else None
    return found if objection is not None and objection.former is not None else None


def my_skp(employee_id: int | None, *years: int) -> Sequence[Skp]:
    """My dossiers of these years with versions and windows. One query."""
    return db.session.scalars(_my_skp(), {"me": employee_id, "years": years}).unique().all()


@cache
def _my_skp() -> sa.Select[tuple[Skp]]:
    asked = sa.bindparam("years", expanding=True)
    return (
        sa.select(Skp)
        .join(Skp.year)
        .where(Skp.employee_id == sa.bindparam("me"), sa.extract("year", Skp.starts_on).in_(asked))
        .options(
            contains_eager(Skp.year),
            joinedload(Skp.versions),
            joinedload(Skp.posting),
            joinedload(Skp.employee).joinedload(Employee.postings).joinedload(Posting.assessor),
        )
        .order_by(Skp.starts_on)
    )


def lines(dossiers: Sequence[Skp], leave: Sequence[Absence] | None = None) -> list[Line]:
    """The windows of my dossiers with their evaluations, in order. Two queries."""
    ids = [skp.id for skp in dossiers if skp.in_force is not None]
    if not ids:
        return []
    by_id = {skp.id: skp for skp in dossiers}
    rows = db.session.execute(_lines(), {"ids": ids})
    if leave is None:
        leave = my_leave(dossiers[0].employee_id, *(skp.starts_on.year for skp in dossiers))
    return [
        Line(skp := by_id[skp_id], window, _told(found, skp, window), _is_away(leave, skp, window))
        for skp_id, window, found in rows
    ]


@cache
def _lines() -> sa.Select[Any]:
    return (
        sa.select(Skp.id, EvaluationWindow, Evaluation)
        .join(EvaluationWindow, EvaluationWindow.year_id == Skp.year_id)
        .outerjoin(
            Evaluation,
            sa.and_(Evaluation.skp_id == Skp.id, Evaluation.window_id == EvaluationWindow.id),
        )
        .options(joinedload(Evaluation.objection))
        .where(
            Skp.id.in_(sa.bindparam("ids", expanding=True)),
            *looks_at(EvaluationWindow),
        )
        .order_by(Skp.starts_on, EvaluationWindow.order)
    )


def my_leave(employee_id: int, *years: int) -> Sequence[Absence]:
    """My absences that touch these years. One query."""
    return absences.of([employee_id], date(min(years), 1, 1), date(max(years), 12, 31))


def _told(found: Evaluation | None, skp: Skp, window: EvaluationWindow) -> Evaluation | None:
    """Its dossier and window are known without another query."""
    if found is not None:
        set_committed_value(found, "skp", skp)
        set_committed_value(found, "window", window)
    return found


def _is_away(leave: Sequence[Absence], skp: Skp, window: EvaluationWindow) -> bool:
    first, last = max(skp.starts_on, window.starts_on), min(skp.ends_on, window.ends_on)
    return away.is_away_throughout(leave, first, last)


def years(employee_id: int | None) -> list[int]:
    """The years in which I have an SKP, the newest first."""
    starts = db.session.scalars(
        sa.select(Skp.starts_on).where(Skp.employee_id == employee_id)
    ).all()
    return sorted({day.year for day in starts}, reverse=True)


def my_presence(employee_id: int, year: int) -> Presence:
    """My attendance and absences of a year. One query."""
    return attendances.presence(employee_id, date(year, 1, 1), date(year, 12, 31))


def trend(lines: Sequence[Line]) -> dict[str, object]:
    """Points of the year's picture: the periodic predicates, and the yearly one apart."""
    points = [
        {"short": w.short_name, "name": w.name, "predicate": line.evaluation.predicate}
        for line in lines
        if line.evaluation is not None and line.evaluation.predicate and (w := line.window)
    ]
    yearly = [line.window.name for line in lines if line.window.is_annual]
    return {
        "trend": [point for point in points if point["name"] not in yearly],
        "annual": next((point for point in points if point["name"] in yearly), None),
    }


def document_by_code(code: str) -> Document | None:
    """The official document with a verification code, however its groups are set apart."""
    letters = plain(code[:40])
    groups = (letters[at : at + 4] for at in range(0, len(letters), 4))
    return db.session.scalar(sa.select(Document).where(Document.code == "-".join(groups)))
