"""Nothing that was confirmed is lost: power cuts, and many people at once."""

import random
import socket
import sqlite3
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPException
from pathlib import Path

import pytest

from skpweb import audit, create_app
from skpweb.extensions import db
from tests.live import Caller, Served

CLERKS = ("199001172015031907", "199203152023212908", "199604252020121909", "199911082022032910")
ROUNDS = 3


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A demo office on its own data folder."""
    server = Served(tmp_path / "data")
    server.start()
    yield server
    server.kill()


def stored(folder: Path) -> list[str]:
    """All activities that begin with our mark."""
    with closing(sqlite3.connect(folder / "skpweb.db")) as database:
        rows = database.execute("SELECT activity FROM journal_entry WHERE activity LIKE 'uji %'")
        return [text for (text,) in rows]


def chain_holds(folder: Path) -> bool:
    """Whether the audit trail verifies."""
    app = create_app({"DATA_DIR": str(folder), "DEMO": 1})
    with app.app_context():
        holds = audit.verify() is None
        db.session.remove()
        db.engine.dispose()
    return holds


def test_a_power_cut_loses_nothing_that_was_confirmed(served: Served) -> None:
    confirmed: list[str] = []
    for number in range(ROUNDS):
        _write_until_killed(served, number, confirmed)
        served.start()
    kept = set(stored(served.folder))
    assert len(confirmed) > ROUNDS
    assert set(confirmed) <= kept
    assert chain_holds(served.folder)
    with closing(sqlite3.connect(served.folder / "skpweb.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _write_until_killed(served: Served, number: int, confirmed: list[str]) -> None:
    clerk = Caller(served.url, CLERKS[0])
    moment = random.Random(number).uniform(0.5, 2.0)
    threading.Timer(moment, served.kill).start()
    deadline = time.monotonic() + 60
    for place in range(10_000):
        text = f"uji {number}-{place}"
        try:
            if clerk.write(text):
                confirmed.append(text)
        except (OSError, HTTPException, urllib.error.URLError):
            break
        assert time.monotonic() < deadline, "the server was not killed"
    assert served.process is not None
    served.process.wait(30)


def test_everybody_writes_at_once_and_nothing_is_lost(served: Served) -> None:
    callers = [Caller(served.url, name) for name in CLERKS for _ in range(3)]
    texts = [f"uji {caller}-{place}" for caller in range(len(callers)) for place in range(8)]
    with ThreadPoolExecutor(len(callers)) as pool:
        answers = list(pool.map(lambda text: _by(callers, text), texts))
    assert all(answers)
    assert sorted(stored(served.folder)) == sorted(texts)
    assert chain_holds(served.folder)


def _by(callers: list[Caller], text: str) -> bool:
    place = int(text.removeprefix("uji ").partition("-")[0])
    return callers[place].write(text)


def test_people_who_keep_a_connection_do_not_keep_others_out(served: Served) -> None:
    address = served.url.removeprefix("http://").split(":")
    kept = [socket.create_connection((address[0], int(address[1])), 10) for _ in range(150)]
    with urllib.request.urlopen(f"{served.url}/healthz", timeout=15) as answer:
        assert answer.status == 200
    for connection in kept:
        connection.close()
