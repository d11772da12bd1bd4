"""Leave, study and suspension through the pages: recorded, ended, taken back, never twice."""

from datetime import date

import sqlalchemy as sa
from flask import Flask

from skpweb.domain.terms import AbsenceKind
from skpweb.extensions import db
from skpweb.models import absences
from skpweb.models.audit import AuditEvent
from skpweb.models.presence import Absence
from tests.browser import Browser, Page
from tests.office import SmallOffice


def record(browser: Browser, employee_id: int, status: int = 200, **typed: str) -> Page:
    path = f"/admin/employees/{employee_id}"
    form = browser.get(path).form(f"{path}/absences")
    values = {"kind": "annual", "starts_on": "03/08/2026", "ends_on": "07/08/2026"}
    return browser.submit(form, status, **(values | {"basis": "850/41/2026"} | typed))


def stored(app: Flask) -> list[tuple[AbsenceKind, date, date]]:
    with app.app_context():
        rows = db.session.scalars(sa.select(Absence).order_by(Absence.starts_on))
        return [(row.kind, row.starts_on, row.ends_on) for row in rows]


def test_a_leave_is_recorded_listed_and_known_by_day(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    iwan = office.ids["iwan"]
    page = record(team, iwan)
    assert "Ketidakhadiran dicatat" in page.text
    assert "3–7 Agustus 2026 · 850/41/2026" in page.text
    august = team.get("/admin/absences/?month=2026-08").text
    assert "Iwan Permadanu" in august
    assert "850/41/2026" in august
    assert "Iwan Permadanu" not in team.get("/admin/absences/?month=2026-09").text
    with app.app_context():
        days = [date(2026, 8, day) for day in (2, 3, 7, 8)]
        found = [absences.kind_on(iwan, day) for day in days]
        assert found == [None, AbsenceKind.ANNUAL, AbsenceKind.ANNUAL, None]
        assert absences.of([], date(2026, 1, 1), date(2026, 12, 31)) == []
        [known] = absences.of([iwan, 999], date(2026, 8, 7), date(2026, 8, 30))
        assert known.basis == "850/41/2026"


def test_days_that_meet_another_absence_are_refused(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    record(team, office.ids["iwan"])
    page = record(
        team, office.ids["iwan"], 422, kind="sick", starts_on="07/08/2026", ends_on="9/8/2026"
    )
    assert "sudah tercatat cuti tahunan 03/08/2026 s.d. 07/08/2026" in page.text
    assert page.all("string(//input[@id='absence-starts_on']/@value)") == "07/08/2026"
    record(team, office.ids["iwan"], starts_on="8/8/2026", ends_on="8/8/2026")
    record(team, office.ids["yuli"])  # somebody else may be away on the same days
    assert len(stored(app)) == 3


def test_wrong_dates_and_an_empty_form_say_what_to_do(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    page = record(team, office.ids["iwan"], 422, ends_on="02/08/2026")
    assert "Hari terakhir tidak boleh sebelum hari pertama" in page.text
    page = record(team, office.ids["iwan"], 422, kind="", starts_on="", ends_on="besok")
    assert "Pilih jenis dari daftar" in page.text
    assert "Tulis hari pertamanya" in page.text
    assert "“besok” bukan tanggal yang ada" in page.text
    assert stored(app) == []


def test_the_last_day_moves_but_not_into_another_absence(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    record(team, office.ids["iwan"])
    record(team, office.ids["iwan"], kind="sick", starts_on="20/8/2026", ends_on="21/8/2026")
    page = team.get("/admin/absences/1")
    path = "/admin/absences/1"
    refused = team.submit(page.form(path), 422, ends_on="20/08/2026")
    assert "sudah tercatat cuti sakit" in refused.text
    assert "Hari terakhir tidak boleh" in team.submit(page.form(path), 422, ends_on="1/8/2026").text
    assert "Hari terakhir disimpan" in team.submit(page.form(path), ends_on="5/8/2026").text
    assert stored(app)[0][2] == date(2026, 8, 5)


def test_a_mistake_is_deleted_and_the_trail_keeps_it(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    record(team, office.ids["iwan"])
    page = team.get("/admin/absences/1")
    assert "Catatan dihapus" in team.submit(page.form("/admin/absences/1/delete")).text
    assert stored(app) == []
    with app.app_context():
        query = sa.select(AuditEvent).where(AuditEvent.action == "absence.remove")
        event = db.session.scalar(query)
        assert event is not None
        assert event.owner_id == office.ids["iwan"]
        assert event.before["starts_on"] == "2026-08-03"


def test_a_month_that_is_none_shows_this_one(team: Browser, office: SmallOffice) -> None:
    for month in ("", "2026-13", "x", "0001-01", "9999-12", "2026-11"):
        assert "November 2026" in team.get(f"/admin/absences/?month={month}").text


def test_the_list_costs_the_same_for_many(app: Flask, office: SmallOffice, team: Browser) -> None:
    one = team.get("/admin/absences/?month=2026-08").queries
    with app.app_context():
        for day in range(1, 29):
            db.session.add(
                Absence(
                    employee_id=office.ids["iwan"], kind=AbsenceKind.SICK, basis="",
                    starts_on=date(2026, 8, day), ends_on=date(2026, 8, day), recorded_by="x",
                )
            )  # fmt: skip
        db.session.commit()
    assert team.get("/admin/absences/?month=2026-08").queries == one <= 12
    assert team.get(f"/admin/employees/{office.ids['iwan']}").queries <= 12


def test_clerks_do_not_see_who_is_away(app: Flask, office: SmallOffice) -> None:
    clerk = Browser(app)
    clerk.sign_in(office.NIPS["kasi"])
    clerk.get("/admin/absences/", 404)
    clerk.post(
        f"/admin/employees/{office.ids['iwan']}/absences", {"csrf_token": clerk.token()}, 404
    )


def test_the_technical_admin_learns_nothing_of_it(
    app: Flask, office: SmallOffice, team: Browser, admin: Browser
) -> None:
    """That somebody is ill is no matter of the machine."""
    record(team, office.ids["iwan"])
    admin.get("/admin/absences/", 404)
    admin.get("/admin/absences/1", 404)
    assert "Cuti" not in admin.get(f"/admin/employees/{office.ids['iwan']}").text
