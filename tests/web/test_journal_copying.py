"""Never typed twice: repeated days, favourites, patterns of a weekday, copies on several dates."""

from datetime import date, time
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EntryState
from skpweb.domain.terms import AbsenceKind, Duty, EntrySource
from skpweb.extensions import db
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.organisation import Holiday, Office
from skpweb.models.presence import Absence
from skpweb.models.shortcuts import EntryPattern
from tests.browser import Page
from tests.office import SmallOffice
from tests.web import journal_lists as lists
from tests.web.scene import Scene

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
TODAY = "/journal/?day=2026-11-24"


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return lists.scene(app, office)


def written(app: Flask, scene: Scene, activity: str, day: date = MONDAY, **more: Any) -> int:
    """An entry in Iwan's journal."""
    values = {"starts_at": time(8), "ends_at": time(10), "realisation": 9, "unit": "berkas"} | more
    with app.app_context():
        entry = JournalEntry(
            skp_id=scene.skp_id, day=day, activity=activity, state=EntryState.SUBMITTED,
            evidence_url="https://bukti.example.invalid/1", **values,
        )  # fmt: skip
        db.session.add(entry)
        db.session.commit()
        return entry.id


def pattern(app: Flask, scene: Scene, activity: str, **more: Any) -> int:
    """A favourite of Iwan's."""
    with app.app_context():
        made = EntryPattern(employee_id=scene.office.ids["iwan"], activity=activity, **more)
        db.session.add(made)
        db.session.commit()
        return made.id


def on(app: Flask, day: date) -> dict[str, JournalEntry]:
    return {entry.activity: entry for entry in lists.entries(app) if entry.day == day}


def boxes(page: Page, name: str) -> list[str]:
    return [str(v) for v in page.all(f"//input[@type='checkbox' and @name='{name}']/@value")]


def test_yesterday_is_repeated_by_choice(app: Flask, scene: Scene) -> None:
    with app.app_context():
        step = lists.first_step(scene.skp_id)
    first = written(app, scene, "Loket", step_id=step, duty=Duty.PLANNED)
    written(app, scene, "Rapat", starts_at=None, ends_at=None)
    page = scene.iwan.get(TODAY)
    assert "Ulangi kegiatan kemarin (2)" in page.text and len(boxes(page, "entry")) == 2
    form = page.form("/journal/repeat")
    page = scene.iwan.submit(form, entry=[str(first)])
    assert "1 kegiatan tersimpan" in page.text
    copy = on(app, TUESDAY)["Loket"]
    assert (copy.source, copy.state) == (EntrySource.COPIED, EntryState.SUBMITTED)
    assert (copy.step_id, copy.starts_at, copy.unit) == (step, time(8), "berkas")
    assert (copy.realisation, copy.evidence_url) == (None, "")
    assert "Ulangi kegiatan kemarin (1)" in page.text
    scene.iwan.submit(form, entry=[str(first)])  # the same form once more
    assert len(on(app, TUESDAY)) == 1


def test_the_last_day_with_entries_is_named(app: Flask, scene: Scene) -> None:
    written(app, scene, "Loket", date(2026, 11, 20))
    assert "Ulangi kegiatan Jumat, 20 November 2026 (1)" in scene.iwan.get(TODAY).text


def test_nothing_chosen_and_somebody_elses_entry(app: Flask, scene: Scene) -> None:
    number = written(app, scene, "Loket")
    form = scene.iwan.get(TODAY).form("/journal/repeat")
    page = scene.iwan.submit(form, entry=None)
    assert "Belum ada kegiatan yang dipilih" in page.text
    data = {"csrf_token": scene.yuli.token(), "entry": str(number), "day": "2026-11-24"}
    assert "Belum ada kegiatan yang dipilih" in scene.yuli.post("/journal/repeat", data).text
    for wrong in ("²", "9" * 30, "x"):
        scene.yuli.post("/journal/repeat", data | {"entry": wrong})
    assert on(app, TUESDAY) == {}


