"""Kalibrasi: everybody whom a penilai rates in a window, side by side (p.98).

The penilai himself changes drafts here and sets several predicates at once; the
atasan penilai and the team look only. Each row has a mark of its own, so that one
changed elsewhere does not keep the others from being saved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import bias, lifecycle, people
from skpweb.domain.bias import Case, Question
from skpweb.domain.lifecycle import Action
from skpweb.domain.ratings import Predicate, Rating
from skpweb.domain.terms import RhkKind
from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.review import Evaluation
from skpweb.moves import set_predicate
from skpweb.review import bp, drafting, judging
from skpweb.review.drafting import Draft
from skpweb.review.evaluations import keep_draft
from skpweb.review.queries import calibration as queries
from skpweb.review.queries import evaluations
from skpweb.review.queries.calibration import Row, Sheet
from skpweb.web import clock, limits
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

PATH = "/calibration/<int:window_id>"
SORTS = {"name": "Nama", "unit": "Unit", "rating": "Predikat"}
ORDER = {predicate: number for number, predicate in enumerate(Predicate)}


def compares(person: Any, _window: EvaluationWindow) -> bool:
    """Whoever rates anybody or stands above who does, and the team."""
    return bool(person.is_superior or person.is_team)


@bp.get(f"{PATH}/")
@allow(compares, queries.window)
def calibration(window: EvaluationWindow) -> Response:
    """My people; those of another penilai where I am the atasan or belong to the team."""
    return show(window, asked_for())


@bp.post(f"{PATH}/")
@allow(compares, queries.window)
def save_calibration(window: EvaluationWindow) -> Response | BaseResponse:
    """Keep the drafts of several people; what changed elsewhere is shown, not overwritten."""
    found = mine(window)
    clashes = {row.skp.id: typed for row in found.rows if (typed := keep_row(row)) is not None}
    if clashes:
        db.session.commit()  # the others are kept
        return show(window, current_user.employee_id, clashes, 409)
    flash("Draf rating tersimpan.", "ok")
    leads_to = "check_calibration" if request.form.get("do") == "check" else "calibration"
    return done(url_for(f"review.{leads_to}", window_id=window.id))


@bp.get(f"{PATH}/check")
@allow(compares, queries.window)
def check_calibration(window: EvaluationWindow) -> Response:
    """The complete drafts once more, each with what still stands in its way."""
    return show_check(window)


@bp.post(f"{PATH}/rate")
@allow(compares, queries.window)
def rate_calibration(window: EvaluationWindow) -> Response | BaseResponse:
    """Set the predicates that were ticked; those that cannot be set stay, with the reason."""
    rows = {row.skp.id: row for row in mine(window).rows}
    asked = dict.fromkeys(request.form.getlist("skp", type=limits.number))
    ticked = [rows[one] for one in asked if one in rows]
    changed = [row for row in ticked if request.form.get(f"mark-{row.skp.id}") != seen(row)]
    good = [row for row in ticked if row not in changed and not problems(row)]
    for skp_id in [row.skp.id for row in good]:
        rate_one(skp_id, window.id)
    left = len(ticked) - len(good)
    if good:
        flash(f"{len(good)} predikat ditetapkan. Berikutnya: serahkan dokumennya.", "ok")
    if left:
        flash(f"{left} belum ditetapkan: berubah sejak halaman dibuka atau belum lengkap.", "warn")
    name = "check_calibration" if left or not good else "calibration"
    return done(url_for(f"review.{name}", window_id=window.id))


def asked_for() -> int | None:
    """The penilai whose people are wanted; by default oneself."""
    found: int | None = request.args.get("of", type=limits.number) or current_user.employee_id
    return found


def mine(window: EvaluationWindow) -> Sheet:
    """The people I rate in the window."""
    return queries.sheet(current_user, window, current_user.employee_id)


def show(
    window: EvaluationWindow, assessor_id: int | None, clashes: Mapping[int, Draft] | None = None,
    status: int = 200,
) -> Response:  # fmt: skip
    """The sheet; after a clash with what was typed and what is stored."""
    found = queries.sheet(current_user, window, assessor_id)
    clashes = clashes or {}
    drafts = {row.skp.id: drafting.stored(row.evaluation) for row in found.rows}
    return page(
        "review/calibration.html",
        status,
        window=window,
        windows=evaluations.windows(window.starts_on.year),
        sheet=found,
        rows=in_order(found.rows, drafts),
        drafts=drafts,
        clashes=clashes,
        questions={row.skp.id: asked(row, drafts) for row in found.rows},
        editable={row.skp.id for row in found.rows if may_rate(row)},
        groups=queries.groups(current_user, window),
        in_hand=sum(is_in_hand(row.evaluation) for row in found.rows),
        of=assessor_id,
        sorts=SORTS,
        pattern=pattern(window, found, drafts),
    )


def show_check(window: EvaluationWindow) -> Response:
    """Complete drafts that are not set yet."""
    found = mine(window)
    drafts = {row.skp.id: drafting.stored(row.evaluation) for row in found.rows}
    ready = [row for row in found.rows if may_rate(row) and drafts[row.skp.id].pair]
    return page(
        "review/calibration_check.html",
        window=window,
        rows=ready,
        unready=sum(may_rate(row) for row in found.rows) - len(ready),
        drafts=drafts,
        marks={row.skp.id: seen(row) for row in ready},
        problems={row.skp.id: problems(row) for row in ready},
        questions={row.skp.id: asked(row, drafts) for row in ready},
        pattern=pattern(window, found, drafts),
    )


def keep_row(row: Row) -> Draft | None:
    """Save what was typed in a row; the typed draft where the row changed meanwhile."""
    key, old = row.skp.id, drafting.stored(row.evaluation)
    if f"mark-{key}" not in request.form or not may_rate(row):
        return None
    typed = replace(old, result=_rating(f"result-{key}"), behaviour=_rating(f"behaviour-{key}"))
    if (typed.result, typed.behaviour) == (old.result, old.behaviour):
        return None
    if request.form[f"mark-{key}"] != old.mark:
        return typed
    keep_draft(row.evaluation, typed)
    return None


def rate_one(skp_id: int, window_id: int) -> None:
    """Set one predicate, on the same ground as on its own page."""
    evaluation = evaluations.evaluation(current_user, skp_id, window_id)
    assert evaluation is not None
    basis, draft = evaluations.basis(evaluation), drafting.stored(evaluation)
    evaluation.questions = judging.asked(evaluation, draft, basis)
    set_predicate(
        evaluation, basis.version, current_user, clock.today(), draft.result, draft.behaviour
    )


def seen(row: Row) -> str:
    """The mark of all that is looked at before a predicate is set."""
    return drafting.all_of(row.evaluation)


def is_in_hand(evaluation: Evaluation) -> bool:
    """Rated by me as penilai, and its document not handed over yet (p.114)."""
    is_mine = people.is_assessor(current_user, evaluation.parties(clock.today()))
    is_rated = evaluation.state is lifecycle.EvaluationState.RATED
    return is_mine and is_rated and evaluation.delivered_on is None


def may_rate(row: Row) -> bool:
    """Whether I may still rate this person in the window."""
    moves, day = row.evaluation.moves, clock.today()
    return Action.RATE in lifecycle.open_to(moves, current_user, row.evaluation, day)


def problems(row: Row) -> list[str]:
    """What stands in the way of the predicate, in words."""
    evaluation = row.evaluation
    try:
        lifecycle.advance(evaluation.moves, Action.RATE, current_user, evaluation, clock.today())
    except lifecycle.Refused as refusal:
        return str(refusal).split("\n")
    return []


def asked(row: Row, drafts: Mapping[int, Draft]) -> list[Question]:
    """The questions of one row; the others of the sheet are the colleagues."""
    draft = drafts[row.skp.id]
    if row.evaluation.state is lifecycle.EvaluationState.RATED or draft.result is None:
        return []
    quarters = [judging.pair_of(one) for one in row.others]
    colleagues = [one.pair for key, one in drafts.items() if key != row.skp.id and one.pair]
    main = [one for key, one in draft.rhks.items() if row.kinds.get(key) is RhkKind.MAIN]
    return bias.questions(
        Case(clock.today(), draft.result, draft.behaviour, judging.said(row.evaluation.feedback),
             list(draft.rhks.values()), main, colleagues,
             quarters if row.evaluation.window.is_annual else ())
    )  # fmt: skip


def pattern(window: EvaluationWindow, found: Sheet, drafts: Mapping[int, Draft]) -> Any:
    """Predicates of the sheet, drafts included, beside the guide."""
    predicates = [draft.predicate for draft in drafts.values()]
    counts = {one: predicates.count(one) for one in Predicate}
    return judging.beside(found.standing.level, counts, window.ends_on)


def in_order(rows: Any, drafts: Mapping[int, Draft]) -> list[Row]:
    """As the link asks: by name, by unit or by predicate, the undecided last."""
    keys = {
        "unit": lambda row: (row.skp.posting.unit.name.casefold(), row.skp.employee.name),
        "rating": lambda row: ORDER.get(drafts[row.skp.id].predicate, len(ORDER)),
    }
    key = keys.get(request.args.get("sort", ""))
    return sorted(rows, key=key) if key else list(rows)


def _rating(name: str) -> Rating | None:
    value = request.form.get(name)
    return Rating(value) if value in tuple(Rating) else None
