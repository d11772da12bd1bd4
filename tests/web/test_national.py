"""Carrying the journal over to the national application: order of the fields, ticks, changes."""

from datetime import date

import pytest
from flask import Flask

from skpweb.domain.lifecycle import EntryState
from skpweb.domain.national import FIELDS
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.web.carried import DAY, PATH, WEEK, copied, entry, iwans_skp, signed_in, stored


@pytest.fixture
def skp_id(app: Flask, office: SmallOffice) -> int:
    """Iwan's SKP in force, with one rencana aksi."""
    return iwans_skp(app, office)


@pytest.fixture
def iwan(app: Flask, skp_id: int) -> Browser:
    """Iwan's browser."""
    return signed_in(app, "iwan")


def row_texts(page: Page) -> list[str]:
    return ["".join(one.itertext()) for one in page.all("//p[@class='copy']")]


def test_fields_stand_in_the_national_order_each_with_its_button(
    app: Flask, iwan: Browser, skp_id: int
) -> None:
    entry(app, skp_id, activity="Verifikasi\nberkas KK ")
    page = iwan.get(WEEK)
    assert row_texts(page) == [
        "Memverifikasi berkas", "23/11/2026", "08:00", "11:30", "Verifikasi berkas KK", "9",
        "berkas", "https://bukti.example.invalid/0203",
    ]  # fmt: skip
    names = page.all("//li[.//p[@class='copy']]/div/p[1]/text()")
    assert names == list(FIELDS)
    targets = page.all("//button/@data-copy")
    assert targets == page.all("//p[@class='copy']/@id") and len(targets) == 8


def test_one_is_ticked_and_the_next_one_opens(app: Flask, iwan: Browser, skp_id: int) -> None:
    first, second = (entry(app, skp_id, activity=f"Kegiatan {n}") for n in (1, 2))
    page = copied(iwan, first)
    assert "Kegiatan 2 dari 2" in page.text and "Kegiatan 2" in row_texts(page)
    page = copied(iwan, second)
    assert "Semua 2 kegiatan sudah ditandai disalin" in page.text
    form = iwan.get(f"{WEEK}&at={first}").form(f"{PATH}{first}/")
    page = iwan.submit(form, button=("copied", "0"))
    assert "1 dari 2 sudah disalin" in page.text
    assert stored(app, first).copied_at is None and stored(app, second).copied_at is not None


@pytest.mark.parametrize("state", [EntryState.SUBMITTED, EntryState.RETURNED, EntryState.APPROVED])
def test_a_tick_leaves_the_entry_as_it_was(
    app: Flask, iwan: Browser, skp_id: int, state: EntryState
) -> None:
    number = entry(app, skp_id, state=state)
    before = stored(app, number)
    copied(iwan, number)
    after = stored(app, number)
    assert after.copied_at is not None
    assert (after.version_id, after.updated_at, after.written_at, after.state) == (
        before.version_id, before.updated_at, before.written_at, state,
    )  # fmt: skip


def test_an_open_form_of_the_entry_meets_no_conflict(
    app: Flask, iwan: Browser, skp_id: int
) -> None:
    number = entry(app, skp_id)
    form = iwan.get(f"/journal/{number}/").form(f"/journal/{number}/")
    copied(iwan, number)
    iwan.submit(form, activity="Verifikasi berkas pindah")
    assert stored(app, number).activity == "Verifikasi berkas pindah"


def test_what_is_rewritten_is_to_be_copied_again(app: Flask, iwan: Browser, skp_id: int) -> None:
    number = entry(app, skp_id)
    copied(iwan, number)
    form = iwan.get(f"/journal/{number}/").form(f"/journal/{number}/")
    iwan.submit(form, activity="Verifikasi berkas pindah")
    page = iwan.get(WEEK)
    assert "Berubah sejak disalin" in page.text and "0 dari 1 sudah disalin" in page.text
    assert "Triwulan IV 2026 1 dari 1 belum" in page.text
    copied(iwan, number)
    assert "Berubah sejak disalin" not in iwan.get(WEEK).text


def test_a_decision_is_no_change(app: Flask, iwan: Browser, skp_id: int) -> None:
    number = entry(app, skp_id)
    copied(iwan, number)
    with app.app_context():
        one = db.session.get(JournalEntry, number)
        one.decided_at, one.decided_by = utc_now(), "Dedi Pranasuta"
        db.session.commit()
    after = stored(app, number)
    assert after.updated_at > after.copied_at > after.written_at
    assert "1 dari 1 sudah disalin" in iwan.get(WEEK).text


