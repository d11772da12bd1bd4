"""The field sheet on paper: a table to write in by hand, the rencana aksi numbered above it."""

from collections.abc import Sequence

from skpweb.documents import forms, render

LINES = 14  #: empty rows, so that the sheet is one page with a handful of rencana aksi


def draw(name: str, office: str, paper: str, steps: Sequence[str]) -> bytes:
    """The sheet as PDF, landscape. Takes 0.2 s: never call it inside a write transaction."""
    short, long = forms.PAPERS[paper]
    markup = (
        forms._environment()
        .get_template("field_sheet.html")
        .render(name=name, office=office, steps=steps, size=(long, short), lines=LINES)
    )
    second = forms.SECOND_FONT if 'class="second"' in markup else ""
    return render.draw(markup.replace("/* second font */", second))
