"""Journal recaps as PDF, by the renderer of the official forms."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from skpweb.documents import forms, prose, recap_content, render
from skpweb.documents.recap_content import PersonRecap, UnitRecap
from skpweb.domain import recap as rule
from skpweb.labels import label

#: rows to a table: layout time grows with the square of a table's length
CHUNK = 100
#: people on paper; a longer list belongs in the spreadsheet
MOST_PEOPLE = 200


def of_person(recap: PersonRecap) -> bytes:
    """The recap of a person, with his entries; takes as long as any form."""
    return drawn("recap_person.html", recap, facts=recap_content.facts(recap),
                 calendar=recap_content.calendar_words(recap))  # fmt: skip


def of_unit(recap: UnitRecap) -> bytes:
    """The recap of a unit, a row for each person; ValueError above MOST_PEOPLE."""
    if len(recap.people) > MOST_PEOPLE:
        raise ValueError(f"{len(recap.people)} people do not fit on paper")
    return drawn("recap_unit.html", recap, calendar=recap_content.calendar_words(recap))


def chunks(rows: Sequence[Any]) -> Iterator[list[tuple[int, Any]]]:
    """Numbered rows in tables of at most CHUNK; one empty table for none."""
    numbered = list(enumerate(rows, start=1))
    for first in range(0, max(len(numbered), 1), CHUNK):
        yield numbered[first : first + CHUNK]


def drawn(template: str, content: Any, **more: Any) -> bytes:
    """A list of the office in landscape, on the paper that ``content`` names."""
    short, long = forms.PAPERS[content.paper]
    text = _environment().get_template(template).render(c=content, size=(long, short), **more)
    second = forms.SECOND_FONT if 'class="second"' in text else ""
    return render.draw(text.replace("/* second font */", second))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(forms.TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "paragraphs": prose.paragraphs,
        "inline": prose.inline,
        "label": label,
        "day": lambda day: format_date(day, "EEE, d MMM y", "id"),
    }
    environment.globals |= {
        "chunks": chunks,
        "duration": rule.duration,
        "exempt_words": recap_content.exempt_words,
        "attendance_words": recap_content.attendance_words,
        "place_and_date": forms.place_and_date,
        "RULE": rule.RULE,
        "label": label,
    }
    return environment
