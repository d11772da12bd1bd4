"""Benchmark data: it loads, it is refused in a real office, and pages cost the same with it."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.journal import JournalEntry
from skpweb.models.organisation import Office
from skpweb.models.people import Employee
from skpweb.office import sample
from skpweb.office.demo import build
from tests.browser import Browser

TODAY = date(2026, 11, 24)
SUPERIOR, CLERK, TEAM = "198203112008011903", "199001172015031907", "198709182011012906"
PAGES = {
    SUPERIOR: ("/", "/review/", "/review/entries/", "/review/evaluations/", "/review/feedback/"),
    CLERK: ("/", "/journal/", "/planning/", "/results/", "/planning/19/"),
    TEAM: ("/admin/employees/", "/admin/units/"),
}


def superior_id() -> int:
    """The penilai with the full desk."""
    found = db.session.scalar(sa.select(Employee.id).where(Employee.nip == SUPERIOR))
    assert found is not None
    return found


def costs(app: Flask) -> dict[str, int]:
    """Statements per page and person."""
    found = {}
    for name, paths in PAGES.items():
        browser = Browser(app)
        browser.sign_in(name)
        found |= {f"{name} {path}": browser.get(path).queries for path in paths}
    return found


def test_pages_cost_the_same_with_many_people_and_years(app: Flask) -> None:
    with app.app_context():
        build(TODAY)
    few = costs(app)
    with app.app_context():
        entries = sample.load(120, 3, superior_id(), TODAY, lambda _: None)
        stored = db.session.scalar(sa.select(sa.func.count()).select_from(JournalEntry))
        assert entries > 50_000
        assert stored is not None
        assert stored > entries
    assert costs(app) == few
    assert max(few.values()) <= 12


def test_a_real_office_takes_no_sample(app: Flask) -> None:
    with app.app_context():
        db.session.add(Office(name="Kantor sungguhan"))
        db.session.commit()
        with pytest.raises(sample.NotADemo):
            sample.load(1, 1, 1, TODAY, lambda _: None)
