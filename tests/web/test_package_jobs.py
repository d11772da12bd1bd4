"""A unit's packages as ZIP over HTTP: made by a process of its own, cancelled, dead, expired."""

import io
import os
import time
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.packages import KEPT, SILENCE
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.base import utc_now
from skpweb.models.documents import Document
from skpweb.models.packages import PackageJob
from skpweb.office import package_jobs, package_process, package_zip
from tests.browser import Browser, Page
from tests.documents import reading
from tests.office import SmallOffice
from tests.web.scene import Scene
from tests.web.unit_scene import rated_unit, unit

WHO = [("team", 200), ("camat", 200), ("iwan", 404), ("kasi", 404), ("stranger", 404),
       ("admin", 404)]  # fmt: skip


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """A unit with one rated person."""
    return rated_unit(app, office)


def order(scene: Scene, who: str = "team", status: int = 200) -> Page:
    browser: Browser = getattr(scene, who)
    return browser.submit(browser.get(unit(scene)).form(f"{unit(scene)}packages"), status)


def job(scene: Scene, job_id: int = 1) -> PackageJob:
    with scene.app.app_context():
        found = package_jobs.find(job_id)
        assert found is not None
        return found


def change(scene: Scene, **values: object) -> None:
    with scene.app.app_context():
        db.session.execute(sa.update(PackageJob).values(**values))
        db.session.commit()


def work(scene: Scene) -> None:
    """What the process does, in this one."""
    with scene.app.app_context():
        package_zip.run(1, scene.app.config["TODAY"])
        db.session.remove()


def folder(scene: Scene) -> Path:
    return Path(scene.app.config["DATA_DIR"]) / "packages"


def test_a_process_of_its_own_makes_the_file(scene: Scene) -> None:
    """Also the papers that are not in the archive yet."""
    with scene.app.app_context():
        db.session.execute(sa.delete(Document))
        db.session.commit()
    assert order(scene).all("//progress")
    wait(scene)
    log = (folder(scene) / package_process.LOG).read_text()
    assert (job(scene).problem, log) == ("", "")
    page = scene.team.get("/results/packages/1/")
    assert "Berkas 2 pegawai siap" in page.text and not page.all("//progress")
    made = download(scene, page)
    names = made.namelist()
    assert names == [
        "Kecamatan Contohsari/Iwan Permadanu.pdf",
        "Kecamatan Contohsari/Yuli Anggrawati.pdf",
        "daftar-isi.txt",
    ]
    texts = reading.page_texts(made.read(names[0]))
    assert reading.missing_in_order(texts[0], ["Iwan Permadanu", "D.1.1"]) == []
    listed = f"{names[0]}: {len(texts)} halaman"
    assert made.read("daftar-isi.txt").decode().splitlines()[0] == listed
    assert kept(scene) == ["A.1.7", "A.1.7", "A.1.8", "A.1.8", "C.1.3", "D.1.1"]
    assert acts(scene) == ["package.start", "package.download"]


def kept(scene: Scene) -> list[str]:
    """The forms in the archive."""
    with scene.app.app_context():
        query = sa.select(Document.form_code).order_by(Document.form_code)
        return list(db.session.scalars(query))


def acts(scene: Scene) -> list[str]:
    """What the trail says of packages."""
    with scene.app.app_context():
        query = sa.select(AuditEvent.action).where(AuditEvent.action.startswith("package."))
        return list(db.session.scalars(query.order_by(AuditEvent.number)))


def wait(scene: Scene) -> None:
    """Until the process is done, two minutes at most."""
    for _ in range(600):
        if job(scene).finished_at is not None:
            return
        time.sleep(0.2)


def download(scene: Scene, page: Page) -> zipfile.ZipFile:
    form = page.form("/results/packages/1/berkas-unit.zip")
    answer = scene.team.client.post(form.action, data=form.data(), buffered=True)
    assert answer.mimetype == "application/zip"
    assert "Iwan" not in answer.headers["Content-Disposition"]
    return zipfile.ZipFile(io.BytesIO(answer.data))


