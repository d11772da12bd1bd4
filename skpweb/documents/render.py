"""Content to PDF bytes, by xhtml2pdf behind this one function.

The renderer fetches nothing: only the fonts' folder can be read.
"""

import io
import logging
import re
from functools import cache
from typing import Any

from skpweb.documents import forms
from skpweb.documents.content import Content
from skpweb.documents.prose import FONTS

IN_MEMORY = 64 * 1024 * 1024  #: bytes; the renderer leaves larger work in a file it never closes


def render(content: Content, form_code: str) -> bytes:
    """The form ``form_code`` ("A.1.7", see ``form_codes.forms_for``) of ``content`` as PDF.

    Raises KeyError for an unknown form. Takes 0.1-0.3 s and holds the
    interpreter's lock meanwhile: never call it inside a write transaction.
    """
    return draw(forms.markup(content, form_code))


def pages(pdf: bytes) -> int:
    """How many pages a PDF made by :func:`render` has."""
    counts = [int(count) for count in re.findall(rb"/Count (\d+)", pdf)]
    return max(counts, default=0)


def draw(markup: str) -> bytes:
    """Markup in the dress of ``form.css`` as PDF; the same cautions hold."""
    converter = _converter()
    target = io.BytesIO()
    context = converter(markup, target)
    if context.err:
        raise RuntimeError(f"{context.err} errors while drawing a form")
    return target.getvalue()


@cache
def _converter() -> Any:
    """xhtml2pdf's conversion under our rules; imported when the first form is drawn."""
    from xhtml2pdf import document, tables, xhtml2pdf_reportlab
    from xhtml2pdf.config.resources import ResourceAccessPolicy

    from skpweb.documents.breaks import WellCutTable, WholeCell
    from skpweb.documents.numbering import NumberedCanvas

    logging.getLogger("xhtml2pdf").setLevel(logging.ERROR)  # "border-collapse is ignored"
    tables.PmlTable, tables.PmlKeepInFrame = WellCutTable, WholeCell
    xhtml2pdf_reportlab.MarkedCanvas = NumberedCanvas
    policy = ResourceAccessPolicy.server(FONTS, allow_remote=False)

    def convert(markup: str, target: io.BytesIO) -> Any:
        return document.pisaDocument(
            markup,
            target,
            path=str(FONTS / "form.html"),
            resource_policy=policy,
            capacity=IN_MEMORY,
        )

    return convert
