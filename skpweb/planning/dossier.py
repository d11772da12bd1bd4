"""The dossier of an SKP: its period and approach, set once and mended while it is a draft."""

from collections.abc import Sequence
from datetime import date, timedelta

from flask import Response, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import away, people
from skpweb.domain.terms import Approach, Form, PositionKind
from skpweb.extensions import db
from skpweb.models import absences
from skpweb.models.organisation import PerformanceYear
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp, SkpVersion
from skpweb.planning import bp, pages, queries
from skpweb.planning.forms import NewSkpForm
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

NOT_NOW = "Periode dan pendekatan hanya bisa diubah selama SKP pertama kali disusun."
NO_POST = "Anda belum punya jabatan pada periode ini. Hubungi tim pengelola kinerja."
OVERLAP = "Anda sudah punya SKP pada sebagian periode ini. Periode SKP tidak boleh tumpang tindih."


@bp.get("/new")
@allow(people.is_employee)
def new() -> Response:
    """The period and approach of a new SKP, filled in as far as known."""
    years = queries.years()
    if not years:
        return page("planning/no_year.html")
    if reason := planless(clock.today(), clock.today()):
        return page("planning/planless.html", reason=reason)
    employee = queries.employee(current_user)
    return _show(NewSkpForm(formdata=None, data=_proposal(employee, years)))


@bp.post("/new")
@allow(people.is_employee)
def create() -> Response | BaseResponse:
    """A fresh SKP with an empty first version."""
    form, employee = NewSkpForm(), queries.employee(current_user)
    skp = Skp(employee_id=employee.id)
    if not _fill(skp, form, employee):
        return _show(form, 422)
    skp.versions = [SkpVersion(number=1)]
    db.session.add(skp)
    audit.record(current_user, "skp.create", skp, owner_id=employee.id)
    flash("SKP dibuat. Tulis hasil kerja Anda, atau salin dari SKP yang sudah ada.", "ok")
    return done(url_for("planning.results", skp_id=skp.id))


@bp.get("/<int:skp_id>/period")
@allow(people.is_owner, queries.skp)
def period(skp: Skp) -> Response:
    """The period and approach of a draft, to mend."""
    if not may_mend(skp):
        return pages.whole(skp.current, 200, [NOT_NOW])
    data = {
        "year": skp.year.year, "starts_on": skp.starts_on, "ends_on": skp.ends_on,
        "approach": skp.approach.value,
    }  # fmt: skip
    return _show(NewSkpForm(formdata=None, data=data), skp=skp)


@bp.post("/<int:skp_id>/period")
@allow(people.is_owner, queries.skp)
def save_period(skp: Skp) -> Response | BaseResponse:
    """Mend them; the rows stay."""
    if not may_mend(skp):
        return pages.whole(skp.current, 409, [NOT_NOW])
    form, before = NewSkpForm(), _facts(skp)
    if not _fill(skp, form, queries.employee(current_user)):
        return _show(form, 422, skp)
    audit.record(
        current_user, "skp.period", skp, before=before, after=_facts(skp),
        owner_id=skp.employee_id,
    )  # fmt: skip
    flash("Periode dan pendekatan tersimpan.", "ok")
    return done(url_for("planning.results", skp_id=skp.id))


def planless(first: date, last: date) -> str:
    """Why no SKP is asked of me for these days; "" where one is (p.65-66)."""
    found = absences.of([current_user.employee_id], first, last)
    whole = [one for one in found if one.starts_on <= first and one.ends_on >= last]
    return away.why_planless(whole[0].kind) if whole else ""


def may_mend(skp: Skp) -> bool:
    """Only before the first version was ever agreed."""
    return skp.current.number == 1 and skp.current.is_editable


def form_of(posting: Posting) -> Form:
    """JPT and heads of independent units use the forms of A.1.1 and A.1.2 (p.31)."""
    leads = posting.leads_unit or posting.position_kind is PositionKind.JPT
    return Form.LEADER if leads else Form.STAFF


def _fill(skp: Skp, form: NewSkpForm, employee: Employee) -> bool:
    """The form into the dossier; False, with the reason in the form, if it cannot be so."""
    years = {str(one.year): one for one in queries.years()}
    form.year.choices = {text: text for text in years}
    if not form.validate():
        return False
    first, last = form.starts_on.value, form.ends_on.value
    posting = employee.posting_on(last) or employee.posting_on(first)
    problem = _period_problem(form.year.data, first, last) or (NO_POST if posting is None else "")
    problem = problem or planless(first, last)
    if not problem and queries.overlapping(employee.id, first, last, skp.id) is not None:
        problem = OVERLAP
    if problem or posting is None:
        form.starts_on.errors = [*form.starts_on.errors, problem]
        return False
    skp.year_id, skp.posting_id = years[str(form.year.data)].id, posting.id
    skp.form, skp.approach = form_of(posting), Approach(form.approach.data)
    skp.starts_on, skp.ends_on = first, last
    return True


def _period_problem(year: int, first: date, last: date) -> str:
    """Why days cannot be a period; empty if they can."""
    if first > last:
        return "Tanggal akhir harus sesudah tanggal mulai."
    if (first.year, last.year) != (year, year):
        return f"Periode SKP harus di dalam tahun {year}."
    return ""


def _proposal(employee: Employee, years: Sequence[PerformanceYear]) -> dict[str, object]:
    """This year's days on which I hold my post, my contract runs and no SKP lies yet."""
    today = clock.today()
    year = next((one for one in years if one.year == today.year), years[0])
    posting = employee.posting_on(today)
    taken = queries.last_day_planned(employee.id, year)
    free = taken + timedelta(days=1) if taken and taken < year.ends_on else None
    starts = [year.starts_on, employee.contract_starts_on, posting and posting.starts_on, free]
    ends = [year.ends_on, employee.contract_ends_on, posting and posting.ends_on]
    return {
        "year": year.year,
        "starts_on": max(day for day in starts if day),
        "ends_on": min(day for day in ends if day),
        "approach": year.approach.value,
    }


def _facts(skp: Skp) -> dict[str, str]:
    return {
        "starts_on": skp.starts_on.isoformat(), "ends_on": skp.ends_on.isoformat(),
        "approach": skp.approach.value,
    }  # fmt: skip


def _show(form: NewSkpForm, status: int = 200, skp: Skp | None = None) -> Response:
    form.year.choices = {str(one.year): str(one.year) for one in queries.years()}
    return page("planning/new.html", status, form=form, skp=skp)
