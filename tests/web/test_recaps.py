"""Journal recaps over HTTP: what they say, and who may open which."""

import io
from datetime import date, time

import pytest
from flask import Flask
from openpyxl import load_workbook

from skpweb.domain.lifecycle import EntryState
from skpweb.domain.terms import AbsenceKind
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry
from skpweb.models.organisation import Holiday, Unit
from skpweb.models.people import Employee, Posting, StandIn
from skpweb.models.presence import Absence, Attendance
from tests import records
from tests.browser import Browser, Page
from tests.documents import reading
from tests.office import SmallOffice
from tests.web.scene import Scene

MONDAY = date(2026, 11, 16)
WEEK = "length=week&day=2026-11-18"
MONTH = "length=month&day=2026-11-01"
Row = tuple[int, int, int, EntryState]
APPROVED, SUBMITTED, RETURNED = EntryState.APPROVED, EntryState.SUBMITTED, EntryState.RETURNED


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan's approved SKP, and everybody's browser."""
    return Scene(app, office)


def write(scene: Scene, *rows: Row) -> None:
    """Entries of Iwan in November: day, first and last hour, state."""
    with scene.app.app_context():
        for day, start, end, state in rows:
            entry = JournalEntry(
                skp_id=scene.skp_id, day=date(2026, 11, day), starts_at=time(start),
                ends_at=time(end), activity=f"Kegiatan {day}/{start}", state=state,
                decided_at=utc_now(), realisation=3, unit="berkas",
            )  # fmt: skip
            db.session.add(entry)
        db.session.commit()


def recap(scene: Scene, who: str = "iwan", asked: str = WEEK, status: int = 200) -> Page:
    browser: Browser = getattr(scene, who)
    return browser.get(f"/journal/recap/{scene.office.ids['iwan']}/?{asked}", status)


def facts(page: Page) -> dict[str, str]:
    return {
        " ".join(row.xpath("dt")[0].text_content().split()): " ".join(
            row.xpath("dd")[0].text_content().split()
        )
        for row in page.all("//dl[contains(@class,'facts')]/div")
    }


def test_my_own_recap_is_reached_and_counts(scene: Scene) -> None:
    write(scene, (16, 8, 10, APPROVED), (16, 9, 11, SUBMITTED), (18, 8, 9, RETURNED),
          (21, 8, 9, SUBMITTED), (24, 8, 9, SUBMITTED))  # fmt: skip
    with scene.app.app_context():
        db.session.add(Holiday(day=date(2026, 11, 20), name="Hari jadi"))
        db.session.commit()
    found = facts(recap(scene))
    assert found["Hari terisi"] == "1 dari 4 hari yang dihitung"
    assert found["Belum terisi"] == "17, 18 dan 19 November 2026"
    assert (found["Kegiatan"], found["Disetujui"]) == ("4", "1")
    assert (found["Menunggu keputusan"], found["Dikembalikan"]) == ("2", "1")
    assert found["Jam tercatat"] == "4 jam (240 menit)"
    assert found["Terisi di luar hari itu"] == "21 November 2026"
    assert found["Hari libur yang dipakai"] == "20 November 2026 (Hari jadi)"
    assert scene.iwan.get("/journal/recap/").text.count("Rekap jurnal November 2026") == 1


def test_leave_and_attendance_are_named(scene: Scene) -> None:
    with scene.app.app_context():
        iwan = scene.office.ids["iwan"]
        db.session.add(
            Absence(
                employee_id=iwan,
                kind=AbsenceKind.ANNUAL,
                recorded_by="Tim",
                starts_on=date(2026, 11, 12),
                ends_on=date(2026, 11, 17),
            )
        )
        db.session.add(Attendance(employee_id=iwan, month=date(2026, 11, 1), present=14, late=2))
        db.session.commit()  # fmt: skip
    week, month = facts(recap(scene)), facts(recap(scene, asked=MONTH))
    assert week["Tidak dihitung"] == "Cuti tahunan: 16 dan 17 November 2026"
    assert week["Kehadiran"] == "Hanya ada pada rekap bulanan"
    assert month["Tidak dihitung"] == "Cuti tahunan: 12, 13, 16 dan 17 November 2026"
    assert month["Kehadiran"] == "Hadir 14, terlambat 2"
    assert month["Hari terisi"] == "0 dari 12 hari yang dihitung"


def test_files_of_a_person(scene: Scene) -> None:
    write(scene, (16, 8, 10, APPROVED))
    base = f"/journal/recap/{scene.office.ids['iwan']}"
    pdf = scene.kasi.client.get(f"{base}/rekap-jurnal.pdf?{WEEK}")
    text = reading.whole_text(pdf.data)
    assert reading.missing_in_order(text, ["Iwan Permadanu", "Kegiatan 16/8", "3 berkas"]) == []
    assert pdf.headers["Content-Disposition"] == "inline; filename=rekap-jurnal-2026-11-16.pdf"
    book = scene.iwan.client.get(f"{base}/rekap-jurnal.xlsx?{MONTH}")
    rows = list(load_workbook(io.BytesIO(book.data))["Kegiatan"].iter_rows(values_only=True))
    assert rows[1][4] == "Kegiatan 16/8"


@pytest.mark.parametrize(
    ("who", "status"),
    [("iwan", 200), ("kasi", 200), ("camat", 200), ("team", 200), ("yuli", 404),
     ("stranger", 404), ("admin", 404)],
)  # fmt: skip
def test_who_may_open_a_persons_recap(scene: Scene, who: str, status: int) -> None:
    recap(scene, who, status=status)
    base = f"/journal/recap/{scene.office.ids['iwan']}/rekap-jurnal"
    browser: Browser = getattr(scene, who)
    assert browser.client.get(f"{base}.pdf").status_code == status
    assert browser.client.get(f"{base}.xlsx").status_code == status


def test_who_stands_in_may_open_it(scene: Scene) -> None:
    with scene.app.app_context():
        ids = scene.office.ids
        db.session.add(
            StandIn(
                assessor_id=ids["kasi"],
                delegate_id=ids["stranger"],
                kind="plh",
                title="Plh. Kepala Seksi",
                starts_on=date(2026, 11, 20),
                ends_on=date(2026, 11, 30),
                recorded_by="Tim",
            )
        )
        db.session.commit()  # fmt: skip
    recap(scene, "stranger")
    assert "Iwan Permadanu" in scene.stranger.get("/review/monitoring/").text


def test_the_former_penilai_reads_his_time_only(scene: Scene) -> None:
    with scene.app.app_context():
        ids = scene.office.ids
        old = db.session.query(Posting).filter_by(employee_id=ids["iwan"]).one()
        old.ends_on, old.assessor_id = date(2026, 10, 31), ids["stranger"]
        db.session.add(
            Posting(
                employee_id=ids["iwan"],
                unit_id=old.unit_id,
                position_name="Arsiparis",
                position_kind=old.position_kind,
                starts_on=date(2026, 11, 1),
                assessor_id=ids["kasi"],
            )
        )
        db.session.commit()  # fmt: skip
    recap(scene, "stranger", "length=month&day=2026-10-01")
    recap(scene, "stranger", MONTH, 404)
    recap(scene, "kasi", "length=month&day=2026-10-01")


@pytest.mark.parametrize(
    ("who", "status"),
    [("team", 200), ("camat", 200), ("kasi", 404), ("iwan", 404), ("admin", 404)],
)
def test_who_may_open_a_units_recap(scene: Scene, who: str, status: int) -> None:
    with scene.app.app_context():
        below = Unit(name="Seksi Pelayanan", parent_id=scene.office.unit_id)
        db.session.add(below)
        db.session.commit()
        unit_ids = [scene.office.unit_id, below.id]
    browser: Browser = getattr(scene, who)
    for unit_id in unit_ids:
        base = f"/journal/recap/units/{unit_id}/rekap-unit"
        assert browser.client.get(f"{base}.pdf?{WEEK}").status_code == status
        assert browser.client.get(f"{base}.xlsx?{WEEK}").status_code == status
    assert browser.client.get("/journal/recap/units/999/rekap-unit.pdf").status_code == 404


def test_a_unit_has_a_row_for_each_person(scene: Scene) -> None:
    write(scene, (16, 8, 10, APPROVED), (17, 9, 11, SUBMITTED))
    path = f"/journal/recap/units/{scene.office.unit_id}/rekap-unit"
    book = scene.team.client.get(f"{path}.xlsx?{WEEK}").data
    rows = list(load_workbook(io.BytesIO(book))["Rekap"].iter_rows(values_only=True))
    heads = next(row for row in rows if row[0] == "No")
    people = {row[2]: dict(zip(heads, row, strict=True)) for row in rows[rows.index(heads) + 1 :]}
    assert len(people) == 6  # the Bupati has no journal
    iwan = people["Iwan Permadanu"]
    assert (iwan["Hari dihitung"], iwan["Hari terisi"], iwan["Menit tercatat"]) == (5, 2, 240)
    assert people["Yuli Anggrawati"]["Hari tidak dihitung"].startswith("Belum ada SKP")
    text = reading.whole_text(scene.team.client.get(f"{path}.pdf?{WEEK}").data)
    expected = ["REKAP JURNAL UNIT KERJA MINGGUAN", "6 pegawai", "Petugas Rekap"]
    assert reading.missing_in_order(text, expected) == []
    assert "Camat Contohsari" in text
    assert "Nur Azkiawati" in text


def test_too_many_people_for_paper_are_told_to_take_the_spreadsheet(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skpweb.documents.recap_papers.MOST_PEOPLE", 5)
    path = f"/journal/recap/units/{scene.office.unit_id}/rekap-unit"
    assert ".xlsx" in scene.team.get(f"{path}.pdf?{WEEK}", 409).text
    assert scene.team.client.get(f"{path}.xlsx?{WEEK}").status_code == 200


@pytest.mark.parametrize("asked", ["", "length=x&day=y", "length=week", "day=1900-01-01",
                                   "length=month&day=2200-12-31"])  # fmt: skip
def test_any_address_shows_a_period(scene: Scene, asked: str) -> None:
    recap(scene, asked=asked)


def test_the_page_is_cheap_however_much_was_written(scene: Scene) -> None:
    write(scene, (16, 8, 10, APPROVED))
    few = recap(scene).queries
    write(scene, *((day, hour, hour + 1, SUBMITTED) for day in range(17, 21) for hour in range(20)))
    assert recap(scene).queries == few <= 12
    with scene.app.app_context():
        records.approved_skp(scene.office, "yuli")
    path = f"/journal/recap/units/{scene.office.unit_id}/rekap-unit.xlsx?{WEEK}"
    assert Page(scene.team.client.get(path)).queries <= 13


def test_somebody_without_a_post_has_an_empty_recap(scene: Scene) -> None:
    with scene.app.app_context():
        new = Employee(nip="199303032020121001", name="Baru", status="pns", rank="III/a")
        db.session.add(new)
        db.session.commit()
        employee_id = new.id
    page = scene.team.get(f"/journal/recap/{employee_id}/?{WEEK}")
    assert facts(page)["Hari terisi"] == "0 dari 0 hari yang dihitung"
    assert facts(page)["Tidak dihitung"].startswith("Sudah tidak bertugas")
