"""Iwan's third quarter as p.91 has it: open from 20 September to 14 October."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from flask import Flask

from skpweb.domain.ratings import OrganisationLevel
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.organisation import EvaluationWindow, OrganisationResult
from skpweb.models.people import Employee
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation
from tests import records
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.rated import Rated
from tests.web.scene import Scene


class Special(Scene):
    """A year in which something changes; the clock can be moved."""

    on = Rated.on

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        super().__init__(app, office)
        with app.app_context():
            db.session.execute(
                sa.update(EvaluationWindow)
                .where(EvaluationWindow.id == self.window)
                .values(opens_on=date(2026, 9, 20), closes_on=date(2026, 10, 14))
            )
            db.session.commit()
        self.result()

    def post(self, nick: str, status: int = 200, **typed: str) -> Page:
        """The team records a new dated post for somebody."""
        path = f"/admin/employees/{self.office.ids[nick]}/transfer"
        return self.team.submit(self.team.get(path).form(path), status, **typed)

    def submitted(self, first: date = date(2026, 1, 1), day: date = date(2026, 1, 20)) -> str:
        """Yuli's SKP, begun on ``first`` and sent on ``day``, waits for her penilai; its path."""
        with self.app.app_context():
            skp_id = records.draft_skp(self.office, "yuli")
            db.session.get_one(Skp, skp_id).starts_on = first
            db.session.commit()
        path = f"/planning/{skp_id}/"
        self.on(day)
        self.yuli.submit(self.yuli.get(path).form(f"{path}submit"))
        return path

    def reported(self, day: date, who: str = "kasi") -> None:
        """Iwan has reported and somebody has said something about it."""
        self.on(day)
        self.report()
        self.say(who)

    def rated_by(self, who: str, result: str = "meets", behaviour: str = "meets") -> None:
        """Both ratings chosen, looked at, set."""
        browser = getattr(self, who)
        form = browser.get(self.path).form(self.path)
        browser.submit(form, button=("do", "check"), result=result, behaviour=behaviour)
        check = browser.get(f"{self.path}check")
        browser.submit(check.form(f"{self.path}rate"))

    def parties(self) -> dict[str, Any]:
        """Who the signed document says was who."""
        found = self.evaluation()
        assert found is not None and found.snapshot is not None
        return dict(found.snapshot["parties"])

    def evaluation_of(self, window_id: int) -> Evaluation:
        """Iwan's evaluation of a window under his present SKP."""
        with self.app.app_context():
            query = sa.select(Evaluation).where(
                Evaluation.skp_id == self.skp_id, Evaluation.window_id == window_id
            )
            return db.session.scalars(query).one()

    def trail(self) -> list[str]:
        """What the audit trail says about evaluation and agreement, in order."""
        with self.app.app_context():
            found = db.session.scalars(sa.select(AuditEvent.action).order_by(AuditEvent.number))
            return [one for one in found if one.startswith(("evaluation.", "adoption."))]

    def name(self, nick: str) -> str:
        """The name on the staff list."""
        with self.app.app_context():
            return db.session.get_one(Employee, self.office.ids[nick]).name

    def organisation_of_the_year(self, day: date) -> None:
        """The unit's yearly result, Baik, decided on a day."""
        with self.app.app_context():
            db.session.add(
                OrganisationResult(
                    unit_id=self.office.unit_id, window_id=self.window,
                    level=OrganisationLevel.GOOD, basis="Keputusan Bupati", decided_on=day,
                )
            )  # fmt: skip
            db.session.commit()
