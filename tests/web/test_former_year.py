"""Which result of the former unit may be used again: p.91 no. 13 a and its example, Sari."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.calendar import WindowKind
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation
from skpweb.office import adoptions
from tests import records
from tests.office import SmallOffice
from tests.web.collecting import _window, _year
from tests.web.special import Special
from tests.web.test_special_moves import moved_in, rated


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Special:
    """Iwan came from another unit; which of its results there are, each test says."""
    made = Special(app, office)
    moved_in(made)
    return made


def former(case: Special, day: date, *kinds: tuple[int, WindowKind]) -> str | None:
    """The result that is offered to who moved on ``day``, of those that the former unit gave."""
    with case.app.app_context():
        here = db.session.get_one(Skp, case.skp_id)
        there = db.session.scalars(sa.select(Skp).where(Skp.id != here.id)).one()
        db.session.execute(sa.delete(Evaluation))
        here.starts_on = day
        year = kinds[0][0]
        there.year_id, there.starts_on = _year(year).id, date(year, 1, 1)
        there.ends_on = min(date(year, 12, 31), day)
        for of_year, kind in kinds:
            last = date(of_year, 12, 31)
            span = (date(of_year, 10, 1), last) if kind is WindowKind.QUARTER else None
            db.session.add(rated(there.id, _window(_year(of_year), span).id))
        db.session.flush()
        return offered(here)


def offered(skp: Skp) -> str | None:
    """The name of the window whose result the first periodic window may use."""
    number = (skp.starts_on.month + 2) // 3
    skp_id, window_id = skp.id, records.window(number)
    db.session.commit()
    dossier = evaluations.dossier(skp_id)
    assert dossier is not None
    evaluation = evaluations.evaluation_of(dossier, window_id)
    assert evaluation is not None
    found = adoptions.offer(evaluation)
    return found.former.window.name if found else None


ANNUAL, QUARTER = WindowKind.ANNUAL, WindowKind.QUARTER


def test_sari_who_moved_in_february_may_use_the_year_before(case: Special) -> None:
    both = (2025, QUARTER), (2025, ANNUAL)
    assert former(case, date(2026, 2, 2), *both) == "Tahunan 2025"


def test_without_a_yearly_result_it_is_the_last_quarter_before(case: Special) -> None:
    assert former(case, date(2026, 2, 2), (2025, QUARTER)) == "Triwulan IV 2025"


@pytest.mark.parametrize("kind", [ANNUAL, QUARTER])
def test_who_moved_later_may_not_use_the_year_before(case: Special, kind: WindowKind) -> None:
    assert former(case, date(2026, 8, 3), (2025, kind)) is None


def test_what_is_older_than_the_year_before_is_never_used(case: Special) -> None:
    assert former(case, date(2026, 2, 2), (2024, ANNUAL)) is None


def test_the_yearly_result_of_the_same_year_is_no_periodic_one(case: Special) -> None:
    assert former(case, date(2026, 8, 3), (2026, ANNUAL)) is None
