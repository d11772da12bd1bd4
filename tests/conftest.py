"""A fresh database for every test, made by the migrations, and a small office."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import upgrade
from jinja2.bccache import Bucket

from skpweb import create_app
from skpweb.extensions import db
from tests.browser import Browser
from tests.office import SmallOffice

POSTGRES = os.environ.get("SKPWEB_TEST_DATABASE_URL", "")
BACKENDS = ["sqlite", "postgresql"] if POSTGRES else ["sqlite"]


class Compiled(jinja2.BytecodeCache):
    """Templates are compiled once in a test process, not once for every app."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key, bucket.checksum] = bucket.code


Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": Compiled()}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test with a database runs on each database there is."""
    if "database_url" in metafunc.fixturenames:
        metafunc.parametrize("database_url", BACKENDS, indirect=True)


def migrated(url: str, folder: Path) -> None:
    """Bring an empty database to the newest schema by the migrations."""
    app = create_app({"DATABASE_URL": url, "DATA_DIR": str(folder)})
    with app.app_context():
        upgrade()
        db.engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    folder = tmp_path_factory.mktemp("template")
    migrated(f"sqlite:///{folder}/empty.db", folder)
    return folder / "empty.db"


@pytest.fixture(scope="session")
def postgres_template(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[tuple[sa.Engine, str]]:
    """A migrated, empty PostgreSQL database to copy, one per test process."""
    server = sa.create_engine(POSTGRES, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    name = f"skpweb_template_{os.getpid()}_{worker_id}"  # two runs may share a server
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    migrated(_named(name), tmp_path_factory.mktemp("pg"))
    yield server, name
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the application of the test in hand keeps its data."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def data(data_folder: Path) -> Path:
    """The folder of data, empty."""
    shutil.rmtree(data_folder)
    data_folder.mkdir()
    return data_folder


@pytest.fixture
def database_url(request: pytest.FixtureRequest, data: Path) -> Iterator[str]:
    """URL of an empty, migrated database that only this test uses."""
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        shutil.copy(template, data / "skpweb.db")
        yield f"sqlite:///{data}/skpweb.db"
        return
    server, template = request.getfixturevalue("postgres_template")
    name = template.replace("template", "test")
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _named(name)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _named(name: str) -> str:
    url = sa.make_url(POSTGRES).set(database=name)
    return url.render_as_string(hide_password=False)


@pytest.fixture
def settings() -> dict[str, Any]:
    """Settings a test module may override; the day is a fixed one."""
    return {"DEMO": 1, "TODAY": "2026-11-24", "SERVER_TIMING": 1}


#: application and what it started with, by settings: making one anew costs more than most tests
APPS: dict[str, tuple[Flask, dict[str, Any], dict[str, Any]]] = {}


@pytest.fixture
def app(database_url: str, data: Path, settings: dict[str, Any]) -> Iterator[Flask]:
    """The application on a fresh database, as it was when it started."""
    wanted = {"DATABASE_URL": database_url, "DATA_DIR": str(data)} | settings
    if (key := repr(wanted)) not in APPS:
        made = create_app(wanted)
        APPS[key] = made, dict(made.config), dict(made.extensions)
    app, config, extensions = APPS[key]
    with app.app_context():
        db.engine.dispose()  # a served request of the last test may have ended after it
    yield app
    with app.app_context():
        db.engine.dispose()
    app.config.clear()
    app.config.update(config)
    app.extensions.clear()
    app.extensions.update(extensions)


@pytest.fixture
def office(app: Flask) -> SmallOffice:
    """Five people, a running year, nobody has an SKP yet."""
    with app.app_context():
        made = SmallOffice()
        made.build()
        db.session.commit()
    return made


@pytest.fixture
def browser(app: Flask) -> Browser:
    """Somebody who is not signed in."""
    return Browser(app)
