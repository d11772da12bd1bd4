"""Trainings, special assignments and rotations: planned by either side, then done."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import guidance as rules
from skpweb.domain import lifecycle, people
from skpweb.domain.development import DevelopmentKind
from skpweb.domain.lifecycle import Action, Refused
from skpweb.domain.states import DevelopmentState
from skpweb.extensions import db
from skpweb.guidance import bp, queries
from skpweb.guidance import people as person_page
from skpweb.guidance.forms import LONGEST_REASON, STALE, DevelopmentForm
from skpweb.models.guidance import Development
from skpweb.models.planning import Skp
from skpweb.moves import move
from skpweb.web import clock, versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.fields import too_long
from skpweb.web.page import page

CLOSED = "Catatan yang sudah selesai atau dibatalkan tidak dapat diubah."
DONE = {
    Action.FINISH: "Dicatat selesai.",
    Action.WITHDRAW: "Rencana dibatalkan.",
}


@bp.post("/skp/<int:skp_id>/development")
@allow(rules.may_begin, queries.skp)
def add_development(skp: Skp) -> Response | BaseResponse:
    """A new plan."""
    form = DevelopmentForm()
    if not form.validate():
        return person_page.show(skp, 422, planning=form)
    made = Development(skp_id=skp.id, state=DevelopmentState.PLANNED, reason="")
    fill(made, form)
    db.session.add(made)
    audit.record(current_user, "development.add", made, owner_id=skp.employee_id)
    flash("Rencana pengembangan tersimpan.", "ok")
    return done(url_for("guidance.edit_development", development_id=made.id))


@bp.get("/development/<int:development_id>/")
@allow(people.may_read, queries.development)
def edit_development(development: Development) -> Response:
    """One plan or what became of it."""
    return show(development)


@bp.post("/development/<int:development_id>/")
@allow(rules.may_begin, queries.development)
def save_development(development: Development) -> Response | BaseResponse:
    """Keep it; the button may also say that it is done or will not be."""
    form, id_ = DevelopmentForm(), development.id
    closed = development.state is not DevelopmentState.PLANNED
    if closed or versions.is_stale(development):
        form.form_errors.append(CLOSED if closed else STALE)
        return show(development, form, 409)
    if not form.validate():
        return show(development, form, 422)
    do = request.form.get("do", "")
    action = Action(do) if do in tuple(DONE) else None
    try:
        keep(development, form, action)
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(str(refusal))
        return show(queries.development(current_user, id_), form, 422)
    flash(DONE[action] if action else "Tersimpan.", "ok")
    return done(url_for("guidance.edit_development", development_id=id_))


def keep(development: Development, form: DevelopmentForm, action: Action | None) -> None:
    """Save and move. Raises ``Refused``."""
    reason = request.form.get("reason", "").strip()
    if action is not None and (problem := too_long(reason, LONGEST_REASON)):
        raise Refused(problem)
    with db.session.no_autoflush:
        fill(development, form)
        if action is None:
            owner_id = development.skp.employee_id
            audit.record(current_user, "development.change", development, owner_id=owner_id)
        else:
            development.reason = reason
            move(development, action, current_user, clock.today(), reason=reason)


def fill(development: Development, form: DevelopmentForm) -> None:
    """What the form says."""
    development.kind_of = DevelopmentKind(form.kind.data)
    development.title = form.title.data.strip()
    development.provider = (form.provider.data or "").strip()
    development.starts_on, development.done_on = form.starts_on.value, form.done_on.value
    development.hours = form.hours.value or 0
    development.certificate_url = form.certificate_url.data or ""
    development.updated_by = current_user.display_name


def show(
    development: Development, form: DevelopmentForm | None = None, status: int = 200
) -> Response:
    """The page."""
    if form is None:
        form = DevelopmentForm(formdata=None, obj=development)
        form.kind.data = development.kind_of.value
    return page(
        "guidance/development.html",
        status,
        development=development,
        form=form,
        reason=request.form.get("reason", ""),
        version=versions.shown(development),
        actions={one.value for one in lifecycle.open_to(
            development.moves, current_user, development, clock.today())},
    )  # fmt: skip
