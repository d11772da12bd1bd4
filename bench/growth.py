"""Growth: the same pages in a small office and in one with years of many people.

``python3 -m bench.growth [EMPLOYEES [YEARS [DATABASE_URL]]]`` fills a second
office (220 people for ten years by default: half a million entries) and opens
the same pages in both by turns. On PostgreSQL, name an empty database:
3,000 people for ten years make seven million entries.
"""

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade

from bench.office import PEOPLE, queries
from skpweb import create_app, database
from skpweb.accounts import passwords
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry
from skpweb.models.people import Account, Employee
from skpweb.office import demo, sample
from skpweb.office.demo.people import PASSWORD
from skpweb.web import clock

SMALL = (33, 1)
ROUNDS = 60
LIMIT = 1.5  #: p95 of the large office over that of the small one

CLERK = ("/", "/journal/", "/planning/", "/results/")
BOSS = ("/", "/review/", "/review/entries/", "/review/evaluations/")
TEAM = ("/admin/employees/", "/admin/monitoring/", "/admin/monitoring/journal/", "/admin/trail/")


@dataclass
class Place:
    """An office and three people in it."""

    app: Flask
    clerk: FlaskClient
    boss: FlaskClient
    team: FlaskClient


def office(employees: int, years: int, url: str) -> Place:
    """A demo office with sample people in teams; the first team's people sign in."""
    app = create_app(
        {"DATA_DIR": tempfile.mkdtemp(), "DATABASE_URL": url, "DEMO": 1, "SERVER_TIMING": 1}
    )
    with app.app_context(), app.test_request_context():
        upgrade()
        if demo.build():  # else the database was filled by an earlier run
            head = sa.select(Employee.id).where(Employee.nip.is_not(None)).limit(1)
            head_id = int(db.session.scalar(head) or 0)
            sample.load(employees, years, head_id, clock.today(), print, in_teams=True)
        boss, clerk = _first_two()
        count = db.session.scalar(sa.select(sa.func.count()).select_from(JournalEntry))
        db.session.commit()
        print(f"{employees} people, {years} years: {count} entries", flush=True)
        database.learn()
    team = _signed_in(app, PEOPLE["KSU"])
    return Place(app, _signed_in(app, clerk), _signed_in(app, boss), team)


def _first_two() -> list[str]:
    """NIPs of the first leader and of his first clerk, who may sign in now."""
    people = db.session.execute(
        sa.select(Employee.id, Employee.nip)
        .where(Employee.name.startswith(sample.NAME))
        .order_by(Employee.id)
        .limit(2)
    ).all()
    for employee_id, _ in people:
        if db.session.scalar(sa.select(Account.id).where(Account.employee_id == employee_id)):
            continue
        account = Account(employee_id=employee_id, password_hash=passwords.hashed(PASSWORD))
        account.password_changed_at = utc_now()
        db.session.add(account)
    return [nip for _, nip in people]


def _signed_in(app: Flask, nip: str) -> FlaskClient:
    client = app.test_client()
    page = client.get("/login").get_data(as_text=True)
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    client.post("/login", data={"csrf_token": token, "nip": nip, "password": PASSWORD})
    return client


def compare(small: FlaskClient, large: FlaskClient, path: str) -> tuple[str, bool]:
    """One line of the table, and whether it holds."""
    times: tuple[list[float], list[float]] = ([], [])
    costs = [0, 0]
    for number in range(ROUNDS + 3):
        for place, client in enumerate((small, large)):
            started = time.perf_counter()
            answer = client.get(path)
            if number >= 3:
                times[place].append(time.perf_counter() - started)
            costs[place] = queries(answer)
            if answer.status_code != 200:
                return f"| {path} | answered {answer.status_code} | | | **NO** |", False
    low, high = (quantiles(one, n=20)[18] * 1000 for one in times)
    holds = high / low <= LIMIT and costs[0] == costs[1]
    words = "yes" if holds else "**NO**"
    return (
        f"| {path} | {low:.1f} ms | {high:.1f} ms | {high / low:.2f}× | "
        f"{costs[0]}/{costs[1]} queries | {words} |"
    ), holds


def main(words: list[str]) -> int:
    """Build both, compare; 1 where a page grows with the office."""
    employees, years = [int(word) for word in words[:2]] or [220, 10]
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite:///{Path(folder) / name}.db" for name in ("small", "large")]
        if len(words) > 2:
            urls = [f"{words[2]}_small", words[2]]
        small, large = office(*SMALL, urls[0]), office(employees, years, urls[1])
        print("| Page | p95 small | p95 large | ratio | cost | holds |\n|---|---|---|---|---|---|")
        every = True
        for who, paths in (("clerk", CLERK), ("boss", BOSS), ("team", TEAM)):
            for path in paths:
                line, holds = compare(getattr(small, who), getattr(large, who), path)
                every &= holds
                print(line, flush=True)
        return int(not every)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
