"""What the journal refuses, what it tells, and what it writes beside the words."""

from datetime import date, datetime

import pytest
from flask import Flask

from skpweb.domain.terms import AbsenceKind, Duty
from skpweb.models.base import utc_now
from skpweb.models.organisation import Holiday
from skpweb.models.presence import Absence, Outage
from tests.office import SmallOffice
from tests.web.diary import TODAY, Diary

FULL = {
    "starts_at": "08.00", "ends_at": "09.00", "realisation": "9",
    "evidence_url": "https://bukti.example.invalid/1",
}  # fmt: skip


@pytest.fixture
def diary(app: Flask, office: SmallOffice) -> Diary:
    return Diary(app, office)


def test_overlap_is_told_and_saved(diary: Diary) -> None:
    diary.write(starts_at="08.00", ends_at="10.00")
    page = diary.write(starts_at="09.30", ends_at="11.00")
    assert "bertumpuk" in page.all("string(//*[@id='flash'])")
    assert len(diary.entries()) == 2 and page.text.count("Jam bertumpuk") == 2
    page = diary.write(starts_at="11.00", ends_at="12.00")
    assert "bertumpuk" not in page.all("string(//*[@id='flash'])")


def test_more_than_a_day_is_refused(diary: Diary) -> None:
    diary.write(starts_at="00.00", ends_at="13.00")
    page = diary.write(422, starts_at="11.00", ends_at="23.00")
    assert "lebih dari 24 jam" in page.text and len(diary.entries()) == 1
    form = diary.iwan.get(diary.path()).form(diary.path())
    diary.iwan.submit(form, ends_at="23.59")  # its own hours do not count twice


def test_leave_and_holidays_are_told_and_saved(diary: Diary, office: SmallOffice) -> None:
    leave = Absence(
        employee_id=office.ids["iwan"], kind=AbsenceKind.ANNUAL, starts_on=date(2026, 11, 23),
        ends_on=date(2026, 11, 23), recorded_by="Nur",
    )  # fmt: skip
    diary.add(leave, Holiday(day=date(2026, 11, 20), name="Hari jadi kabupaten"))
    for day, words in (
        ("2026-11-23", "cuti tahunan"),
        ("2026-11-20", "libur: Hari jadi kabupaten"),
        ("2026-11-22", "bukan hari kerja"),
    ):
        assert words in diary.iwan.get(f"/journal/?day={day}").text
        page = diary.write(day=day)
        assert words in page.all("string(//*[@id='flash'])")
    assert len(diary.entries()) == 3


def test_what_stands_on_a_closed_day_may_be_mended_but_not_moved(diary: Diary) -> None:
    diary.write(day="19/11/2026")
    diary.ask(backfill_days=1)
    form = diary.iwan.get(diary.path()).form(diary.path())
    diary.iwan.submit(form, activity="Diperbaiki")
    assert diary.entries()[0].activity == "Diperbaiki"
    form = diary.iwan.get(diary.path()).form(diary.path())
    page = diary.iwan.submit(form, 422, day="18/11/2026")
    assert "sudah ditutup" in page.text


def test_an_outage_moves_the_end_and_the_record_says_why(diary: Diary) -> None:
    assert "sudah ditutup" in diary.write(422, day="18/11/2026").text
    assert "sudah ditutup" in diary.iwan.get("/journal/?day=2026-11-18").text
    now = utc_now()
    outage = Outage(  # 08.00 to 11.00 in the office's zone
        starts_at=datetime(2026, 11, 23, 1, tzinfo=now.tzinfo),
        ends_at=datetime(2026, 11, 23, 4, tzinfo=now.tzinfo),
        recorded_by="Admin",
    )
    diary.add(outage)
    assert "sudah ditutup" not in diary.iwan.get("/journal/?day=2026-11-18").text
    page = diary.write(day="18/11/2026")
    note = "Server tidak berjalan pada 23 November; batas pengisian diundur 1 hari kerja."
    assert diary.entries()[0].late_note == note and page.text.count(note) == 2
    diary.write(day="19/11/2026")
    assert diary.entries()[1].late_note == ""


