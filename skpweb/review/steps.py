"""Rencana aksi that wait for agreement (p.66): per person, decided inline."""

import re
from collections.abc import Sequence

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import lifecycle, people
from skpweb.domain.lifecycle import Action
from skpweb.extensions import db
from skpweb.models.journal import ActionStep
from skpweb.moves import move
from skpweb.review import bp
from skpweb.review.queries import steps as queries
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

LONGEST = 1000  #: letters of the note


@bp.get("/steps/")
@allow(people.is_employee)
def steps() -> Response:
    """All waiting rencana aksi; whoever waits longest comes first."""
    return show(waiting())


@bp.post("/steps/")
@allow(people.is_employee)
def decide_steps() -> Response | BaseResponse:
    """Agree to or return the ticked ones as they were shown; each its own decision."""
    action = Action.RETURN if request.form.get("do") == "return" else Action.APPROVE
    reason = request.form.get("reason", "").strip() if action is Action.RETURN else ""
    chosen = ticked()
    if problem := wrong(action, reason, chosen):
        return show(waiting(), 422, [problem])
    problems = decide_each(chosen, action, reason)
    if problems:
        db.session.commit()
        return show(waiting(), 409, problems)
    word = "dikembalikan" if action is Action.RETURN else "disepakati"
    left = queries.waiting_steps(current_user, clock.today())
    flash(f"{len(chosen)} rencana aksi {word}. Sisa {left}.", "ok")
    return done(url_for("review.steps"))


def wrong(action: Action, reason: str, chosen: dict[int, str]) -> str:
    """What is missing before anything can be decided; empty if nothing."""
    if not chosen:
        return "Centang dulu rencana aksi yang ingin Anda putuskan."
    if action is Action.RETURN and not reason:
        return "Tulis catatan supaya pegawai tahu apa yang diperbaiki."
    if len(reason) > LONGEST:
        return f"Catatan paling panjang {LONGEST} huruf. Ringkas isinya."
    return ""


def ticked() -> dict[int, str]:
    """Ids of the chosen rencana aksi with the version that was shown."""
    pairs = (value.partition(":") for value in request.form.getlist("step"))
    return {int(number): shown for number, _, shown in pairs if re.fullmatch("[0-9]{1,9}", number)}


def decide_each(chosen: dict[int, str], action: Action, reason: str) -> list[str]:
    """Decide what still is as shown; answers what was not decided, and why."""
    found = {step.id: step for step in waiting()}
    problems = []
    for step_id, shown in chosen.items():
        step = found.get(step_id)
        if step is None:
            problems.append("Satu rencana aksi sudah diputuskan atau ditarik sejak halaman dibuka.")
        elif str(step.version_id) != shown:
            problems.append(
                f"“{step.statement[:80]}” berubah sejak halaman ini dibuka. Baca lagi, lalu "
                "putuskan."
            )
        elif refusal := decide_one(step, action, reason):
            problems.append(f"“{step.statement[:80]}”: {refusal}")
    return problems


def decide_one(step: ActionStep, action: Action, reason: str) -> str:
    """One decision, stamped with who made it and in which capacity; the refusal if there is one."""
    capacity = current_user.capacity_for(step.parties(clock.today()).assessor_id)
    try:
        move(step, action, current_user, clock.today(), reason=reason, capacity=capacity)
    except lifecycle.Refused as refusal:
        return str(refusal)
    step.return_note = reason
    step.decided_by = f"{current_user.display_name}, {capacity}"[:300]
    return ""


def waiting() -> Sequence[ActionStep]:
    """What waits for me."""
    return queries.waiting(current_user, clock.today())


def show(found: Sequence[ActionStep], status: int = 200, problems: Sequence[str] = ()) -> Response:
    """The page; after a problem with what was ticked and typed."""
    return page(
        "review/steps.html",
        status,
        proposals=queries.by_person(found),
        total=len(found),
        problems=problems,
        reason=request.form.get("reason", ""),
        chosen=set(request.form.getlist("step")),
    )
