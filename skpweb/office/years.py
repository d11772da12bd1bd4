"""Performance years: set up from the last one, with windows whose dates can be edited."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain.calendar import PeriodKind, WindowKind
from skpweb.domain.lifecycle import Refused
from skpweb.domain.terms import Approach
from skpweb.extensions import db
from skpweb.models.journal import ActionTarget
from skpweb.models.organisation import EvaluationWindow, OrganisationResult, PerformanceYear
from skpweb.models.review import Evaluation, Realisation
from skpweb.office import changes

OPENS_ON_DAY = 20  #: of the last month of a period (practice; editable)
STAYS_OPEN = timedelta(days=15)  #: after a month or quarter ends (practice; editable)


@dataclass(frozen=True)
class Span:
    """The days of one window."""

    kind: WindowKind
    number: int
    starts_on: date
    ends_on: date
    opens_on: date
    closes_on: date


def proposed_due(year: int) -> date:
    """The SKP is set by the end of January (art. 14)."""
    return date(year, 1, 31)


def proposed_windows(year: int, kind: PeriodKind) -> list[Span]:
    """Twelve months or four quarters and the yearly evaluation, open until January (p.90)."""
    months = 1 if kind is PeriodKind.MONTHLY else 3
    window = WindowKind.MONTH if months == 1 else WindowKind.QUARTER
    spans = [_span(year, window, months, number) for number in range(1, 12 // months + 1)]
    annual = Span(
        WindowKind.ANNUAL,
        0,
        date(year, 1, 1),
        date(year, 12, 31),
        date(year, 12, 1),
        date(year + 1, 1, 31),
    )
    return [*spans, annual]


def _span(year: int, kind: WindowKind, months: int, number: int) -> Span:
    last = number * months
    ends = date(year, last, monthrange(year, last)[1])
    return Span(
        kind,
        number,
        date(year, last - months + 1, 1),
        ends,
        date(year, last, OPENS_ON_DAY),
        ends + STAYS_OPEN,
    )


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
            kind=span.kind,
            number=span.number,
            order=span.number or 99,
            starts_on=span.starts_on,
            ends_on=span.ends_on,
            opens_on=span.opens_on,
            closes_on=span.closes_on,
        )
        for span in proposed_windows(year, kind)
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
