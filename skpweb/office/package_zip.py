"""The process that makes a unit's ZIP, beside the serving one and after it in the queue.

Nothing is read while the writers' lock is held, and no paper is drawn in a
transaction. The file gets its name when it is whole.
"""

import logging
import os
import secrets
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import sqlalchemy as sa
from flask import g

from skpweb.documents.package import Joined, join
from skpweb.domain.lifecycle import SkpState
from skpweb.domain.packages import PackageScope, file_name
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.organisation import Office
from skpweb.models.packages import PackageJob
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp, SkpVersion
from skpweb.office import annexes, packages, units
from skpweb.office import package_jobs as jobs
from skpweb.storage import Damaged

log = logging.getLogger(__name__)

UNEXPECTED = "Terjadi galat yang tidak terduga. Rinciannya ada di berkas catatan pada server."
DAMAGED = "Satu dokumen di arsip rusak atau hilang. Jalankan pemeriksaan di halaman Kesehatan."
NOBODY = "Belum ada pegawai dengan SKP yang ditetapkan di unit ini pada tahun itu."
LIST = "daftar-isi.txt"
NAMED = 3  #: how many missing people the page of a job names
BEHIND = 10  #: how far this process steps back, where the system has niceness


@dataclass(frozen=True)
class Member:
    """Somebody with an SKP in force in the unit, and his dossiers there."""

    name: str
    unit: str
    skp_ids: tuple[int, ...]


@dataclass(frozen=True)
class Wish:
    """What was ordered: of which evaluations, and whose papers of pembinaan if any."""

    job_id: int
    scope: PackageScope
    reader: annexes.Reader | None
    today: date

    def package(self, one: Member) -> packages.Package:
        """What is put together for somebody."""
        found = [evaluations.dossier(skp_id) for skp_id in one.skp_ids]
        dossiers = [skp for skp in found if skp is not None]
        return packages.of_dossiers(dossiers, self.scope, self.today, self.reader)


@dataclass(frozen=True)
class Missing:
    """Whose package could not be made, and why in words."""

    name: str
    problem: str


class Unwanted(Exception):
    """Somebody cancelled the job, or took this process for dead."""


def run(job_id: int, today: date) -> None:
    """Make the file of a job, or write down in words why not."""
    try:
        problem = _make(job_id, today)
    except Unwanted:
        problem = ""
    except Damaged:
        problem = DAMAGED
    except Exception:
        log.exception("package %s", job_id)
        problem = UNEXPECTED
    db.session.rollback()
    if problem:
        jobs.end(job_id, problem=problem)
        db.session.commit()


def step_back() -> None:
    """Let the serving process go first; Windows is told so when the process is started."""
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(BEHIND)


def _make(job_id: int, today: date) -> str:
    """Answers what went wrong in words, empty when all is well."""
    _read()
    job = jobs.find(job_id)
    if job is None or job.finished_at is not None:
        raise Unwanted
    g.office = db.session.scalars(sa.select(Office).limit(1)).one()
    db.session.expunge(g.office)  # read once, for every transaction that follows
    people = members(job)
    wish = Wish(job_id, job.scope, annexes.reader(job.annexes_for_id), today)
    db.session.rollback()
    if not people:
        return NOBODY
    _go_on(jobs.begin(job_id, len(people)))
    target = jobs.folder() / f"{job_id}-{secrets.token_hex(8)}.zip"
    target.parent.mkdir(exist_ok=True)
    half = target.with_suffix(".part")
    try:
        missing = _write(half, people, lambda one, done: _package(one, wish, done))
        if len(missing) == len(people):
            return missing[0].problem
        os.replace(half, target)
    finally:
        half.unlink(missing_ok=True)
    if not jobs.finish(job_id, target, len(people), _told(missing)):
        target.unlink()
    return ""


