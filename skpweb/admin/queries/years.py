"""What the pages about years, holidays and organisation results load."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from skpweb.extensions import db
from skpweb.models.organisation import (
    EvaluationWindow,
    Holiday,
    OrganisationResult,
    PerformanceYear,
)


def year(person: Any, year_id: int) -> PerformanceYear | None:
    """A year with its windows."""
    return db.session.scalar(
        sa.select(PerformanceYear)
        .where(PerformanceYear.id == year_id)
        .options(selectinload(PerformanceYear.windows))
    )


def holiday(person: Any, holiday_id: int) -> Holiday | None:
    """A day off."""
    return db.session.get(Holiday, holiday_id)


def window(person: Any, window_id: int) -> EvaluationWindow | None:
    """A window with its year and that year's windows."""
    return db.session.scalar(
        sa.select(EvaluationWindow)
        .where(EvaluationWindow.id == window_id)
        .options(joinedload(EvaluationWindow.year).selectinload(PerformanceYear.windows))
    )


def all_years() -> list[PerformanceYear]:
    """Every year with its windows, the newest first."""
    query = sa.select(PerformanceYear).order_by(PerformanceYear.year.desc())
    return list(db.session.scalars(query.options(selectinload(PerformanceYear.windows))))


def results_of(window_id: int) -> dict[int, OrganisationResult]:
    """What is recorded for a window, by unit."""
    query = sa.select(OrganisationResult).where(OrganisationResult.window_id == window_id)
    return {result.unit_id: result for result in db.session.scalars(query)}
