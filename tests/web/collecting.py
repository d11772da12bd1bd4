"""Farhan's predicates of some years, put straight into the records."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from flask import Flask

from skpweb.domain.calendar import PeriodKind, WindowKind
from skpweb.domain.lifecycle import EvaluationState
from skpweb.domain.ratings import Rating, predicate
from skpweb.domain.terms import Approach, EmploymentStatus, Form, JobLevel, PositionKind
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import EvaluationWindow, PerformanceYear
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation
from tests.browser import Browser
from tests.office import SmallOffice

SIGNS = {"-": Rating.BELOW, "=": Rating.MEETS, "+": Rating.ABOVE}
CREDIT = "/results/credit/"


class Collecting:
    """Farhan's predicates of some years, put straight into the records."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        self.app, self.office = app, office
        self.me = Browser(app)
        self.me.sign_in(SmallOffice.NIPS["stranger"])

    def post(self, level: JobLevel | None, kind: PositionKind = PositionKind.FUNCTIONAL) -> None:
        """His post."""
        with self.app.app_context():
            of = Posting.employee_id == self.office.ids["stranger"]
            values = {"job_level": level, "position_kind": kind, "starts_on": date(2022, 1, 1)}
            db.session.execute(sa.update(Posting).where(of).values(**values))
            db.session.commit()

    def status(self, status: EmploymentStatus) -> None:
        """PNS, CPNS, PPPK."""
        with self.app.app_context():
            of = Employee.id == self.office.ids["stranger"]
            db.session.execute(sa.update(Employee).where(of).values(status=status))
            db.session.commit()

    def promoted(self, level: JobLevel, day: date) -> None:
        """A post in another jenjang from a day on."""
        with self.app.app_context():
            of = Posting.employee_id == self.office.ids["stranger"]
            post = db.session.scalars(sa.select(Posting).where(of)).one()
            post.ends_on = day - timedelta(days=1)
            made = Posting(
                employee_id=post.employee_id, unit_id=post.unit_id, starts_on=day, job_level=level,
                position_name="Perencana", position_kind=post.position_kind,
            )  # fmt: skip
            db.session.add(made)
            db.session.commit()

    def rated(self, skp: tuple[date, date], signs: str, span: Any = None) -> None:
        """A predicate: of the year, or of the days of ``span``."""
        with self.app.app_context():
            year = _year(skp[0].year)
            window = _window(year, span)
            dossier = self._dossier(year, skp)
            result, behaviour = (SIGNS[sign] for sign in signs)
            db.session.add(
                Evaluation(
                    skp_id=dossier.id, window_id=window.id, state=EvaluationState.RATED,
                    rated_at=utc_now(), result_rating=result, behaviour_rating=behaviour,
                    predicate=predicate(result, behaviour), snapshot={},
                )
            )  # fmt: skip
            db.session.commit()

    def _dossier(self, year: PerformanceYear, skp: tuple[date, date]) -> Skp:
        owner = self.office.ids["stranger"]
        known = db.session.scalar(
            sa.select(Skp).where(Skp.employee_id == owner, Skp.starts_on == skp[0])
        )
        if known is not None:
            return known
        posting = db.session.scalars(sa.select(Posting).where(Posting.employee_id == owner)).first()
        assert posting is not None
        made = Skp(
            employee_id=owner, year_id=year.id, posting_id=posting.id, form=Form.STAFF,
            approach=Approach.QUANTITATIVE, starts_on=skp[0], ends_on=skp[1],
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()
        return made

    def page(self) -> str:
        """The page in words, a name apart from its value."""
        return " ".join(" ".join(self.me.get(CREDIT).tree.itertext()).split())


def _year(number: int) -> PerformanceYear:
    known = db.session.scalar(sa.select(PerformanceYear).where(PerformanceYear.year == number))
    if known is None:
        known = PerformanceYear(
            year=number, period_kind=PeriodKind.QUARTERLY, approach=Approach.QUANTITATIVE,
            skp_due_on=date(number, 1, 31),
        )  # fmt: skip
        db.session.add(known)
        db.session.flush()
    return known


def _window(year: PerformanceYear, span: Any) -> EvaluationWindow:
    first, last = span or (date(year.year, 1, 1), date(year.year, 12, 31))
    kind = WindowKind.ANNUAL if span is None else WindowKind.QUARTER
    known = db.session.scalar(
        sa.select(EvaluationWindow).where(
            EvaluationWindow.year_id == year.id,
            EvaluationWindow.kind == kind,
            EvaluationWindow.ends_on == last,
        )
    )
    if known is None:
        known = EvaluationWindow(
            year_id=year.id, kind=kind, number=0 if span is None else last.month // 3,
            order=99 if span is None else last.month, starts_on=first, ends_on=last,
            opens_on=last, closes_on=last,
        )  # fmt: skip
        db.session.add(known)
        db.session.flush()
    return known


def whole(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
