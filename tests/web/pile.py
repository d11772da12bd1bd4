"""Journal entries of Iwan and Yuli that wait for their penilai, and everybody's browser."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from flask import Flask

from skpweb.domain.terms import StandInKind
from skpweb.extensions import db
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.people import StandIn
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice

PATH = "/review/entries/"
MONDAY = date(2026, 11, 16)


class Pile:
    """What waits, and who decides."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        self.app, self.office = app, office
        self.count = 0
        with app.app_context():
            self.skps = {nick: records.approved_skp(office, nick) for nick in ("iwan", "yuli")}
            self.steps = {nick: records.step(skp_id) for nick, skp_id in self.skps.items()}
            db.session.execute(
                sa.update(ActionStep).values(state="agreed", decided_at=sa.func.now())
            )
            db.session.commit()
        self.browsers: dict[str, Browser] = {}

    def __getattr__(self, nick: str) -> Browser:
        """Somebody's browser, signed in on first use."""
        if nick not in self.browsers:
            browser = Browser(self.app)
            browser.sign_in(SmallOffice.NIPS[nick])
            self.browsers[nick] = browser
        return self.browsers[nick]

    def add(self, who: str = "iwan", day: date = MONDAY, **changes: Any) -> int:
        """A plain entry, unless changed; its id."""
        self.count += 1
        values = {
            "activity": f"Verifikasi berkas nomor {self.count}",
            "evidence_url": f"https://bukti.example.invalid/{self.count}",
            "step_id": self.steps[who],
            "starts_at": time(8 + self.count % 8),
            "ends_at": time(8 + self.count % 8, 50),
            "recorded_at": clock_of(day),
        }  # fmt: skip
        with self.app.app_context():
            entry = JournalEntry(skp_id=self.skps[who], day=day, **(values | changes))
            db.session.add(entry)
            db.session.commit()
            return entry.id

    def week(self, who: str = "iwan", monday: date = MONDAY, each: int = 1) -> list[int]:
        """Plain entries on five days."""
        days = [monday + timedelta(days=n) for n in range(5)]
        return [self.add(who, day) for day in days for _ in range(each)]

    def entry(self, entry_id: int) -> JournalEntry:
        """What the database says."""
        with self.app.app_context():
            found = db.session.get(JournalEntry, entry_id)
        assert found is not None
        return found

    def states(self, ids: Sequence[int]) -> list[str]:
        """The states of some entries."""
        return [self.entry(entry_id).state.value for entry_id in ids]

    def stand_in(self, who: str, for_whom: str = "kasi") -> None:
        """Somebody stands in as Plh. until the end of the year."""
        with self.app.app_context():
            db.session.add(
                StandIn(
                    assessor_id=self.office.ids[for_whom], delegate_id=self.office.ids[who],
                    kind=StandInKind.PLH, title="Plh. Kepala Seksi Pelayanan",
                    starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), recorded_by="Tim",
                )
            )  # fmt: skip
            db.session.commit()

    def page(self, who: str = "kasi", query: str = "", **kwargs: Any) -> Page:
        """The journal desk."""
        browser: Browser = getattr(self, who)
        return browser.get(PATH + query, **kwargs)

    def press(self, page: Page, week: str, do: str, status: int = 200, **typed: Any) -> Page:
        """A button of one week of a page that was loaded before."""
        form = page.form(containing=f'name="week" value="{week}"')
        return self.kasi.submit(form, status, button=("do", do), **typed)


def clock_of(day: date) -> datetime:
    """Noon in the office on a day."""
    return datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
