"""A week on a 360 px screen: written, proved, repeated, decided, carried over."""

from collections.abc import Callable, Iterator
from datetime import date, time

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from skpweb.domain.lifecycle import EntryState
from skpweb.extensions import db
from skpweb.models.journal import JournalEntry
from tests import records
from tests.e2e.visitor import Visitor
from tests.office import SmallOffice

WIDTH = 360
MONDAY = date(2026, 11, 23)
LETTER = {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}


class Week:
    """What a clerk and his superior do on their phones."""

    def __init__(self, clerk: Visitor, superior: Visitor) -> None:
        self.clerk, self.superior = clerk, superior

    def fits(self, *visitors: Visitor) -> None:
        """No page is wider than the screen."""
        for visitor in visitors or (self.clerk, self.superior):
            assert visitor.page.evaluate("document.documentElement.scrollWidth") <= WIDTH

    def save(self) -> None:
        """The form's own button."""
        self.clerk.page.locator("#catat").get_by_role("button", name="Simpan", exact=True).click()
        self.clerk.settled()

    def write_in_one_sentence(self) -> None:
        """Home, one text, one button."""
        self.fits()
        self.clerk.field("Apa yang Anda kerjakan?").fill("Memeriksa berkas KK, 9 berkas")
        self.save()
        self.clerk.flash("Tersimpan. 1 kegiatan")
        expect(self.clerk.field("Apa yang Anda kerjakan?")).to_be_empty()
        self.fits(self.clerk)

    def prove(self) -> None:
        """With hours and a file."""
        self.clerk.page.goto("/journal/")
        self.clerk.field("Apa yang Anda kerjakan?").fill("Menyerahkan surat pengantar")
        self.clerk.page.get_by_text("Tanggal, jam, satuan, bukti").click()
        self.clerk.field("Jam mulai").fill("13.00")
        self.clerk.field("Jam selesai").fill("14.30")
        self.clerk.page.locator("input[type=file]").set_input_files(LETTER)
        self.save()
        self.clerk.sees("surat.pdf", "13.00–14.30")
        self.fits(self.clerk)

    def repeat_yesterday(self) -> None:
        """What was done on Monday was done again."""
        self.clerk.page.get_by_text("Ulangi kegiatan kemarin (1)").click()
        self.clerk.press("Simpan yang dipilih")
        self.clerk.sees("Tersimpan (3 kegiatan)", "Melayani loket")

    def look_at_the_week(self) -> None:
        """Seven days in words; the month too."""
        self.clerk.page.goto("/journal/week/")
        self.clerk.sees("3 kegiatan", "Bukan hari kerja")
        self.fits(self.clerk)
        self.clerk.page.goto("/journal/month/")
        self.clerk.sees("November 2026")
        self.fits(self.clerk)

    def decide(self) -> None:
        """One is approved, one is sent back with a phrase, one waits."""
        self.superior.page.goto("/review/entries/")
        self.fits(self.superior)
        self.superior.press("Setujui Menyerahkan surat pengantar")
        self.superior.sees("3 kegiatan dalam")
        mistaken = "Kembalikan Memeriksa berkas KK, 9 berkas"
        self.superior.page.get_by_role("link", name=mistaken).click()
        self.superior.page.locator("input[name^=phrase-]").first.check()
        self.superior.press(mistaken)
        self.superior.sees("2 kegiatan dalam")
        self.fits(self.superior)

    def take_back(self) -> None:
        """The last decision was a mistake; then it is meant after all."""
        self.superior.press("Urungkan", "#urung-semua")
        self.superior.sees("3 kegiatan dalam")

    def carry_over(self) -> None:
        """The day's rows are ticked as copied."""
        self.clerk.page.goto("/journal/national/")
        self.clerk.sees("Kegiatan 1 dari 3", "24/11/2026")
        self.fits(self.clerk)
        self.clerk.press("Sudah disalin, berikutnya")
        self.clerk.sees("1 dari 3 sudah disalin")


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def week(
    request: pytest.FixtureRequest, chromium: Browser, serve: Callable[[Flask], str],
    app: Flask, office: SmallOffice,
) -> Iterator[Week]:  # fmt: skip
    """Iwan has an SKP and wrote one entry on Monday; both hold their phones."""
    with app.app_context():
        skp_id = records.approved_skp(office)
        records.step(skp_id)
        db.session.add(
            JournalEntry(
                skp_id=skp_id,
                day=MONDAY,
                activity="Melayani loket",
                starts_at=time(8),
                ends_at=time(10),
                state=EntryState.SUBMITTED,
            )  # fmt: skip
        )
        db.session.commit()
    address = serve(app)
    both = [Visitor(chromium, address, request.param, WIDTH) for _ in range(2)]
    for visitor, nick in zip(both, ("iwan", "kasi"), strict=True):
        visitor.sign_in(SmallOffice.NIPS[nick])
    yield Week(*both)
    for visitor in both:
        visitor.context.close()


def test_a_week_on_the_phone(week: Week) -> None:
    week.write_in_one_sentence()
    week.prove()
    week.repeat_yesterday()
    week.look_at_the_week()
    week.decide()
    week.take_back()
    week.carry_over()
    assert week.clerk.wrong + week.superior.wrong == []


def test_a_day_without_touching_the_mouse(week: Week) -> None:
    """Tab, letters and Enter are enough for the clerk, with and without script."""
    page = week.clerk.page
    _tab_to(week.clerk, "textarea[name=activity]")
    page.keyboard.type("Menata arsip tanpa tetikus")
    _tab_to(week.clerk, "#catat button:not([formaction])")
    page.keyboard.press("Enter")
    week.clerk.flash("Tersimpan. 1 kegiatan")
    assert week.clerk.wrong == []


def _tab_to(visitor: Visitor, selector: str) -> None:
    """Press Tab until the element has the focus, and see that it shows."""
    wanted = visitor.page.locator(selector).first
    for _ in range(60):
        if wanted.evaluate("one => one === document.activeElement"):
            break
        visitor.page.keyboard.press("Tab")
    expect(wanted).to_be_focused()
