"""The yearly calibration looks back at a former post as the evaluation does (p.91, 101)."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.terms import FeedbackSource, FeedbackTone
from skpweb.extensions import db
from skpweb.models.planning import Skp
from skpweb.models.review import Feedback
from tests import records
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.special import Special
from tests.web.test_special_moves import NURSE, moved_in


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Special:
    return Special(app, office)


def sheet(case: Special, number: int) -> Page:
    """What kasi compares in a window."""
    with case.app.app_context():
        window = records.window(number)
    return case.kasi.get(f"/review/calibration/{window}/")


def test_the_year_shows_the_former_quarters_and_feedback_the_quarter_does_not(
    case: Special,
) -> None:
    case.on(date(2026, 12, 21))
    plain = sheet(case, 0).queries
    moved_in(case)
    with case.app.app_context():
        before = db.session.scalars(sa.select(Skp).where(Skp.id != case.skp_id)).one()
        for day in (date(2026, 5, 4), date(2026, 8, 5)):
            db.session.add(Feedback(
                skp_id=before.id, giver_id=case.office.ids["team"], about="value:loyal",
                under="value:loyal", text="Dipercaya.", source=FeedbackSource.LEADER,
                tone=FeedbackTone.APPRECIATION, given_on=day,
            ))  # fmt: skip
        db.session.commit()
    year, quarter = sheet(case, 0), sheet(case, 3)
    assert f"TW II ({NURSE}): Sangat Baik" in year.text and "Umpan balik 2" in year.text
    assert year.queries == plain
    assert NURSE not in quarter.text and "Umpan balik 0" in quarter.text