def test_what_changed_while_it_was_shown_is_not_ticked(
    app: Flask, iwan: Browser, skp_id: int
) -> None:
    number, other = entry(app, skp_id), entry(app, skp_id, activity="Lain")
    page = iwan.get(f"{WEEK}&at={number}")
    one, every = page.form(f"{PATH}{number}/"), page.form(PATH)
    form = iwan.get(f"/journal/{number}/").form(f"/journal/{number}/")
    iwan.submit(form, activity="Verifikasi berkas pindah")
    page = iwan.submit(one, 409, button=("copied", "1"))
    assert "Salin lagi isi yang sekarang" in page.text
    assert "Verifikasi berkas pindah" in row_texts(page)
    iwan.submit(every, 409, button=("copied", "1"))
    assert stored(app, number).copied_at is None and stored(app, other).copied_at is None


def test_a_whole_day_is_ticked_and_taken_back(app: Flask, iwan: Browser, skp_id: int) -> None:
    numbers = [entry(app, skp_id, activity=f"Kegiatan {n}") for n in (1, 2)]
    later = entry(app, skp_id, day=date(2026, 11, 24))
    form = iwan.get(WEEK).form(PATH, f'value="{numbers[0]}.1"')
    page = iwan.submit(form, button=("copied", "1"))
    assert "2 dari 2 sudah disalin" in page.text and "0 dari 1 sudah disalin" in page.text
    assert stored(app, later).copied_at is None
    form = page.form(PATH, f'value="{numbers[0]}.1"')
    iwan.submit(form, button=("copied", "0"))
    assert [stored(app, number).copied_at for number in numbers] == [None, None]


@pytest.mark.parametrize("row", ["", "x", "1", "1.x", "1.2.3", "-1.1", "9999999999999.1", "²3.1"])
def test_rows_nobody_was_shown_are_ignored(iwan: Browser, row: str) -> None:
    data = {"csrf_token": iwan.token(), "copied": "1", "day": "23/11/2026", "row": row}
    assert iwan.post(PATH, data).status in (200, 409)


def test_rows_of_others_and_unconfirmed_ones_do_not_exist(
    app: Flask, iwan: Browser, skp_id: int
) -> None:
    number = entry(app, skp_id)
    waiting = entry(app, skp_id, state=EntryState.UNCONFIRMED, activity="Ditulis orang lain")
    assert "Ditulis orang lain" not in iwan.get(WEEK).text
    kasi = signed_in(app, "kasi")
    assert "Belum ada kegiatan" in kasi.get(WEEK).text
    for browser, one in ((kasi, number), (iwan, waiting), (iwan, 999_999)):
        data = {"csrf_token": browser.token(), "copied": "1", "version": "1"}
        browser.post(f"{PATH}{one}/", data, 404)
        browser.post(PATH, data | {"row": f"{one}.1"}, 409)
    assert stored(app, number).copied_at is None and stored(app, waiting).copied_at is None


def test_what_is_missing_is_said(app: Flask, iwan: Browser, skp_id: int) -> None:
    entry(
        app, skp_id, step_id=None, starts_at=None, ends_at=None, realisation=None, evidence_url=""
    )
    page = iwan.get(WEEK)
    for sentence in (
        "Tidak ada rencana aksi.", "Jam mulai dan selesai belum diisi.", "Realisasi belum diisi.",
        "Tautan bukti dukung belum ada.",
    ):  # fmt: skip
        assert sentence in page.text
    assert len(page.all("//button/@data-copy")) == 3


def test_what_is_left_is_counted_per_window_and_week(
    app: Flask, iwan: Browser, skp_id: int
) -> None:
    for day in (date(2026, 2, 3), date(2026, 2, 4), date(2026, 5, 19), DAY):
        number = entry(app, skp_id, day=day)
    copied(iwan, number)
    text = iwan.get(WEEK).text
    assert "Triwulan I 2026 2 dari 2 belum" in text and "Triwulan II 2026 1 dari 1 belum" in text
    assert "Triwulan III 2026 kosong" in text and "Triwulan IV 2026 selesai, 1" in text
    assert "18–24 Mei 1 dari 1 belum" in text and "2–8 Februari 2 dari 2 belum" in text


def test_queries_do_not_grow(app: Flask, iwan: Browser, skp_id: int) -> None:
    entry(app, skp_id)
    few = iwan.get(WEEK).queries
    for number in range(30):
        entry(app, skp_id, activity=f"Kegiatan {number}", day=date(2026, 11, 23 + number % 5))
    assert iwan.get(WEEK).queries == few <= 12
