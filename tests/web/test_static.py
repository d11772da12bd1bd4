"""What the browser loads: known files, small, for the browsers that offices have."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "static"
TEMPLATES = STATIC.parent / "templates"
HTMX_2_0_11 = "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717"
#: newer than Chrome 109 or Firefox 115
TOO_NEW = (":has(", "light-dark(", "color-mix(", "oklch(", ":user-invalid", "subgrid", "&:", "& .")


def test_htmx_is_the_published_file() -> None:
    script = (STATIC / "htmx-2.0.11.min.js").read_bytes()
    assert hashlib.sha256(script).hexdigest() == HTMX_2_0_11
    assert "Zero-Clause BSD" in (STATIC / "htmx-LICENSE.txt").read_text()


@pytest.mark.parametrize(
    ("name", "limit"), [("app.css", 6144), ("app.js", 3072), ("journal.js", 3072)]
)
def test_own_files_stay_small(name: str, limit: int) -> None:
    assert len(gzip.compress((STATIC / name).read_bytes(), 9)) <= limit


def test_styles_know_nothing_newer_than_the_oldest_browser() -> None:
    styles = (STATIC / "app.css").read_text()
    assert [word for word in TOO_NEW if word in styles] == []


@pytest.mark.parametrize("name", ["app.js", "journal.js"])
def test_script_is_of_2017(name: str) -> None:
    script = (STATIC / name).read_text()
    assert re.findall(r"\?\.\w|\?\?|\.\.\.\w|catch \{|\bimport\b|\bawait\b", script) == []


@pytest.mark.parametrize("path", sorted(STATIC.glob("app.*")) + sorted(TEMPLATES.rglob("*.html")))
def test_nothing_is_loaded_from_outside(path: Path) -> None:
    assert re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?(?:https?:)?//", path.read_text()) == []
