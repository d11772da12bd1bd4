"""Pages of the performance years and their windows."""

from datetime import date

from flask import Response, flash, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.forms.office import YearForm
from skpweb.admin.queries import years as queries
from skpweb.admin.queries.years import year as find_year
from skpweb.domain import calendar, people
from skpweb.domain.calendar import PeriodKind
from skpweb.domain.lifecycle import Refused
from skpweb.domain.terms import Approach
from skpweb.models.organisation import PerformanceYear
from skpweb.office import dates, years
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/years/")
@allow(people.runs_office)
def year_list() -> Response:
    """The years, the newest first."""
    return page("admin/years.html", years=queries.all_years())


@bp.get("/years/new")
@allow(people.runs_office)
def new_year() -> Response:
    """The next year, filled in from the last one."""
    last = years.newest()
    number = last.year + 1 if last else clock.today().year
    form = YearForm(formdata=None)
    form.year.data = number
    form.period_kind.data = last.period_kind if last else PeriodKind.QUARTERLY
    form.approach.data = last.approach if last else Approach.QUANTITATIVE
    form.skp_due_on.data = calendar.skp_due_on(number)
    return page("admin/year_new.html", form=form, last=last)


@bp.post("/years/new")
@allow(people.runs_office)
def add_year() -> BaseResponse:
    """Create a year with its windows."""
    form = YearForm()
    return attempt(
        form,
        lambda: years.create(current_user, form.year.data, **form.settings()),
        lambda: page("admin/year_new.html", 422, form=form, last=years.newest()),
        url_for("admin.year_list"),
        f"Tahun kinerja {form.year.data} dibuat. Periksa tanggal masa evaluasinya.",
    )


@bp.get("/years/<int:year_id>")
@allow(people.runs_office, find_year)
def edit_year(year: PerformanceYear) -> Response:
    """Settings and windows of a year."""
    return _page(YearForm(formdata=None, obj=year), year)


@bp.post("/years/<int:year_id>")
@allow(people.runs_office, find_year)
def change_year(year: PerformanceYear) -> BaseResponse:
    """Change a year's settings."""
    form = YearForm()
    form.year.data = str(year.year)
    return attempt(
        form,
        lambda: years.change(current_user, year, **form.settings()),
        lambda: _page(form, year, 422),
        url_for("admin.edit_year", year_id=year.id),
        "Tahun kinerja disimpan.",
    )


@bp.post("/years/<int:year_id>/windows")
@allow(people.runs_office, find_year)
def change_windows(year: PerformanceYear) -> BaseResponse:
    """Set when each window opens and closes."""
    try:
        years.set_dates(current_user, year, _typed_dates(year))
    except Refused as problem:
        form = YearForm(formdata=None, obj=year)
        form.form_errors.append(str(problem))
        return _page(form, year, 422)
    flash("Tanggal masa evaluasi disimpan.", "ok")
    return done(url_for("admin.edit_year", year_id=year.id))


@bp.get("/windows/")
@allow(people.is_team)
def windows() -> BaseResponse:
    """To the organisation results of the window that is open or was last."""
    today = clock.today()
    every = [window for year in queries.all_years() for window in year.windows]
    begun = [window for window in every if window.opens_on <= today] or every
    if not begun:
        flash("Buat tahun kinerja lebih dulu.", "warn")
        return redirect(url_for("admin.year_list"), 303)
    latest = max(begun, key=lambda window: (window.opens_on, -window.order))
    return redirect(url_for("admin.organisation_results_of", window_id=latest.id), 303)


def _typed_dates(year: PerformanceYear) -> dict[int, tuple[date, date]]:
    """The dates as typed; raises ``Refused`` at the first that is none."""
    return {
        window.id: (_day("opens", window.id), _day("closes", window.id)) for window in year.windows
    }


def _day(name: str, window_id: int) -> date:
    typed = request.form.get(f"{name}-{window_id}", "")
    day = dates.parse(typed)
    if day is None:
        raise Refused(f"“{typed}” bukan tanggal yang ada. Tulis seperti 31/01/2026.")
    return day


def _page(form: YearForm, year: PerformanceYear, status: int = 200) -> Response:
    typed = request.form if status == 422 else {}
    return page("admin/year.html", status, form=form, year=year, typed=typed)
