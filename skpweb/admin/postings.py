"""Pages of the dated posts: transfer, correction, a wrong superior mended in one step."""

from flask import Response, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.employees import employee_page
from skpweb.admin.forms.employees import PostingForm, SuperiorForm
from skpweb.admin.queries import units as unit_queries
from skpweb.admin.queries.employees import employee as find_employee
from skpweb.admin.queries.postings import posting as find_posting
from skpweb.domain import people
from skpweb.models.people import Employee, Posting
from skpweb.office import postings
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.page import page


@bp.get("/employees/<int:employee_id>/transfer")
@allow(people.runs_office, find_employee)
def new_posting(employee: Employee) -> Response:
    """Mutasi: a form that starts from the present post."""
    form = PostingForm(obj=employee.posting_on(clock.today()))
    form.starts_on.data = None
    if present := employee.posting_on(clock.today()):
        form.show(present)
    return _page(form, employee)


@bp.post("/employees/<int:employee_id>/transfer")
@allow(people.runs_office, find_employee)
def transfer(employee: Employee) -> BaseResponse:
    """Begin the new post and end the former one the day before."""
    form = PostingForm()
    return attempt(
        _with_units(form),
        lambda: postings.transfer(current_user, employee, form.values()),
        lambda: _page(form, employee, status=422),
        url_for("admin.show_employee", employee_id=employee.id),
        "Penempatan baru dicatat.",
    )


@bp.get("/postings/<int:posting_id>")
@allow(people.runs_office, find_posting)
def edit_posting(posting: Posting) -> Response:
    """Perbaiki penempatan: what was recorded wrongly."""
    form = PostingForm(obj=posting)
    form.show(posting)
    return _page(form, posting.employee, posting)


@bp.post("/postings/<int:posting_id>")
@allow(people.runs_office, find_posting)
def correct_posting(posting: Posting) -> BaseResponse:
    """Mend a post in place."""
    form = PostingForm()
    return attempt(
        _with_units(form),
        lambda: postings.correct(current_user, posting.employee, posting, form.values()),
        lambda: _page(form, posting.employee, posting, 422),
        url_for("admin.show_employee", employee_id=posting.employee_id),
        "Penempatan diperbaiki.",
    )


@bp.post("/postings/<int:posting_id>/superiors")
@allow(people.runs_office, find_posting)
def correct_superiors(posting: Posting) -> BaseResponse:
    """A wrong superior, mended from the employee's page in one step."""
    form = SuperiorForm()
    return attempt(
        form,
        lambda: postings.correct(current_user, posting.employee, posting, form.superiors()),
        lambda: employee_page(posting.employee, 422, superiors=form),
        url_for("admin.show_employee", employee_id=posting.employee_id),
        "Penilai diperbaiki. SKP yang sedang berjalan langsung mengikuti penilai ini.",
    )


def _with_units(form: PostingForm) -> PostingForm:
    form.unit_id.choices = unit_queries.choices("Pilih unit kerja")
    return form


def _page(
    form: PostingForm, employee: Employee, posting: Posting | None = None, status: int = 200
) -> Response:
    return page(
        "admin/posting.html",
        status,
        form=_with_units(form),
        employee=employee,
        posting=posting,
        running=postings.running_skps(employee.id, clock.today()),
    )
