"""When the application was last alive: a file in the data folder, renewed once a minute.

A process that is killed, or a machine without power, leaves the time of its
last beat. Nothing is written into the database.
"""

import logging
import os
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

from skpweb.models.base import utc_now

NAME = "heartbeat"
EVERY = 60.0  #: seconds


def beat(folder: Path) -> None:
    """Write down that the application is alive; half-written files are never left."""
    fresh = folder / f"{NAME}.new"
    fresh.write_text(utc_now().isoformat(timespec="seconds"), encoding="ascii")
    os.replace(fresh, folder / NAME)


def last(folder: Path) -> datetime | None:
    """The moment of the last beat; None where there is none that can be read."""
    try:
        moment = datetime.fromisoformat((folder / NAME).read_text(encoding="ascii").strip())
        return moment.astimezone(UTC) if moment.tzinfo is not None else None
    except (OSError, ValueError, OverflowError):  # at the ends of time no zone can be left
        return None


def start(folder: Path) -> Event:
    """Beat now and from now on, beside everything else, until the answered event is set."""
    stop = Event()
    _renew(folder)
    Thread(target=_keep, args=(folder, stop), name=NAME, daemon=True).start()
    return stop


def _keep(folder: Path, stop: Event) -> None:
    while not stop.wait(EVERY):
        _renew(folder)


def _renew(folder: Path) -> None:
    try:
        beat(folder)
    except OSError as error:  # a full disk must not end the pulse for good
        logging.getLogger(__name__).warning("heartbeat not written: %s", error.strerror)
