"""The way of a Dokumen Evaluasi: handed over, received, given back, reported (p.114-117)."""

from flask import Response, abort, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import handover as rules
from skpweb.domain import people
from skpweb.domain.handover import HANDOVER, Handing
from skpweb.domain.lifecycle import Refused
from skpweb.followup import bp, queries
from skpweb.followup.forms import HandForm
from skpweb.models.review import Evaluation
from skpweb.office import clocks
from skpweb.office import handover as verbs
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page
from skpweb.web.workdays import workdays

DONE = {
    Handing.DELIVER: "Penyerahan dokumen tercatat.",
    Handing.RECEIVE: "Penerimaan dokumen tercatat.",
    Handing.GIVE_BACK: "Pengembalian dokumen tercatat.",
    Handing.REPORT_UP: "Pelaporan kepada PyB tercatat.",
}
#: step -> what the timeline calls it
NAMES = {
    Handing.DELIVER: "Diserahkan kepada pegawai",
    Handing.RECEIVE: "Diterima pegawai",
    Handing.GIVE_BACK: "Ditandatangani dan dikembalikan pegawai",
    Handing.REPORT_UP: "Dilaporkan kepada pejabat yang berwenang (PyB)",
}


@bp.get("/handover/")
@allow(people.may_read, queries.evaluation)
def handover(evaluation: Evaluation) -> Response:
    """Where the document is, and what comes next."""
    return show(evaluation, HandForm(formdata=None))


@bp.post("/handover/<step>")
@allow(rules.may_hand_any, queries.evaluation)
def hand(evaluation: Evaluation, step: str) -> Response | BaseResponse:
    """One step: by the person himself today, by the team on the paper's day."""
    if step not in tuple(Handing):
        abort(404)
    name, form, today = Handing(step), HandForm(), clock.today()
    if not form.validate():
        return show(evaluation, form, 422)
    on = form.on.value if _writes_dates(evaluation) else None
    try:
        verbs.hand(current_user, evaluation, name, on or today, today)
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return show(evaluation, form, 422)
    flash(DONE[name], "ok")
    return done(
        url_for("followup.handover", skp_id=evaluation.skp_id, window_id=evaluation.window_id)
    )


def show(evaluation: Evaluation, form: HandForm, status: int = 200) -> Response:
    """The page with what has happened and the buttons of what may happen now."""
    form.on.data = form.on.data or form.on.words(clock.today())
    return page(
        "followup/handover.html",
        status,
        evaluation=evaluation,
        form=form,
        writes_dates=_writes_dates(evaluation),
        steps=rules.next_steps(evaluation, current_user, clock.today()),
        line=timeline(evaluation),
        clocks=clocks.of(evaluation, workdays()),
        sees_objection=people.may_see_objection(current_user, evaluation.parties(clock.today())),
    )


def timeline(evaluation: Evaluation) -> list[dict[str, object]]:
    """Signed and each step after it, with its day."""
    days = [("Ditandatangani", evaluation.signed_on)]
    days += [(NAMES[name], getattr(evaluation, step.sets)) for name, step in HANDOVER.items()]
    return [
        {"title": title, "day": day, "state": "done" if day else "later"} for title, day in days
    ]


def _writes_dates(evaluation: Evaluation) -> bool:
    return people.is_team_of_others(current_user, evaluation.parties(clock.today()))
