"""Lists of journal rows for tests: pasted or uploaded, by whom, and what became of them."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from flask import Flask
from openpyxl import Workbook

from skpweb.extensions import db
from skpweb.models.journal import ActionStep, JournalEntry
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.sheets import saved
from tests.web.scene import Scene

START = "/journal/import/"
HEADS = ("Tanggal", "Jam mulai", "Jam selesai", "Kegiatan", "Rencana aksi", "Realisasi", "Satuan")


def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan's approved SKP with two rencana aksi."""
    made = Scene(app, office)
    with app.app_context():
        records.step(made.skp_id)
        records.step(made.skp_id, "Menyusun rekap bulanan layanan")
    return made


def paste(browser: Browser, rows: Iterable[Sequence[str]] | str, status: int = 200) -> Page:
    """Paste rows and look at the preview."""
    text = rows if isinstance(rows, str) else "\n".join("\t".join(row) for row in rows)
    return browser.submit(browser.get(START).form(START), status, rows=text, file=None)


def upload(browser: Browser, content: bytes, status: int = 200) -> Page:
    """Send a file and look at the preview."""
    data = browser.get(START).form(START).data() | {"file": (io.BytesIO(content), "jurnal.xlsx")}
    return browser.post(START, data, status, content_type="multipart/form-data")


def workbook(rows: Iterable[Sequence[Any]], heads: Sequence[Any] = HEADS) -> bytes:
    """An .xlsx with a heading."""
    book = Workbook()
    for cells in (heads, *rows):
        book.worksheets[0].append(list(cells))
    return saved(book)


def press(browser: Browser, page: Page, words: str, status: int = 200) -> Page:
    """The form with a button of these words."""
    return browser.submit(page.form(containing=words), status)


def entries(app: Flask) -> list[JournalEntry]:
    """All entries, in the order of their dates."""
    with app.app_context():
        query = sa.select(JournalEntry).order_by(JournalEntry.day, JournalEntry.id)
        return list(db.session.scalars(query))


def count(page: Page) -> str:
    """How many are new, known, wrong."""
    return str(page.all("string(//p[contains(., ' baru, ')])"))


def first_step(skp_id: int) -> int:
    """The rencana aksi with the lowest number. Inside an app context."""
    found = db.session.scalar(
        sa.select(sa.func.min(ActionStep.id)).where(ActionStep.skp_id == skp_id)
    )
    assert found is not None
    return int(found)
