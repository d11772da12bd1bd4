"""Iwan's rated third quarter, and a clock that can be moved."""

from datetime import date

import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.organisation import Holiday
from skpweb.models.review import Evaluation, Objection
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.web.scene import Scene


class Rated(Scene):
    """The predicate stands; what happens to the document afterwards."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        super().__init__(app, office)
        self.result()
        self.report()
        self.say()
        self.draft("below", "meets")
        self.rate()
        self.home = f"/results/skp/{self.skp_id}/{self.window}/"
        self.way, self.about = f"{self.home}handover/", f"{self.home}objection/"

    def on(self, day: date) -> None:
        """The day on which the next pages are opened."""
        self.app.config["TODAY"] = day

    def dated(self, **days: object) -> None:
        """Put days (or anything else) into the evaluation."""
        with self.app.app_context():
            db.session.execute(sa.update(Evaluation).values(**days))
            db.session.commit()

    def received(self, day: date) -> None:
        """Signed, handed over and received on one day; 16 January 2026 is a holiday."""
        self.dated(signed_on=day, delivered_on=day, received_on=day)
        with self.app.app_context():
            db.session.add(Holiday(day=date(2026, 1, 16), name="Isra Mikraj"))
            db.session.commit()

    def hand(self, who: str, step: str, status: int = 200, **typed: str) -> Page:
        """One step, clicked on the page of the document's way."""
        browser: Browser = getattr(self, who)
        form = browser.get(self.way).form(f"{self.way}{step}")
        return browser.submit(form, status, **typed)

    def file(self, status: int = 200, **typed: str) -> Page:
        """Iwan objects to his predicate."""
        values = {"parts": "predicate", "reason": "Rak arsip baru datang Agustus"} | typed
        form = self.iwan.get(self.about).form(self.about)
        return self.iwan.submit(form, status, **values)

    def explain(self, status: int = 200, **typed: str) -> Page:
        """The penilai's word."""
        values = {"explanation": "Target semester dua tidak tercapai."} | typed
        path = f"{self.about}explain"
        return self.kasi.submit(self.kasi.get(self.about).form(path), status, **values)

    def hear(self, status: int = 200, **typed: str) -> Page:
        """The atasan penilai notes that he heard both."""
        values = {"on": "27/1/2026", "heard_owner": "y", "heard_assessor": "y",
                  "hearing": "Keduanya menjelaskan keterlambatan rak."} | typed  # fmt: skip
        path = f"{self.about}hearing"
        page = self.camat.get(f"{self.about}?hearing=1")
        return self.camat.submit(page.form(path), status, **values)

    def decide(self, status: int = 200, **typed: str) -> Page:
        """The atasan penilai upholds, unless something else is typed."""
        values = {"verdict": "uphold", "decision": "Target sudah disesuaikan sejak awal."} | typed
        path = f"{self.about}decide"
        page = self.camat.submit(self.camat.get(self.about).form(path), status, **values)
        if status != 200:
            return page
        assert "tidak dapat diubah lagi" in page.text  # asked once more, and not kept yet
        return self.camat.submit(page.form(path), button=("do", "decide"))

    def pdf(self, name: str) -> bytes:
        """One of the papers, as Iwan downloads it."""
        return bytes(self.iwan.client.get(f"{self.home}{name}.pdf").data)

    def objection(self) -> Objection | None:
        """What the database says."""
        with self.app.app_context():
            return db.session.scalar(sa.select(Objection))

    def trail(self) -> list[str]:
        """What the audit trail says about document and objection, in order."""
        with self.app.app_context():
            found = db.session.scalars(sa.select(AuditEvent.action).order_by(AuditEvent.number))
            return [one for one in found if one.startswith(("evaluation.", "objection."))]
