"""Performance years, windows and holidays of the demo office."""

from dataclasses import dataclass
from datetime import date, timedelta

import holidays
import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb.domain.calendar import PeriodKind, WindowKind
from skpweb.domain.terms import Approach
from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow, Holiday, PerformanceYear

QUARTER_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))


def make(number: int) -> PerformanceYear:
    """A year evaluated by quarters, with its national holidays."""
    year = PerformanceYear(
        year=number, period_kind=PeriodKind.QUARTERLY, approach=Approach.QUANTITATIVE,
        skp_due_on=date(number, 1, 31),
    )  # fmt: skip
    quarters = [
        _window(WindowKind.QUARTER, place, place, date(number, place * 3 - 2, 1),
                date(number, *end), 10, 20)
        for place, end in enumerate(QUARTER_ENDS, start=1)
    ]  # fmt: skip
    annual = _window(WindowKind.ANNUAL, 0, 99, date(number, 1, 1), date(number, 12, 31), 30, 31)
    year.windows = [*quarters, annual]
    db.session.add(year)
    known = holidays.country_holidays("ID", years=number, language="id")
    db.session.add_all(Holiday(day=day, name=name) for day, name in known.items())
    db.session.flush()
    return year


@dataclass(frozen=True)
class Year:
    """A performance year as the builders need it: plain, with its windows."""

    id: int
    year: int
    starts_on: date
    ends_on: date
    windows: tuple[EvaluationWindow, ...]


def loaded(number: int) -> Year:
    """The year with its windows."""
    query = sa.select(PerformanceYear).where(PerformanceYear.year == number)
    found = db.session.scalars(query.options(joinedload(PerformanceYear.windows))).unique().one()
    return Year(found.id, number, found.starts_on, found.ends_on, tuple(found.windows))


def _window(
    kind: WindowKind, number: int, order: int, starts_on: date, ends_on: date,
    before: int, after: int,
) -> EvaluationWindow:  # fmt: skip
    return EvaluationWindow(
        kind=kind, number=number, order=order, starts_on=starts_on, ends_on=ends_on,
        opens_on=ends_on - timedelta(days=before), closes_on=ends_on + timedelta(days=after),
    )  # fmt: skip
