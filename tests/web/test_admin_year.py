"""Years, windows, holidays, organisation results and the office's settings through the pages."""

from datetime import date

import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EvaluationState
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.domain.terms import Approach, Form
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.base import utc_now
from skpweb.models.organisation import (
    EvaluationWindow,
    Holiday,
    Office,
    OrganisationResult,
    PerformanceYear,
)
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation
from tests.browser import Browser, Page
from tests.office import SmallOffice


def rated(app: Flask, office: SmallOffice) -> None:
    """Iwan has a predicate for the first quarter."""
    with app.app_context():
        skp = Skp(
            employee_id=office.ids["iwan"],
            year_id=office.year_id,
            posting_id=4,
            form=Form.STAFF,
            approach=Approach.QUANTITATIVE,
            starts_on=date(2026, 1, 1),
            ends_on=date(2026, 12, 31),
        )
        db.session.add(skp)
        db.session.flush()
        db.session.add(
            Evaluation(
                skp_id=skp.id,
                window_id=db.session.scalars(sa.select(sa.func.min(EvaluationWindow.id))).one(),
                state=EvaluationState.RATED,
                rated_at=utc_now(),
                result_rating=Rating.MEETS,
                behaviour_rating=Rating.MEETS,
                predicate=Predicate.GOOD,
                snapshot={"level": "good"},
            )
        )
        db.session.commit()


def test_the_next_year_is_made_from_the_last(app: Flask, team: Browser) -> None:
    form = team.get("/admin/years/new").form("/admin/years/new")
    shown = form.data()
    assert shown["year"] == ["2027"]
    assert shown["skp_due_on"] == ["31/01/2027"]
    page = team.submit(form, period_kind="monthly")
    assert "Tahun kinerja 2027 dibuat" in page.text
    with app.app_context():
        windows = list(
            db.session.scalars(sa.select(EvaluationWindow).filter_by(year_id=2).order_by("order"))
        )
        assert len(windows) == 13
        assert (windows[1].ends_on, windows[1].opens_on) == (date(2027, 2, 28), date(2027, 2, 18))
        assert windows[12].is_annual
        assert windows[12].closes_on == date(2028, 1, 31)
    again = team.get("/admin/years/new").form("/admin/years/new")
    assert "sudah ada" in team.submit(again, 422, year="2026").text
    assert "empat angka" in team.submit(again, 422, year="duaribu").text


def test_windows_open_and_close_when_the_office_says(app: Flask, team: Browser) -> None:
    form = team.get("/admin/years/1").form("/admin/years/1/windows")
    page = team.submit(form, **{"opens-1": "25 Maret 2026", "closes-1": "10/4/2026"})
    assert "Tanggal masa evaluasi disimpan." in page.text
    with app.app_context():
        window = db.session.get(EvaluationWindow, 1)
        assert window is not None
        assert (window.opens_on, window.closes_on) == (date(2026, 3, 25), date(2026, 4, 10))
    for typed, problem in (
        ({"opens-1": "2026"}, "bukan tanggal yang ada"),
        ({"closes-1": "1/1/2026"}, "ditutup sebelum dibuka"),
        ({"opens-1": "1/1/2020"}, "dibuka sebelum periodenya mulai"),
    ):
        page = team.submit(form, 422, kunci="", **typed)
        assert problem in page.text
        ((name, text),) = typed.items()
        assert page.all(f"//input[@name='{name}']/@value") == [text]