@pytest.mark.parametrize(
    ("setting", "field", "words"),
    [
        ("requires_times", "starts_at", "Isi jam mulai dan jam selesai."),
        ("requires_realisation", "realisation", "Isi realisasinya"),
        ("requires_evidence", "evidence_url", "Beri bukti dukung"),
    ],
)
def test_the_office_may_ask_for_more(diary: Diary, setting: str, field: str, words: str) -> None:
    diary.ask(**{setting: True})
    page = diary.iwan.get("/journal/")
    assert not page.all(f"//label[@for='{field}'][@class='opt']")
    lacking = FULL | {field: ""} | ({"ends_at": ""} if field == "starts_at" else {})
    assert words in diary.write(422, **lacking).text
    assert diary.entries() == []
    diary.write(**FULL)
    assert len(diary.entries()) == 1


def test_the_office_may_ask_what_it_is_for(diary: Diary) -> None:
    diary.ask(requires_step=True)
    assert "Pilih rencana aksi, RHK" in diary.write(422, step="0").text
    for choice in (str(diary.step_id), f"rhk:{diary.rhk[1]}", "additional", "order"):
        diary.write(step=choice)
    kept = [(e.step_id, e.rhk_key, e.duty) for e in diary.entries()]
    assert kept == [
        (diary.step_id, "", Duty.PLANNED),
        (None, diary.rhk[1], Duty.PLANNED),
        (None, "", Duty.ADDITIONAL),
        (None, "", Duty.ORDER),
    ]


def test_work_beside_the_plan_is_marked(diary: Diary) -> None:
    page = diary.write(step="order")
    assert "Perintah langsung" in page.all("string(//ul[@class='rows']//li[1])")
    page = diary.write(step=f"rhk:{diary.rhk[1]}")
    assert "Tersedianya rekapitulasi layanan bulanan" in page.all("string(//*[@id='isi'])")


def test_choices_are_grouped_and_the_last_one_is_taken(diary: Diary) -> None:
    page = diary.iwan.get("/journal/")
    groups = page.all("//select[@name='step']/optgroup/@label")
    assert len(groups) == 2 and groups[0].startswith("RHK 1. ")
    for choice in ("order", f"rhk:{diary.rhk[0]}", "0"):
        page = diary.write(step=choice)
        assert page.all("//select[@name='step']//option[@selected]/@value") == [choice]


def test_a_choice_from_another_skp_is_refused(diary: Diary) -> None:
    for choice in ("99", "rhk:unknown", "planned", "", "rhk:"):
        diary.write(422, step=choice)
    assert diary.entries() == []


def test_an_archived_step_stays_with_its_entry(diary: Diary) -> None:
    diary.write(step=str(diary.step_id))
    archive = f"/journal/steps/{diary.step_id}/archive"
    diary.iwan.post(archive, {"csrf_token": diary.iwan.token()})
    offered = diary.iwan.get("/journal/").all("//select[@name='step']//option/@value")
    assert str(diary.step_id) not in offered
    form = diary.iwan.get(diary.path()).form(diary.path())
    diary.iwan.submit(form, activity="Kata-katanya saja")
    entry = diary.entries()[0]
    assert (entry.step_id, entry.activity) == (diary.step_id, "Kata-katanya saja")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("drive.google.com/file/d/1", "https://drive.google.com/file/d/1"),
        ("bit.ly/x?y=1", "https://bit.ly/x?y=1"),
        ("http://lama.example.invalid/", "http://lama.example.invalid/"),
        ("", ""),
    ],
)
def test_a_link_is_completed(diary: Diary, typed: str, kept: str) -> None:
    diary.write(evidence_url=typed)
    assert diary.entries()[0].evidence_url == kept


@pytest.mark.parametrize("typed", ["ada di lemari", "javascript:alert(1)", "ftp://x.id/1", "a.b"])
def test_what_is_no_link_is_refused_as_typed(diary: Diary, typed: str) -> None:
    page = diary.write(422, evidence_url=typed)
    assert page.all("//input[@name='evidence_url']/@value") == [typed]


def test_writing_is_logged_without_its_text(diary: Diary) -> None:
    diary.write()
    path = diary.path()
    diary.iwan.submit(diary.iwan.get(path).form(path), activity="Lain")
    diary.iwan.submit(diary.iwan.get(path).form(f"{path}delete"))
    assert diary.trail() == ["entry.write", "entry.change", "entry.delete"]
    assert diary.entries() == []


def test_today_is_named(diary: Diary) -> None:
    assert f"/journal/?day={TODAY}" in diary.iwan.get("/journal/").links()
