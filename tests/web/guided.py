"""Iwan's coaching and mentoring, from the first word to the last signature."""

from typing import Any

import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.guidance import Guidance
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.web.scene import Scene

GOALS = {
    "goals-indicator": "Berkas per bulan", "goals-baseline": "100", "goals-target": "150",
    "goals-strategy": "Loket kedua", "facts-target": "150", "facts-progress": "120",
    "facts-problem": "Antre", "facts-cause": "Satu loket", "chances-text": "Menambah jam",
}  # fmt: skip
STEPS = {"steps-indicator": "Berkas per bulan", "steps-strategy": "Giliran", "steps-adjust": "YA"}


class Guided(Scene):
    """A coaching by kasi, or by yuli with a special assignment."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        super().__init__(app, office)
        self.person = f"/guidance/skp/{self.skp_id}/"
        self.id = 0

    @property
    def here(self) -> str:
        """The page of the record."""
        return f"/guidance/{self.id}/"

    def begin(self, who: str = "kasi", status: int = 200, **typed: str) -> Page:
        """Somebody starts it."""
        values = {"kind": "coaching", "topic": "Antrean panjang"} | typed
        browser: Browser = getattr(self, who)
        page = browser.submit(browser.get(self.person).form(self.person), status, **values)
        with self.app.app_context():
            self.id = db.session.scalar(sa.select(sa.func.max(Guidance.id))) or 0
        return page

    def write(self, who: str, do: str, typed: dict[str, Any], status: int = 200) -> Page:
        """Somebody writes his part and presses a button."""
        browser: Browser = getattr(self, who)
        form = browser.get(self.here).form(self.here)
        return browser.post(form.action, form.data() | typed | {"do": do}, status)

    def take(self, who: str, verb: str, status: int = 200, reason: str = "") -> Page:
        """A button beside the form."""
        browser: Browser = getattr(self, who)
        form = browser.get(self.here).form(f"{self.here}{verb}")
        return browser.post(form.action, form.data() | {"reason": reason}, status)

    def sign(self, guide: str = "kasi") -> None:
        """Both sides, up to the last signature."""
        self.write("iwan", "submit", GOALS)
        self.write(guide, "offer", STEPS)
        self.take("iwan", "confirm")

    def record(self) -> Guidance:
        """What the database says."""
        with self.app.app_context():
            return db.session.scalars(sa.select(Guidance).where(Guidance.id == self.id)).one()
