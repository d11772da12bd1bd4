"""Starting the process that makes a unit's ZIP, detached from the one that serves."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

from flask import current_app

from skpweb.extensions import db
from skpweb.office import package_jobs as jobs

ROOT = Path(__file__).parent.parent.parent
LOG = "make-package.log"
#: settings that the process must share, whatever they were read from
SHARED = ("DATABASE_URL", "DATA_DIR", "STORAGE_URL", "TIMEZONE", "TODAY", "DEMO")
CANNOT = "Proses pembuatnya tidak dapat dimulai. Hubungi admin."


def start(job_id: int) -> int | None:
    """Begin the work of a committed job; the number of its process, None if it did not start."""
    place = jobs.folder()
    try:
        place.mkdir(exist_ok=True)
        with (place / LOG).open("ab") as log:
            process = subprocess.Popen(  # noqa: S603  our own program, our own arguments
                [sys.executable, "-m", "skpweb", "make-package", str(job_id)],
                cwd=ROOT, env=_environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                **_detached(),
            )  # fmt: skip
    except OSError:
        jobs.end(job_id, problem=CANNOT)
        db.session.commit()
        return None
    # somebody has to take note of its end, or it stays in the list of processes
    Thread(target=process.wait, name=f"package-{job_id}", daemon=True).start()
    return process.pid


def _environment() -> dict[str, str]:
    values = {name: current_app.config[name] for name in SHARED}
    given = {f"SKPWEB_{name}": str(value) for name, value in values.items() if value is not None}
    return dict(os.environ) | given


def _detached() -> dict[str, Any]:
    """Not ended by the keys or the signals that end the server; behind it in the queue."""
    if sys.platform != "win32":
        return {"start_new_session": True}
    return {
        "creationflags": subprocess.CREATE_NEW_PROCESS_GROUP
        | subprocess.CREATE_NO_WINDOW
        | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    }
