"""A unit's packages as ZIP: what is put in, and how far the work is, from its times alone."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SILENCE = timedelta(seconds=90)  #: without a sign of life: the process is gone
KEPT = timedelta(days=7)  #: how long a finished file lies ready


class PackageScope(StrEnum):
    """Which evaluations stand in a package beside the SKP."""

    EVERY = "every"
    ANNUAL = "annual"


class JobState(StrEnum):
    """How far a package of a unit is."""

    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"
    LOST = "lost"  # the process died without a word
    EXPIRED = "expired"  # the file was removed


@dataclass(frozen=True, slots=True)
class Times:
    """When a job last gave a sign of life and how it ended."""

    beat_at: datetime
    finished_at: datetime | None = None
    is_cancelled: bool = False
    has_file: bool = False


def state_of(times: Times, now: datetime) -> JobState:
    """How far the job is at ``now``; a file older than KEPT counts as removed."""
    if times.finished_at is None:
        return JobState.LOST if now - times.beat_at > SILENCE else JobState.RUNNING
    if times.has_file:
        return JobState.EXPIRED if now - times.finished_at >= KEPT else JobState.READY
    return JobState.CANCELLED if times.is_cancelled else JobState.FAILED


def file_name(text: str) -> str:
    """A text as a file's name on Windows too: no signs with a meaning, no dot at the end."""
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", text)
    return " ".join(plain.split())[:80].strip(" .") or "tanpa nama"
