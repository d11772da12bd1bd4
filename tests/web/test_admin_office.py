"""The office's settings: what the journal asks, office hours, room for evidence."""

from datetime import time
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.organisation import Office
from tests.browser import Browser, Page

PATH = "/admin/office/"


def save(team: Browser, status: int = 200, **typed: Any) -> Page:
    return team.submit(team.get(PATH).form(PATH), status, **typed)


def office_row(app: Flask) -> Office:
    with app.app_context():
        found = db.session.scalars(sa.select(Office)).one()
        db.session.expunge(found)
        return found


def test_what_the_journal_asks_is_chosen_here(app: Flask, team: Browser) -> None:
    page = save(
        team, requires_step="y", requires_times="y", day_starts_at="7.45", day_ends_at="16.15",
        evidence_quota="1.000", backfill_days="5",
    )  # fmt: skip
    assert "Pengaturan kantor disimpan." in page.text
    row = office_row(app)
    assert (row.requires_step, row.requires_times) == (True, True)
    assert (row.requires_realisation, row.requires_evidence) == (False, False)
    assert (row.day_starts_at, row.day_ends_at) == (time(7, 45), time(16, 15))
    assert (row.evidence_quota, row.backfill_days) == (1000, 5)
    with app.app_context():
        event = db.session.scalars(
            sa.select(AuditEvent).where(AuditEvent.action == "office.change")
        ).one()
        assert event.after["day_starts_at"] == "07:45:00"
    assert team.get(PATH).all("//fieldset/legend[.='Jurnal']")


def test_a_tick_can_be_taken_away(app: Flask, team: Browser) -> None:
    save(team, requires_evidence="y")
    assert team.get(PATH).all("//input[@name='requires_evidence']/@checked")
    save(team, requires_evidence=None)
    assert office_row(app).requires_evidence is False


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"day_starts_at": "16.00", "day_ends_at": "07.30"}, "harus sesudah jam mulai"),
        ({"day_starts_at": "08.00", "day_ends_at": "08.00"}, "harus sesudah jam mulai"),
        ({"day_starts_at": "pagi"}, "Tulis jam seperti"),
        ({"day_ends_at": ""}, "Tulis jamnya"),
        ({"day_ends_at": "25.00"}, "Tulis jam seperti"),
        ({"evidence_quota": "9"}, "Tulis 10 sampai 100.000"),
        ({"evidence_quota": "100.001"}, "Tulis 10 sampai 100.000"),
        ({"evidence_quota": ""}, "Tulis 10 sampai 100.000"),
        ({"evidence_quota": "banyak"}, "Tulis dengan angka bulat"),
        ({"backfill_days": "31"}, "0 sampai 30"),
        ({"backfill_days": "²"}, "0 sampai 30"),
    ],
)
def test_what_makes_no_sense_is_refused_and_kept(
    app: Flask, team: Browser, typed: dict[str, str], words: str
) -> None:
    page = save(team, 422, contact="Ani, ruang 2", **typed)
    assert words in page.text
    for name, value in typed.items():
        assert page.all(f"//input[@name='{name}']/@value") == [value]
    assert office_row(app).contact != "Ani, ruang 2"
