"""Somebody decides on journals in a penilai's place: who, until when, and what it covers."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import audit
from skpweb.admin import trail_words
from skpweb.domain.terms import StandInKind
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.journal import ActionStep
from skpweb.models.people import StandIn
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.web.scene import Scene

MINE, OFFICE, STEPS = "/review/stand-ins/", "/admin/stand-ins/", "/review/steps/"
WEEK = {"starts_on": "24/11/2026", "ends_on": "30/11/2026"}


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan's SKP with one proposed rencana aksi."""
    made = Scene(app, office)
    with app.app_context():
        records.step(made.skp_id)
    return made


def delegate(scene: Scene, status: int = 200, by: str = "kasi", **typed: str) -> Page:
    browser: Browser = getattr(scene, by)
    return browser.submit(
        browser.get(MINE).form(MINE), status, **({"who": "Farhan"} | WEEK | typed)
    )


def agree(browser: Browser, status: int = 200) -> Page:
    page = browser.get(STEPS)
    ticked = page.all("//input[@name='step']/@value")
    return browser.submit(page.form(STEPS), status, button=("do", "approve"), step=ticked)


def rows(app: Flask) -> list[tuple[str, date, date]]:
    with app.app_context():
        found = db.session.scalars(sa.select(StandIn).order_by(StandIn.id))
        return [(one.title, one.starts_on, one.ends_on) for one in found]


def test_a_colleague_decides_and_is_stamped(app: Flask, scene: Scene) -> None:
    page = delegate(scene)
    assert "Farhan Adiwijanarko, 24–30 November 2026" in page.text
    assert "jurnal dan rencana aksi" in page.text and "SKP dan evaluasi tidak ikut" in page.text
    for path in ("/", STEPS):
        assert "bertindak sebagai a.n. Kepala Seksi Pelayanan" in scene.stranger.get(path).text
    assert "1 rencana aksi disepakati" in agree(scene.stranger).text
    with app.app_context():
        step = db.session.scalars(sa.select(ActionStep)).one()
        assert step.decided_by == "Farhan Adiwijanarko, a.n. Kepala Seksi Pelayanan"
        event = db.session.scalars(
            sa.select(AuditEvent).where(AuditEvent.action == "step.approve")
        ).one()
        assert event.actor_name == "Farhan Adiwijanarko"
        assert event.capacity == "a.n. Kepala Seksi Pelayanan"
        assert audit.verify() is None


def test_the_penilai_himself_still_decides_in_his_own_name(app: Flask, scene: Scene) -> None:
    delegate(scene)
    agree(scene.kasi)
    with app.app_context():
        step = db.session.scalars(sa.select(ActionStep)).one()
        assert step.decided_by == "Dedi Pranasuta, Kepala Seksi Pelayanan"


def test_a_stand_in_opens_nothing_else_of_the_person(scene: Scene) -> None:
    scene.report()
    delegate(scene)
    stand_in = scene.stranger
    for path in (
        f"/planning/{scene.skp_id}/",
        f"/planning/{scene.skp_id}/review",
        f"/planning/{scene.skp_id}/versions/1/",
        f"/planning/{scene.skp_id}/versions/1/skp.pdf",
        scene.path,
        f"{scene.path}check",
        f"{scene.path}report",
        f"/results/skp/{scene.skp_id}/{scene.window}/",
        f"/journal/skp/{scene.skp_id}/steps/",
        "/journal/steps/1/",
    ):
        stand_in.get(path, 404)
    data = {"csrf_token": stand_in.token()}
    for path in (f"/planning/{scene.skp_id}/approve", f"{scene.path}rate", f"{scene.path}return"):
        stand_in.post(path, data, 404)
    assert "Semua beres" not in stand_in.get(STEPS).text


def test_only_on_the_days_that_were_said(app: Flask, scene: Scene) -> None:
    delegate(scene, starts_on="25/11/2026")
    assert "Semua beres" in scene.stranger.get(STEPS).text
    assert "bertindak sebagai" not in scene.stranger.get("/").text
    assert "Belum mulai" in scene.kasi.get(MINE).text
    with app.app_context():
        db.session.execute(
            sa.update(StandIn).values(starts_on=date(2026, 11, 2), ends_on=date(2026, 11, 23))
        )
        db.session.commit()
    assert "Semua beres" in scene.stranger.get(STEPS).text
    assert "Yang sudah berakhir (1)" in scene.kasi.get(MINE).text


def test_ended_early_it_ends_at_once(app: Flask, scene: Scene) -> None:
    delegate(scene)
    form = scene.kasi.get(MINE).form("/review/stand-ins/1/end")
    assert "Mulai sekarang Anda sendiri" in scene.kasi.submit(form).text
    assert "Semua beres" in scene.stranger.get(STEPS).text
    assert rows(app) == []  # it began today: nothing of it stays but the trail
    delegate(scene, starts_on="20/11/2026")
    with app.app_context():
        path = f"/review/stand-ins/{db.session.scalar(sa.select(StandIn.id))}/end"
    scene.kasi.submit(scene.kasi.get(MINE).form(path))
    assert rows(app) == [("a.n. Kepala Seksi Pelayanan", date(2026, 11, 20), date(2026, 11, 23))]
    assert "sudah berakhir" in scene.kasi.post(path, token(scene.kasi)).text