def members(job: PackageJob) -> list[Member]:
    """Everybody with an SKP in force in the unit or below it, by unit and name."""
    below = units.descendants(units.all_units(), job.unit_id)
    query = (
        sa.select(Skp.id, Skp.employee_id, Employee, Posting.unit_id)
        .join(Employee, Employee.id == Skp.employee_id)
        .join(Posting, Posting.id == Skp.posting_id)
        .where(Skp.year_id == job.year_id, Posting.unit_id.in_(below), _is_in_force())
        .order_by(Skp.starts_on)
    )
    names = {unit.id: unit.name for unit in units.all_units()}
    found: dict[tuple[int, int], Member] = {}
    for skp_id, employee_id, employee, unit_id in db.session.execute(query):
        former = found.get((employee_id, unit_id))
        ids = (*former.skp_ids, skp_id) if former else (skp_id,)
        found[employee_id, unit_id] = Member(employee.full_name, names[unit_id], ids)
    return sorted(found.values(), key=lambda one: (one.unit.casefold(), one.name.casefold()))


def _write(
    half: Path, people: list[Member], package: Callable[[Member, int], Joined]
) -> list[Missing]:
    """Person by person, and a list of it all; answers whose package cannot be made."""
    lines, missing = [], []
    with zipfile.ZipFile(half, "w") as archive:  # stored: the papers are compressed already
        for done, (one, name) in enumerate(zip(people, _names(people), strict=True)):
            made = _tried(package, one, done)
            if isinstance(made, Missing):
                missing.append(made)
                lines.append(f"{name}: TIDAK ADA. {made.problem}")
                continue
            archive.writestr(name, made.pdf)
            lines.append(f"{name}: {made.lines[-1].last} halaman")
        archive.writestr(LIST, "\r\n".join(lines) + "\r\n")
    return missing


def _tried(package: Callable[[Member, int], Joined], one: Member, done: int) -> Joined | Missing:
    """One paper that cannot be made must not keep the others of the unit from being made."""
    try:
        return package(one, done)
    except Unwanted:
        raise
    except Damaged:
        return Missing(one.name, DAMAGED)
    except Exception:
        log.exception("package of dossiers %s", one.skp_ids)
        return Missing(one.name, UNEXPECTED)


def _told(missing: list[Missing]) -> str:
    """Whose package is not in the file, for the page of the job."""
    if not missing:
        return ""
    names = ", ".join(one.name for one in missing[:NAMED])
    more = f" dan {len(missing) - NAMED} lainnya" if len(missing) > NAMED else ""
    return f"Berkas {names}{more} tidak dapat dibuat. Sebabnya ada di {LIST} dalam ZIP."


def _package(one: Member, wish: Wish, done: int) -> Joined:
    """The package of a person; a sign of life before it and before each paper to be drawn."""
    _go_on(jobs.beat(wish.job_id, done))
    _read()
    package = wish.package(one)
    db.session.rollback()
    papers = []
    for piece in package.pieces:
        if piece.draft:
            _go_on(jobs.beat(wish.job_id, done))
            _read()
        papers.append(piece.paper())
        db.session.rollback()
    return join(package.cover, papers)


def _go_on(is_wanted: bool) -> None:
    if not is_wanted:
        raise Unwanted


def _names(people: list[Member]) -> Iterator[str]:
    """Paths inside the ZIP that every system can unpack, none of them twice."""
    used: set[str] = set()
    for one in people:
        stem = name = f"{file_name(one.unit)}/{file_name(one.name)}"
        number = 1
        while name.casefold() in used:
            number += 1
            name = f"{stem} ({number})"
        used.add(name.casefold())
        yield f"{name}.pdf"


def _is_in_force() -> sa.ColumnElement[bool]:
    return sa.exists().where(SkpVersion.skp_id == Skp.id, SkpVersion.state == SkpState.APPROVED)


def _read() -> None:
    """The next transaction only reads: no writer waits for it."""
    db.session.rollback()
    db.session.connection(execution_options={"reads": True})