def test_one_entry_is_repeated_today(app: Flask, scene: Scene) -> None:
    number = written(app, scene, "Loket")
    page = scene.iwan.get(f"/journal/{number}/")
    scene.iwan.submit(page.form(f"/journal/{number}/repeat"))
    assert list(on(app, TUESDAY)) == ["Loket"]


def test_a_step_that_is_archived_is_left_out(app: Flask, scene: Scene) -> None:
    with app.app_context():
        step = lists.first_step(scene.skp_id)
        db.session.execute(sa.update(ActionStep).values(archived_at=sa.func.current_timestamp()))
        db.session.commit()
    number = written(app, scene, "Loket", step_id=step, duty=Duty.PLANNED)
    scene.iwan.submit(scene.iwan.get(f"/journal/{number}/").form(f"/journal/{number}/repeat"))
    copy = on(app, TUESDAY)["Loket"]
    assert (copy.step_id, copy.duty) == (None, Duty.OTHER)


def test_a_favourite_is_made_changed_used_and_deleted(app: Flask, scene: Scene) -> None:
    number = written(app, scene, "Loket")
    page = scene.iwan.get(f"/journal/{number}/")
    page = scene.iwan.submit(page.form(f"/journal/{number}/favourite"))
    action = "/journal/patterns/1/"
    page = scene.iwan.submit(
        page.form(action), activity="Loket pagi", realisation="5", weekdays=["0", "1"]
    )
    assert "Loket pagi" in page.text and "Ditawarkan setiap Senin, Selasa" in page.text
    page = scene.iwan.get(TODAY)
    scene.iwan.submit(page.form(f"{action}use"))
    assert on(app, TUESDAY)["Loket pagi"].realisation == 5
    page = scene.iwan.submit(scene.iwan.get(action).form(f"{action}delete"))
    assert "Belum ada favorit" in page.text and "Loket pagi" in on(app, TUESDAY)


def test_the_patterns_of_a_weekday_are_saved_at_once(app: Flask, scene: Scene) -> None:
    pattern(app, scene, "Apel", weekdays=0b0000010)
    pattern(app, scene, "Loket", weekdays=0b0000110, duty=Duty.ADDITIONAL)
    pattern(app, scene, "Rapat Senin", weekdays=0b0000001)
    page = scene.iwan.get(TODAY)
    assert "Pola hari Selasa: 2 kegiatan" in page.text
    form = page.form("/journal/patterns/day")
    page = scene.iwan.submit(form)
    assert "2 kegiatan tersimpan" in page.text and "Pola hari" not in page.text
    assert on(app, TUESDAY)["Loket"].duty is Duty.ADDITIONAL
    assert "sudah tercatat" in scene.iwan.submit(form, kunci="lain").text
    assert len(on(app, TUESDAY)) == 2


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"activity": " "}, "Tulis kegiatannya"),
        ({"activity": "x" * 1001}, "Paling panjang 1000 huruf"),
        ({"starts_at": "08.00"}, "Isi jam mulai dan jam selesai"),
        ({"starts_at": "08.00", "ends_at": "07.00"}, "Jam selesai harus sesudah"),
        ({"realisation": "-1"}, "angka bulat"),
        ({"step": "999"}, "Pilih salah satu"),
        ({"weekdays": ["9"]}, ""),
    ],
)
def test_a_wrong_favourite_is_told(
    app: Flask, scene: Scene, typed: dict[str, Any], sentence: str
) -> None:
    form = scene.iwan.get("/journal/patterns/new").form("/journal/patterns/new")
    page = scene.iwan.submit(form, 422, **({"activity": "Apel"} | typed))
    assert sentence in page.text
    assert "Belum ada favorit" in scene.iwan.get("/journal/patterns/").text


def test_favourites_of_others_do_not_exist(app: Flask, scene: Scene) -> None:
    number = pattern(app, scene, "Apel")
    token = {"csrf_token": scene.kasi.token()}
    scene.kasi.get(f"/journal/patterns/{number}/", 404)
    for verb in ("", "delete", "use"):
        scene.kasi.post(f"/journal/patterns/{number}/{verb}", token, 404)
    assert "Apel" not in scene.kasi.get("/journal/patterns/").text


