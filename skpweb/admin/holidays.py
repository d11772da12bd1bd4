"""Pages of the days on which the office does not work."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.forms.office import HolidayForm
from skpweb.admin.queries.years import holiday as find_holiday
from skpweb.domain import people
from skpweb.models.organisation import Holiday
from skpweb.office import holidays
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/holidays/<int:year>")
@allow(people.runs_office)
def holiday_list(year: int) -> Response:
    """The days off of a year, and those a library proposes."""
    return _page(HolidayForm(formdata=None), year)


@bp.post("/holidays/<int:year>")
@allow(people.runs_office)
def add_holiday(year: int) -> BaseResponse:
    """Add one day."""
    form = HolidayForm()
    return attempt(
        form,
        lambda: holidays.add(current_user, {form.day.data: form.name.data or ""}),
        lambda: _page(form, year, 422),
        url_for("admin.holiday_list", year=form.day.data.year if form.day.data else year),
        "Hari libur ditambahkan.",
    )


@bp.post("/holidays/<int:year>/accept")
@allow(people.runs_office)
def accept_holidays(year: int) -> BaseResponse:
    """Take over the proposed days that were ticked."""
    ticked = set(request.form.getlist("days"))
    chosen = {d: n for d, n in holidays.proposals(_sane(year)).items() if d.isoformat() in ticked}
    if chosen:
        holidays.add(current_user, chosen)
        flash(f"{len(chosen)} hari libur ditambahkan.", "ok")
    else:
        flash("Belum ada yang dicentang. Centang hari yang akan dipakai.", "warn")
    return done(url_for("admin.holiday_list", year=year))


@bp.post("/holidays/remove/<int:holiday_id>")
@allow(people.runs_office, find_holiday)
def remove_holiday(holiday: Holiday) -> BaseResponse:
    """Take a day off the list."""
    year, name = holiday.day.year, holiday.name
    holidays.remove(current_user, holiday)
    flash(f"{name} dihapus dari daftar.", "ok")
    return done(url_for("admin.holiday_list", year=year))


def _page(form: HolidayForm, year: int, status: int = 200) -> Response:
    year = _sane(year)
    return page(
        "admin/holidays.html",
        status,
        form=form,
        year=year,
        days=holidays.of_year(year),
        proposals=holidays.proposals(year),
    )


def _sane(year: int) -> int:
    """A year near now: the library knows no others."""
    now = clock.today().year
    return year if now - 20 <= year <= now + 20 else now
