"""My SKP: the list, a new one, and each read as a whole."""

from datetime import date

from flask import Response, flash, redirect, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.terms import Approach, Form, PositionKind
from skpweb.extensions import db
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp, SkpVersion
from skpweb.planning import bp, pages, queries
from skpweb.planning import copying as _copying  # noqa: F401  (each module adds its views)
from skpweb.planning import editor as _editor  # noqa: F401
from skpweb.planning import manuals as _manuals  # noqa: F401
from skpweb.planning import papers as _papers  # noqa: F401
from skpweb.planning import parts as _parts  # noqa: F401
from skpweb.planning import revisions as _revisions  # noqa: F401
from skpweb.planning import submission as _submission  # noqa: F401
from skpweb.planning.forms import NewSkpForm
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/")
@allow(people.is_employee)
def index() -> Response:
    """My SKP, newest first."""
    mine = queries.mine(current_user)
    year = clock.today().year
    has_year = any(skp.starts_on.year == year for skp in mine)
    return page("planning/index.html", mine=mine, year=year, has_year=has_year)


@bp.get("/new")
@allow(people.is_employee)
def new() -> Response:
    """The period and approach of a new SKP, filled in as far as known."""
    years = queries.years()
    if not years:
        return page("planning/no_year.html")
    form = NewSkpForm(formdata=None, data=_proposal(queries.employee(current_user), years))
    return _show_new(form)


@bp.post("/new")
@allow(people.is_employee)
def create() -> Response | BaseResponse:
    """A fresh SKP with an empty first version."""
    form = NewSkpForm()
    form.year.choices = {str(one.year): str(one.year) for one in queries.years()}
    if not form.validate():
        return _show_new(form, 422)
    employee = queries.employee(current_user)
    first, last = form.starts_on.value, form.ends_on.value
    posting = employee.posting_on(last) or employee.posting_on(first)
    if problem := _period_problem(employee, posting, form.year.data, first, last):
        form.starts_on.errors = [*form.starts_on.errors, problem]
        return _show_new(form, 422)
    year = next(one for one in queries.years() if one.year == form.year.data)
    skp = Skp(
        employee_id=employee.id, year_id=year.id, posting_id=posting.id,
        form=form_of(posting), approach=Approach(form.approach.data),
        starts_on=first, ends_on=last,
    )  # fmt: skip
    skp.versions = [SkpVersion(number=1)]
    db.session.add(skp)
    audit.record(current_user, "skp.create", skp, owner_id=employee.id)
    flash("SKP dibuat. Tulis hasil kerja Anda, atau salin dari SKP yang sudah ada.", "ok")
    return done(url_for("planning.results", skp_id=skp.id))


@bp.get("/<int:skp_id>/")
@allow(people.may_read, queries.skp)
def show(skp: Skp) -> Response | BaseResponse:
    """The whole SKP as it stands; a penilai with something to decide gets his desk page."""
    if "approve" in pages.open_actions(skp) and current_user.employee_id != skp.employee_id:
        return redirect(url_for("planning.review", skp_id=skp.id), 303)
    return pages.whole(skp.current)


@bp.get("/<int:skp_id>/versions/<int:number>/")
@allow(people.may_read, queries.version)
def show_version(version: SkpVersion) -> Response:
    """An older version, as it was."""
    return pages.whole(version)


def form_of(posting: Posting) -> Form:
    """JPT and heads of independent units use the forms of A.1.1 and A.1.2 (p.31)."""
    leads = posting.leads_unit or posting.position_kind is PositionKind.JPT
    return Form.LEADER if leads else Form.STAFF


def _proposal(employee: Employee, years: list[object]) -> dict[str, object]:
    """This year's days on which I hold my post and my contract runs."""
    today = clock.today()
    year = next((one for one in years if one.year == today.year), years[0])
    posting = employee.posting_on(today)
    starts = [year.starts_on, employee.contract_starts_on, posting and posting.starts_on]
    ends = [year.ends_on, employee.contract_ends_on, posting and posting.ends_on]
    return {
        "year": year.year,
        "starts_on": max(day for day in starts if day),
        "ends_on": min(day for day in ends if day),
        "approach": year.approach.value,
    }


def _period_problem(
    employee: Employee, posting: Posting | None, year: int, first: date, last: date
) -> str:
    """Why a period cannot be taken; empty if it can."""
    if first > last:
        return "Tanggal akhir harus sesudah tanggal mulai."
    if (first.year, last.year) != (year, year):
        return f"Periode SKP harus di dalam tahun {year}."
    if posting is None:
        return "Anda belum punya jabatan pada periode ini. Hubungi tim pengelola kinerja."
    if queries.overlapping(employee.id, first, last) is not None:
        return "Anda sudah punya SKP pada sebagian periode ini. Periode SKP tidak boleh tumpang tindih."
    return ""


def _show_new(form: NewSkpForm, status: int = 200) -> Response:
    form.year.choices = {str(one.year): str(one.year) for one in queries.years()}
    return page("planning/new.html", status, form=form)
