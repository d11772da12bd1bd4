"""The predicates of a unit in a window, gathered from the records."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from babel.dates import format_date

from skpweb.documents.parties import party
from skpweb.documents.predicate_list import Line, PredicateList
from skpweb.domain.lifecycle import EvaluationState, SkpState
from skpweb.extensions import db
from skpweb.labels import label
from skpweb.models.looks import looks_at
from skpweb.models.organisation import EvaluationWindow, Office, Unit
from skpweb.models.organisation_results import Standing, counting
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.review import Evaluation, Objection
from skpweb.office.led import Led

BY_SENIOR = "Ditetapkan atasan penilai"
CHANGED = "Diubah atas keberatan"
OBJECTED = "Keberatan belum diputuskan"


def of_unit(office: Office, led: Led, window: EvaluationWindow, today: date) -> PredicateList:
    """Everybody with an SKP in force in the unit or below it. Three queries beside the unit's."""
    found = counting(window, led.unit.id, led.unit.id, today)
    return PredicateList(
        office=office.name,
        parent=office.parent_name,
        address=office.address,
        place=office.place,
        paper=office.paper,
        unit=led.unit.name,
        window=window.name,
        period=_period(window),
        today=today,
        level=found.level,
        level_words=_level(found, led),
        lines=tuple(_lines(led, window)),
        head=party(led.head(today)),
    )


def window(window_id: int) -> EvaluationWindow | None:
    """A window by its id. One query."""
    return db.session.get(EvaluationWindow, window_id)


def _lines(led: Led, window: EvaluationWindow) -> list[Line]:
    """By unit and name."""
    rows = sorted(
        db.session.execute(_people(led, window)),
        key=lambda row: (row[2].casefold(), row[0].name.casefold()),
    )
    return [_line(*row) for row in rows]


def _people(led: Led, window: EvaluationWindow) -> Any:
    """Ratings of an evaluation in the making are the penilai's own: only set ones are joined."""
    is_set = sa.and_(
        Evaluation.skp_id == Skp.id,
        Evaluation.window_id == window.id,
        Evaluation.state == EvaluationState.RATED,
    )
    return (
        sa.select(Employee, Posting, Unit.name, Evaluation, Objection)
        .select_from(Skp)
        .join(Employee, Employee.id == Skp.employee_id)
        .join(Posting, Posting.id == Skp.posting_id)
        .join(Unit, Unit.id == Posting.unit_id)
        .outerjoin(Evaluation, is_set)
        .outerjoin(Objection, Objection.evaluation_id == Evaluation.id)
        .where(
            *looks_at(window),
            Posting.unit_id.in_(led.below),
            sa.exists().where(SkpVersion.skp_id == Skp.id, SkpVersion.state == SkpState.APPROVED),
        )
    )


def _line(
    employee: Employee, posting: Posting, unit: str, rated: Evaluation | None,
    objection: Objection | None,
) -> Line:  # fmt: skip
    facts = rated.snapshot["parties"]["owner"] if rated is not None and rated.snapshot else {}
    return Line(
        name=facts.get("name") or employee.full_name,
        nip=employee.nip or "",
        position=facts.get("position") or posting.title,
        unit=unit,
        result=rated.result_rating if rated else None,
        behaviour=rated.behaviour_rating if rated else None,
        predicate=rated.predicate if rated else None,
        remark="; ".join(_remarks(rated, objection)),
    )


def _remarks(rated: Evaluation | None, objection: Objection | None) -> list[str]:
    found = [BY_SENIOR] if rated is not None and rated.rated_by_senior else []
    if objection is None:
        return found
    if objection.decided_on is None:
        return [*found, OBJECTED]
    return found if objection.is_upheld else [*found, CHANGED]


def _level(found: Standing, led: Led) -> str:
    if found.level is None:
        return "belum dicatat"
    other = f" (capaian {found.unit_name})" if found.unit_id != led.unit.id else ""
    return f"{label(found.level)}{other}"


def _period(window: EvaluationWindow) -> str:
    first = format_date(window.starts_on, "d MMMM", "id")
    return f"{first} – {format_date(window.ends_on, 'd MMMM y', 'id')}"
