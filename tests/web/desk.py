"""People at the planning desk: their browsers and short words for what they do."""

from typing import Any

import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.planning import Indicator, SkpVersion
from tests.browser import Browser, Page
from tests.office import SmallOffice


class Desk:
    """Browsers by nickname and short words for what people do."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        self.app, self.office = app, office
        self.browsers: dict[str, Browser] = {}

    def __getattr__(self, nick: str) -> Browser:
        """Somebody's browser, signed in on first use."""
        if nick not in self.browsers:
            browser = Browser(self.app)
            browser.sign_in(SmallOffice.NIPS.get(nick, nick))
            self.browsers[nick] = browser
        return self.browsers[nick]

    def create(self, who: str = "iwan", status: int = 200, **typed: str) -> Page:
        """A new SKP for the running year."""
        browser: Browser = getattr(self, who)
        return browser.submit(browser.get("/planning/new").form("/planning/new"), status, **typed)

    def add_rhk(self, who: str = "iwan", skp_id: int = 1, kind: str = "main") -> Page:
        """One more card."""
        browser: Browser = getattr(self, who)
        page = browser.get(f"/planning/{skp_id}/results")
        return browser.submit(page.form(f"/planning/{skp_id}/rhk", f'value="{kind}"'))

    def write(self, status: int = 200, do: str = "save", rhk_id: int = 1, **typed: Any) -> Page:
        """Fill Iwan's first card."""
        page = self.iwan.get("/planning/1/results")
        form = page.form(f"/planning/rhk/{rhk_id}/")
        values = {"statement": "Terverifikasinya berkas permohonan layanan secara benar"}
        one = self.indicator(rhk_id)
        values |= {f"statement__{one}": "Berkas diverifikasi", f"target__{one}": "2.000 berkas"}
        values |= {f"kind__{one}": "quantity"}
        return self.iwan.submit(form, status, button=("do", do), **(values | typed))

    def indicator(self, rhk_id: int = 1) -> int:
        """Id of the first indicator of a card."""
        with self.app.app_context():
            found = db.session.scalar(
                sa.select(Indicator.id).where(Indicator.rhk_id == rhk_id).order_by(Indicator.id)
            )
        return int(found or 0)

    def drafted(self) -> None:
        """Iwan's SKP with one complete RHK."""
        self.create()
        self.add_rhk()
        self.write()

    def submit(self, status: int = 200) -> Page:
        """Iwan submits."""
        page = self.iwan.get("/planning/1/")
        return self.iwan.submit(page.form("/planning/1/submit"), status)

    def approve(self, status: int = 200) -> Page:
        """His penilai approves."""
        page = self.kasi.get("/planning/1/review")
        return self.kasi.submit(page.form("/planning/1/approve"), status)

    def send_back(self, text: str = "", status: int = 200) -> Page:
        """The penilai returns it."""
        page = self.kasi.get("/planning/1/review")
        return self.kasi.submit(page.form("/planning/1/return"), status, text=text)

    def states(self) -> list[tuple[int, str]]:
        """Number and state of all versions."""
        with self.app.app_context():
            rows = db.session.execute(
                sa.select(SkpVersion.number, SkpVersion.state).order_by(SkpVersion.number)
            )
            return [(number, state.value) for number, state in rows]
