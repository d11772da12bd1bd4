"""Attendance where it is read: one's own, and beside the evaluation; never a rating."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.terms import AbsenceKind, EmploymentStatus
from skpweb.extensions import db
from skpweb.models import attendances
from skpweb.models.people import Employee
from skpweb.models.presence import Absence, Attendance
from tests.office import SmallOffice
from tests.web.scene import Scene


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan's third quarter, with recaps of the year and a leave in July."""
    made = Scene(app, office)
    with app.app_context():
        for month, counts in {
            2: {"present": 17, "unexcused": 3, "lost_minutes": 400},
            7: {"present": 20, "on_leave": 3},
            8: {"present": 19, "unexcused": 1, "lost_minutes": 50},
            9: {"present": 22, "late": 2},
            11: {"present": 9, "unexcused": 9},
        }.items():
            iwan = office.ids["iwan"]
            db.session.add(Attendance(employee_id=iwan, month=date(2026, month, 1), **counts))
        for first, last in (((7, 6), (7, 8)), ((10, 1), (10, 2))):
            leave = Absence(
                employee_id=iwan, kind=AbsenceKind.ANNUAL, recorded_by="x",
                starts_on=date(2026, *first), ends_on=date(2026, *last),
            )  # fmt: skip
            db.session.add(leave)
        db.session.commit()
    return made


def status(app: Flask, office: SmallOffice, kind: EmploymentStatus) -> None:
    with app.app_context():
        row = sa.update(Employee).where(Employee.id == office.ids["iwan"])
        db.session.execute(row.values(status=kind))
        db.session.commit()


def test_one_query_answers_for_a_span(app: Flask, office: SmallOffice, scene: Scene) -> None:
    with app.app_context():
        found = attendances.presence(office.ids["iwan"], date(2026, 7, 1), date(2026, 9, 30))
        assert [one.month.month for one in found.recaps] == [2, 7, 8, 9]
        assert [one.month.month for one in found.months] == [7, 8, 9]
        assert [one.starts_on for one in found.absences] == [date(2026, 7, 6)]
        assert found.totals["present"] == 61
        late_start = attendances.presence(office.ids["iwan"], date(2026, 8, 16), date(2026, 9, 30))
        assert [one.month.month for one in late_start.months] == [8, 9]
        nobody = attendances.presence(office.ids["yuli"], date(2026, 7, 1), date(2026, 9, 30))
        assert (nobody.recaps, nobody.absences) == ([], [])


def test_superiors_and_team_see_the_months_of_the_window(scene: Scene) -> None:
    for nick in ("kasi", "camat", "team"):
        text = getattr(scene, nick).get(scene.path).text
        assert "Hadir61 hari" in text.replace("Hadir 61", "Hadir61"), nick
        assert "Rekap 3 bulan, Juli 2026 sampai September 2026." in text
        assert "Cuti tahunan 6–8 Juli 2026" in text
        assert "1–2 Oktober" not in text
        assert "kumulatif 2026: 5 hari kerja, termasuk 1 hari dari 450 menit" in text
        assert "PP 94/2021 Pasal 9 menyebut teguran tertulis" in text
        assert "bukan rating dan bukan usulan sanksi" in text
    for nick in ("iwan", "stranger", "admin"):
        getattr(scene, nick).get(scene.path, 404)


def test_nothing_is_chosen_by_attendance(scene: Scene) -> None:
    page = scene.kasi.get(scene.path)
    assert page.all("//input[@type='radio'][@checked]") == []
    assert page.all("//section[@aria-labelledby='s2']//textarea") == []


def test_pppk_are_not_measured_by_pp_94(app: Flask, office: SmallOffice, scene: Scene) -> None:
    status(app, office, EmploymentStatus.PPPK)
    text = scene.kasi.get(scene.path).text
    assert "PP 49/2018 dan perjanjian kerjanya" in text
    assert "teguran" not in text


def test_the_owner_sees_his_year_without_the_ladder(scene: Scene) -> None:
    page = scene.iwan.get("/results/")
    assert "Kehadiran 2026" in page.text
    assert "Februari 2026" in page.text
    assert "1–2 Oktober 2026" in page.text
    assert "PP 94" not in page.text
    assert page.queries <= 12
    for nick in ("kasi", "yuli", "team"):
        assert "Kehadiran 2026" not in getattr(scene, nick).get("/results/").text
    for year in (1, 99999, 2**31 - 1):
        assert "Kehadiran" not in scene.iwan.get(f"/results/?year={year}").text


def test_the_month_of_the_journal_shows_ones_own_attendance(scene: Scene) -> None:
    page = scene.iwan.get("/journal/month/?month=2026-08")
    assert "Kehadiran Agustus 2026" in page.text
    assert "50 menit" in page.text
    assert page.queries <= 12
    assert "Kehadiran" not in scene.iwan.get("/journal/month/?month=2026-03").text
    assert "Kehadiran Agustus" not in scene.kasi.get("/journal/month/?month=2026-08").text


def test_without_a_recap_the_evaluation_says_so(app: Flask, office: SmallOffice) -> None:
    bare = Scene(app, office)
    text = bare.kasi.get(bare.path).text
    assert "Rekap kehadiran untuk masa ini belum ada" in text
    assert "PP 94" not in text
    assert "Kehadiran" not in bare.iwan.get("/results/").text


def test_queries_stay_the_same_with_attendance(app: Flask, scene: Scene) -> None:
    full = scene.kasi.get(scene.path).queries
    with app.app_context():
        db.session.execute(sa.delete(Attendance))
        db.session.execute(sa.delete(Absence))
        db.session.commit()
    assert scene.kasi.get(scene.path).queries == full <= 12
