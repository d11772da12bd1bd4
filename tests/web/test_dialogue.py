"""Dialog kinerja over HTTP: from the invitation to the record that both confirmed."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.states import DialogueState
from skpweb.extensions import db
from skpweb.models.dialogues import Agreement, Dialogue, Meeting
from tests import records
from tests.browser import Form, Page
from tests.office import SmallOffice
from tests.web.scene import Scene

HUB = "/dialogue/"
TALK = {
    "purpose": "monitoring", "held_on": "24/11/2026", "starts_at": "08.00", "ends_at": "09.00",
    "place": "Ruang rapat", "topics": "Capaian\nHambatan, dan bukti",
}  # fmt: skip


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return Scene(app, office)


def plan(scene: Scene, by: str = "kasi", status: int = 200, **typed: object) -> Page:
    """A meeting about Iwan's SKP, today unless said otherwise."""
    browser = getattr(scene, by)
    form = browser.get(f"{HUB}new?skp={scene.skp_id}").form(f"{HUB}new")
    return browser.submit(form, status, **(TALK | typed))


def write(scene: Scene, who: str = "kasi", status: int = 200, **typed: str) -> Page:
    """The record of the first dialogue."""
    browser = getattr(scene, who)
    form = browser.get(f"{HUB}1/record").form(f"{HUB}1/record")
    values = {"notes": "Target dibahas.", "rows__0__text": "Kirim daftar berkas"}
    values |= {"rows__0__side": "owner", "rows__0__due_on": "1/12/2026"}
    return browser.submit(form, status, **(values | typed))


def test_from_the_invitation_to_both_words(scene: Scene) -> None:
    page = plan(scene)
    assert "Hambatan, dan bukti" in page.text and "Direncanakan" in page.text
    assert "Dialog kinerja Selasa, 24 November 2026" in scene.iwan.get("/").text
    page = write(scene)
    assert "Menunggu konfirmasi" in page.text and "Kirim daftar berkas" in page.text
    assert "Konfirmasi catatan dialog" in scene.iwan.get("/").text
    waits = "Catatan dialog Selasa, 24 November 2026 menunggu konfirmasi"
    assert waits in scene.kasi.get("/").text and waits not in scene.iwan.get("/").text
    old = scene.iwan.get(f"{HUB}1/").form(f"{HUB}1/confirm")
    write(scene, notes="Target dibahas dan diubah.")
    page = scene.iwan.submit(old, 409)
    assert "berubah sejak Anda membukanya" in page.text and "dibahas dan diubah" in page.text
    page = scene.iwan.submit(page.form(f"{HUB}1/confirm"))
    assert waits not in scene.kasi.get("/").text
    assert "Dikonfirmasi" in page.text and not page.all("//a[contains(@href,'/record')]")
    assert "tidak dapat diubah" in scene.kasi.get(f"{HUB}1/").text


def test_a_meeting_that_is_over_invites_nobody(scene: Scene) -> None:
    assert "Undangannya tampil di Beranda" in plan(scene, held_on="25/11/2026").text
    page = plan(scene, held_on="20/11/2026")
    assert "Harinya sudah lewat: catat hasilnya" in page.text
    assert "Undangannya" not in page.text


def test_a_change_to_a_stale_text_shows_both(scene: Scene) -> None:
    plan(scene)
    old = scene.iwan.get(f"{HUB}1/record").form(f"{HUB}1/record")
    write(scene, notes="Versi penilai")
    page = scene.iwan.submit(old, 409, notes="Versi pegawai")
    assert "Versi penilai" in page.text and "Versi pegawai" in page.text
    assert "sudah diubah Dedi Pranasuta" in page.text
    over = [f for f in page.all("//form") if "Timpa dengan isian saya" in f.text_content()]
    page = scene.iwan.submit(Form(over[0]))
    assert "Versi pegawai" in page.text and "Perlu konfirmasi lagi" in page.text


def test_additions_ask_again_until_both_confirmed_and_then_only_stand_beneath(
    scene: Scene,
) -> None:
    plan(scene)
    write(scene)
    page = scene.iwan.get(f"{HUB}1/")
    assert "Dengan menyimpannya Anda juga mengonfirmasi" in page.text  # said before, too
    page = scene.iwan.submit(page.form(f"{HUB}1/add"), text="Perlu akses aplikasi.")
    assert "Perlu akses aplikasi." in page.text and "Perlu konfirmasi lagi" in page.text
    assert "Dengan itu Anda juga mengonfirmasi" in page.text
    page = scene.kasi.get(f"{HUB}1/")
    page = scene.kasi.submit(page.form(f"{HUB}1/confirm"))
    assert "Dikonfirmasi" in page.text
    page = scene.kasi.submit(page.form(f"{HUB}1/add"), text="Akses sudah diminta.")
    assert "Akses sudah diminta." in page.text and "Dikonfirmasi" in page.text
    assert "juga mengonfirmasi" not in page.text  # both had already
    scene.kasi.submit(page.form(f"{HUB}1/add"), 422, text=" ")
    form = scene.kasi.get(f"{HUB}1/record").form(f"{HUB}1/record")
    assert "sudah berubah" in scene.kasi.submit(form, 422, notes="Diubah lagi").text


