"""Iwan and Yuli with an entry of the journal each, and everybody's browser."""

import io
from datetime import date

import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EntryState
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.evidence import Evidence, entry_evidence
from skpweb.models.journal import JournalEntry
from skpweb.office.backup import stored_files
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice

DAY = date(2026, 11, 24)


class Proofs:
    """Entries that can be proven."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        self.app, self.ids = app, office.ids
        self.browsers: dict[str, Browser] = {}
        self.entries: dict[str, int] = {}
        with app.app_context():
            self.skps = {nick: records.approved_skp(office, nick) for nick in ("iwan", "yuli")}
        for nick in self.skps:
            self.entries[nick] = self.entry(nick, DAY)

    def __getattr__(self, nick: str) -> Browser:
        """Somebody's browser."""
        return self.browser(nick)

    def browser(self, nick: str) -> Browser:
        """Somebody's browser, signed in on first use."""
        if nick not in self.browsers:
            browser = Browser(self.app)
            browser.sign_in(SmallOffice.NIPS.get(nick, nick))
            self.browsers[nick] = browser
        return self.browsers[nick]

    def entry(self, nick: str, day: date, url: str = "") -> int:
        """One more entry; its id."""
        with self.app.app_context():
            made = JournalEntry(
                skp_id=self.skps[nick], day=day, activity="Verifikasi berkas", evidence_url=url
            )
            db.session.add(made)
            db.session.commit()
            return made.id

    def send(self, nick: str, content: bytes, name: str, status: int = 200, entry: int = 0) -> Page:
        """Send a file on the page of an entry's evidence."""
        path = f"/journal/{entry or self.entries[nick]}/files/"
        browser = self.browser(nick)
        form = browser.get(path).form(path)
        return browser.post(path, form.data() | {"file": (io.BytesIO(content), name)}, status)

    def write(self, content: bytes, name: str, status: int = 200, **typed: str) -> Page:
        """Iwan fills the day's form, with a file."""
        data = self.iwan.get("/journal/").form("/journal/").data(**typed)
        return self.iwan.post("/journal/", data | {"file": (io.BytesIO(content), name)}, status)

    def newest(self) -> int:
        """Id of the newest entry."""
        with self.app.app_context():
            return db.session.scalar(sa.select(sa.func.max(JournalEntry.id))) or 0

    def reuse(self, nick: str, entry: int) -> Page:
        """Use the newest earlier file."""
        page = self.browser(nick).get(f"/journal/{entry}/files/")
        form = page.form(f"/journal/{entry}/files/reuse")
        return self.browser(nick).submit(form, evidence=str(page.all("//option/@value")[0]))

    def remove(self, nick: str, entry: int) -> Page:
        """Take the only file away."""
        page = self.browser(nick).get(f"/journal/{entry}/files/")
        return self.browser(nick).submit(page.form(f"/journal/{entry}/files/remove"))

    def approve(self, entry: int) -> None:
        """As if the penilai had approved it."""
        with self.app.app_context():
            db.session.execute(
                sa.update(JournalEntry)
                .where(JournalEntry.id == entry)
                .values(state=EntryState.APPROVED, decided_at=utc_now())
            )
            db.session.commit()

    def version(self, nick: str) -> int:
        """The number a form of the entry carries."""
        with self.app.app_context():
            query = sa.select(JournalEntry.version_id).filter_by(id=self.entries[nick])
            return db.session.scalars(query).one()

    def files(self) -> list[Evidence]:
        """All files of evidence."""
        with self.app.app_context():
            return list(db.session.scalars(sa.select(Evidence).order_by(Evidence.id)))

    def pairs(self) -> int:
        """How often a file proves an entry."""
        with self.app.app_context():
            return db.session.scalar(sa.select(sa.func.count()).select_from(entry_evidence)) or 0

    def stored(self) -> int:
        """Files on the disk."""
        with self.app.app_context():
            return len(stored_files())
