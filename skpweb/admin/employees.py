"""Pages of the employees: list, own data, end of service."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.forms.absences import AbsenceForm
from skpweb.admin.forms.employees import (
    EmployeeForm,
    HandUpForm,
    LeaveForm,
    RolesForm,
    SuperiorForm,
)
from skpweb.admin.queries import absences as absence_queries
from skpweb.admin.queries import employees as queries
from skpweb.admin.queries import units as unit_queries
from skpweb.admin.queries.employees import employee as find_employee
from skpweb.domain import people
from skpweb.labels import label
from skpweb.models.people import Employee
from skpweb.office import employees, postings, replacements
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.limits import number
from skpweb.web.page import page

TEXTS = (
    "nip",
    "front_title",
    "name",
    "back_title",
    "rank",
    "contract_starts_on",
    "contract_ends_on",
)


@bp.get("/employees/")
@allow(people.runs_office)
def employee_list() -> Response:
    """Employees, searched and filtered, 25 a page."""
    asked = request.args
    kind = asked.get("filter", "")
    text, unit_id = asked.get("q", "").strip()[:100], asked.get("unit", type=number)
    return page(
        "admin/employees.html",
        found=queries.found(text, kind, unit_id, asked.get("page", 1, type=number), clock.today()),
        asked={"q": text, "filter": kind, "unit": unit_id},
        filters=queries.FILTERS,
        units=unit_queries.choices("Semua unit"),
    )


@bp.get("/employees/new")
@allow(people.runs_office)
def new_employee() -> Response:
    """A form for one more employee."""
    return _form_page(EmployeeForm(), None)


@bp.post("/employees/new")
@allow(people.runs_office)
def add_employee() -> BaseResponse:
    """Add an employee and go on to the first post."""
    form = EmployeeForm()
    if not form.validate():
        return _form_page(form, None, 422)
    return attempt(
        form,
        lambda: employees.add(current_user, form.values()),
        lambda: _form_page(form, None, 422),
        lambda employee: url_for("admin.new_posting", employee_id=employee.id),
        " ".join([f"{form.name.data} ditambahkan. Catat penempatannya.", *form.warnings()]),
    )


@bp.get("/employees/<int:employee_id>")
@allow(people.runs_office, find_employee)
def show_employee(employee: Employee) -> Response:
    """All that is recorded about an employee, and what can be done."""
    return employee_page(employee)


@bp.get("/employees/<int:employee_id>/edit")
@allow(people.runs_office, find_employee)
def edit_employee(employee: Employee) -> Response:
    """The form with somebody's own data."""
    return _form_page(EmployeeForm(obj=employee), employee)


@bp.post("/employees/<int:employee_id>/edit")
@allow(people.runs_office, find_employee)
def change_employee(employee: Employee) -> BaseResponse:
    """Correct somebody's own data; a stale form gets both texts."""
    form = EmployeeForm()
    if form.validate() and request.form.get("version") != str(employee.version_id):
        return _conflict(form, employee)
    return attempt(
        form,
        lambda: employees.change(current_user, employee, form.values()),
        lambda: _form_page(form, employee, 422),
        url_for("admin.show_employee", employee_id=employee.id),
        " ".join(["Data pegawai disimpan.", *form.warnings()]),
    )


@bp.post("/employees/<int:employee_id>/leave")
@allow(people.runs_office, find_employee)
def end_service(employee: Employee) -> BaseResponse:
    """Nonaktifkan: with a date and a reason."""
    form = LeaveForm()
    return attempt(
        form,
        lambda: employees.leave(
            current_user, employee, form.left_on.data, form.left_reason.data or ""
        ),
        lambda: employee_page(employee, 422, leave=form),
        url_for("admin.show_employee", employee_id=employee.id),
        "Pegawai dinonaktifkan. Riwayatnya tetap tersimpan." + _left_behind(employee, form),
    )


@bp.post("/employees/<int:employee_id>/resume")
@allow(people.runs_office, find_employee)
def resume_service(employee: Employee) -> BaseResponse:
    """Aktifkan kembali."""
    employees.resume(current_user, employee)
    flash("Pegawai diaktifkan kembali. Catat penempatan barunya.", "ok")
    return done(url_for("admin.show_employee", employee_id=employee.id))


@bp.post("/employees/<int:employee_id>/hand-up")
@allow(people.runs_office, find_employee)
def hand_up(employee: Employee) -> BaseResponse:
    """Berhalangan tetap: those he assesses go to the atasan penilai (p.89)."""
    form = HandUpForm()
    return attempt(
        form,
        lambda: replacements.hand_up(current_user, employee, form.since.data, clock.today()),
        lambda: employee_page(employee, 422, hand_up=form),
        url_for("admin.show_employee", employee_id=employee.id),
        _handed_up,
    )


def _handed_up(left: list[str]) -> str:
    said = "Penilaian dialihkan kepada atasan pejabat penilai."
    names = ", ".join(left)
    return f"{said} Atasannya belum tercatat, pilih penilai baru: {names}." if left else said


def employee_page(employee: Employee, status: int = 200, **forms: object) -> Response:
    """The page of an employee; ``forms`` are those that came back with problems."""
    today = clock.today()
    posting = employee.posting_on(min(today, employee.left_on or today))  # who left: his last
    superiors = SuperiorForm(formdata=None)
    if posting is not None:
        superiors.show(posting)
    context = {
        "absence": AbsenceForm(formdata=None),
        "leave": LeaveForm(formdata=None),
        "hand_up": HandUpForm(formdata=None),
        "superiors": superiors,
        "roles": RolesForm(formdata=None, obj=employee.account),
        "form": next(iter(forms.values()), None) or SuperiorForm(formdata=None),
    }
    return page(
        "admin/employee.html",
        status,
        employee=employee,
        posting=posting,
        absences=absence_queries.of_employee(employee.id),
        running=postings.running_skps(employee.id, today),
        assessed=employees.count_assessed_by(employee.id, today),
        **(context | forms),
    )


def _left_behind(employee: Employee, form: LeaveForm) -> str:
    count = employees.count_assessed_by(employee.id, form.left_on.data or clock.today())
    return f" Ia masih tercatat sebagai penilai {count} pegawai: ganti penilainya." if count else ""


def _form_page(form: EmployeeForm, employee: Employee | None, status: int = 200) -> Response:
    return page("admin/employee_form.html", status, form=form, employee=employee)


def _conflict(form: EmployeeForm, employee: Employee) -> Response:
    """Somebody saved meanwhile: both texts, nothing overwritten."""
    mine = {name: form[name]._value() for name in TEXTS} | {"status": form.status.data.value}
    stored = EmployeeForm(formdata=None, obj=employee)
    rows = [(form[name].label.text, stored[name]._value(), mine[name]) for name in TEXTS]
    rows.append(("Status pegawai", label(employee.status), label(form.status.data)))
    return page(
        "admin/employee_conflict.html",
        409,
        form=EmployeeForm(formdata=None),
        employee=employee,
        rows=rows,
        mine=mine.items(),
    )
