"""Deadline day: 200 people save and 20 superiors decide, on one core of one machine.

``python3 -m bench.crowd`` builds an office, starts the real server on one core
and lets everybody work over the wire with a few seconds between two steps; at
the end all press their button in the same moment. Nothing that was confirmed
may be missing afterwards.
"""

import os
import random
import sqlite3
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from bench.office import demo_app
from bench.someone import Figures, Someone
from skpweb import audit, create_app
from skpweb.accounts import passwords
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.people import Account, Employee
from skpweb.office import demo_folder, sample
from skpweb.office.demo.people import PASSWORD
from skpweb.web import clock
from tests.live import Served

SUPERIORS = 20
STEPS = 4  #: entries that everybody saves, rounds in which every superior decides
THINK = 20.0  #: seconds between two steps of one person, on average


def build(folder: Path) -> tuple[list[str], list[str]]:
    """The office with its crowd; NIPs of the superiors and of their people."""
    (folder / demo_folder.MARK).touch()
    with demo_app(folder) as app, app.app_context(), app.test_request_context():
        head = db.session.scalar(sa.select(Employee.id).where(Employee.nip.is_not(None)).limit(1))
        sample.load(SUPERIORS * 11, 1, int(head or 0), clock.today(), _quiet, in_teams=True)
        crowd = db.session.execute(
            sa.select(Employee.id, Employee.nip)
            .where(Employee.name.startswith(sample.NAME))
            .order_by(Employee.id)
        ).all()
        stored = passwords.hashed(PASSWORD)
        for employee_id, _ in crowd:
            account = Account(employee_id=employee_id, password_hash=stored)
            account.password_changed_at = utc_now()
            db.session.add(account)
        db.session.commit()
        nips = [nip for _, nip in crowd]
        bosses = nips[:: sample.TEAM]
        return bosses, [nip for nip in nips if nip not in bosses]


def _quiet(_words: str) -> None:
    return None


def work(people: list[Someone], bosses: list[Someone]) -> None:
    """Everybody does his steps with pauses of his own."""
    tasks = [(one, f"ramai {number}") for number, one in enumerate(people)]
    threads = [threading.Thread(target=busy, args=pair) for pair in tasks]
    threads += [threading.Thread(target=busy, args=(one, "")) for one in bosses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def busy(one: Someone, text: str) -> None:
    """Saves entries that begin with ``text``; decides where there is none."""
    dice = random.Random(text or id(one))
    for step in range(STEPS):
        time.sleep(dice.expovariate(1 / THINK))
        if text:
            one.save(f"{text}-{step}")
        else:
            one.decide()


def burst(people: list[Someone], bosses: list[Someone]) -> None:
    """All at the same moment."""
    start = threading.Barrier(len(people) + len(bosses))

    def go(place: int) -> None:
        start.wait()
        if place < len(people):
            people[place].save(f"serentak {place}")
        else:
            bosses[place - len(people)].decide()

    with ThreadPoolExecutor(len(people) + len(bosses)) as pool:
        list(pool.map(go, range(len(people) + len(bosses))))


def kept(folder: Path) -> set[str]:
    """What the database holds of it."""
    query = (
        "SELECT activity FROM journal_entry "
        "WHERE activity LIKE 'ramai %' OR activity LIKE 'serentak %'"
    )
    with closing(sqlite3.connect(folder / "skpweb.db")) as database:
        return {text for (text,) in database.execute(query)}


def main() -> int:
    """Build, work, count; 1 where something is missing or wrong."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bosses, people = build(folder)
        server = Served(folder)
        server.start()
        _pin(server)
        first = Figures()
        with ThreadPoolExecutor(8) as pool:
            crowd = list(pool.map(lambda nip: Someone(server.url, nip, first), people))
            chiefs = list(pool.map(lambda nip: Someone(server.url, nip, first), bosses))
        rounds = {"signing in": first}
        for words, act in (("a working day", work), ("all in one moment", burst)):
            figures = rounds[words] = Figures()
            for one in (*crowd, *chiefs):
                one.figures = figures
            act(crowd, chiefs)
        lost = set.union(*(one.saved for one in rounds.values())) - kept(folder)
        server.kill()
        return report(rounds, lost, folder)


def report(rounds: dict[str, Figures], lost: set[str], folder: Path) -> int:
    """Print everything."""
    for words, figures in rounds.items():
        print(figures.words(words), f"{len(figures.saved)} saved, {figures.decided} decided")
        print("\n".join(sorted(set(figures.wrong))[:5]), end="")
    app = create_app({"DATA_DIR": str(folder), "DEMO": 1})
    with app.app_context():
        broken = audit.verify()
        db.session.remove()
        db.engine.dispose()
    print(f"\nconfirmed but missing: {len(lost)}; audit trail: {broken or 'whole'}")
    wrong = sum(len(figures.wrong) for figures in rounds.values())
    return int(bool(lost or broken or wrong))


def _pin(server: Served) -> None:
    """The server on one core, the crowd on the others, where the system lets us."""
    if hasattr(os, "sched_setaffinity") and server.process is not None:
        cores = sorted(os.sched_getaffinity(0))
        for task in Path(f"/proc/{server.process.pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), {cores[0]})
        os.sched_setaffinity(0, set(cores[1:]) or {cores[0]})


if __name__ == "__main__":
    sys.exit(main())
