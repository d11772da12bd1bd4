"""Time of the official forms beside a bare canvas: ``python bench/pdf.py``.

The floor draws the same texts in boxes on a reportlab canvas, without any
layout engine, in the same run: ratios to it carry over to other machines,
milliseconds do not. "First" is the first form of a fresh process, the imports
of the renderer included.
"""

import dataclasses
import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from skpweb.documents.content import Content  # noqa: E402
from skpweb.documents.prose import FONTS  # noqa: E402
from skpweb.documents.render import pages, render  # noqa: E402
from skpweb.domain.behaviour import PANDUAN  # noqa: E402
from tests.documents.sample import SAMPLES  # noqa: E402

ROUNDS = 9
WIDTH, HEIGHT, MARGIN = 842, 595, 34  # A4 landscape in points
CELL, LEADING, SIZE = 190, 10.2, 8.5
FIRST = "import time; start = time.perf_counter(); import bench.pdf as b; b.one({!r}); " \
    "print((time.perf_counter() - start) * 1000)"  # fmt: skip


def one(code: str) -> bytes:
    """The ordinary sample of a form, drawn."""
    return render(SAMPLES[code], code)


def texts(thing: Any) -> Iterator[str]:
    """Every text of a content, as it lies nested in it."""
    if isinstance(thing, str):
        yield str(thing)
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from texts(getattr(thing, field.name))


def floor(content: Content) -> bytes:
    """The same texts and the panduan in boxes, four to a row, on a bare canvas."""
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("floor", FONTS / "LiberationSans-Regular.ttf"))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT))
    cells = [*texts(content), *(line for lines in PANDUAN.values() for line in lines)]
    y = HEIGHT - MARGIN
    for start in range(0, len(cells), 4):
        row = [simpleSplit(text, "floor", SIZE, CELL - 8) for text in cells[start : start + 4]]
        high = max(map(len, row)) * LEADING + 6
        if y - high < MARGIN:
            canvas.showPage()
            y = HEIGHT - MARGIN
        canvas.setFont("floor", SIZE)
        for column, lines in enumerate(row):
            x = MARGIN + column * CELL
            canvas.rect(x, y - high, CELL, high)
            for number, line in enumerate(lines, 1):
                canvas.drawString(x + 4, y - number * LEADING, line)
        y -= high
    canvas.save()
    return target.getvalue()


def milliseconds(work: Callable[[], Any]) -> float:
    """Time of one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def first(code: str) -> float:
    """Time of the first form in a fresh process, imports included."""
    run = subprocess.run(
        [sys.executable, "-c", FIRST.format(code)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(run.stdout)


def main() -> None:
    """Print the table."""
    print(
        f"{'form':6} {'pages':>5} {'KB':>4} {'floor ms':>9} {'ms':>6} {'ratio':>6} {'first ms':>9}"
    )
    for code, content in SAMPLES.items():
        pdf = one(code)
        pairs = [
            (milliseconds(lambda c=content: floor(c)), milliseconds(lambda c=code: one(c)))
            for _ in range(ROUNDS)
        ]
        low, full = (statistics.median(times) for times in zip(*pairs, strict=True))
        print(
            f"{code:6} {pages(pdf):5} {len(pdf) // 1024:4} {low:9.1f} {full:6.0f} "
            f"{full / low:6.1f} {first(code):9.0f}"
        )


if __name__ == "__main__":
    main()