def test_open_actions_go_on_to_the_next_meeting(scene: Scene) -> None:
    plan(scene)
    write(scene, rows__0__due_on="20/11/2026")
    assert "Terlambat 4 hari" in scene.iwan.get("/").text
    page = plan(scene, by="iwan")  # the Pegawai asks for the next one
    assert "Kesepakatan sebelumnya yang belum selesai" in page.text
    close = "/dialogue/agreements/1/close"
    page = scene.iwan.submit(page.form(close), 422, button=("do", "drop"))
    assert "Tulis alasannya" in page.text and "Kirim daftar berkas" in page.text
    page = scene.iwan.submit(page.form(close), button=("do", "finish"), note="Terkirim")
    assert "Kesepakatan sebelumnya" not in page.text
    with scene.app.app_context():
        found = db.session.scalars(sa.select(Agreement)).one()
        assert (found.state.value, found.closed_in_id) == ("done", 2)
    assert "Terkirim" in scene.kasi.get(f"{HUB}1/").text
    assert "Kirim daftar berkas" not in scene.iwan.get(HUB).text


def test_an_older_page_does_not_open_a_closed_action_again(scene: Scene) -> None:
    plan(scene)
    write(scene)
    old = scene.kasi.get(f"{HUB}1/record").form(f"{HUB}1/record")
    close = "/dialogue/agreements/1/close"
    scene.iwan.submit(scene.iwan.get(f"{HUB}1/").form(close), button=("do", "finish"))
    scene.kasi.submit(old, notes="Target dibahas lagi.")
    with scene.app.app_context():
        assert [one.state.value for one in db.session.scalars(sa.select(Agreement))] == ["done"]


@pytest.fixture
def group(scene: Scene) -> Scene:
    """Iwan and Yuli are invited to one meeting next week."""
    with scene.app.app_context():
        other = records.approved_skp(scene.office, "yuli")
    plan(scene, held_on="1/12/2026", who=[str(scene.skp_id), str(other)])
    return scene


def test_a_group_has_one_invitation_and_a_record_for_each(group: Scene) -> None:
    first = group.iwan.client.get(f"{HUB}1/undangan.ics")
    second = group.yuli.client.get(f"{HUB}2/undangan.ics")
    assert first.mimetype == "text/calendar" and b"DTSTART:20261201T010000Z" in first.data
    assert uid(first.data) == uid(second.data)
    group.iwan.get(f"{HUB}2/", 404)
    group.iwan.get(f"{HUB}2/undangan.ics", 404)
    assert "Yuli" not in group.iwan.get(f"{HUB}1/").text
    assert "hanya diubah oleh pimpinan" in group.iwan.get(f"{HUB}1/move").text
    form = group.kasi.get(f"{HUB}1/move").form(f"{HUB}1/move")
    group.kasi.submit(form, 422)  # no reason
    page = group.kasi.submit(form, held_on="2/12/2026", reason="Rapat di kabupaten")
    assert "Rapat di kabupaten" in group.yuli.get(f"{HUB}2/").text and "2 Desember" in page.text
    group.kasi.submit(form, 409, kunci=None, held_on="3/12/2026", reason="Lagi")
    moved = group.yuli.client.get(f"{HUB}2/undangan.ics").data
    assert (
        b"SEQUENCE:1" in moved and b"DTSTART:20261202T" in moved and uid(moved) == uid(first.data)
    )
    form = group.kasi.get(f"{HUB}2/move").form(f"{HUB}2/cancel")
    group.kasi.submit(form, 422, why=" ")
    group.kasi.submit(form, why="Ruang dipakai")
    gone = group.iwan.client.get(f"{HUB}1/undangan.ics").data
    assert b"METHOD:CANCEL" in gone and b"SEQUENCE:2" in gone
    assert "Dibatalkan" in group.iwan.get(f"{HUB}1/").text


def test_a_guest_cannot_move_the_meeting_of_others_by_hand(group: Scene) -> None:
    form = {"csrf_token": group.iwan.token(), "version": "1", "why": "Tidak bisa", "reason": "x"}
    group.iwan.post(f"{HUB}1/cancel", form, 422)
    group.iwan.post(f"{HUB}1/move", form | TALK, 422)
    with group.app.app_context():
        assert set(db.session.scalars(sa.select(Dialogue.state))) == {DialogueState.PLANNED}
        assert db.session.scalars(sa.select(Meeting.sequence)).one() == 0


def test_nobody_plans_for_people_he_does_not_lead(scene: Scene) -> None:
    with scene.app.app_context():
        other = records.approved_skp(scene.office, "stranger", by="team")
    plan(scene, status=422, who=[str(other)])
    plan(scene, by="stranger", status=422)
    plan(scene, status=422, place="")
    plan(scene, status=422, ends_at="07.00")
    with scene.app.app_context():
        assert db.session.scalar(sa.select(sa.func.count()).select_from(Meeting)) == 0


def test_nothing_is_noted_before_the_meeting(scene: Scene) -> None:
    page = plan(scene, held_on="30/11/2026")
    assert not page.all("//a[contains(@href,'/record')]")
    assert "belum berlangsung" in write(scene, status=422).text


def test_pages_cost_the_same_for_one_and_for_many(scene: Scene) -> None:
    plan(scene)
    write(scene)
    paths = (HUB, f"{HUB}1/", f"{HUB}skp/{scene.skp_id}/", f"{HUB}new")
    one = {path: scene.kasi.get(path).queries for path in paths}
    with scene.app.app_context():
        records.approved_skp(scene.office, "yuli")
    for _ in range(3):
        plan(scene)
    assert {path: scene.kasi.get(path).queries for path in paths} == one
    assert max(one.values()) <= 12


def uid(calendar: bytes) -> bytes:
    return next(line for line in calendar.split(b"\r\n") if line.startswith(b"UID:"))
