"""Who stands in a matrix beside the leader's own staff, and who is ketua tim."""

from typing import Any

from flask import Response, abort, flash, request, url_for
from flask_login import current_user
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as BaseResponse
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import DataRequired, Length

from skpweb import audit
from skpweb.domain import people
from skpweb.extensions import db
from skpweb.matrix import bp, queries
from skpweb.models.matrices import RoleMatrix
from skpweb.models.matrix import RoleMember
from skpweb.models.matrix_rows import Row
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.fields import TOO_LONG
from skpweb.web.page import page

STILL = "Pegawai ini masih punya peran di matriks. Kosongkan dulu perannya, lalu keluarkan."


class MemberForm(FlaskForm):
    """Somebody more."""

    employee = SelectField("Pegawai", validators=[DataRequired("Pilih pegawai dari daftar.")])
    basis = StringField(
        "Dasar penugasan dan persetujuan",
        validators=[Length(max=300, message=TOO_LONG)],
    )
    is_team_lead = BooleanField("Ketua tim kerja")


@bp.get("/<int:skp_id>/people")
@allow(people.is_owner, queries.matrix)
def members(matrix: RoleMatrix) -> Response:
    """The people of the matrix, and a form for one more."""
    return _show(matrix, _form(matrix, formdata=None))


@bp.post("/<int:skp_id>/people")
@allow(people.is_owner, queries.matrix)
def add_member(matrix: RoleMatrix) -> Response | BaseResponse:
    """Add somebody from another unit, or a member of the team."""
    form = _form(matrix)
    if not form.validate():
        return _show(matrix, form, 422)
    member = _member(matrix, int(form.employee.data))
    member.is_team_lead, member.basis = form.is_team_lead.data, (form.basis.data or "").strip()
    db.session.add(member)
    _record("matrix.add", member)
    flash("Pegawai ditambahkan ke matriks.", "ok")
    return done(url_for("matrix.members", skp_id=matrix.skp.id))


@bp.post("/<int:skp_id>/people/<int:employee_id>")
@allow(people.is_owner, queries.matrix)
def change_member(matrix: RoleMatrix, employee_id: int) -> Response | BaseResponse:
    """Mark or unmark a ketua tim; take out somebody who has no role."""
    row: Row = matrix.row(employee_id) or abort(404)
    member = row.member or _member(matrix, employee_id)
    if request.form.get("do") != "remove":
        member.is_team_lead = request.form.get("do") == "lead"
        db.session.add(member)
        _record("matrix.lead", member)
    elif any(matrix.cell(employee_id, one.key) for one in matrix.columns):
        return _show(matrix, _form(matrix, formdata=None), 422, STILL)
    elif row.member is not None:
        _record("matrix.remove", member)
        db.session.delete(member)
    flash("Tersimpan.", "ok")
    return done(url_for("matrix.members", skp_id=matrix.skp.id))


def _member(matrix: RoleMatrix, employee_id: int) -> RoleMember:
    return RoleMember(
        skp_id=matrix.skp.id, employee_id=employee_id, added_by=current_user.display_name
    )


def _record(action: str, member: RoleMember) -> None:
    after = {"skp": member.skp_id, "is_team_lead": bool(member.is_team_lead)}
    audit.record(current_user, action, member, after=after, owner_id=member.employee_id)


def _form(matrix: RoleMatrix, **options: Any) -> MemberForm:
    form = MemberForm(**options)
    found = queries.others(matrix, clock.today())
    known = {
        str(one.id): f"{one.full_name} · {post}" if post else one.full_name for one, post in found
    }
    form.employee.choices = {"": "Pilih pegawai"} | known
    return form


def _show(matrix: RoleMatrix, form: MemberForm, status: int = 200, problem: str = "") -> Response:
    return page("matrix/members.html", status, matrix=matrix, form=form, problem=problem)
