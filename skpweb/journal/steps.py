"""Rencana aksi: per RHK, with a target for each window."""

from flask import Response, flash, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.lifecycle import Action, StepState
from skpweb.extensions import db
from skpweb.journal import bp, queries
from skpweb.journal.forms import StepForm
from skpweb.models import evaluations
from skpweb.models.base import utc_now
from skpweb.models.journal import ActionStep, ActionTarget
from skpweb.models.planning import Skp
from skpweb.moves import move
from skpweb.web import clock, versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.fields import too_long
from skpweb.web.page import page

LONGEST_TARGET = 200


@bp.get("/steps/")
@allow(people.is_employee)
def my_steps() -> Response | BaseResponse:
    """The rencana aksi of my SKP in force."""
    skp = queries.skp_on(current_user, clock.today())
    if skp is None:
        return page("journal/no_skp.html")
    return redirect(url_for("journal.step_list", skp_id=skp.id), 303)


@bp.get("/skp/<int:skp_id>/steps/")
@allow(people.is_owner, queries.skp)
def step_list(skp: Skp) -> Response:
    """All rencana aksi by RHK, and a form for one more."""
    if skp.in_force is None:
        return page("journal/no_skp.html")
    return show(skp, StepForm(formdata=None))


@bp.post("/skp/<int:skp_id>/steps/")
@allow(people.is_owner, queries.skp)
def add_step(skp: Skp) -> Response | BaseResponse:
    """A new rencana aksi; it can be used at once and waits for the penilai's agreement."""
    if skp.in_force is None:
        return page("journal/no_skp.html", 409)
    form = offered(skp, StepForm())
    if not is_valid(form, skp):
        return show(skp, form, 422)
    step = ActionStep(skp_id=skp.id, order=len(queries.steps(skp.id)), targets=[])
    write(step, form, skp)
    db.session.add(step)
    audit.record(current_user, "step.add", step, owner_id=skp.employee_id)
    flash("Rencana aksi tersimpan dan diusulkan. Anda sudah dapat memakainya di jurnal.", "ok")
    return done(url_for("journal.step_list", skp_id=skp.id))


@bp.get("/steps/<int:step_id>/")
@allow(people.is_owner, queries.step)
def edit_step(step: ActionStep) -> Response:
    """Change a rencana aksi."""
    form = offered(step.skp, StepForm(formdata=None, obj=step))
    return show_step(step, form)


@bp.post("/steps/<int:step_id>/")
@allow(people.is_owner, queries.step)
def change_step(step: ActionStep) -> Response | BaseResponse:
    """Keep the change; other words or targets are proposed to the penilai again."""
    form = offered(step.skp, StepForm())
    if versions.is_stale(step):
        return show_step(step, form, 409, conflict=True)
    if not is_valid(form, step.skp):
        return show_step(step, form, 422)
    before, location = words(step), url_for("journal.step_list", skp_id=step.skp_id)
    write(step, form, step.skp)
    if words(step) == before:
        db.session.rollback()
        flash("Tidak ada yang berubah.", "ok")
    else:
        flash(keep(step), "ok")
    return done(location)


@bp.post("/steps/<int:step_id>/archive")
@allow(people.is_owner, queries.step)
def archive_step(step: ActionStep) -> BaseResponse:
    """No longer offered; what was written under it stays."""
    step.archived_at = utc_now()
    audit.record(current_user, "step.archive", step, owner_id=step.skp.employee_id)
    flash("Rencana aksi diarsipkan. Jurnal yang memakainya tetap ada.", "ok")
    return done(url_for("journal.step_list", skp_id=step.skp_id))


def words(step: ActionStep) -> dict[str, str]:
    """What the penilai agrees on: the RHK, the text, the unit and the targets."""
    said = {"rhk": step.rhk_key, "statement": step.statement, "unit": step.unit}
    return said | {str(target.window_id): target.target for target in step.targets}


def keep(step: ActionStep) -> str:
    """Record a change; what was decided is proposed again. Answers what to say."""
    audit.record(current_user, "step.change", step, owner_id=step.skp.employee_id)
    if step.state is StepState.PROPOSED:
        return "Rencana aksi tersimpan."
    move(step, Action.SUBMIT, current_user, clock.today())
    step.proposed_at = utc_now()
    return "Rencana aksi tersimpan dan diusulkan lagi kepada penilai."


def offered(skp: Skp, form: StepForm) -> StepForm:
    """The form with the RHK to choose from."""
    version = evaluations.content(skp)
    form.rhk_key.choices = {
        rhk.key: f"{number}. {rhk.statement[:120]}"
        for number, rhk in enumerate(version.rhks if version else [], start=1)
    }
    return form


def is_valid(form: StepForm, skp: Skp) -> bool:
    """Whether the form and the targets typed beside it can be kept; the form says why not."""
    is_fine = form.validate()
    for window in queries.windows(skp.year_id):
        if problem := too_long(typed_target(window.id), LONGEST_TARGET):
            form.form_errors.append(f"Target {window.name}: {problem}")
    return is_fine and not form.form_errors


def typed_target(window_id: int) -> str:
    """What was typed as the target of a window."""
    return request.form.get(f"target-{window_id}", "").strip()


def write(step: ActionStep, form: StepForm, skp: Skp) -> None:
    """The form's values and the targets typed beside it."""
    step.rhk_key = form.rhk_key.data
    step.statement = form.statement.data.strip()
    step.unit = (form.unit.data or "").strip()
    step.updated_at, step.updated_by = utc_now(), current_user.display_name
    kept = {target.window_id: target for target in step.targets}
    step.targets = [
        _target(kept.get(window.id), window.id, text)
        for window in queries.windows(skp.year_id)
        if (text := typed_target(window.id))
    ]


def _target(stored: ActionTarget | None, window_id: int, text: str) -> ActionTarget:
    target = stored or ActionTarget(window_id=window_id)
    target.target = text
    return target


def show(skp: Skp, form: StepForm, status: int = 200) -> Response:
    """The list page."""
    version = evaluations.content(skp)
    return page(
        "journal/steps.html", status, skp=skp, form=offered(skp, form), rhks=version.rhks,
        steps=queries.steps(skp.id), windows=queries.windows(skp.year_id), step=None,
        typed=request.form,
    )  # fmt: skip


def show_step(
    step: ActionStep, form: StepForm, status: int = 200, conflict: bool = False
) -> Response:
    """The page of one rencana aksi."""
    stored = {f"target-{target.window_id}": target.target for target in step.targets}
    return page(
        "journal/step.html", status, step=step, form=form, version=versions.shown(step),
        windows=queries.windows(step.skp.year_id), typed=request.form or stored,
        conflict=[
            ("Rencana aksi", step.statement, form.statement.data or ""),
            ("Satuan", step.unit, form.unit.data or ""),
        ] if conflict else [],
    )  # fmt: skip
