"""Which penilai rates a window when he changes: the two examples of p.91 and their neighbours."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from skpweb.domain.charge import Span, post_for
from skpweb.domain.terms import Acting

OPENS, CLOSES = date(2026, 9, 20), date(2026, 10, 14)


@dataclass
class Post:
    """A dated post, as far as the rule looks at it."""

    starts_on: date
    ends_on: date | None
    assessor_id: int
    unit_id: int = 1
    position_name: str = "Analis"
    acting: Acting = Acting.DEFINITIVE
    assessor_absent: bool = False

    def covers(self, day: date) -> bool:
        """Whether the post is held on ``day``."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def rater(moved_on: date, asked_on: date, is_annual: bool = False, **changed: object) -> int:
    """Whose window it is: 1 the penilai until ``moved_on``, 2 the one since then."""
    gone = bool(changed.pop("absent", False))
    posts = [
        Post(date(2026, 1, 1), moved_on - timedelta(days=1), 1, assessor_absent=gone),
        Post(moved_on, None, 2, **changed),
    ]
    return post_for(posts, Span(OPENS, CLOSES, is_annual), asked_on).assessor_id


@pytest.mark.parametrize(("moved_on", "asked_on", "who"), [
    (date(2026, 8, 25), date(2026, 9, 30), 2),  # p.91: TMT 25 August does not rate TW III
    (date(2026, 9, 25), date(2026, 9, 24), 1),  # p.91: TMT 25 September does,
    (date(2026, 9, 25), date(2026, 9, 25), 1),  # also from his new post
    (date(2026, 9, 25), date(2026, 10, 14), 1),
    (date(2026, 9, 25), date(2026, 11, 24), 1),  # and hands the paper over later
    (date(2026, 9, 20), date(2026, 9, 30), 2),  # was no longer there on the opening day
    (date(2026, 9, 21), date(2026, 9, 30), 1),
    (date(2026, 10, 14), date(2026, 10, 14), 1),  # the last day of the window
    (date(2026, 10, 15), date(2026, 10, 15), 2),  # it had closed
])  # fmt: skip
def test_who_leaves_while_the_window_is_open_rates_it(
    moved_on: date, asked_on: date, who: int
) -> None:
    assert rater(moved_on, asked_on) == who


@pytest.mark.parametrize("changed", [
    {"unit_id": 2}, {"position_name": "Analis Muda"}, {"acting": Acting.PLT}, {"absent": True},
    {"is_annual": True},
])  # fmt: skip
def test_not_where_the_pegawai_moved_the_penilai_is_gone_or_the_year_ends(
    changed: dict[str, object],
) -> None:
    assert rater(date(2026, 9, 25), date(2026, 9, 30), **changed) == 2


def test_nobody_without_a_post() -> None:
    assert post_for([], Span(OPENS, CLOSES), date(2026, 9, 30)) is None
