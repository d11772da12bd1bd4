"""Iwan's entries on a Monday, and the page that carries them over."""

from datetime import date, time

import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EntryState
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.journal import ActionStep, JournalEntry
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice

PATH = "/journal/national/"
DAY = date(2026, 11, 23)  # a Monday
WEEK = f"{PATH}?day={DAY.isoformat()}&span=week"


def iwans_skp(app: Flask, office: SmallOffice) -> int:
    """Iwan's SKP in force, with one rencana aksi; its id."""
    with app.app_context():
        skp_id = records.approved_skp(office)
        records.step(skp_id)
    return skp_id


def signed_in(app: Flask, nick: str) -> Browser:
    browser = Browser(app)
    browser.sign_in(SmallOffice.NIPS[nick])
    return browser


def entry(app: Flask, skp_id: int, **changes: object) -> int:
    """An entry with everything the form asks; its id."""
    with app.app_context():
        values = {
            "skp_id": skp_id,
            "step_id": db.session.scalar(sa.select(ActionStep.id)),
            "day": DAY,
            "starts_at": time(8, 0),
            "ends_at": time(11, 30),
            "activity": "Verifikasi berkas KK",
            "realisation": 9,
            "unit": "berkas",
            "evidence_url": "https://bukti.example.invalid/0203",
            "state": EntryState.SUBMITTED,
        }
        made = JournalEntry(**(values | changes))
        if made.state in (EntryState.APPROVED, EntryState.RETURNED):
            made.decided_at, made.decided_by = utc_now(), "Dedi Pranasuta"
        db.session.add(made)
        db.session.commit()
        return made.id


def stored(app: Flask, entry_id: int) -> JournalEntry:
    with app.app_context():
        found = db.session.get(JournalEntry, entry_id)
        assert found is not None
        return found


def copied(browser: Browser, entry_id: int, status: int = 200, url: str = WEEK) -> Page:
    """Press the button under the opened row."""
    form = browser.get(f"{url}&at={entry_id}").form(f"{PATH}{entry_id}/")
    return browser.submit(form, status, button=("copied", "1"))
