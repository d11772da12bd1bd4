"""The table of what this project promises to measure: ``python3 run.py bench``.

Times are ratios taken in one run against a floor of the same run, since they
do not carry over from machine to machine. ``bench start`` and ``bench pages``
run one part; ``--markdown FILE`` keeps the table.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench import pages, sizes, start
from bench.table import Row, render

ROOT = Path(__file__).resolve().parent.parent
PARTS = {"start": start.measure, "pages": pages.measure, "sizes": sizes.measure}


def main(words: list[str]) -> int:
    """Measure the parts asked for (all if none); 1 where a bar is missed."""
    target = Path(words[words.index("--markdown") + 1]) if "--markdown" in words else None
    asked = [word for word in words if word in (*PARTS, "pdf")] or [*PARTS, "pdf"]
    rows: list[Row] = []
    for name in asked:
        if name in PARTS:
            print(f"measuring {name} …", flush=True)
            with tempfile.TemporaryDirectory() as folder:
                rows += PARTS[name](Path(folder))
    text = render(rows)
    print(text)
    if target:
        target.write_text(text, encoding="utf-8")
    missed = any(row.is_met is False for row in rows)
    return max(int(missed), pdf() if "pdf" in asked else 0)


def pdf() -> int:
    """The PDF figures come from their own process, as their memory is part of them."""
    script = ROOT / "bench" / "pdf.py"
    if not script.exists():
        print("PDF: bench/pdf.py is not part of this copy")
        return 0
    return subprocess.run([sys.executable, "-P", str(script)]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
