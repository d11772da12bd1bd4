"""A text of hundreds of lines, typed by anybody, must not cost somebody his paper."""

import pytest

from skpweb.documents import prose


def words(text: str) -> str:
    return " ".join(" ".join(prose.paragraphs(text)).split())


@pytest.mark.parametrize("count", [1, 2, prose.MOST])
def test_lines_stay_lines(count: int) -> None:
    lines = [f"baris {number}" for number in range(count)]
    assert prose.paragraphs("\n".join(lines)) == lines
    assert prose.paragraphs("\r\n \r\n".join(lines)) == lines  # empty ones do not count


@pytest.mark.parametrize("line", ["a", "baris & <b>", "kata " * 20])
def test_too_many_run_on_and_no_word_is_lost(line: str) -> None:
    text = "\n".join(f"{line.strip()} {number}" for number in range(990))
    found = prose.paragraphs(text)
    assert len(found) <= 2 * len(text) / prose.LONGEST + 1
    assert words(text) == " ".join(" ".join(prose.inline(one) for one in text.split()).split())
