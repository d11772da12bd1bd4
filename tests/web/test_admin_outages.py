"""Times without the application: noticed, recorded by hand, and what they do to the journal."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import audit
from skpweb.admin import trail_words
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.presence import Outage
from tests.browser import Browser, Page
from tests.office import SmallOffice

PATH = "/admin/outages/"
#: Monday and Tuesday before the fixed today, a Tuesday
MONDAY = {
    "first_day": "23/11/2026", "first_time": "08.00", "last_day": "23/11/2026",
    "last_time": "12.00", "note": "Jaringan kantor putus",
}  # fmt: skip


def add(team: Browser, status: int = 200, **typed: str) -> Page:
    return team.submit(team.get(PATH).form(PATH), status, **(MONDAY | typed))


def outages(app: Flask) -> list[Outage]:
    with app.app_context():
        found = list(db.session.scalars(sa.select(Outage).order_by(Outage.id)))
        for one in found:
            db.session.expunge(one)
        return found


def noticed(app: Flask, first: datetime, last: datetime) -> None:
    with app.app_context():
        db.session.add(
            Outage(
                starts_at=first, ends_at=last, is_noticed=True, note="Server tidak berjalan",
                recorded_by="Sistem",
            )
        )  # fmt: skip
        db.session.commit()


def test_recorded_in_the_zone_of_the_office_it_moves_the_deadline(
    app: Flask, team: Browser
) -> None:
    assert "batasnya tidak mundur: jurnal dapat diisi sejak Kamis, 19" in team.get(PATH).text
    page = add(team)
    assert "Hari ini jurnal dapat diisi sejak Rabu, 18 November 2026" in page.text
    assert "bukan sejak Kamis, 19 November 2026" in page.text
    assert "Tidak dihitung: Senin, 23 November 2026" in page.text
    assert "23 November 2026 pukul 08.00 WIB sampai" in page.text.replace("\N{NO-BREAK SPACE}", " ")
    assert [(one.starts_at, one.ends_at) for one in outages(app)] == [
        (datetime(2026, 11, 23, 1, tzinfo=UTC), datetime(2026, 11, 23, 5, tzinfo=UTC))
    ]


def test_in_another_zone_the_same_words_are_another_time(app: Flask, team: Browser) -> None:
    with app.app_context():
        db.session.execute(sa.text("UPDATE office SET timezone = 'Asia/Jayapura'"))
        db.session.commit()
    assert "08.00 WIT " in add(team).text.replace("\N{NO-BREAK SPACE}", " ")
    assert outages(app)[0].starts_at == datetime(2026, 11, 22, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    [
        {"first_time": "08.00", "last_time": "09.59"},  # less than two hours
        {"first_time": "16.00", "last_time": "23.00"},  # after the office has closed
        {"first_day": "21/11/2026", "last_day": "22/11/2026"},  # Saturday and Sunday
    ],
)
def test_what_took_no_working_day_moves_nothing(team: Browser, typed: dict[str, str]) -> None:
    page = add(team, **typed)
    assert "Tidak mengubah batas jurnal" in page.text
    assert "batasnya tidak mundur" in page.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"last_time": "08.00"}, "Waktu selesai harus sesudah waktu mulai"),
        ({"last_day": "25/11/2026"}, "belum tiba"),
        ({"first_day": "01/10/2026"}, "lebih dari 31 hari"),
        ({"first_day": "01/11/2025", "last_day": "02/11/2025"}, "Lebih dari setahun"),
        ({"first_time": ""}, "Tulis jam mulainya"),
        ({"last_time": "siang"}, "Tulis jam seperti"),
        ({"first_day": ""}, "Tulis tanggal mulainya"),
        ({"note": " "}, "Tulis apa yang terjadi"),
    ],
)
def test_what_makes_no_sense_is_refused(
    app: Flask, team: Browser, typed: dict[str, str], words: str
) -> None:
    assert words in add(team, 422, **typed).text
    assert outages(app) == []


def test_the_same_time_is_not_counted_twice(app: Flask, team: Browser) -> None:
    add(team)
    assert "sudah tercatat" in add(team, 422, first_time="11.00", last_time="14.00").text
    add(team, first_time="12.00", last_time="14.00")  # it begins where the other ends
    assert len(outages(app)) == 2


def test_a_mistake_is_taken_back_and_remembered(app: Flask, team: Browser, admin: Browser) -> None:
    add(team)
    page = admin.submit(admin.get(PATH).form("/admin/outages/1/delete"))
    assert "batasnya tidak mundur" in page.text
    assert outages(app) == []
    with app.app_context():
        assert audit.verify() is None
        query = sa.select(AuditEvent).where(AuditEvent.action.startswith("outage."))
        events = db.session.scalars(query.order_by(AuditEvent.number)).all()
        assert [trail_words.verb(event.action) for event in events] == [
            "mencatat gangguan aplikasi",
            "menghapus catatan gangguan aplikasi",
        ]
        assert events[1].before["note"] == "Jaringan kantor putus"


def test_what_the_program_noticed_stays(app: Flask, team: Browser) -> None:
    noticed(app, datetime(2026, 11, 19, 1, tzinfo=UTC), datetime(2026, 11, 23, 3, tzinfo=UTC))
    page = team.get(PATH)
    assert "dicatat otomatis oleh sistem" in page.text
    assert "Tidak dihitung: Kamis, 19 November 2026; Jumat, 20 November 2026; Senin" in page.text
    assert not page.all("//button[contains(., 'Hapus')]")
    data = {"csrf_token": team.token()}
    assert "tidak dapat dihapus" in team.post("/admin/outages/1/delete", data).text
    assert len(outages(app)) == 1


def test_many_days_are_counted_not_listed(app: Flask, team: Browser) -> None:
    noticed(app, datetime(2026, 5, 4, 1, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC))
    page = team.get(PATH)
    assert "146 hari kerja, 4 Mei–23 November 2026" in page.text
    assert "Hari ini jurnal dapat diisi sejak" in page.text


def test_the_page_costs_the_same_for_one_and_for_many(
    app: Flask, team: Browser, office: SmallOffice
) -> None:
    add(team)
    few = team.get(PATH).queries
    start = datetime(2026, 10, 1, 9, tzinfo=UTC)
    for night in range(30):
        noticed(app, start + timedelta(days=night), start + timedelta(days=night, hours=15))
    page = team.get(PATH)
    assert "Halaman 1 dari 2" in page.text
    assert page.queries == few <= 12


def test_what_a_clock_that_was_ahead_noticed_can_be_taken_back(app: Flask, team: Browser) -> None:
    noticed(app, datetime(2026, 11, 24, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC))
    page = team.get(PATH)
    assert "Catatan gangguan dihapus" in team.submit(page.form("/admin/outages/1/delete")).text
    assert outages(app) == []
