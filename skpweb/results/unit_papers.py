"""The papers of a unit: packages of its people as ZIP, and the list of its predicates."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from flask import Response, flash, request, send_file, url_for
from flask_login import current_user
from sqlalchemy.orm import selectinload
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.lifecycle import Refused
from skpweb.domain.packages import JobState, PackageScope
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import PerformanceYear
from skpweb.models.packages import PackageJob
from skpweb.office import package_jobs as jobs
from skpweb.office import package_process
from skpweb.office.led import Led
from skpweb.office.led import find as find_led
from skpweb.results import bp
from skpweb.results.packages import asked_scope, asks_annexes
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.limits import number
from skpweb.web.page import page

UNIT, JOB = "/results/units/<int:unit_id>", "/results/packages/<int:job_id>"


@dataclass(frozen=True)
class Order:
    """A job with the unit it is about."""

    job: PackageJob
    led: Led


def unit(_person: Actor, unit_id: int) -> Led | None:
    """A unit with its leaders."""
    return find_led(unit_id)


def order(_person: Actor, job_id: int) -> Order | None:
    """A job with its unit's leaders."""
    job = jobs.find(job_id)
    found = find_led(job.unit_id) if job is not None else None
    return Order(job, found) if job is not None and found is not None else None


def keeps_unit(actor: Actor, led: Led) -> bool:
    """The tim pengelola kinerja, and who leads the unit or one above it."""
    return people.is_team(actor) or actor.employee_id in led.leader_ids(clock.today())


def keeps_order(actor: Actor, order: Order) -> bool:
    """Whoever keeps the unit: he sees how far it is, and may stop it for another one."""
    return keeps_unit(actor, order.led)


def opens_file(actor: Actor, order: Order) -> bool:
    """Of them, with papers of pembinaan, only who ordered it: they were chosen for his eyes."""
    is_mine = order.job.annexes_for_id in (None, actor.account_id)
    return is_mine and keeps_unit(actor, order.led)


@bp.get(f"{UNIT}/")
@allow(keeps_unit, unit)
def unit_papers(unit: Led) -> Response:
    """What can be made and downloaded for a unit and a year."""
    return _page(unit)


@bp.post(f"{UNIT}/packages")
@allow(keeps_unit, unit)
def order_packages(unit: Led) -> Response | BaseResponse:
    """Start the process that makes the ZIP, unless one is at work."""
    asked = request.form.get("year", type=number)
    year = next((one for one in years() if one.year == asked), None)
    if year is None:
        return _page(unit, "Tahun kinerja itu belum disiapkan. Pilih tahun lain.")
    try:
        job = jobs.order(current_user, unit.unit, year, asked_scope(), asks_annexes())
    except Refused as problem:
        db.session.rollback()
        found = find_led(unit.unit.id)
        assert found is not None
        return _page(found, str(problem))
    job_id = job.id
    answer = done(url_for("results.package_job", job_id=job_id))
    package_process.start(job_id)
    return answer


@bp.get(f"{JOB}/")
@allow(keeps_order, order)
def package_job(order: Order) -> Response:
    """How far it is; the page asks for itself again while it runs."""
    now, job = utc_now(), order.job
    state, file = job.state(now), jobs.path_of(job, now)
    is_gone = state is JobState.READY and file is None
    return page(
        "results/package.html",
        job=job,
        state=JobState.EXPIRED if is_gone else state,
        is_running=state is JobState.RUNNING,
        is_mine=opens_file(current_user, order),
        died=jobs.DIED,
    )


@bp.post(f"{JOB}/berkas-unit.zip")
@allow(opens_file, order)
def download_package(order: Order) -> Response | BaseResponse:
    """The finished file; who took it is recorded."""
    file, job = jobs.path_of(order.job, utc_now()), order.job
    here = url_for("results.package_job", job_id=job.id)
    if file is None:
        flash("Berkasnya sudah dihapus. Buat lagi dari halaman unit.", "bad")
        return done(here)
    name = f"berkas-kinerja-{job.year.year}-unit-{job.unit_id}.zip"
    audit.record(current_user, "package.download", job, after={"unit": job.unit.name})
    db.session.commit()
    return _sent(file, name)


@bp.post(f"{JOB}/cancel")
@allow(keeps_order, order)
def cancel_package(order: Order) -> BaseResponse:
    """Stop it: the process notices before the next person."""
    if jobs.cancel(current_user, order.job):
        flash("Pembuatan berkas dibatalkan.", "ok")
    return done(url_for("results.package_job", job_id=order.job.id))


def _sent(file: Path, name: str) -> Response:
    return send_file(file, mimetype="application/zip", as_attachment=True, download_name=name)


def _page(led: Led, problem: str = "") -> Response:
    known = years()
    return page(
        "results/unit.html",
        409 if problem else 200,
        unit=led.unit,
        year=_year(known),
        years=known,
        scopes=PackageScope,
        scope=asked_scope(),
        annexes=asks_annexes(),
        jobs=jobs.of_unit(led.unit.id),
        now=utc_now(),
        problem=problem,
        day=clock.today(),
    )


def years() -> Sequence[PerformanceYear]:
    """The performance years with their windows, the newest first. Two queries."""
    query = sa.select(PerformanceYear).order_by(PerformanceYear.year.desc())
    return db.session.scalars(query.options(selectinload(PerformanceYear.windows))).all()


def _year(known: Sequence[PerformanceYear]) -> PerformanceYear | None:
    """The year asked for; the running one, else the newest, where none is."""
    asked = request.values.get("year", clock.today().year, type=number)
    fitting = [one for one in known if one.year == asked]
    return next(iter(fitting or known), None)