def test_the_stand_in_does_not_decide_on_himself(app: Flask, scene: Scene) -> None:
    with app.app_context():
        db.session.add(stand_in(scene, "iwan"))  # the office may appoint him with a letter
        db.session.commit()
    assert "Semua beres" in scene.iwan.get(STEPS).text
    scene.iwan.post(STEPS, token(scene.iwan) | {"do": "approve", "step": "1:1"}, 409)
    with app.app_context():
        other = records.approved_skp(scene.office, "yuli")
        records.step(other, "Melayani antrean")
    page = scene.iwan.get(STEPS)
    assert "Melayani antrean" in page.text and "Memverifikasi berkas" not in page.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"who": "Dedi Pranasuta"}, "Tidak ada yang menggantikan dirinya sendiri"),
        ({"who": "Zulkifli"}, "tidak ditemukan di daftar pegawai"),
        ({"who": "Yuli"}, "Rekan ini Anda nilai sendiri"),
        ({"who": "an"}, "Ada beberapa orang dengan nama itu"),
        ({"who": ""}, "Tulis nama atau NIP rekan"),
        ({"ends_on": "31/12/2027"}, "Paling lama satu tahun"),
        ({"ends_on": "23/11/2026"}, "tidak boleh sebelum tanggal mulai"),
        ({"starts_on": "01/11/2026", "ends_on": "20/11/2026"}, "sudah lewat"),
        ({"starts_on": "besok"}, "Tulis tanggal seperti"),
        ({"ends_on": ""}, "Isi tanggal selesai"),
    ],
)
def test_what_makes_no_sense_is_refused(
    app: Flask, scene: Scene, typed: dict[str, str], words: str
) -> None:
    page = delegate(scene, 422, **typed)
    assert words in page.text
    assert page.all("//input[@name='who']/@value") == [typed.get("who", "Farhan")]
    assert rows(app) == []


def test_not_twice_for_the_same_days(app: Flask, scene: Scene) -> None:
    delegate(scene)
    again = {"starts_on": "30/11/2026", "ends_on": "02/12/2026"}
    assert "sudah ada penggantian" in delegate(scene, 422, **again).text
    delegate(scene, starts_on="01/12/2026", ends_on="02/12/2026")
    delegate(scene, who="Nur Azkiawati", **again)
    assert len(rows(app)) == 3


def test_whoever_assesses_nobody_has_nothing_to_delegate(app: Flask, scene: Scene) -> None:
    assert "tidak tercatat sebagai pejabat penilai" in scene.iwan.get(MINE).text
    typed = {"who": "Farhan", **WEEK}
    page = scene.iwan.post(MINE, token(scene.iwan) | typed, 422)
    assert "tidak tercatat sebagai pejabat penilai siapa pun" in page.text
    assert rows(app) == []


def test_the_trail_tells_it_in_words(app: Flask, scene: Scene) -> None:
    delegate(scene)
    scene.kasi.submit(scene.kasi.get(MINE).form("/review/stand-ins/1/end"))
    with app.app_context():
        query = sa.select(AuditEvent).where(AuditEvent.action.startswith("stand_in."))
        events = db.session.scalars(query.order_by(AuditEvent.number)).all()
        assert [trail_words.verb(event.action) for event in events] == [
            "mencatat wakil penilai",
            "mengakhiri wakil penilai",
        ]
        assert events[0].after["title"] == "a.n. Kepala Seksi Pelayanan"
        assert {event.owner_id for event in events} == {scene.office.ids["kasi"]}


def test_the_pages_cost_the_same_for_one_and_for_many(app: Flask, scene: Scene) -> None:
    delegate(scene)
    few = (scene.kasi.get(MINE).queries, scene.team.get(OFFICE).queries)
    with app.app_context():
        first = db.session.scalars(sa.select(StandIn)).one()
        for month in range(1, 12):
            day = date(2026, month, 1)
            db.session.add(
                StandIn(
                    assessor_id=first.assessor_id, delegate_id=first.delegate_id, kind=first.kind,
                    title=first.title, starts_on=day, ends_on=day, recorded_by="Dedi",
                )
            )  # fmt: skip
        db.session.commit()
    assert (scene.kasi.get(MINE).queries, scene.team.get(OFFICE).queries) == few
    assert max(few) <= 12


def stand_in(scene: Scene, nick: str) -> StandIn:
    return StandIn(
        assessor_id=scene.office.ids["kasi"], delegate_id=scene.office.ids[nick],
        kind=StandInKind.PLH, title="Plh. Kepala Seksi Pelayanan", recorded_by="Nur",
        starts_on=date(2026, 11, 24), ends_on=date(2026, 11, 30),
    )  # fmt: skip


def token(browser: Browser) -> dict[str, Any]:
    return {"csrf_token": browser.token()}
