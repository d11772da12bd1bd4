"""The transcribed examples are whole: closed words are known and nothing printed is left out."""

from typing import Any

import pytest

from skpweb.domain.behaviour import CoreValue
from skpweb.domain.terms import (
    Approach,
    Aspect,
    ControlLevel,
    FeedbackSource,
    Form,
    Perspective,
    ReportingPeriod,
    RhkKind,
)
from tests.regulation.stage import example, examples

#: counted by hand on the printed pages: utama, tambahan, indicators, lines of special
#: expectation, feedback on behaviours, lines of the lampiran, manuals
COUNTS = {
    "a2-tabel-05": (7, 1, 9, 7, 0, 0, 1),
    "a2-tabel-06": (9, 1, 11, 6, 0, 0, 1),
    "a2-tabel-14": (3, 0, 7, 9, 0, 7, 0),
    "a2-tabel-15": (4, 0, 10, 8, 0, 0, 0),
    "a3-tabel-04": (4, 1, 9, 6, 0, 0, 1),
    "a3-tabel-05": (8, 1, 13, 6, 0, 0, 0),
    "a3-tabel-11": (3, 1, 11, 5, 0, 6, 0),
    "a4-tabel-01": (7, 1, 9, 8, 9, 0, 0),
    "a4-tabel-02": (9, 1, 11, 8, 8, 0, 0),
    "a4-tabel-03": (3, 0, 7, 9, 11, 0, 0),
    "a4-tabel-04": (4, 0, 10, 8, 10, 0, 0),
}


def test_every_filled_example_is_transcribed() -> None:
    assert examples("skp", "evaluation") == sorted(COUNTS)


@pytest.mark.parametrize("name", COUNTS)
def test_nothing_printed_is_left_out(name: str) -> None:
    shown = example(name)
    kinds = [one["kind"] for one in shown["rhks"]]
    lines = [line for one in shown["behaviours"] for line in one["expectation"].splitlines()]
    assert COUNTS[name] == (
        kinds.count("main"),
        kinds.count("additional"),
        len(indicators(shown)),
        len(lines),
        sum(len(one["feedback"]) for one in shown["behaviours"]),
        sum(len(part) for part in shown["appendix"].values()),
        len(shown.get("manuals", ())),
    )


@pytest.mark.parametrize("name", COUNTS)
def test_closed_words_are_known(name: str) -> None:
    shown = example(name)
    assert shown["id"] == name
    assert shown["form"] in set(Form)
    assert shown["approach"] in set(Approach)
    assert {one["kind"] for one in shown["rhks"]} <= set(RhkKind)
    assert [one["value"] for one in shown["behaviours"]] == list(CoreValue)
    given = [*indicators(shown), *shown["behaviours"]]
    assert {one["source"] for row in given for one in row["feedback"]} <= set(FeedbackSource)
    for manual in shown.get("manuals", ()):
        assert manual["control_level"] in set(ControlLevel)
        assert manual["reporting"] in set(ReportingPeriod)


@pytest.mark.parametrize("name", COUNTS)
def test_an_indicator_has_the_columns_of_its_form(name: str) -> None:
    """Aspect on the quantitative form of JA/JF, perspective on those of heads (p.31, 53)."""
    shown = example(name)
    aspects = {row["aspect"] for row in indicators(shown)}
    perspectives = {row["perspective"] for row in indicators(shown)}
    quantitative = shown["approach"] == "quantitative"
    head = shown["form"] == "leader"
    assert aspects <= set(Aspect) if quantitative and not head else aspects == {None}
    assert perspectives <= set(Perspective) if head else perspectives == {None}
    assert all(bool(row["target"]) == quantitative for row in indicators(shown))
    reported = shown["kind"] == "evaluation"
    assert all(bool(row["realisation"]) == reported for row in indicators(shown))
    assert all(len(row["feedback"]) == reported for row in indicators(shown))


@pytest.mark.parametrize("name", COUNTS)
def test_no_line_is_padded_or_doubly_spaced(name: str) -> None:
    for text in texts(example(name)):
        for line in text.splitlines():
            assert line == " ".join(line.split())


def indicators(shown: dict[str, Any]) -> list[dict[str, Any]]:
    """All indicators of an example, in order."""
    return [row for one in shown["rhks"] for row in one["indicators"]]


def texts(value: object) -> list[str]:
    """Every string of an example, however deep."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in texts(one)]
