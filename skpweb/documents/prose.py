"""Text of a user as paragraphs the PDF renderer can break, with every glyph it has.

A paragraph per line of text: the renderer shrinks one block that is taller
than a page, several it spreads over pages.
"""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

FONTS = Path(__file__).parent / "fonts"
LONGEST = 700  #: characters; a longer paragraph is parted at the end of a sentence
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNCERTAIN = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\xff\u2013\u2014\u2018-\u201d\u2026]+")


def paragraphs(text: str) -> list[Markup]:
    """The non-empty lines of ``text``, escaped; long ones parted (see LONGEST)."""
    lines = _UNPRINTABLE.sub("", text).splitlines()
    return [inline(part) for line in lines for part in _parts(line.strip())]


def inline(text: str) -> Markup:
    """``text`` escaped, characters the main font lacks set in the second one."""
    return Markup(_UNCERTAIN.sub(_in_second_font, str(escape(_UNPRINTABLE.sub("", text)))))


def _parts(line: str) -> list[str]:
    parts = []
    while len(line) > LONGEST:
        cut = max(line.rfind(". ", 0, LONGEST), line.rfind(" ", LONGEST - 200, LONGEST)) + 1
        cut = cut or LONGEST
        parts.append(line[:cut].strip())
        line = line[cut:].strip()
    return [*parts, line] if line else parts


def _in_second_font(match: re.Match[str]) -> str:
    lacking = "".join(sign for sign in match[0] if ord(sign) not in main_glyphs())
    if not lacking:
        return match[0]
    return re.sub(f"([{re.escape(lacking)}]+)", r'<span class="second">\1</span>', match[0])


@cache
def main_glyphs() -> frozenset[int]:
    """Code points of the main font; read once, when a text first needs to know."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    return frozenset(TTFontFile(str(FONTS / "LiberationSans-Regular.ttf")).charToGlyph)
