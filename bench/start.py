"""How long the application takes to start, what it keeps in memory, and clone to first page."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median

from bench.table import Row, at_most

ROOT = Path(__file__).resolve().parent.parent
IMPORT = """
from skpweb import create_app
create_app()
import sys, time
print(time.process_time(), bool({"xhtml2pdf", "reportlab", "PIL"} & set(sys.modules)))
"""


def measure(folder: Path) -> list[Row]:
    """All rows about starting."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("SKPWEB_", "PYTHON"))}
    environment |= {"SKPWEB_DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT)}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")  # kept, as where it is installed
    seconds, has_pdf = imported(environment)
    rows = [
        at_most("import and create_app, median of 5", seconds, 1, "s of CPU"),
        at_most("PDF and picture libraries loaded at start", int(has_pdf), 0, ""),
    ]
    return rows + from_clone(folder)


def imported(environment: dict[str, str]) -> tuple[float, bool]:
    """CPU seconds of a fresh process, and whether a library for papers or photos came along."""
    answers = []
    for _ in range(5):
        command = [sys.executable, "-c", IMPORT]
        output = subprocess.run(
            command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout.split()
        answers.append((float(output[-2]), output[-1] == "True"))
    return median(seconds for seconds, _ in answers), answers[0][1]


def from_clone(folder: Path) -> list[Row]:
    """The one command in a fresh copy of this tree, downloads included, then a second time."""
    clone = folder / "clone"
    shutil.copytree(ROOT, clone, ignore=shutil.ignore_patterns(".*", "data", "demo-data", "wheels"))
    first, built = until_first_page(clone)
    second, memory = until_first_page(clone)
    rows = [
        at_most("one command to the first page, with installing", first, 60, "s"),
        Row("one command to the first page, second time", f"{second:.1f} s"),
    ]
    if memory:
        rows.append(at_most("resident memory after the first page", memory, 120, "MB"))
        rows.append(Row("the same where that process built the demo office", f"{built:.0f} MB"))
    return rows


def until_first_page(clone: Path) -> tuple[float, float]:
    """Seconds until the sign-in page came, and the server's resident MB (0: unknown)."""
    port = free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("SKPWEB_", "PYTHON"))}
    started = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, str(clone / "run.py"), "demo", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/login", server)
        return time.perf_counter() - started, resident(server.pid)
    finally:
        server.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
        server.wait(30)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the page comes; a server that ended is an error."""
    while server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                answer.read()
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server ended with status {server.returncode}")


def resident(process: int) -> float:
    """MB that a process keeps in memory, where the system tells."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text())
    return int(found.group(1)) / 1024 if found else 0.0


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
