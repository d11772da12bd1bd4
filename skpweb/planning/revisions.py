"""Revisions: a new version agreed by both; the one in force stays until then."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.lifecycle import SkpState
from skpweb.extensions import db
from skpweb.models import versions
from skpweb.models.planning import Skp
from skpweb.planning import bp, pages, queries
from skpweb.planning.forms import ReasonForm
from skpweb.web import limits
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

NOT_NOW = (
    "SKP ini belum ditetapkan, perubahannya sudah dibuat, atau evaluasi akhirnya sudah "
    "ditetapkan. Hanya pegawai dan pejabat "
    "penilainya yang dapat mengubah SKP yang sudah ditetapkan."
)


@bp.get("/<int:skp_id>/revise")
@allow(people.may_read, queries.skp)
def revise(skp: Skp) -> Response:
    """Why is it changed?"""
    preset = queries.revision_reason(skp, request.args.get("progress", 0, type=limits.number))
    return show(skp, ReasonForm(formdata=None, data={"reason": preset}))


@bp.post("/<int:skp_id>/revise")
@allow(people.may_read, queries.skp)
def begin_revision(skp: Skp) -> Response | BaseResponse:
    """The next version as a draft for the owner to write in (art. 14(2))."""
    form = ReasonForm()
    if not pages.may_revise(skp):
        return show(skp, form, 409, NOT_NOW)
    if not form.validate():
        return show(skp, form, 422)
    version = versions.revise(skp, form.reason.data.strip())
    audit.record(
        current_user, "skp.revise", version, reason=version.reason, owner_id=skp.employee_id
    )
    flash("Perubahan dibuat. Versi yang berlaku tetap berlaku sampai perubahan ditetapkan.", "ok")
    return done(url_for("planning.show", skp_id=skp.id))


@bp.post("/<int:skp_id>/drop-revision")
@allow(people.is_owner, queries.skp)
def drop_revision(skp: Skp) -> Response | BaseResponse:
    """Give a revision up before it was agreed; the version in force stays."""
    version = skp.current
    if version.number == 1 or version.state not in (SkpState.DRAFT, SkpState.RETURNED):
        return pages.whole(version, 409, ["Hanya perubahan yang masih draf yang bisa dibatalkan."])
    audit.record(
        current_user, "skp.drop-revision", version, before=versions.content(version),
        owner_id=skp.employee_id,
    )  # fmt: skip
    for note in version.notes:
        db.session.delete(note)
    db.session.delete(version)
    flash("Perubahan dibatalkan. Versi yang berlaku tidak berubah.", "ok")
    return done(url_for("planning.index"))


def show(skp: Skp, form: ReasonForm, status: int = 200, problem: str = "") -> Response:
    """The form page."""
    return page("planning/revise.html", status, skp=skp, form=form, problem=problem)
