"""A scene for the pages that say who has not filled the journal."""

from datetime import date, time

from flask import Flask

from skpweb.domain.lifecycle import EntryState
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry
from tests import records
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.scene import Scene

WEEK = "day=18+November+2026"
TEAM, PENILAI = "/admin/monitoring/journal/", "/review/monitoring/"


def both_agreed(app: Flask, office: SmallOffice) -> Scene:
    """Iwan and Yuli with an approved SKP."""
    found = Scene(app, office)
    with app.app_context():
        records.approved_skp(office, "yuli")
    return found


def add(scene: Scene, *rows: object) -> None:
    with scene.app.app_context():
        db.session.add_all(rows)
        db.session.commit()


def fill(scene: Scene, *days: int, state: EntryState = EntryState.SUBMITTED) -> None:
    """Iwan writes on days of November."""
    add(scene, *(
        JournalEntry(skp_id=scene.skp_id, day=date(2026, 11, day), starts_at=time(8),
                     ends_at=time(9), activity="Verifikasi", state=state, decided_at=utc_now())
        for day in days
    ))  # fmt: skip


def rows(page: Page) -> dict[str, str]:
    """What the list says of each person."""
    found = page.all("//table[caption[contains(., 'Pengisian jurnal')]]//tbody/tr")
    return {
        str(row.xpath("td[1]/a/text()")[0]): " ".join(
            " ".join(" ".join(cell.itertext()).split()) for cell in row.xpath("td[position()>1]")
        )
        for row in found
    }
