"""Iwan's journal with an SKP in force, and everybody's browser."""

from typing import Any

import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.organisation import Office
from skpweb.models.shortcuts import Draft
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice

TODAY = "2026-11-24"  # a Tuesday


class Diary:
    """Iwan's journal, one rencana aksi under his first RHK; 24 November 2026."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        self.app, self.office = app, office
        with app.app_context():
            self.skp_id = records.approved_skp(office)
            self.step_id = records.step(self.skp_id)
            self.rhk = [rhk.key for rhk in records.rows(self.skp_id)]
        self.browsers: dict[str, Browser] = {}

    def __getattr__(self, nick: str) -> Browser:
        """Somebody's browser, signed in on first use."""
        if nick not in self.browsers:
            self.browsers[nick] = Browser(self.app)
            self.browsers[nick].sign_in(SmallOffice.NIPS.get(nick, nick))
        return self.browsers[nick]

    def write(self, status: int = 200, **typed: Any) -> Page:
        """Iwan fills the form of the day."""
        form = self.iwan.get("/journal/").form("/journal/")
        values = {"activity": "Verifikasi berkas KK", "realisation": "9"}
        return self.iwan.submit(form, status, **(values | typed))

    def write_for(self, nick: str, status: int = 200, by: str = "yuli", **typed: Any) -> Page:
        """Somebody writes in somebody's place."""
        path = f"/journal/for/{self.office.ids[nick]}/"
        browser: Browser = getattr(self, by)
        values = {"activity": "Mengantar surat ke desa"}
        return browser.submit(browser.get(path).form(path), status, **(values | typed))

    def path(self, number: int = 0) -> str:
        """The page of an entry."""
        return f"/journal/{self.entries()[number].id}/"

    def add(self, *rows: object) -> None:
        """Records into the database."""
        with self.app.app_context():
            db.session.add_all(rows)
            db.session.commit()

    def ask(self, **settings: object) -> None:
        """Set what the office asks for."""
        with self.app.app_context():
            db.session.execute(sa.update(Office).values(**settings))
            db.session.commit()

    def entries(self) -> list[JournalEntry]:
        """All entries, the oldest first."""
        return self._all(sa.select(JournalEntry).order_by(JournalEntry.id))

    def drafts(self) -> list[Draft]:
        """All drafts."""
        return self._all(sa.select(Draft).order_by(Draft.id))

    def steps(self) -> list[ActionStep]:
        """All rencana aksi."""
        return self._all(sa.select(ActionStep).order_by(ActionStep.id))

    def trail(self) -> list[str]:
        """What the audit trail holds about entries."""
        query = sa.select(AuditEvent.action).where(AuditEvent.action.startswith("entry."))
        return self._all(query.order_by(AuditEvent.number))

    def _all(self, query: Any) -> list[Any]:
        with self.app.app_context():
            return list(db.session.scalars(query))
