"""Writing an SKP, over HTTP: nobody waits, nothing is lost."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.people import Employee
from skpweb.models.planning import Indicator, Rhk, Skp, SkpVersion
from tests.office import SmallOffice
from tests.web.desk import Desk


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


def test_the_second_skp_is_proposed_after_the_first(desk: Desk) -> None:
    desk.create(ends_on="30/6/2026")
    form = desk.iwan.get("/planning/new").form("/planning/new").data()
    assert (form["starts_on"], form["ends_on"]) == (["1 Juli 2026"], ["31 Desember 2026"])


def test_a_contract_bounds_the_proposed_period(desk: Desk) -> None:
    with desk.app.app_context():
        yuli = db.session.get(Employee, desk.office.ids["yuli"])
        yuli.contract_starts_on, yuli.contract_ends_on = date(2026, 3, 1), date(2027, 2, 28)
        db.session.commit()
    form = desk.yuli.get("/planning/new").form("/planning/new").data()
    assert (form["starts_on"], form["ends_on"]) == (["1 Maret 2026"], ["31 Desember 2026"])


def test_period_and_approach_are_mended_while_it_is_a_draft(desk: Desk) -> None:
    desk.drafted()
    desk.create(starts_on="1/1/2026", status=422)
    path = "/planning/1/period"
    form = desk.iwan.get(path).form(path)
    assert "di dalam tahun 2026" in desk.iwan.submit(form, 422, ends_on="1/2/2027").text
    desk.iwan.submit(form, approach="qualitative", starts_on="1/2/2026")
    page = desk.iwan.get("/planning/1/results")
    assert "Ukuran keberhasilan" in page.text and "Terverifikasinya" in page.source
    desk.submit()
    desk.iwan.submit(form, 409, approach="quantitative", kunci="lain")
    with desk.app.app_context():
        skp = db.session.scalars(sa.select(Skp)).one()
        assert (skp.approach.value, skp.starts_on) == ("qualitative", date(2026, 2, 1))


def test_a_form_sent_twice_is_done_once(desk: Desk) -> None:
    form = desk.iwan.get("/planning/new").form("/planning/new")
    for _ in range(2):
        assert "Hasil kerja utama" in desk.iwan.submit(form).text
    form = desk.iwan.get("/planning/1/results").form("/planning/1/rhk", 'value="main"')
    for _ in range(2):
        desk.iwan.submit(form)
    form = desk.iwan.get("/planning/1/results").form("/planning/rhk/1/")
    for _ in range(2):
        desk.iwan.submit(form, button=("do", "add"), statement="Terlayaninya pemohon")
    with desk.app.app_context():
        counts = [
            db.session.scalar(sa.select(sa.func.count()).select_from(what))
            for what in (Skp, Rhk, Indicator)
        ]
    assert counts == [1, 1, 2]
    desk.write()
    form = desk.iwan.get("/planning/1/").form("/planning/1/submit")
    for _ in range(2):
        assert "Menunggu Dedi Pranasuta" in desk.iwan.submit(form).text


def test_an_incomplete_skp_is_not_submitted(desk: Desk) -> None:
    desk.create()
    assert "paling sedikit satu hasil kerja utama" in desk.submit(422).text
    desk.add_rhk()
    assert "Lengkapi rumusan" in desk.submit(422).text


def test_the_strip_says_what_is_open(desk: Desk) -> None:
    desk.create()
    strip = "//ol[contains(@class,'steps')]"
    words = desk.iwan.get("/planning/1/results").all(strip)[0].text_content()
    assert "Belum lengkap" in words and "Belum diisi" in words
    desk.add_rhk()
    desk.write()
    path = "/planning/1/appendix"
    nothing = dict.fromkeys(("resources", "accountability", "consequences"), "Tidak ada")
    desk.iwan.submit(desk.iwan.get(path).form(path), **nothing)
    words = desk.iwan.get("/planning/1/results").all(strip)[0].text_content()
    assert "Belum" not in words and words.count("Lengkap") == 2


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


def test_hints_advise_and_never_block(desk: Desk) -> None:
    desk.create()
    desk.add_rhk()
    one = desk.indicator()
    desk.write(
        statement="Melatih petugas loket",
        **{f"statement__{one}": "Semua petugas dilatih", f"target__{one}": ""},
    )
    page = desk.iwan.get("/planning/1/results")
    hints = page.all("//article//p[contains(@class,'hint-after')]")
    assert len(hints) >= 2
    assert "mendapat saran perumusan" in desk.iwan.get("/planning/1/").text
    desk.submit()
    assert desk.states() == [(1, "submitted")]
