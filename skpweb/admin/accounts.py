"""Pages of the accounts: open one, roles, one-time codes, activation slips."""

from flask import Response, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.accounts import codes
from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.employees import employee_page
from skpweb.admin.forms.employees import RolesForm
from skpweb.admin.queries import employees as queries
from skpweb.admin.queries import units as unit_queries
from skpweb.admin.queries.employees import employee as find_employee
from skpweb.domain import people
from skpweb.extensions import db
from skpweb.models.people import Employee
from skpweb.office import accounts
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.limits import number
from skpweb.web.page import page

SLIPS = 50  #: strips of one print: hashing a code takes a moment


@bp.post("/employees/<int:employee_id>/roles")
@allow(people.runs_office, find_employee)
def set_roles(employee: Employee) -> BaseResponse:
    """Give or take roles; the account is opened if there is none."""
    form = RolesForm()
    return attempt(
        form,
        lambda: accounts.set_roles(
            current_user,
            accounts.open_for(current_user, employee),
            form.is_team.data,
            form.is_admin.data if current_user.is_admin else _is_admin(employee),
        ),
        lambda: employee_page(employee, 422, roles=form),
        url_for("admin.show_employee", employee_id=employee.id),
        "Peran disimpan.",
    )


@bp.post("/employees/<int:employee_id>/code")
@allow(people.is_admin, find_employee)
def issue_code(employee: Employee) -> Response:
    """Make a one-time code and show it once: the page cannot be loaded again."""
    account = accounts.open_for(current_user, employee)
    is_first = account.password_hash is None
    code = codes.issue(account, current_user, is_first)
    db.session.commit()
    return page("admin/code.html", employee=employee, code=code, is_first=is_first)


@bp.get("/slips")
@allow(people.is_admin)
def activation() -> Response:
    """Who has not signed in yet in a unit or anywhere, and the button that makes their slips."""
    unit_id, today = request.args.get("unit", type=number), clock.today()
    return page(
        "admin/activation.html",
        waiting=queries.without_password(unit_id, today),
        missing=queries.without_account(SLIPS, unit_id, today),
        slips=[],
        most=SLIPS,
        unit_id=unit_id,
        units=unit_queries.choices("Semua unit"),
    )


@bp.post("/slips")
@allow(people.is_admin)
def make_slips() -> Response:
    """Open the missing accounts and print one strip per person; the codes are shown once.

    Of one unit if chosen; whoever has an account keeps his code if only the
    missing ones are asked for.
    """
    unit_id, today = request.form.get("unit", type=number), clock.today()
    opened = [
        accounts.open_for(current_user, employee)
        for employee in queries.without_account(SLIPS, unit_id, today)
    ]
    db.session.flush()
    is_for_new = request.form.get("who") == "new"
    chosen = opened if is_for_new else queries.without_password(unit_id, today)[:SLIPS]
    slips = [(one.employee, codes.issue(one, current_user, True)) for one in chosen]
    db.session.commit()
    return page(
        "admin/activation.html", slips=slips, waiting=[], missing=[], most=SLIPS,
        unit_id=unit_id, units={},
    )  # fmt: skip


def _is_admin(employee: Employee) -> bool:
    return employee.account is not None and employee.account.is_admin