def test_sixty_favourites_are_enough(app: Flask, scene: Scene) -> None:
    for number in range(60):
        pattern(app, scene, f"Favorit {number}")
    form = scene.iwan.get("/journal/patterns/new").form("/journal/patterns/new")
    assert "Hapus yang tidak dipakai" in scene.iwan.submit(form, 409, activity="Lagi").text


def test_copies_go_to_the_dates_that_are_open(app: Flask, scene: Scene) -> None:
    with app.app_context():
        db.session.add(Holiday(day=date(2026, 11, 20), name="Hari Uji"))
        db.session.add(
            Absence(
                employee_id=scene.office.ids["iwan"], kind=AbsenceKind.ANNUAL,
                starts_on=date(2026, 11, 19), ends_on=date(2026, 11, 19), recorded_by="Nur",
            )
        )  # fmt: skip
        db.session.commit()
    number = written(app, scene, "Loket", TUESDAY)
    path = f"/journal/{number}/duplicate"
    page = scene.iwan.get(path)
    days = boxes(page, "day")
    assert days[0] == "2026-11-23" and "2026-11-24" not in days and "2026-11-16" not in days
    assert "Tanggal ini libur: Hari Uji" in page.text
    assert "Anda tercatat cuti tahunan" in page.text and "bukan hari kerja" in page.text
    page = scene.iwan.submit(page.form(path), 422)
    assert "Pilih paling sedikit satu tanggal" in page.text
    page = scene.iwan.submit(
        page.form(path), day=["2026-11-23", "2026-11-19", "2026-11-02", "x", "2026-12-24"]
    )
    assert "2 kegiatan tersimpan" in page.text
    assert "2 November 2026 tidak disimpan. Jurnal tanggal ini sudah ditutup" in page.text
    assert "24 Desember 2026 tidak disimpan. Tanggal ini belum tiba" in page.text
    assert {e.day for e in lists.entries(app) if e.source is EntrySource.COPIED} == {
        date(2026, 11, 23), date(2026, 11, 19),
    }  # fmt: skip


def test_what_the_office_asks_for_is_said_for_copies_too(app: Flask, scene: Scene) -> None:
    with app.app_context():
        db.session.execute(sa.update(Office).values(requires_realisation=True))
        db.session.commit()
    number = written(app, scene, "Loket")
    page = scene.iwan.get(f"/journal/{number}/")
    page = scene.iwan.submit(page.form(f"/journal/{number}/repeat"))
    assert "“Loket” tidak disimpan. Isi realisasinya" in page.text and on(app, TUESDAY) == {}


def test_where_more_is_asked_for_a_favourite_fills_the_form(app: Flask, scene: Scene) -> None:
    number = pattern(app, scene, "Loket pagi", starts_at=time(8), ends_at=time(9), duty=Duty.ORDER)
    with app.app_context():
        db.session.execute(sa.update(Office).values(requires_evidence=True))
        db.session.commit()
    link = next(h for h in scene.iwan.get(TODAY).links() if f"pattern={number}" in h)
    form = scene.iwan.get(link).form("/journal/")
    scene.iwan.submit(form, evidence_url="https://bukti.example.invalid/2", file=None)
    copy = on(app, TUESDAY)["Loket pagi"]
    assert (copy.starts_at, copy.duty, copy.source) == (time(8), Duty.ORDER, EntrySource.TYPED)


def test_queries_stay_the_same_for_many(app: Flask, scene: Scene) -> None:
    number = written(app, scene, "Loket")
    paths = (TODAY, "/journal/patterns/", f"/journal/{number}/duplicate")
    pattern(app, scene, "Satu", weekdays=2)
    few = [scene.iwan.get(path).queries for path in paths]
    for one in range(20):
        pattern(app, scene, f"Favorit {one}", weekdays=2)
        written(app, scene, f"Kegiatan {one}", starts_at=None, ends_at=None)
    assert [scene.iwan.get(path).queries for path in paths] == few and max(few) <= 12
