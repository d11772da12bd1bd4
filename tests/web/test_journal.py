"""The journal over HTTP: writing, mistakes, conflicts, approval."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EntryState
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.journal import ActionStep, JournalEntry
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice


@pytest.fixture
def skp_id(app: Flask, office: SmallOffice) -> int:
    """Iwan's SKP in force, with one rencana aksi."""
    with app.app_context():
        skp_id = records.approved_skp(office)
        records.step(skp_id)
    return skp_id


@pytest.fixture
def iwan(app: Flask, skp_id: int) -> Browser:
    """Iwan's browser."""
    browser = Browser(app)
    browser.sign_in(SmallOffice.NIPS["iwan"])
    return browser


@pytest.fixture
def kasi(app: Flask, skp_id: int) -> Browser:
    """His penilai's browser."""
    browser = Browser(app)
    browser.sign_in(SmallOffice.NIPS["kasi"])
    return browser


def entries(app: Flask) -> list[JournalEntry]:
    """All entries."""
    with app.app_context():
        return list(db.session.scalars(sa.select(JournalEntry).order_by(JournalEntry.id)))


def write(browser: Browser, status: int = 200, **typed: object) -> Page:
    """Fill the day's form."""
    form = browser.get("/journal/").form("/journal/")
    values: dict[str, object] = {"activity": "Verifikasi berkas KK", "realisation": "9"}
    return browser.submit(form, status, **(values | typed))


def test_one_sentence_is_enough(app: Flask, iwan: Browser) -> None:
    page = write(iwan, realisation="")
    assert "Verifikasi berkas KK" in page.text
    (entry,) = entries(app)
    assert entry.realisation is None and entry.state is EntryState.SUBMITTED


def test_unit_follows_the_step_and_zero_is_a_realisation(app: Flask, iwan: Browser) -> None:
    with app.app_context():
        step_id = db.session.scalar(sa.select(ActionStep.id))
    write(iwan, step=str(step_id), realisation="0")
    (entry,) = entries(app)
    assert (entry.realisation, entry.unit, entry.step_id) == (0, "berkas", step_id)


def test_the_last_step_is_chosen_next_time(app: Flask, iwan: Browser) -> None:
    with app.app_context():
        step_id = db.session.scalar(sa.select(ActionStep.id))
    write(iwan, step=str(step_id))
    chosen = iwan.get("/journal/").all("//select[@name='step']//option[@selected]/@value")
    assert chosen == [str(step_id)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"activity": "  "}, "Tulis kegiatan yang Anda kerjakan."),
        ({"activity": "x" * 1001}, "Paling panjang 1000 huruf"),
        ({"day": "25/11/2026"}, "belum tiba"),
        ({"day": "31/2/2026"}, "Tulis tanggal seperti"),
        ({"day": "2/11/2026"}, "sudah ditutup"),
        ({"day": "3/1/2025"}, "Tidak ada SKP Anda yang berlaku"),
        ({"realisation": "empat belas"}, "angka bulat"),
        ({"realisation": "-3"}, "angka bulat"),
        ({"realisation": "9" * 30}, "angka bulat"),
        ({"starts_at": "13.00", "ends_at": "12.00"}, "Jam selesai harus sesudah"),
        ({"starts_at": "13.00"}, "Isi jam mulai dan jam selesai"),
        ({"starts_at": "25.00", "ends_at": "26.00"}, "Tulis jam seperti"),
        ({"evidence_url": "javascript:alert(1)"}, "Tautan harus diawali"),
        ({"step": "999"}, "Pilih salah satu"),
    ],
)
def test_mistakes_are_told_and_nothing_is_lost(
    app: Flask, iwan: Browser, typed: dict[str, str], sentence: str
) -> None:
    page = write(iwan, 422, **({"activity": "Verifikasi berkas pelayanan terpadu"} | typed))
    assert sentence in page.text
    if "activity" not in typed:
        kept = page.all("//textarea[@name='activity']/text()")
        assert "".join(kept).strip() == "Verifikasi berkas pelayanan terpadu"
    assert entries(app) == []


def test_double_click_makes_one_entry(app: Flask, iwan: Browser) -> None:
    form = iwan.get("/journal/").form("/journal/")
    iwan.submit(form, activity="Sekali saja")
    iwan.submit(form, activity="Sekali saja")
    assert len(entries(app)) == 1


def test_stale_change_shows_both_texts(app: Flask, iwan: Browser) -> None:
    write(iwan)
    path = f"/journal/{entries(app)[0].id}/"
    first, second = (iwan.get(path).form(path) for _ in range(2))
    iwan.submit(first, activity="Versi tab pertama")
    page = iwan.submit(second, 409, activity="Versi tab kedua")
    assert "Versi tab pertama" in page.text and "Versi tab kedua" in page.text
    iwan.submit(page.form(path, "Timpa dengan isian saya"))
    assert entries(app)[0].activity == "Versi tab kedua"


def test_penilai_approves_what_he_saw(app: Flask, iwan: Browser, kasi: Browser) -> None:
    write(iwan)
    value = kasi.get("/review/entries/").all("//input[@name='entry']/@value")
    form = kasi.get("/review/entries/").form("/review/entries/")
    page = kasi.submit(form, entry=value, button=("do", "approve"))
    assert "1 kegiatan disetujui" in page.text
    (entry,) = entries(app)
    assert entry.state is EntryState.APPROVED and "Dedi Pranasuta" in entry.decided_by
    with app.app_context():
        actions = set(db.session.scalars(sa.select(AuditEvent.action)))
    assert "entry.approve" in actions


