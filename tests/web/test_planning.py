"""An SKP from first draft to approved revision, over HTTP."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import SkpState
from skpweb.extensions import db
from skpweb.models.people import Employee
from skpweb.models.planning import Indicator, Rhk, Skp, SkpVersion
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice


class Desk:
    """Browsers by nickname and short words for what people do."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        self.app, self.office = app, office
        self.browsers: dict[str, Browser] = {}

    def __getattr__(self, nick: str) -> Browser:
        """Somebody's browser, signed in on first use."""
        if nick not in self.browsers:
            browser = Browser(self.app)
            browser.sign_in(SmallOffice.NIPS.get(nick, nick))
            self.browsers[nick] = browser
        return self.browsers[nick]

    def create(self, who: str = "iwan", status: int = 200, **typed: str) -> Page:
        """A new SKP for the running year."""
        browser: Browser = getattr(self, who)
        return browser.submit(browser.get("/planning/new").form("/planning/new"), status, **typed)

    def add_rhk(self, who: str = "iwan", skp_id: int = 1, kind: str = "main") -> Page:
        """One more card."""
        browser: Browser = getattr(self, who)
        page = browser.get(f"/planning/{skp_id}/results")
        return browser.submit(page.form(f"/planning/{skp_id}/rhk", f'value="{kind}"'))

    def write(self, status: int = 200, do: str = "save", rhk_id: int = 1, **typed: Any) -> Page:
        """Fill Iwan's first card."""
        page = self.iwan.get("/planning/1/results")
        form = page.form(f"/planning/rhk/{rhk_id}/")
        values = {"statement": "Terverifikasinya berkas permohonan layanan secara benar"}
        one = self.indicator(rhk_id)
        values |= {f"statement__{one}": "Berkas diverifikasi", f"target__{one}": "2.000 berkas"}
        values |= {f"kind__{one}": "quantity"}
        return self.iwan.submit(form, status, button=("do", do), **(values | typed))

    def indicator(self, rhk_id: int = 1) -> int:
        """Id of the first indicator of a card."""
        with self.app.app_context():
            found = db.session.scalar(
                sa.select(Indicator.id).where(Indicator.rhk_id == rhk_id).order_by(Indicator.id)
            )
        return int(found or 0)

    def drafted(self) -> None:
        """Iwan's SKP with one complete RHK."""
        self.create()
        self.add_rhk()
        self.write()

    def submit(self, status: int = 200) -> Page:
        """Iwan submits."""
        page = self.iwan.get("/planning/1/")
        return self.iwan.submit(page.form("/planning/1/submit"), status)

    def approve(self, status: int = 200) -> Page:
        """His penilai approves."""
        page = self.kasi.get("/planning/1/review")
        return self.kasi.submit(page.form("/planning/1/approve"), status)

    def send_back(self, text: str = "", status: int = 200) -> Page:
        """The penilai returns it."""
        page = self.kasi.get("/planning/1/review")
        return self.kasi.submit(page.form("/planning/1/return"), status, text=text)

    def states(self) -> list[tuple[int, str]]:
        """Number and state of all versions."""
        with self.app.app_context():
            rows = db.session.execute(
                sa.select(SkpVersion.number, SkpVersion.state).order_by(SkpVersion.number)
            )
            return [(number, state.value) for number, state in rows]


@pytest.fixture
def desk(app: Flask, office: SmallOffice) -> Desk:
    """Nobody has an SKP yet."""
    return Desk(app, office)


def test_nobody_waits_for_the_boss(desk: Desk) -> None:
    page = desk.create()
    assert "SKP 2026" in page.text
    page = desk.add_rhk()
    assert "Belum ada: ditautkan nanti" in page.text
    desk.write()
    page = desk.submit()
    assert "diajukan" in page.text and desk.states() == [(1, "submitted")]
    assert "Iwan Permadanu" in desk.kasi.get("/review/").text
    desk.approve()
    assert desk.states() == [(1, "approved")]
    with desk.app.app_context():
        snapshot = db.session.scalar(sa.select(SkpVersion.snapshot))
    assert snapshot["assessor"]["name"] == "Dedi Pranasuta"
    assert snapshot["senior_assessor"]["position"] == "Camat Contohsari"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"starts_on": "1/7/2026", "ends_on": "30/6/2026"}, "sesudah tanggal mulai"),
        ({"starts_on": "1/7/2025"}, "di dalam tahun 2026"),
        ({"starts_on": "kemarin"}, "Tulis tanggal seperti"),
    ],
)
def test_periods_that_cannot_be(desk: Desk, typed: dict[str, str], sentence: str) -> None:
    assert sentence in desk.create(status=422, **typed).text