def test_the_period_kind_stays_once_somebody_was_rated(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    form = team.get("/admin/years/1").form("/admin/years/1")
    team.submit(form, period_kind="monthly", skp_due_on="28/2/2026")
    with app.app_context():
        assert db.session.scalar(sa.select(sa.func.count(EvaluationWindow.id))) == 13
        year = db.session.get(PerformanceYear, 1)
        assert year is not None
        assert year.skp_due_on == date(2026, 2, 28)
    rated(app, office)
    form = team.get("/admin/years/1").form("/admin/years/1")
    assert (
        "Jenis periode tidak dapat diubah" in team.submit(form, 422, period_kind="quarterly").text
    )


def holidays(app: Flask) -> list[tuple[date, str]]:
    with app.app_context():
        rows = db.session.scalars(sa.select(Holiday).order_by(Holiday.day))
        return [(row.day, row.name) for row in rows]


def test_proposed_holidays_are_taken_over_added_to_and_removed(app: Flask, team: Browser) -> None:
    page = team.get("/admin/holidays/2026")
    assert "Hari Kemerdekaan Republik Indonesia" in page.text
    assert "Cuti Bersama Hari Raya Natal" in page.text
    form = page.form("/admin/holidays/2026/accept")
    page = team.submit(form, days=["2026-08-17", "2026-12-24", "2026-12-02", "bukan"])
    assert "2 hari libur ditambahkan." in page.text
    assert [day for day, _ in holidays(app)] == [date(2026, 8, 17), date(2026, 12, 24)]
    form = page.form("/admin/holidays/2026")
    page = team.submit(form, day="9/12/2026", name="Hari pemungutan suara")
    assert (date(2026, 12, 9), "Hari pemungutan suara") in holidays(app)
    page = team.submit(page.form("/admin/holidays/2026"), 422, day="9/12/2026", name="Lagi")
    assert "09/12/2026 sudah ada di daftar" in page.text
    page = team.submit(page.form("/admin/holidays/2026"), 422, day="31/9/2026", name="")
    assert "bukan tanggal yang ada" in page.text
    page = team.submit(team.get("/admin/holidays/2026").form("/admin/holidays/remove/1"))
    assert len(holidays(app)) == 2
    none = team.get("/admin/holidays/2026").form("/admin/holidays/2026/accept")
    assert "Belum ada yang dicentang" in team.submit(none, days=None).text


def set_result(team: Browser, status: int = 200, **typed: str) -> Page:
    path = "/admin/windows/1/units/1"
    good = {"level": "good", "decided_by": "Bupati", "basis": "SK 1", "decided_on": "31/3/2026"}
    return team.submit(team.get(path).form(path), status, **(good | typed))


def test_an_organisation_result_is_recorded_with_its_basis(app: Flask, team: Browser) -> None:
    assert "Belum dicatat" in team.get("/admin/windows/1").text
    form = team.get("/admin/windows/1/units/1").form("/admin/windows/1/units/1")
    assert form.data()["level"] == [""]  # nothing is chosen beforehand
    page = set_result(team)
    assert "Capaian kinerja Kecamatan Contohsari dicatat." in page.text
    with app.app_context():
        result = db.session.scalars(sa.select(OrganisationResult)).one()
        assert (result.level, result.decided_by) == (OrganisationLevel.GOOD, "Bupati")
    for typed, problem in (
        ({"basis": ""}, "Tulis dasarnya"),
        ({"decided_by": ""}, "Tulis siapa"),
        ({"level": "bagus"}, "dari daftar"),
        ({"level": ""}, "Pilih capaian kinerja organisasi"),
        ({"decided_on": ""}, "Tulis tanggal"),
    ):
        assert problem in set_result(team, 422, **typed).text


def test_a_result_changes_after_a_predicate_only_with_a_reason(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    set_result(team)
    set_result(team, basis="SK 2")
    rated(app, office)
    assert "Sudah ada predikat" in team.get("/admin/windows/1/units/1").text
    assert "Tulis alasan mengubah" in set_result(team, 422, level="poor").text
    set_result(team, level="poor", reason="salah ketik keputusan")
    with app.app_context():
        last = db.session.scalars(
            sa.select(AuditEvent).order_by(AuditEvent.number.desc()).limit(1)
        ).one()
        assert (last.action, last.reason) == ("organisation_result.set", "salah ketik keputusan")
        assert (last.before["level"], last.after["level"]) == ("good", "poor")
        assert db.session.scalars(sa.select(Evaluation.snapshot)).one() == {"level": "good"}


def test_the_office_has_settings(app: Flask, team: Browser) -> None:
    form = team.get("/admin/office/").form("/admin/office/")
    page = team.submit(form, timezone="Asia/Makassar", paper="F4", work_days="6")
    assert "Pengaturan kantor disimpan." in page.text
    with app.app_context():
        stored = db.session.scalars(sa.select(Office)).one()
        assert (stored.timezone, stored.paper, stored.work_days) == ("Asia/Makassar", "F4", 6)
    for typed, problem in (
        ({"timezone": "Asia/Tokyo"}, "Pilih zona waktu dari daftar."),
        ({"work_days": "7"}, "Pilih hari kerja dari daftar."),
        ({"backfill_days": "banyak"}, "Tulis jumlah hari kerja"),
        ({"name": ""}, "Tulis nama instansi."),
    ):
        assert problem in team.submit(form, 422, kunci="", **typed).text


def test_who_lacks_what_is_counted(app: Flask, office: SmallOffice, team: Browser) -> None:
    rated(app, office)
    page = team.get("/admin/monitoring/")
    assert "Belum punya SKP tahun ini (5)" in page.text
    assert "Tanpa penilai" not in page.text
    form = team.get("/admin/employees/4").form("/admin/postings/4/superiors")
    team.submit(form, assessor="", senior="")
    assert "Tanpa penilai (1)" in team.get("/admin/monitoring/").text
    assert "Iwan" in team.get("/admin/employees/?filter=unassessed").text
