"""Tables of a form as they come from the browser: columns of texts, read as rows."""

from collections.abc import Iterable, Mapping

from flask import request

from skpweb.domain import guidance_forms as forms
from skpweb.domain.guidance_forms import Rows, Section
from skpweb.web import limits


def sections(open_now: Iterable[Section]) -> dict[str, Rows]:
    """What was typed in each section, without empty rows and the one to take away."""
    return {one.name: forms.clean(one, columns(one), dropped(one)) for one in open_now}


def columns(section: Section) -> Mapping[str, list[str]]:
    """The texts of each column, from the first row to the last."""
    return {name: request.form.getlist(f"{section.name}-{name}") for name in section.columns}


def dropped(section: Section) -> int | None:
    """The row whose "Hapus baris" was pressed."""
    word, _, number = request.form.get("do", "").rpartition("-")
    if word != f"drop-{section.name}":
        return None
    try:
        return limits.number(number)
    except ValueError:
        return None


def words(section: Section, rows: Rows) -> str:
    """Rows as lines, for two texts side by side."""
    return "\n".join(" | ".join(row.get(name, "") for name in section.columns) for row in rows)
