"""Several Dokumen Evaluasi in one go: handed over by whoever signed them, reported by the team.

The same step with the same checks as on the page of one document (p.114-115); what
cannot be taken stays on the list with its reason.
"""

from collections.abc import Sequence
from datetime import date

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import people
from skpweb.domain.handover import Handing
from skpweb.domain.lifecycle import Refused
from skpweb.domain.people import Actor
from skpweb.models.review import Evaluation
from skpweb.office import handover as verbs
from skpweb.review import bp
from skpweb.review.queries import evaluations, followup
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.fields import read_date
from skpweb.web.formats import tanggal
from skpweb.web.page import page

DELIVER, REPORT = "/papers/deliver/", "/papers/report/"
MOST = 100  #: documents at a time; the page says how many more there are
NO_DAY = "Tulis tanggalnya, misalnya 12/1/2026."
NONE = "Centang paling sedikit satu dokumen."
GONE = "Dokumen yang dicentang sudah tidak menunggu langkah ini lagi."
#: step -> what the list of the desk calls it, and what is said when it is done
KINDS: dict[Handing, tuple[tuple[str, ...], str]] = {
    Handing.DELIVER: (("papers", "senior_papers"), "diserahkan"),
    Handing.REPORT_UP: (("report_up",), "dilaporkan kepada PyB"),
}


def signs(person: Actor, _nothing: object = None) -> bool:
    """Whoever rates anybody or stands above who does."""
    return person.is_superior


@bp.get(DELIVER)
@allow(signs)
def delivering() -> Response:
    """The documents that I have to hand over."""
    return show(Handing.DELIVER)


@bp.post(DELIVER)
@allow(signs)
def deliver_several() -> Response | BaseResponse:
    """Those ticked are handed over today."""
    return take(Handing.DELIVER, clock.today())


@bp.get(REPORT)
@allow(people.is_team)
def reporting() -> Response:
    """The documents that are to be reported to the PyB."""
    return show(Handing.REPORT_UP)


@bp.post(REPORT)
@allow(people.is_team)
def report_several() -> Response | BaseResponse:
    """Those ticked were reported on the day that is written on the letter."""
    typed = request.form.get("on", "")
    return take(Handing.REPORT_UP, read_date(typed), typed)


def waiting(step: Handing) -> Sequence[Evaluation]:
    """What waits for this step by me, the earliest window first."""
    found = followup.papers(current_user)
    mine = {one.id: one for kind in KINDS[step][0] for one in found[kind]}.values()
    return sorted(mine, key=lambda one: (one.window.closes_on, one.skp.employee.name, one.id))


def take(step: Handing, on: date | None, typed: str = "") -> Response | BaseResponse:
    """The step for each that was ticked."""
    today, asked = clock.today(), set(request.form.getlist("paper"))
    ticked = [one for one in waiting(step)[:MOST] if str(one.id) in asked]
    if on is None or not ticked:
        problem = NO_DAY if on is None else GONE if asked else NONE
        return show(step, 422, problem=problem, typed=typed)
    refused: dict[int, str] = {}
    for key, skp_id, window_id in [(one.id, one.skp_id, one.window_id) for one in ticked]:
        paper = evaluations.evaluation(current_user, skp_id, window_id)
        assert paper is not None
        try:
            verbs.hand(current_user, paper, step, on, today)
        except Refused as refusal:
            refused[key] = str(refusal)
    if len(refused) == len(ticked):
        return show(step, 422, refused=refused, typed=typed)
    flash(f"{len(ticked) - len(refused)} dokumen tercatat {KINDS[step][1]}.", "ok")
    if refused:
        flash(f"{len(refused)} belum: {next(iter(refused.values()))}", "warn")
    return done(request.path)


def show(
    step: Handing, status: int = 200, problem: str = "", refused: dict[int, str] | None = None,
    typed: str = "",
) -> Response:  # fmt: skip
    """The list, each with its own page; with what was ticked where it could not be kept."""
    found = waiting(step)
    return page(
        "review/handing.html",
        status,
        step=step,
        papers=found[:MOST],
        left=max(0, len(found) - MOST),
        problem=problem,
        refused=refused or {},
        typed=typed or tanggal(clock.today()),
        ticked=set(request.form.getlist("paper")),
        here=request.path,
        back=url_for("admin.clock_list") if step is Handing.REPORT_UP else url_for("review.desk"),
    )