def test_changed_entry_is_not_approved_unseen(app: Flask, iwan: Browser, kasi: Browser) -> None:
    write(iwan)
    value = kasi.get("/review/entries/").all("//input[@name='entry']/@value")
    form = kasi.get("/review/entries/").form("/review/entries/")
    path = f"/journal/{entries(app)[0].id}/"
    iwan.submit(iwan.get(path).form(path), activity="Diganti diam-diam")
    page = kasi.submit(form, 409, entry=value, button=("do", "approve"))
    assert "berubah sejak halaman ini dibuka" in page.text
    assert entries(app)[0].state is EntryState.SUBMITTED


def test_return_needs_a_note_and_comes_back(app: Flask, iwan: Browser, kasi: Browser) -> None:
    write(iwan)
    page = kasi.get("/review/entries/")
    value = page.all("//input[@name='entry']/@value")
    form = page.form("/review/entries/")
    kasi.submit(form, 422, entry=value, button=("do", "return"))
    kasi.submit(form, entry=value, reason="Lengkapi bukti", button=("do", "return"), kunci="baru")
    assert entries(app)[0].state is EntryState.RETURNED
    path = f"/journal/{entries(app)[0].id}/"
    page = iwan.get(path)
    assert "Lengkapi bukti" in page.text
    iwan.submit(page.form(path), evidence_url="https://bukti.example.invalid/1")
    assert entries(app)[0].state is EntryState.SUBMITTED


def test_a_returned_entry_is_a_task_until_it_is_mended(
    app: Flask, iwan: Browser, kasi: Browser
) -> None:
    write(iwan)
    assert "Perbaiki jurnal" not in iwan.get("/").text
    page = kasi.get("/review/entries/")
    value = page.all("//input[@name='entry']/@value")
    form = page.form("/review/entries/")
    kasi.submit(form, entry=value, reason="Lengkapi bukti", button=("do", "return"))
    path = f"/journal/{entries(app)[0].id}/"
    task = iwan.get("/").all(
        f"string(//main//li[.//a[@href='{path}' and starts-with(., 'Perbaiki')]])"
    )
    assert "Lengkapi bukti" in task
    assert "Dikembalikan" in iwan.get("/journal/").all("string(//*[@aria-labelledby='h-minggu'])")
    iwan.submit(iwan.get(path).form(path))
    assert "Perbaiki jurnal" not in iwan.get("/").text


def test_approval_can_be_undone_for_ten_minutes(app: Flask, iwan: Browser, kasi: Browser) -> None:
    write(iwan)
    page = kasi.get("/review/entries/")
    value = page.all("//input[@name='entry']/@value")
    kasi.submit(page.form("/review/entries/"), entry=value, button=("do", "approve"))
    undo = f"/review/entries/{entries(app)[0].id}/undo"
    kasi.submit(kasi.get("/review/entries/").form(undo))
    assert entries(app)[0].state is EntryState.SUBMITTED


def test_an_approved_entry_stays_as_it_is(app: Flask, iwan: Browser, kasi: Browser) -> None:
    write(iwan)
    path = f"/journal/{entries(app)[0].id}/"
    form = iwan.get(path).form(path)
    page = kasi.get("/review/entries/")
    value = page.all("//input[@name='entry']/@value")
    kasi.submit(page.form("/review/entries/"), entry=value, button=("do", "approve"))
    iwan.submit(form, 409, activity="Terlambat diubah")
    iwan.post(f"{path}delete", {"csrf_token": iwan.token()}, 409)
    assert entries(app)[0].activity == "Verifikasi berkas KK"


def test_others_see_nothing(app: Flask, iwan: Browser, kasi: Browser) -> None:
    write(iwan)
    stranger = Browser(app)
    stranger.sign_in(SmallOffice.NIPS["stranger"])
    number = entries(app)[0].id
    stranger.get(f"/journal/{number}/", 404)
    kasi.get(f"/journal/{number}/", 404)
    data = {"csrf_token": stranger.token(), "entry": f"{number}:1", "do": "approve"}
    stranger.post("/review/entries/", data, 409)
    assert entries(app)[0].state is EntryState.SUBMITTED


def test_queries_do_not_grow(app: Flask, iwan: Browser, kasi: Browser) -> None:
    write(iwan)
    few = (iwan.get("/journal/").queries, kasi.get("/review/entries/").queries)
    for number in range(15):
        write(iwan, activity=f"Kegiatan {number}")
    many = (iwan.get("/journal/").queries, kasi.get("/review/entries/").queries)
    assert few == many and max(many) <= 12


def test_steps_with_targets(app: Flask, iwan: Browser, skp_id: int) -> None:
    path = f"/journal/skp/{skp_id}/steps/"
    with app.app_context():
        window = records.window(3)
    page = iwan.submit(
        iwan.get(path).form(path), statement="Menyusun rekap bulanan", unit="laporan",
        **{f"target__{window}": "3"},
    )  # fmt: skip
    assert "Menyusun rekap bulanan" in page.text
    assert "3" in page.all("//td[@data-l='TW III']/text()")
