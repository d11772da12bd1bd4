"""The progress of a unit's ZIP in Chromium: it moves by itself with script, by a link without."""

from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa
from flask import Flask
from playwright.sync_api import Browser, expect

from skpweb.extensions import db
from skpweb.models.packages import PackageJob
from skpweb.office import package_process, package_zip
from tests import records
from tests.e2e.visitor import Visitor
from tests.office import SmallOffice

Serve = Callable[[Flask], str]


@pytest.fixture(params=[True, False], ids=["script", "plain"])
def team(
    request: pytest.FixtureRequest, app: Flask, office: SmallOffice, chromium: Browser,
    serve: Serve, monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Visitor]:  # fmt: skip
    """The team's window; the test itself does the work of the process."""
    monkeypatch.setattr(package_process, "start", lambda _job: None)
    with app.app_context():
        records.approved_skp(office)
    visitor = Visitor(chromium, serve(app), script=request.param, width=360)
    visitor.script = request.param
    yield visitor.sign_in(SmallOffice.NIPS["team"])
    visitor.context.close()
    assert visitor.wrong == []


def test_the_progress_is_seen_and_ends_in_a_download(
    app: Flask, office: SmallOffice, team: Visitor
) -> None:
    team.page.goto(f"/results/units/{office.unit_id}/")
    team.press("Buat berkas ZIP")
    team.sees("Sedang dibuat")
    stop = team.page.get_by_role("button", name="Batalkan")
    stop.focus()
    with app.app_context():
        db.session.execute(sa.update(PackageJob).values(total=2, done=1))
        db.session.commit()
    look(team)
    team.sees("1 dari 2 pegawai")
    if team.script:
        expect(stop).to_be_focused()
    with app.app_context():
        package_zip.run(1, app.config["TODAY"])
        db.session.remove()
    look(team)
    team.sees("Berkas 1 pegawai siap")
    with team.page.expect_download() as made:
        team.page.get_by_role("button", name="Unduh ZIP").click()
    assert made.value.suggested_filename == f"berkas-kinerja-2026-unit-{office.unit_id}.zip"
    assert team.page.get_by_role("link", name="Muat ulang").count() == 0


def look(team: Visitor) -> None:
    """Without script somebody has to ask again."""
    if not team.script:
        team.follow("Muat ulang")
