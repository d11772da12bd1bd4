"""Text of a user as paragraphs the PDF renderer can break, with every glyph it has.

A paragraph per line of text: what is one block to the renderer is kept
together as long as that can be done, several blocks spread over pages.
"""

import re
import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path

from markupsafe import Markup, escape

FONTS = Path(__file__).parent / "fonts"
LONGEST = 700  #: characters; a longer paragraph is parted at the end of a sentence
MOST = 60  #: lines of one text that are set as lines
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: what an equation editor writes for a, b, c; no font here has all of them
_FORMULA_LETTERS = re.compile(r"[\u210e\U0001d400-\U0001d7ff]+")
_UNCERTAIN = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\xff\u2013\u2014\u2018-\u201d\u2026]")


def paragraphs(text: str) -> list[Markup]:
    """The non-empty lines of ``text``, escaped; long ones parted (see LONGEST).

    Where there are too many (see MOST) they run on: else a few hundred of them, typed by
    anybody, would keep the renderer busy until it gives up, and there would be no paper.
    """
    lines = [line for line in _printable(text).splitlines() if line.strip()]
    lines = lines if len(lines) <= MOST else [" ".join(lines)]
    return [inline(part) for line in lines for part in _parts(line.strip())]


def inline(text: str) -> Markup:
    """``text`` escaped, characters the main font lacks set in the second one."""
    text = _printable(text)
    if not _UNCERTAIN.search(text):
        return escape(text)
    runs = ((lacking, "".join(signs)) for lacking, signs in groupby(text, key=_is_lacking))
    return Markup().join(_SECOND.format(run) if lacking else run for lacking, run in runs)


def _printable(text: str) -> str:
    """Control characters go, the letters of a formula become plain ones."""
    text = _UNPRINTABLE.sub("", text)
    return _FORMULA_LETTERS.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)


_SECOND = Markup('<span class="second">{}</span>')


def _parts(line: str) -> list[str]:
    parts = []
    while len(line) > LONGEST:
        cut = _place_to_part(line)
        parts.append(line[:cut].strip())
        line = line[cut:].strip()
    return [*parts, line] if line else parts


def _place_to_part(line: str) -> int:
    sentence = line.rfind(". ", LONGEST // 2, LONGEST) + 1
    return sentence or line.rfind(" ", LONGEST // 2, LONGEST) + 1 or LONGEST


def _is_lacking(sign: str) -> bool:
    return bool(_UNCERTAIN.match(sign)) and ord(sign) not in main_glyphs()


@cache
def main_glyphs() -> frozenset[int]:
    """Code points of the main font; read once, when a text first needs to know."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    return frozenset(TTFontFile(str(FONTS / "LiberationSans-Regular.ttf")).charToGlyph)
