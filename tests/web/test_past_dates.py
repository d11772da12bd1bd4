"""A day of work as people say it."""

from datetime import date

import pytest
from flask import Flask

from skpweb.web.fields import PastDateField
from tests.office import SmallOffice


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 Nov", date(2026, 11, 3)),
        ("3/11", date(2026, 11, 3)),
        ("3/11/25", date(2025, 11, 3)),
        ("24 Nov", date(2026, 11, 24)),
        ("25 Nov", date(2025, 11, 25)),  # the last one that is not ahead
        ("25 Nov 2026", date(2026, 11, 25)),  # ahead, and said so: refused by the rules
        ("Kemarin", date(2026, 11, 23)),
        ("hari ini", date(2026, 11, 24)),
        ("besok", None),
        ("31/2", None),
        ("29 Feb", None),
        ("3", None),
    ],
)
def test_the_year_may_be_left_out(
    app: Flask, office: SmallOffice, text: str, day: date | None
) -> None:
    with app.test_request_context():
        assert PastDateField.read(None, text) == day  # type: ignore[arg-type]
