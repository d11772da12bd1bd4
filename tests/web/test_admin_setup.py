"""The first set-up: who gets in, what must be done, what can wait."""

import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import audit
from skpweb.extensions import db
from skpweb.models.organisation import Office
from skpweb.models.people import Account, SignInAttempt
from skpweb.office import setup
from tests.browser import Browser
from tests.web.door import earlier

ELSEWHERE = {"REMOTE_ADDR": "192.168.1.20"}
PHRASE = "kucing rembulan menari pagi"


class FarBrowser(Browser):
    """A browser on another machine of the office."""

    def __init__(self, app: Flask) -> None:
        super().__init__(app)
        self.client.environ_base |= ELSEWHERE


def fill_office(browser: Browser) -> Any:
    page = browser.get("/setup/office")
    form = page.form("/setup/office")
    return browser.submit(form, name="Kecamatan Uji", place="Uji", contact="Ani, ruang 2")


def fill_admin(browser: Browser, status: int = 200, **typed: str) -> Any:
    form = browser.get("/setup/admin").form("/setup/admin")
    good = {"username": "admin", "password": PHRASE, "again": PHRASE}
    return browser.submit(form, status, **(good | typed))


def test_every_page_leads_to_the_set_up(app: Flask) -> None:
    far = FarBrowser(app)
    for path in ("/", "/login", "/planning/", "/admin/", "/setup/office", "/setup/admin"):
        assert "Tulis kode yang dicetak" in far.get(path).text, path
    assert far.client.get("/healthz").status_code == 200


def test_from_elsewhere_only_with_the_code(app: Flask) -> None:
    far = FarBrowser(app)
    page = far.submit(far.get("/setup/").form("/setup/"), 422, code="AAAA-AAAA")
    assert "Kode tidak cocok" in page.text
    code = setup.setup_code(app.config["DATA_DIR"])
    page = far.submit(page.form("/setup/"), code=code.lower().replace("-", " "))
    assert "langkah 1 dari 5" in page.text
    assert "langkah 2 dari 5" in fill_office(far).text


def test_guessing_the_code_gets_slow(app: Flask) -> None:
    far = FarBrowser(app)
    code = setup.setup_code(app.config["DATA_DIR"])
    for _ in range(5):
        far.submit(far.get("/setup/").form("/setup/"), 422, code="AAAA-AAAA")
    page = far.submit(far.get("/setup/").form("/setup/"), 429, code=code)
    assert "Coba lagi dalam 2 detik" in page.text
    assert page.all("//input[@name='code']/@value") == [code]
    assert "Tulis kode yang dicetak" in far.get("/setup/office").text
    earlier(app, SignInAttempt, "at", timedelta(seconds=3))
    assert "langkah 1 dari 5" in far.submit(page.form("/setup/"), code=code).text
    with app.app_context():
        assert db.session.scalars(sa.select(SignInAttempt.id)).all() == []


def test_the_code_is_secret_and_stays_the_same(app: Flask) -> None:
    folder = Path(app.config["DATA_DIR"])
    code = setup.setup_code(folder)
    assert setup.setup_code(folder) == code
    assert stat.S_IMODE((folder / "setup_code").stat().st_mode) == 0o600


def test_from_the_machine_itself_without_a_code(app: Flask) -> None:
    assert "langkah 1 dari 5" in Browser(app).get("/").text


@pytest.mark.parametrize(
    "environ",
    [ELSEWHERE, {"HTTP_HOST": "skp.kantor.example"}, {"HTTP_HOST": "localhost.evil.example"}],
)
def test_a_proxy_does_not_look_like_the_machine_itself(app: Flask, environ: dict[str, str]) -> None:
    answer = app.test_client().get("/setup/", environ_overrides=environ)
    assert "Tulis kode yang dicetak" in answer.get_data(as_text=True)


def test_two_steps_and_the_application_can_be_used(app: Flask) -> None:
    browser = Browser(app)
    assert "langkah 1 dari 5" in browser.get("/setup/admin").text
    fill_office(browser)
    page = fill_admin(browser)
    assert "Akun admin dibuat" in page.text
    assert "Langkah 3: Unit kerja" in page.text
    assert not (Path(app.config["DATA_DIR"]) / "setup_code").exists()
    assert browser.get("/admin/").status == 200
    with app.app_context():
        account = db.session.scalars(sa.select(Account)).one()
        assert (account.is_admin, account.is_team) == (True, False)
        assert db.session.scalars(sa.select(Office.ready_at)).one() is not None
        assert audit.verify() is None
    fresh = Browser(app)
    fresh.sign_in("admin", PHRASE)
    assert "Siapkan aplikasi" in fresh.get("/setup/tasks").text


def test_nobody_sets_up_twice(app: Flask) -> None:
    browser = Browser(app)
    fill_office(browser)
    fill_admin(browser)
    second = Browser(app)
    for path in ("/setup/", "/setup/office", "/setup/admin"):
        assert "Masuk" in second.get(path).all("string(//h1)")
    token = second.get("/login").form("/login").data()["csrf_token"]
    second.post("/setup/admin", {"csrf_token": token, "username": "x"})
    second.post("/setup/office", {"csrf_token": token, "name": "x"})
    with app.app_context():
        assert db.session.scalars(sa.select(Account.username)).all() == ["admin"]
        assert db.session.scalars(sa.select(Office.name)).all() == ["Kecamatan Uji"]


WRONG = [
    ({"password": "pendek", "again": "pendek"}, "paling sedikit 15 huruf"),
    ({"again": "lain sekali lain sekali"}, "Kedua kata sandi tidak sama"),
    ({"username": ""}, "Tulis nama pengguna."),
    ({"username": "199001172015031907"}, "tidak boleh angka saja"),
    ({"username": "ad min"}, "huruf, angka, titik"),
    ({"password": "kecamatan uji ab uji", "again": "kecamatan uji ab uji"}, "Jangan pakai nama"),
]


@pytest.mark.parametrize(("typed", "problem"), WRONG)
def test_a_weak_start_is_refused(app: Flask, typed: dict[str, str], problem: str) -> None:
    browser = Browser(app)
    fill_office(browser)
    assert problem in fill_admin(browser, 422, **typed).all("string(//*[@id='galat'])")
    with app.app_context():
        assert db.session.scalars(sa.select(Account)).all() == []


def test_a_wrong_office_is_refused_and_kept(app: Flask) -> None:
    browser = Browser(app)
    form = browser.get("/setup/office").form("/setup/office")
    page = browser.submit(form, 422, name="", place="Uji", contact="Ani")
    assert "Tulis nama instansi." in page.text
    assert page.all("//input[@name='place']/@value") == ["Uji"]
