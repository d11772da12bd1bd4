"""How far a package of a unit is: every combination of its times, written out."""

from datetime import UTC, datetime, timedelta

import pytest

from skpweb.domain.packages import KEPT, SILENCE, JobState, Times, file_name, state_of

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("times", "state"),
    [
        (Times(NOW), JobState.RUNNING),
        (Times(NOW - SILENCE), JobState.RUNNING),
        (Times(NOW - SILENCE - SECOND), JobState.LOST),
        (Times(NOW - SILENCE - SECOND, NOW, has_file=True), JobState.READY),
        (Times(NOW, NOW - KEPT + SECOND, has_file=True), JobState.READY),
        (Times(NOW, NOW - KEPT, has_file=True), JobState.EXPIRED),
        (Times(NOW, NOW), JobState.FAILED),
        (Times(NOW, NOW - KEPT), JobState.FAILED),
        (Times(NOW, NOW, is_cancelled=True), JobState.CANCELLED),
        (Times(NOW - 2 * SILENCE, NOW, is_cancelled=True), JobState.CANCELLED),
    ],
)
def test_the_times_say_how_far_it_is(times: Times, state: JobState) -> None:
    assert state_of(times, NOW) is state


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('dr. A/B: "C" <d>|e?*\\ S.Kom.', "dr. A B C d e S.Kom"),
        ("Dra. Siti  Aminah, M.Si", "Dra. Siti Aminah, M.Si"),
        ("\x00a\tb", "a b"),
        ("x" * 200, "x" * 80),
        (" .. ", "tanpa nama"),
        ("", "tanpa nama"),
    ],
)
def test_names_inside_unpack_everywhere(text: str, name: str) -> None:
    assert file_name(text) == name
