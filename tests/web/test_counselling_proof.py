"""What goes with a report for konseling: the feedback on the conduct (p.86 c.1.d)."""

import pytest
from flask import Flask

from tests.office import SmallOffice
from tests.web.test_counselling import CASE, Secret


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Secret:
    """Kasi reports to yuli on Iwan."""
    return Secret(app, office)


def test_the_report_goes_with_the_feedback_that_was_given(case: Secret) -> None:
    """As it was then, on the conduct alone (p.86 c.1.d)."""
    case.say("team", about="value:accountable", text="Rapat dimulai tanpa dia.")
    case.say(text="Berkasnya rapi.")
    case.draft()
    case.report()
    case.say("team", about="value:accountable", text="Sekarang datang tepat waktu.")
    page = case.yuli.get(CASE)
    assert "Rapat dimulai tanpa dia." in page.text and "Akuntabel, 24 November 2026" in page.text
    assert "Berkasnya rapi." not in page.text and "tepat waktu." not in page.text
    case.arrange("official")
    case.close()
    assert "Rapat dimulai" not in case.camat.get(CASE).text  # told of the result only
