"""The third quarter of Iwan's approved SKP, and everybody's browser."""

import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.review import Evaluation
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice


class Scene:
    """Iwan's approved SKP in the third quarter, and everybody's browser."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        self.app, self.office = app, office
        with app.app_context():
            self.skp_id = records.approved_skp(office)
            self.window = records.window(3)
            rhk = records.rows(self.skp_id)[0]
            self.rhk, self.indicator = rhk.key, rhk.indicators[0].key
        self.path = f"/review/skp/{self.skp_id}/{self.window}/"
        self.browsers: dict[str, Browser] = {}

    def __getattr__(self, nick: str) -> Browser:
        """Somebody's browser, signed in on first use."""
        if nick not in self.browsers:
            browser = Browser(self.app)
            browser.sign_in(SmallOffice.NIPS.get(nick, nick))
            self.browsers[nick] = browser
        return self.browsers[nick]

    def result(self) -> None:
        """The organisation's result of the quarter."""
        with self.app.app_context():
            records.organisation_result(self.office, 3)

    def ready(self) -> None:
        """Everything that a rating asks for."""
        self.result()
        self.report()
        self.say()

    def judged(self) -> None:
        """Reported, spoken of and rated."""
        self.ready()
        self.draft()
        self.rate()

    def report(self, text: str = "1.480 berkas", send: bool = True) -> Page:
        """Iwan reports one indicator."""
        form = self.iwan.get(f"{self.path}report").form(f"{self.path}report")
        typed = {f"realisation__{self.indicator}": text}
        return self.iwan.submit(form, button=("do", "send" if send else "draft"), **typed)

    def say(self, who: str = "kasi", status: int = 200, **typed: str) -> Page:
        """Feedback on the first RHK."""
        path = f"/review/feedback/{self.skp_id}/"
        values = {"about": f"rhk:{self.rhk}", "text": "Berkas rapi dan dapat ditelusuri."}
        browser: Browser = getattr(self, who)
        return browser.submit(browser.get(path).form(path), status, **(values | typed))

    def draft(self, result: str = "above", behaviour: str = "above") -> Page:
        """The penilai chooses both ratings and looks at the check page."""
        form = self.kasi.get(self.path).form(self.path)
        chosen = {"result": result, "behaviour": behaviour}
        return self.kasi.submit(form, button=("do", "check"), **chosen)

    def rate(self, status: int = 200) -> Page:
        """The last button."""
        page = self.kasi.get(f"{self.path}check")
        return self.kasi.submit(page.form(f"{self.path}rate"), status)

    def evaluation(self) -> Evaluation | None:
        """What the database says."""
        with self.app.app_context():
            return db.session.scalar(sa.select(Evaluation))
