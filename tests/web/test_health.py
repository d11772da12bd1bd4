"""The health check: alive only after a real write and read."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import create_app
from skpweb.extensions import db
from skpweb.models.audit import Heartbeat
from tests.browser import Browser
from tests.office import SmallOffice


def test_alive_means_written_and_read(app: Flask, browser: Browser, office: SmallOffice) -> None:
    beats = set()
    for _ in range(2):
        answer = browser.client.get("/healthz")
        assert (answer.status_code, answer.json) == (200, {"status": "ok"})
        with app.app_context():
            beats.add(db.session.scalars(sa.select(Heartbeat.beat)).one())
    assert len(beats) == 2


def test_an_empty_office_is_alive_too(browser: Browser, app: Flask) -> None:
    assert browser.client.get("/healthz").status_code == 200


@pytest.fixture
def file(sqlite_template: Path, tmp_path: Path) -> Path:
    """A migrated SQLite file of this test's own."""
    return Path(shutil.copy(sqlite_template, tmp_path / "skpweb.db"))


def spoil(path: Path, how: str) -> None:
    """Break a database as disks and people do."""
    if how == "overwritten":
        path.write_bytes(b"this is not a database" * 1000)
    elif how == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    elif how == "empty":
        path.write_bytes(b"")
    else:
        path.unlink()
        path.mkdir()


@pytest.mark.parametrize("how", ["overwritten", "cut", "empty", "gone"])
def test_a_broken_database_is_said(file: Path, how: str) -> None:
    spoil(file, how)
    app = create_app({"DATABASE_URL": f"sqlite:///{file}", "DATA_DIR": str(file.parent)})
    client = app.test_client()
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json) == (503, {"status": "down"})
    page = client.get("/login")
    assert (page.status_code, "Terjadi kesalahan" in page.text) == (500, True)
    client.set_cookie("sesi", cookie(app))
    page = client.get("/profile")  # even the person cannot be looked up
    assert (page.status_code, "Aplikasi sedang tidak dapat dipakai" in page.text) == (503, True)
    assert "Content-Security-Policy" in page.headers
    with app.app_context():
        db.engine.dispose()


def cookie(app: Flask) -> str:
    """A cookie as the app signs it for somebody who is signed in."""
    return str(app.session_interface.get_signing_serializer(app).dumps({"_user_id": "token"}))
