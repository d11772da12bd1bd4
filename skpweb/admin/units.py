"""Pages of the units."""

from flask import Response, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.forms.units import UnitForm
from skpweb.admin.queries import units as queries
from skpweb.admin.queries.units import unit as find_unit
from skpweb.domain import people
from skpweb.domain.lifecycle import Refused
from skpweb.models.organisation import Unit
from skpweb.office import units
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

TOP = "Tidak ada (unit teratas)"


@bp.get("/units/")
@allow(people.runs_office)
def unit_list() -> Response:
    """The tree as an indented list."""
    return page(
        "admin/units.html",
        branches=units.tree(units.all_units()),
        people=queries.people_per_unit(clock.today()),
    )


@bp.get("/units/new")
@allow(people.runs_office)
def new_unit() -> Response:
    """A form for one more unit."""
    return _page(_form(None), None)


@bp.post("/units/new")
@allow(people.runs_office)
def add_unit() -> BaseResponse:
    """Add a unit."""
    form = _form(None)
    return attempt(
        form,
        lambda: units.add(current_user, **_values(form)),
        lambda: _page(form, None, 422),
        url_for("admin.unit_list"),
        f"Unit {form.name.data} ditambahkan.",
    )


@bp.get("/units/<int:unit_id>")
@allow(people.runs_office, find_unit)
def edit_unit(unit: Unit) -> Response:
    """Name and place of a unit."""
    return _page(_form(unit), unit)


@bp.post("/units/<int:unit_id>")
@allow(people.runs_office, find_unit)
def change_unit(unit: Unit) -> BaseResponse:
    """Rename or move a unit."""
    form = _form(unit)
    return attempt(
        form,
        lambda: units.change(current_user, unit, **_values(form)),
        lambda: _page(form, unit, 422),
        url_for("admin.unit_list"),
        f"Unit {form.name.data} disimpan.",
    )


@bp.post("/units/<int:unit_id>/archive")
@allow(people.runs_office, find_unit)
def archive_unit(unit: Unit) -> BaseResponse:
    """Close a unit, or say why that cannot be."""
    try:
        units.archive(current_user, unit, clock.today())
    except Refused as problem:
        form = _form(unit, posted=False)
        form.form_errors.append(str(problem))
        return _page(form, unit, 422)
    flash(f"Unit {unit.name} diarsipkan.", "ok")
    return done(url_for("admin.unit_list"))


@bp.post("/units/<int:unit_id>/reopen")
@allow(people.runs_office, find_unit)
def reopen_unit(unit: Unit) -> BaseResponse:
    """Take a unit out of the archive."""
    units.reopen(current_user, unit)
    flash(f"Unit {unit.name} dipakai lagi.", "ok")
    return done(url_for("admin.unit_list"))


def _form(unit: Unit | None, posted: bool = True) -> UnitForm:
    form = UnitForm(obj=unit) if posted else UnitForm(formdata=None, obj=unit)
    form.parent_id.choices = queries.choices(TOP, unit)
    return form


def _values(form: UnitForm) -> dict[str, object]:
    return {
        "name": form.name.data,
        "parent_id": form.parent_id.data,
        "is_independent": form.is_independent.data,
    }


def _page(form: UnitForm, unit: Unit | None, status: int = 200) -> Response:
    return page("admin/unit.html", status, form=form, unit=unit)