def test_two_skp_of_a_year_touch_but_never_overlap(desk: Desk) -> None:
    desk.create(ends_on="30/6/2026")
    assert "tumpang tindih" in desk.create(status=422, starts_on="30/6/2026").text
    desk.create(starts_on="1/7/2026")
    with desk.app.app_context():
        assert db.session.scalar(sa.select(sa.func.count()).select_from(Skp)) == 2


def test_an_incomplete_skp_is_not_submitted(desk: Desk) -> None:
    desk.create()
    assert "paling sedikit satu hasil kerja utama" in desk.submit(422).text
    desk.add_rhk()
    assert "Lengkapi rumusan" in desk.submit(422).text


def test_half_written_is_kept(desk: Desk) -> None:
    desk.create()
    desk.add_rhk()
    desk.write(statement="Ters", **{f"statement__{desk.indicator()}": ""})
    with desk.app.app_context():
        assert db.session.scalar(sa.select(Rhk.statement)) == "Ters"


def test_too_long_is_told_and_kept_in_the_form(desk: Desk) -> None:
    desk.create()
    desk.add_rhk()
    page = desk.write(422, statement="x" * 6001)
    assert "Paling panjang 6000 huruf" in page.text
    assert "x" * 6001 in page.source


def test_rows_are_added_moved_and_removed(desk: Desk) -> None:
    desk.drafted()
    desk.write(do="add")
    with desk.app.app_context():
        ids = list(db.session.scalars(sa.select(Indicator.id).order_by(Indicator.id)))
    assert len(ids) == 2
    desk.write(do=f"remove-{ids[0]}")
    desk.add_rhk()
    page = desk.iwan.get("/planning/1/results")
    second = page.form("/planning/rhk/2/")
    desk.iwan.submit(second, statement="Tersedianya rekap", button=("do", "up"))
    with desk.app.app_context():
        order = list(db.session.scalars(sa.select(Rhk.id).order_by(Rhk.order)))
        assert order == [2, 1]
        assert list(db.session.scalars(sa.select(Indicator.id).where(Indicator.rhk_id == 1))) == [
            ids[1]
        ]
    desk.iwan.submit(desk.iwan.get("/planning/1/results").form("/planning/rhk/2/delete"))
    with desk.app.app_context():
        assert list(db.session.scalars(sa.select(Rhk.id))) == [1]


def test_two_tabs_show_both_texts(desk: Desk) -> None:
    desk.drafted()
    path = "/planning/rhk/1/"
    first, second = (desk.iwan.get("/planning/1/results").form(path) for _ in range(2))
    desk.iwan.submit(first, statement="Tab pertama")
    page = desk.iwan.submit(second, 409, statement="Tab kedua")
    assert "Tab pertama" in page.text and "Tab kedua" in page.text
    desk.iwan.submit(page.form(path, "Timpa dengan isian saya"))
    with desk.app.app_context():
        assert db.session.scalar(sa.select(Rhk.statement)) == "Tab kedua"


def test_autosave_after_submitting_is_refused(desk: Desk) -> None:
    desk.drafted()
    form = desk.iwan.get("/planning/1/results").form("/planning/rhk/1/")
    desk.submit()
    page = desk.iwan.submit(form, 409, statement="Terlambat", button=("draft", "1"))
    assert "Terlambat" in page.text and "sudah diajukan" in page.text
    with desk.app.app_context():
        assert "Terlambat" not in str(db.session.scalar(sa.select(Rhk.statement)))


