"""Pages of leave, study and suspension: a month's list, and one record at a time."""

from datetime import date, timedelta

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.employees import employee_page
from skpweb.admin.forms.absences import AbsenceEndForm, AbsenceForm
from skpweb.admin.queries import absences as queries
from skpweb.admin.queries.absences import absence as find_absence
from skpweb.admin.queries.employees import employee as find_employee
from skpweb.domain import people
from skpweb.models.people import Employee
from skpweb.models.presence import Absence
from skpweb.office import absences
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.limits import number
from skpweb.web.page import page


@bp.get("/absences/")
@allow(people.is_team)
def absence_list() -> Response:
    """Who is away in a month."""
    first = _month(request.args.get("month", ""))
    return page(
        "admin/absences.html",
        first=first,
        before=(first - timedelta(days=1)).replace(day=1),
        after=queries.next_month(first),
        found=queries.in_month(first, request.args.get("page", 1, type=number)),
    )


@bp.post("/employees/<int:employee_id>/absences")
@allow(people.is_team, find_employee)
def add_absence(employee: Employee) -> BaseResponse:
    """Record an absence from the employee's page."""
    form = AbsenceForm()
    return attempt(
        form,
        lambda: absences.add(current_user, employee, form.values()),
        lambda: employee_page(employee, 422, absence=form),
        url_for("admin.show_employee", employee_id=employee.id),
        "Ketidakhadiran dicatat.",
    )


@bp.get("/absences/<int:absence_id>")
@allow(people.is_team, find_absence)
def show_absence(absence: Absence) -> Response:
    """One record, with what can be done about it."""
    return _page(AbsenceEndForm(formdata=None, obj=absence), absence)


@bp.post("/absences/<int:absence_id>")
@allow(people.is_team, find_absence)
def end_absence(absence: Absence) -> BaseResponse:
    """Another last day: back earlier, or prolonged."""
    form = AbsenceEndForm()
    return attempt(
        form,
        lambda: absences.end(current_user, absence, form.ends_on.data),
        lambda: _page(form, absence, 422),
        url_for("admin.show_employee", employee_id=absence.employee_id),
        "Hari terakhir disimpan.",
    )


@bp.post("/absences/<int:absence_id>/delete")
@allow(people.is_team, find_absence)
def remove_absence(absence: Absence) -> BaseResponse:
    """Take back what was entered by mistake."""
    employee_id = absence.employee_id
    absences.remove(current_user, absence)
    flash("Catatan dihapus. Isinya tetap ada di jejak audit.", "ok")
    return done(url_for("admin.show_employee", employee_id=employee_id))


def _month(text: str) -> date:
    """The first day of a month written as 2026-11; this month for anything else."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return clock.today().replace(day=1)
    return first if 1940 <= first.year <= 2100 else clock.today().replace(day=1)


def _page(form: AbsenceEndForm, absence: Absence, status: int = 200) -> Response:
    return page("admin/absence.html", status, form=form, absence=absence)
