"""The journal desk: which weeks want a second look, and why."""

from datetime import date, time

import pytest
from flask import Flask

from skpweb.extensions import db
from skpweb.models.journal import JournalEntry
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice

LINK = "https://bukti.example.invalid/1"
#: day, start, end, evidence, with a rencana aksi
Row = tuple[date, int, int, str, bool]
MONDAY = date(2026, 11, 16)


@pytest.fixture
def steps(app: Flask, office: SmallOffice) -> dict[str, tuple[int, int]]:
    """Approved SKP with a rencana aksi each."""
    found = {}
    with app.app_context():
        for nick in ("iwan", "yuli"):
            skp_id = records.approved_skp(office, nick)
            found[nick] = (skp_id, records.step(skp_id))
    return found


def desk(app: Flask, steps: dict[str, tuple[int, int]], **rows: list[Row]) -> Page:
    """The page of the penilai after these entries were written."""
    with app.app_context():
        for nick, own in rows.items():
            skp_id, step_id = steps[nick]
            for day, start, end, link, planned in own:
                entry = JournalEntry(
                    skp_id=skp_id, step_id=step_id if planned else None, day=day,
                    starts_at=time(start), ends_at=time(end), activity="Verifikasi berkas",
                    evidence_url=link,
                )  # fmt: skip
                db.session.add(entry)
        db.session.commit()
    browser = Browser(app)
    browser.sign_in(SmallOffice.NIPS["kasi"])
    return browser.get("/review/entries/")


def headings(page: Page) -> list[str]:
    """What the page says of its weeks, in order."""
    return [" ".join(h.text_content().split()) for h in page.all("//main//h2 | //main//h3")]


def test_doubtful_weeks_stand_first_with_the_reason_in_words(
    app: Flask, steps: dict[str, tuple[int, int]]
) -> None:
    page = desk(
        app, steps,
        iwan=[(MONDAY, 8, 10, LINK, True), (MONDAY, 10, 12, LINK, True)],
        yuli=[(MONDAY, 8, 10, "", True), (MONDAY, 10, 12, LINK, False)],
    )  # fmt: skip
    assert headings(page)[:4] == [
        "Perlu dilihat (1)",
        "Yuli Anggrawati 16–22 November 2026",
        "Wajar (1)",
        "Iwan Permadanu 16–22 November 2026",
    ]
    assert "1 kegiatan tanpa bukti" in page.text
    assert "1 kegiatan di luar rencana aksi" in page.text
    assert "2 kegiatan · 2 bukti · 4 jam" in page.text
    assert len(page.all("//input[@name='entry'][@checked]")) == 2


def test_hours_that_touch_are_no_overlap_but_shared_ones_are(
    app: Flask, steps: dict[str, tuple[int, int]]
) -> None:
    tuesday = date(2026, 11, 17)
    page = desk(
        app, steps,
        iwan=[(MONDAY, 8, 10, LINK, True), (MONDAY, 10, 12, LINK, True),
              (tuesday, 8, 10, LINK, True), (tuesday, 9, 11, LINK, True)],
    )  # fmt: skip
    assert "tanggal 17: jam tumpang tindih" in page.text
    assert "tanggal 16" not in page.text
    assert page.text.count("Tumpang tindih") == 2


def test_a_day_has_twenty_four_hours(app: Flask, steps: dict[str, tuple[int, int]]) -> None:
    page = desk(app, steps, iwan=[(MONDAY, 1, 23, LINK, True), (MONDAY, 0, 4, LINK, True)])
    assert "tanggal 16: lebih dari 24 jam" in page.text


def test_the_page_costs_the_same_for_many_weeks(
    app: Flask, steps: dict[str, tuple[int, int]]
) -> None:
    one = desk(app, steps, iwan=[(MONDAY, 8, 10, LINK, True)])
    days = [date(2026, month, 2) for month in range(2, 11)]
    many = desk(app, steps, yuli=[(day, 8, 10, LINK, True) for day in days])
    assert one.queries == many.queries <= 12