def test_taken_back_while_the_penilai_reads(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    form = desk.kasi.get("/planning/1/review").form("/planning/1/approve")
    desk.iwan.submit(desk.iwan.get("/planning/1/").form("/planning/1/withdraw"))
    page = desk.kasi.submit(form, 409)
    assert "ditarik kembali atau berubah" in page.text
    assert desk.states() == [(1, "draft")]
    desk.write(statement="Rumusan yang belum dibaca penilai")
    desk.submit()
    desk.kasi.submit(form, 409)
    assert desk.states() == [(1, "submitted")]


def test_returned_with_notes_and_only_the_change_is_shown_again(desk: Desk) -> None:
    desk.drafted()
    desk.add_rhk()
    page = desk.iwan.get("/planning/1/results")
    two = desk.indicator(2)
    desk.iwan.submit(
        page.form("/planning/rhk/2/"), statement="Tersedianya rekapitulasi layanan",
        **{f"statement__{two}": "Laporan", f"target__{two}": "12 laporan"},
    )  # fmt: skip
    desk.submit()
    assert "paling sedikit satu catatan" in desk.send_back(status=422).text
    with desk.app.app_context():
        row = f"rhk:{db.session.scalar(sa.select(Rhk.key).where(Rhk.id == 1))}"
    data = {"csrf_token": desk.kasi.token(), "row": row, "text": "Berapa menit per berkas?"}
    desk.kasi.post("/planning/1/notes", data)
    assert "Berapa menit" not in desk.iwan.get("/planning/1/").text
    desk.send_back()
    assert desk.states() == [(1, "returned")]
    page = desk.iwan.get("/planning/1/results")
    assert "Berapa menit per berkas?" in page.text and "Sudah diubah" not in page.text
    assert "Perbaiki SKP 2026" in desk.iwan.get("/").text
    desk.write(statement="Terverifikasinya berkas dalam 15 menit")
    assert "Sudah diubah" in desk.iwan.get("/planning/1/results").text
    desk.submit()
    page = desk.kasi.get("/planning/1/review")
    assert "1 baris berubah" in page.text and "Tersedianya rekapitulasi" not in page.text
    assert page.all("//del") and page.all("//ins")
    assert "Tersedianya rekapitulasi" in desk.kasi.get("/planning/1/review?all=1").text


def test_a_revision_supersedes_and_the_old_one_stays(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    desk.approve()
    desk.iwan.post("/planning/rhk/1/", {"csrf_token": desk.iwan.token(), "version": "2"}, 409)
    form = desk.iwan.get("/planning/1/revise").form("/planning/1/revise")
    desk.iwan.submit(form, 422, reason=" ")
    desk.iwan.submit(form, reason="Cuti melahirkan", kunci="lain")
    assert desk.states() == [(1, "approved"), (2, "draft")]
    with desk.app.app_context():
        rhk_id = db.session.scalar(sa.select(sa.func.max(Rhk.id)))
    one = desk.indicator(rhk_id)
    form = desk.iwan.get("/planning/1/results").form(f"/planning/rhk/{rhk_id}/")
    desk.iwan.submit(form, **{f"target__{one}": "1.500 berkas"})
    desk.submit()
    page = desk.kasi.get("/planning/1/review")
    assert "2.000 berkas" in page.text and "1.500 berkas" in page.text
    desk.approve()
    assert desk.states() == [(1, "superseded"), (2, "approved")]
    assert "2.000 berkas" in desk.iwan.get("/planning/1/versions/1/").text
    with desk.app.app_context():
        keys = set(db.session.scalars(sa.select(Rhk.key)))
    assert len(keys) == 1


def test_a_revision_can_be_dropped(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    desk.approve()
    form = desk.kasi.get("/planning/1/revise").form("/planning/1/revise")
    desk.kasi.submit(form, reason="Penugasan baru")
    page = desk.iwan.get("/planning/1/")
    desk.iwan.submit(page.form("/planning/1/drop-revision"))
    assert desk.states() == [(1, "approved")]


def test_the_superiors_rhk_is_linked_and_frozen(desk: Desk) -> None:
    with desk.app.app_context():
        records.approved_skp(desk.office, "kasi", "camat")
    desk.create()
    page = desk.iwan.get("/planning/2/results")
    desk.iwan.submit(page.form(None, 'Turunkan<span class="vh"> Terverifikasinya'))
    with desk.app.app_context():
        rhk = db.session.scalars(sa.select(Rhk).order_by(Rhk.id.desc())).first()
        rhk_id, key = rhk.id, rhk.intervened_key
    assert key is not None
    one = desk.indicator(rhk_id)
    form = desk.iwan.get("/planning/2/results").form(f"/planning/rhk/{rhk_id}/")
    desk.iwan.submit(form, statement="Terlayaninya loket", **{f"statement__{one}": "Antrean"})
    desk.iwan.submit(desk.iwan.get("/planning/2/").form("/planning/2/submit"))
    desk.kasi.submit(desk.kasi.get("/planning/2/review").form("/planning/2/approve"))
    with desk.app.app_context():
        text = db.session.scalar(sa.select(Rhk.intervened_text).where(Rhk.id == rhk_id))
    assert text == "Terverifikasinya berkas permohonan layanan secara benar"


def test_expectations_by_owner_and_by_penilai(desk: Desk) -> None:
    desk.drafted()
    path = "/planning/1/behaviours"
    desk.iwan.submit(desk.iwan.get(path).form(path), service="Menyapa pemohon")
    desk.submit()
    form = desk.kasi.get(path).form(path)
    desk.kasi.submit(form, collaborative="Membagi cara verifikasi")
    assert "Membagi cara verifikasi" in desk.iwan.get("/planning/1/").text
    data = {"csrf_token": desk.iwan.token(), "service": "Diam-diam", "version": "9"}
    desk.iwan.post(path, data, 409)
    desk.yuli.get(path, 404)


def test_lampiran_with_a_deliberate_nothing(desk: Desk) -> None:
    desk.drafted()
    path = "/planning/1/appendix"
    form = desk.iwan.get(path).form(path)
    desk.iwan.submit(form, resources=["Anggaran", "", "Komputer"], button=("do", "more"))
    form = desk.iwan.get(path).form(path)
    desk.iwan.submit(form, button=("do", "none-consequences"), consequences=[])
    page = desk.iwan.get("/planning/1/")
    assert "Komputer" in page.text and "Tidak ada" in page.text


def test_copy_from_a_colleague_in_the_same_post(desk: Desk) -> None:
    with desk.app.app_context():
        records.approved_skp(desk.office, "iwan")
        db.session.execute(sa.text("UPDATE posting SET position_name = 'Pengolah Data dan "
                                   "Informasi' WHERE employee_id = :id"),
                           {"id": desk.office.ids["yuli"]})  # fmt: skip
        db.session.commit()
    desk.create("yuli")
    path = "/planning/2/copy"
    page = desk.yuli.get(path)
    assert "Iwan Permadanu, 2026" in page.text
    desk.yuli.submit(page.form(path), 422)
    source = str(page.all("//input[@name='source']/@value")[0])
    page = desk.yuli.submit(page.form(path), source=source, kunci="lain")
    assert "2 RHK disalin" in page.text
    desk.yuli.get("/planning/1/", 404)


@pytest.mark.parametrize("who", ["yuli", "stranger", "admin"])
def test_others_find_nothing(desk: Desk, who: str) -> None:
    desk.drafted()
    browser: Browser = getattr(desk, who)
    for path in ("", "results", "behaviours", "appendix", "manual", "review", "revise", "copy"):
        browser.get(f"/planning/1/{path}", 404)
    data = {"csrf_token": browser.token(), "version": "1", "statement": "Punya saya"}
    for path in ("1/submit", "1/approve", "1/return", "rhk/1/", "rhk/1/delete", "1/notes"):
        browser.post(f"/planning/{path}", data, 404)
    browser.get("/planning/1/versions/1/skp.pdf", 404)


@pytest.mark.parametrize(("who", "status"), [("camat", 200), ("team", 200), ("kasi", 200)])
def test_superiors_and_team_read(desk: Desk, who: str, status: int) -> None:
    desk.drafted()
    browser: Browser = getattr(desk, who)
    browser.get("/planning/1/", status)
    browser.post("/planning/1/submit", {"csrf_token": browser.token()}, 404)


def test_nobody_approves_himself(desk: Desk) -> None:
    desk.drafted()
    desk.submit()
    desk.iwan.post("/planning/1/approve", {"csrf_token": desk.iwan.token(), "version": "2"}, 404)
    assert desk.states() == [(1, SkpState.SUBMITTED.value)]


def test_the_atasan_sets_it_after_the_deadline(desk: Desk) -> None:
    """The penilai has not acted by the end of January (p.65)."""
    desk.drafted()
    desk.submit()
    page = desk.camat.get("/planning/1/review")
    desk.camat.submit(page.form("/planning/1/approve"))
    assert desk.states() == [(1, "approved")]


def test_pdf_of_draft_and_of_the_final(desk: Desk) -> None:
    desk.drafted()
    path = "/planning/1/versions/1/skp.pdf"
    draft = desk.iwan.client.get(path)
    assert draft.mimetype == "application/pdf" and draft.data.startswith(b"%PDF")
    desk.submit()
    desk.approve()
    final = desk.iwan.client.get(path).data
    with desk.app.app_context():
        employee = db.session.get(Employee, desk.office.ids["iwan"])
        employee.name = "Nama Lain"
        db.session.commit()
    assert desk.iwan.client.get(path).data == final


def test_queries_do_not_grow_with_indicators(desk: Desk) -> None:
    desk.drafted()
    paths = ("/planning/1/", "/planning/1/results")
    few = [desk.iwan.get(path).queries for path in paths]
    for _ in range(12):
        desk.write(do="add")
    many = [desk.iwan.get(path).queries for path in paths]
    assert few == many and max(many) <= 12