@pytest.mark.parametrize(("who", "status"), WHO)
def test_who_may_order_and_take_it(
    scene: Scene, unstarted: list[int], who: str, status: int
) -> None:
    browser: Browser = getattr(scene, who)
    browser.get(unit(scene), status)
    data = {"csrf_token": browser.token(), "year": "2026"}
    browser.post(f"{unit(scene)}packages", data, status)
    if status == 404:
        order(scene)
    browser.get("/results/packages/1/", status)
    for path in ("berkas-unit.zip", "cancel"):
        browser.post(f"/results/packages/1/{path}", {"csrf_token": browser.token()}, status)
    listed = f"{unit(scene)}{scene.window}/daftar-predikat"
    assert browser.client.get(f"{listed}.pdf").status_code == status
    assert browser.client.get(f"{listed}.xlsx").status_code == status


def test_one_at_a_time_in_the_whole_office(scene: Scene, unstarted: list[int]) -> None:
    order(scene)
    page = order(scene, "camat", 409)
    assert "Berkas Kecamatan Contohsari sedang dibuat" in page.text
    assert unstarted == [1]


def test_a_cancelled_job_stops_and_leaves_nothing(scene: Scene, unstarted: list[int]) -> None:
    page = order(scene)
    seen = scene.team.submit(page.form("/results/packages/1/cancel"))
    assert "dibatalkan setelah 0 pegawai" in seen.text
    work(scene)
    assert job(scene).is_cancelled and not job(scene).file_name
    assert not list(folder(scene).glob("1-*"))
    scene.team.submit(seen.form(f"{unit(scene)}packages"))
    assert unstarted == [1, 2]


def test_cancelled_in_the_middle(
    scene: Scene, unstarted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    order(scene)
    beat = package_jobs.beat

    def cancelled(job_id: int, done: int) -> bool:
        if done == 1:
            package_jobs.end(job_id, is_cancelled=True)
        return beat(job_id, done)

    monkeypatch.setattr(package_jobs, "beat", cancelled)
    work(scene)
    assert not list(folder(scene).glob("1-*"))
    assert (job(scene).done, job(scene).is_cancelled) == (0, True)


def test_a_dead_process_is_told_and_its_work_begun_again(
    scene: Scene, unstarted: list[int]
) -> None:
    order(scene)
    change(scene, beat_at=utc_now() - SILENCE - timedelta(seconds=1), total=2, done=1)
    page = scene.team.get("/results/packages/1/")
    assert "berhenti sebelum selesai" in page.text and "Terhenti" in page.text
    again = scene.team.submit(page.form(f"{unit(scene)}packages"))
    assert "Sedang dibuat" in again.text and unstarted == [1, 2]
    assert job(scene).problem == package_jobs.DIED
    work(scene)  # the one taken for dead wakes up: nobody wants its file
    assert not list(folder(scene).glob("1-*"))


def test_a_file_is_removed_after_seven_days(scene: Scene, unstarted: list[int]) -> None:
    order(scene)
    work(scene)
    (file,) = folder(scene).glob("1-*.zip")
    long_ago = utc_now() - KEPT
    change(scene, finished_at=long_ago)
    page = scene.team.get("/results/packages/1/")
    assert "sudah dihapus" in page.text
    scene.team.post("/results/packages/1/berkas-unit.zip", {"csrf_token": scene.team.token()})
    os.utime(file, (long_ago.timestamp() - 1,) * 2)
    package_jobs.clear(folder(scene))
    assert not file.exists()
    package_jobs.clear(folder(scene) / "not-there")


def test_the_page_asks_for_itself_only_while_it_runs(scene: Scene, unstarted: list[int]) -> None:
    page = order(scene)
    (link,) = page.all("//a[@hx-trigger]")
    assert link.get("href") == link.get("hx-get") == "/results/packages/1/"
    assert page.all("//noscript")
    few = scene.team.get("/results/packages/1/").queries
    work(scene)
    done = scene.team.get("/results/packages/1/")
    assert not done.all("//a[@hx-trigger]") and done.queries == few <= 12
