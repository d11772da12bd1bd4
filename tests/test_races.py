"""Two at once: one is first, the other is told so; on every database alike."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from tests.browser import Browser
from tests.office import SmallOffice

NEW = {"year": "2026", "starts_on": "1/1/2026", "ends_on": "31/12/2026"}


@pytest.fixture
def people(app: Flask, office: SmallOffice) -> dict[str, tuple[Browser, str]]:
    """Three browsers of the Pegawai and three of his penilai, with their tokens."""
    made = {}
    for name in ("iwan-1", "iwan-2", "iwan-3", "kasi-1", "kasi-2", "kasi-3"):
        browser = Browser(app)
        browser.sign_in(office.NIPS[name.partition("-")[0]])
        made[name] = (browser, browser.token())
    return made


def test_whatever_two_do_at_once_one_of_them_is_first(
    app: Flask, people: dict[str, tuple[Browser, str]]
) -> None:
    """From the first draft to a revision: never two of a thing, never an error."""
    iwan = [people[f"iwan-{number}"] for number in (1, 2, 3)]
    kasi = [people[f"kasi-{number}"] for number in (1, 2, 3)]
    assert at_once(iwan, "/planning/new", approach="quantitative", **NEW) == [303, 422, 422]
    assert rows(app, "SELECT count(*) FROM skp") == [(1,)]
    assert at_once(iwan, "/planning/1/rhk", kunci="one-key") == [303, 303, 303]
    [(rhk, indicator, version)] = rows(
        app, "SELECT r.id, i.id, r.version_id FROM rhk r JOIN indicator i ON i.rhk_id = r.id"
    )
    card = {"version": version, "kind": "main", "statement": "A", f"statement-{indicator}": "B"}
    # the same text sent three times is kept once, and nobody is told of a conflict
    assert at_once(iwan, f"/planning/rhk/{rhk}/", **card) == [303, 303, 303]
    assert rows(app, "SELECT count(*) FROM audit_event WHERE action = 'rhk.save'") == [(1,)]
    assert at_once(iwan, "/planning/1/submit") == [303, 422, 422]
    assert approved_at_once(app, kasi) == [303, 409, 409]
    assert at_once([*iwan[:2], kasi[0]], "/planning/1/revise", reason="C") == [303, 409, 409]
    assert states(app) == [(1, "approved"), (2, "draft")]
    assert at_once(iwan, "/planning/1/submit") == [303, 422, 422]
    assert approved_at_once(app, kasi) == [303, 409, 409]
    assert states(app) == [(1, "superseded"), (2, "approved")]


def approved_at_once(app: Flask, who: list[tuple[Browser, str]]) -> list[int]:
    """Everybody approves the version that all of them see."""
    [(shown,)] = rows(app, "SELECT version_id FROM skp_version ORDER BY number DESC LIMIT 1")
    return at_once(who, "/planning/1/approve", version=shown)


def at_once(who: list[tuple[Browser, str]], path: str, **fields: Any) -> list[int]:
    """The same post by several browsers in the same moment; their statuses, sorted."""
    start = Barrier(len(who))

    def post(browser: Browser, token: str) -> int:
        start.wait()
        return browser.client.post(path, data=fields | {"csrf_token": token}).status_code

    with ThreadPoolExecutor(len(who)) as pool:
        return sorted(pool.map(lambda pair: post(*pair), who))


def states(app: Flask) -> list[tuple[Any, ...]]:
    """Number and state of the versions."""
    return rows(app, "SELECT number, state FROM skp_version ORDER BY number")


def rows(app: Flask, query: str) -> list[tuple[Any, ...]]:
    """What a query finds."""
    with app.app_context():
        return [tuple(row) for row in db.session.execute(sa.text(query))]
