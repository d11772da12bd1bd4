"""One year of four people in a real browser, with and without JavaScript."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests import records
from tests.e2e.visitor import Visitor
from tests.e2e.year_judging import Judging
from tests.office import SmallOffice

NICKS = ("iwan", "kasi", "camat", "team")


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def year(
    request: pytest.FixtureRequest, chromium: Browser, serve: Callable[[Flask], str],
    app: Flask, office: SmallOffice,
) -> Iterator[Judging]:  # fmt: skip
    """Pelaksana, penilai, his atasan and the team, each in a browser of his own."""
    with app.app_context():
        records.approved_skp(office, "kasi", "camat")
    address = serve(app)
    everybody = [Visitor(chromium, address, request.param) for _ in NICKS]
    for visitor, nick in zip(everybody, NICKS, strict=True):
        visitor.sign_in(SmallOffice.NIPS[nick])
    made = Judging(*everybody)
    made.script = request.param
    yield made
    for visitor in everybody:
        visitor.context.close()


def test_one_year(year: Judging) -> None:
    year.assign_role()
    year.write_skp()
    year.write_parts()
    year.submit()
    year.send_back()
    year.mend()
    year.approve_the_change()
    year.plan_steps()
    year.keep_journal()
    year.approve_journal()
    year.ask_for_feedback()
    year.talk()
    year.report()
    year.set_organisation_result()
    year.rate()
    year.receive()
    year.object()
    year.decide()
    year.read_decision()
    year.revise()
    assert year.wrong == []
