"""Other people's pages while a unit's ZIP is made: ``python3 -m bench.packages``.

The same pages are asked for before the order and while the process works, one
after another over the wire; the bar is p95 at most twice as long. Every paper
has to be drawn: the archive is emptied first. Says how busy the machine was.
"""

import os
import re
import sys
import tempfile
import time
from pathlib import Path
from statistics import quantiles

import sqlalchemy as sa

from bench.office import PEOPLE, demo_app
from skpweb.extensions import db
from skpweb.models.documents import Document
from skpweb.models.organisation import Unit
from skpweb.models.people import Employee
from skpweb.office import demo_folder, sample
from skpweb.office.demo.people import TEAM
from skpweb.web import clock
from tests.live import Caller, Served

DOCUMENTS = 50  #: people, each with an SKP and its lampiran to be drawn
ROUNDS = 40  #: before the order
PAGES = ("/", "/journal/", "/planning/", "/results/")
BAR = 2.0


def build(folder: Path) -> int:
    """The office with so many people and no paper in the archive; the unit's id."""
    (folder / demo_folder.MARK).touch()
    with demo_app(folder) as app, app.app_context(), app.test_request_context():
        head = db.session.scalar(sa.select(Employee.id).where(Employee.nip.is_not(None)).limit(1))
        sample.load(DOCUMENTS, 1, int(head or 0), clock.today(), lambda _words: None)
        db.session.execute(sa.delete(Document))
        db.session.commit()
        return int(db.session.scalar(sa.select(Unit.id).limit(1)) or 0)


def asked(person: Caller) -> list[float]:
    """Seconds of each page, once."""
    spent = []
    for path in PAGES:
        started = time.perf_counter()
        person.get(path)
        spent.append(time.perf_counter() - started)
    return spent


def order(team: Caller, unit_id: int) -> str:
    """The address of the job that was just ordered."""
    path = f"/results/units/{unit_id}/"
    if team.post(f"{path}packages") != 200:
        raise RuntimeError("the order was refused")
    found = re.search(r"/results/packages/\d+/", team.get(path))
    assert found
    return found[0]


def main() -> int:
    """Build, measure before and meanwhile; 1 where the bar is missed."""
    with tempfile.TemporaryDirectory() as name:
        unit_id = build(Path(name))
        server = Served(Path(name))
        server.start()
        try:
            return measure(
                Caller(server.url, PEOPLE["PLK"]), Caller(server.url, PEOPLE[TEAM]), unit_id
            )
        finally:
            server.kill()


def measure(person: Caller, team: Caller, unit_id: int) -> int:
    """Ask, order, ask until the file is ready."""
    asked(person)
    before = [one for _ in range(ROUNDS) for one in asked(person)]
    started, job, meanwhile = time.perf_counter(), order(team, unit_id), []
    while "Sedang dibuat" in (page := team.get(job)):
        meanwhile += asked(person)
    took = time.perf_counter() - started
    first, then = p95(before), p95(meanwhile)
    busy = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "load unknown"
    print(f"{made(page)} people in {took:.1f} s; {busy} on {os.cpu_count()} cores")
    print(f"p95 before {first * 1000:.0f} ms ({len(before)} pages)", end=", ")
    print(f"meanwhile {then * 1000:.0f} ms ({len(meanwhile)}): {then / first:.2f}, bar {BAR}")
    return int(then / first > BAR or made(page) < DOCUMENTS)


def made(page: str) -> int:
    """How many people's packages are in the file."""
    found = re.search(r"Berkas (\d+) pegawai siap", page)
    return int(found[1]) if found else 0


def p95(seconds: list[float]) -> float:
    """The time that 95 of 100 pages do not exceed."""
    return quantiles(seconds, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
