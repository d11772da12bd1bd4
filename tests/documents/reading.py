"""Reading a PDF back: its words in order, the sizes they are set in."""

import io
import re
from typing import Any

from pypdf import PdfReader


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page, runs of white space as one blank."""
    reader = PdfReader(io.BytesIO(pdf))
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


def whole_text(pdf: bytes) -> str:
    return " ".join(page_texts(pdf))


def joined(text: str) -> str:
    """Without any blank: where a cell broke a line does not matter."""
    return re.sub(r"\s+", "", text)


def missing_in_order(text: str, expected: list[str]) -> list[str]:
    """The expected pieces that do not follow one another in ``text``; blanks do not count."""
    rest, missing = joined(text), []
    for piece in expected:
        found = rest.find(joined(piece))
        if found < 0:
            missing.append(piece)
        else:
            rest = rest[found + len(joined(piece)) :]
    return missing


def sizes(pdf: bytes) -> set[float]:
    """Every size in points that a letter is really drawn in, scaling counted."""
    found: set[float] = set()

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.add(round(size * abs(tm[3] * cm[3]), 2))

    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=visit)
    return found


def bold_text(pdf: bytes) -> str:
    """What is set in the bold font, in order, without blanks."""
    found: list[str] = []

    def visit(text: str, _cm: object, _tm: object, font: Any, _size: float) -> None:
        if font and "Bold" in font["/BaseFont"]:
            found.append(text)

    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=visit)
    return joined("".join(found))


def paper(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page in millimetres."""
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)
