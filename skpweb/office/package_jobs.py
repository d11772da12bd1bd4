"""Orders for a unit's packages: one at a time, cancelled, found dead, cleared away.

The work itself is done by a process of its own (``package_zip``), which asks
:func:`beat` after every person whether it is still wanted.
"""

import os
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from threading import Event

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import joinedload

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain.lifecycle import Refused
from skpweb.domain.packages import KEPT, JobState, PackageScope
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import PerformanceYear, Unit
from skpweb.models.packages import PackageJob

DIED = "Proses pembuatnya berhenti sebelum selesai."
SHOWN = 10  #: the newest jobs of a unit on its page
EVERY = 3600.0  #: seconds between two looks for files that are a week old


def folder() -> Path:
    """Where finished files lie until they are a week old."""
    return Path(current_app.config["DATA_DIR"]) / "packages"


def find(job_id: int) -> PackageJob | None:
    """A job with its unit and year. One query."""
    query = sa.select(PackageJob).where(PackageJob.id == job_id)
    return db.session.scalar(
        query.options(joinedload(PackageJob.unit), joinedload(PackageJob.year))
    )


def of_unit(unit_id: int) -> Sequence[PackageJob]:
    """The newest jobs of a unit. One query."""
    query = sa.select(PackageJob).where(PackageJob.unit_id == unit_id)
    query = query.options(joinedload(PackageJob.year)).order_by(PackageJob.id.desc())
    return db.session.scalars(query.limit(SHOWN)).all()


def order(
    actor: Witness, unit: Unit, year: PerformanceYear, scope: PackageScope, annexes: bool = False
) -> PackageJob:
    """A new job, not yet begun; Refused while another one runs anywhere in the office.

    With ``annexes`` its file is the actor's alone: it holds what he may read.
    """
    for other in _unfinished():
        if other.state(utc_now()) is JobState.RUNNING:
            raise Refused(
                f"Berkas {other.unit.name} sedang dibuat. Tunggu sampai selesai, lalu coba lagi."
            )
        end(other.id, problem=DIED)
    clear(folder())
    job = PackageJob(
        unit_id=unit.id,
        year_id=year.id,
        scope=scope,
        annexes_for_id=actor.account_id if annexes else None,
        started_by=actor.display_name,
    )
    db.session.add(job)
    about = {"unit": unit.name, "year": year.year, "scope": scope.value}
    about |= {"annexes": True} if annexes else {}
    audit.record(actor, "package.start", job, after=about)
    return job


def cancel(actor: Witness, job: PackageJob) -> bool:
    """Ask the process to stop; whether there was anything left to stop."""
    if not end(job.id, is_cancelled=True):
        return False
    audit.record(actor, "package.cancel", job)
    return True


def begin(job_id: int, total: int) -> bool:
    """How many people there are; whether the job is still wanted. Commits."""
    return _while_wanted(job_id, total=total, beat_at=utc_now())


def beat(job_id: int, done: int) -> bool:
    """A sign of life; whether the job is still wanted. Commits."""
    return _while_wanted(job_id, done=done, beat_at=utc_now())


def finish(job_id: int, file: Path, done: int, problem: str = "") -> bool:
    """The file lies ready, but for a ``problem``; false where nobody wants it. Commits."""
    size, problem = file.stat().st_size, problem[:300]
    return _while_wanted(
        job_id, done=done, finished_at=utc_now(), file_name=file.name, size=size, problem=problem
    )


def end(job_id: int, *, is_cancelled: bool = False, problem: str = "") -> bool:
    """Without a file; whether the job was still open. The caller commits."""
    return _change(job_id, finished_at=utc_now(), is_cancelled=is_cancelled, problem=problem[:300])


def clear(place: Path) -> None:
    """Remove files that are a week old, half-written ones included."""
    oldest = time.time() - KEPT.total_seconds()
    for path in place.glob("*") if place.is_dir() else ():
        try:
            if path.stat().st_mtime < oldest:
                path.unlink()
        except OSError:  # somebody is still reading it (Windows): the next look removes it
            continue


def keep_clear(place: Path, stop: Event) -> None:
    """Look every hour, beside everything else, until ``stop`` is set."""
    while True:
        clear(place)
        if stop.wait(EVERY):
            return


def path_of(job: PackageJob, now: datetime) -> Path | None:
    """The finished file, while it is there."""
    if job.state(now) is not JobState.READY:
        return None
    path = folder() / os.path.basename(job.file_name)
    return path if path.is_file() else None


def _unfinished() -> Sequence[PackageJob]:
    query = sa.select(PackageJob).where(PackageJob.finished_at.is_(None))
    return db.session.scalars(query.options(joinedload(PackageJob.unit))).all()


def _while_wanted(job_id: int, **values: object) -> bool:
    found = _change(job_id, **values)
    db.session.commit()
    return found


def _change(job_id: int, **values: object) -> bool:
    """Change an open job; one that has ended stays as it is."""
    query = sa.update(PackageJob).where(PackageJob.id == job_id, PackageJob.finished_at.is_(None))
    done = db.session.execute(query.values(**values))
    return bool(done.rowcount)  # type: ignore[attr-defined]
