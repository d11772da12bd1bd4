"""Performance years: set up from the last one, with windows whose dates can be edited."""

from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain import calendar
from skpweb.domain.calendar import PeriodKind, Window, WorkWeek
from skpweb.domain.lifecycle import Refused
from skpweb.domain.terms import Approach
from skpweb.extensions import db
from skpweb.models.journal import ActionTarget
from skpweb.models.organisation import (
    EvaluationWindow,
    Office,
    OrganisationResult,
    PerformanceYear,
)
from skpweb.models.review import Evaluation, Realisation
from skpweb.office import changes, holidays


def proposed_windows(year: int, kind: PeriodKind) -> list[Window]:
    """The windows that the calendar proposes, for this office's week and holidays."""
    office = db.session.scalar(sa.select(Office).limit(1))
    week = WorkWeek(office.work_days if office else WorkWeek.FIVE)
    days = {day.day for number in (year, year + 1) for day in holidays.of_year(number)}
    return calendar.windows_of(year, kind, week, days)


def create(
    actor: Witness, year: int, period_kind: PeriodKind, approach: Approach, skp_due_on: date
) -> PerformanceYear:
    """A new year with its proposed windows; refused if it is there already."""
    if db.session.scalar(sa.select(PerformanceYear.id).where(PerformanceYear.year == year)):
        raise Refused(f"Tahun kinerja {year} sudah ada. Ubah tahun itu, atau buat tahun lain.")
    made = PerformanceYear(
        year=year, period_kind=period_kind, approach=approach, skp_due_on=skp_due_on
    )
    made.windows = _windows(year, period_kind)
    db.session.add(made)
    audit.record(actor, "year.add", made, after={"year": year, "period_kind": period_kind.value})
    return made


def change(
    actor: Witness,
    year: PerformanceYear,
    period_kind: PeriodKind,
    approach: Approach,
    skp_due_on: date,
) -> None:
    """Change a year; another period kind makes new windows, while nothing uses the old ones."""
    if period_kind is not year.period_kind:
        _refuse_used(year)
        for window in year.windows:
            db.session.delete(window)
        db.session.flush()
        db.session.expire(year, ["windows"])
        for window in _windows(year.year, period_kind):
            window.year_id = year.id
            db.session.add(window)
    values = {"period_kind": period_kind, "approach": approach, "skp_due_on": skp_due_on}
    before, after = changes.apply(year, values)
    if after:
        audit.record(actor, "year.change", year, before=before, after=after)


def set_dates(
    actor: Witness, year: PerformanceYear, dates: Mapping[int, tuple[date, date]]
) -> None:
    """When each window opens and closes, by window id. Nothing closes before it opens."""
    for window in year.windows:
        opens, closes = dates[window.id]
        if closes < opens or opens < window.starts_on:
            raise Refused(
                "Masa evaluasi tidak boleh ditutup sebelum dibuka, atau dibuka sebelum "
                "periodenya mulai. Periksa tanggalnya."
            )
    for window in year.windows:
        opens, closes = dates[window.id]
        before, after = changes.apply(window, {"opens_on": opens, "closes_on": closes})
        if after:
            audit.record(actor, "window.change", window, before=before, after=after)


def newest() -> PerformanceYear | None:
    """The last year that was set up."""
    return db.session.scalar(
        sa.select(PerformanceYear).order_by(PerformanceYear.year.desc()).limit(1)
    )


def _windows(year: int, kind: PeriodKind) -> list[EvaluationWindow]:
    return [
        EvaluationWindow(
            kind=window.kind,
            number=window.number,
            order=window.number or 99,
            starts_on=window.starts_on,
            ends_on=window.ends_on,
            opens_on=window.opens_on,
            closes_on=window.closes_on,
        )
        for window in proposed_windows(year, kind)
    ]


def _refuse_used(year: PerformanceYear) -> None:
    """Other windows only while nothing has been written for the present ones."""
    ids = [window.id for window in year.windows]
    for model in (Evaluation, Realisation, ActionTarget, OrganisationResult):
        used = sa.select(model.id).where(model.window_id.in_(ids)).limit(1)
        if db.session.scalar(used) is not None:
            raise Refused(
                "Jenis periode tidak dapat diubah: sudah ada target, realisasi, capaian, atau "
                "evaluasi pada tahun ini. Ubah mulai tahun berikutnya."
            )
