"""Pages of a person cost the database the same, however many other people there are.

Counted in steps of SQLite's own machine: the same in every run, on every computer.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import database
from skpweb.extensions import db
from skpweb.models.organisation import Office
from skpweb.office import sample
from skpweb.web import clock
from tests.office import SmallOffice
from tests.web.pile import Pile

OTHERS = 40  #: people with a year of journals each
EVERY = 20  #: steps between two counts
#: a statement may look at each other person once, but not at his entries (230 each)
EACH = 100 / EVERY
PAGES = {
    "iwan": ("/", "/journal/", "/planning/", "/results/", "/dialogue/"),
    "kasi": (
        "/",
        "/review/",
        "/review/entries/",
        "/review/evaluations/",
        "/review/feedback/scheduled/",
    ),
}


@pytest.fixture
def pile(app: Flask, office: SmallOffice) -> Pile:
    """Iwan, Yuli and what waits for their penilai."""
    made = Pile(app, office)
    made.week()
    made.week("yuli")
    return made


@contextmanager
def steps(app: Flask) -> Iterator[list[int]]:
    """How many steps the database took in the block, in EVERY."""
    count = [0]

    def tick() -> int:
        count[0] += 1
        return 0

    def listen(connection: object, *_: object) -> None:
        connection.set_progress_handler(tick, EVERY)  # type: ignore[attr-defined]

    with app.app_context():
        pool = db.engine.pool
    sa.event.listen(pool, "checkout", listen)
    try:
        yield count
    finally:
        sa.event.remove(pool, "checkout", listen)


def costs(pile: Pile) -> dict[str, int]:
    """Steps of each page, the second time it is opened."""
    found = {}
    for who, pages in PAGES.items():
        browser = getattr(pile, who)
        for path in pages:
            browser.get(path)
            with steps(pile.app) as count:
                browser.get(path)
            found[f"{who} {path}"] = count[0]
    return found


def test_other_people_cost_a_person_nothing(pile: Pile, database_url: str) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("PostgreSQL does not count its steps")
    with pile.app.app_context():
        database.learn()
    before = costs(pile)
    with pile.app.app_context(), pile.app.test_request_context():
        db.session.execute(sa.update(Office).values(is_demo=True))
        sample.load(OTHERS, 1, pile.office.ids["camat"], clock.today(), print, in_teams=True)
        database.learn()
    after = costs(pile)
    most = {one: cost * 1.5 + OTHERS * EACH for one, cost in before.items()}
    grown = {one: (before[one], after[one]) for one in before if after[one] > most[one]}
    assert grown == {}
