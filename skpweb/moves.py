"""The one verb that changes a state, and the setting of a predicate that ends in it."""

from datetime import date
from typing import Any

from skpweb import audit
from skpweb.domain import lifecycle
from skpweb.domain.lifecycle import Action
from skpweb.domain.ratings import Rating
from skpweb.extensions import db
from skpweb.models import snapshots
from skpweb.models.base import utc_now
from skpweb.models.planning import SkpVersion
from skpweb.models.review import Evaluation


def move(
    record: Any, action: Action, actor: Any, day: date, *, reason: str = "", after: Any = None,
    capacity: str = "",
) -> None:  # fmt: skip
    """Change the state of ``record`` as its table of moves says, and log it.

    Raises ``lifecycle.Refused`` (with the reason in Indonesian) and then
    changes nothing. ``after`` is what the audit trail shall remember beside
    the new state, ``capacity`` that of somebody who stands in. The caller commits.
    """
    row = lifecycle.advance(record.moves, action, actor, record, day, reason)
    before = record.state
    record.state = row.to
    if row.stamps:
        setattr(record, row.stamps, utc_now())
    if row.clears:
        setattr(record, row.clears, None)
    if getattr(record, "is_confidential", False):  # the trail names neither person nor subject
        audit.record(actor, "confidential.change", capacity=capacity)
        return
    audit.record(
        actor,
        f"{record.kind}.{action.value}",
        record,
        before={"state": before.value},
        after={"state": row.to.value} | (after or {}),
        reason=reason,
        owner_id=record.parties(day).owner_id,
        capacity=capacity,
    )


def set_predicate(
    evaluation: Evaluation,
    version: SkpVersion,
    actor: Any,
    day: date,
    result: Rating | None,
    behaviour: Rating | None,
) -> None:
    """Set the predicate: both ratings, their cell, and a snapshot of all it rests on.

    Raises ``lifecycle.Refused``; then nothing has changed in the database.
    ``evaluations.gather`` must have been called. The caller commits.
    """
    with db.session.no_autoflush:
        evaluation.result_rating, evaluation.behaviour_rating = result, behaviour
        evaluation.predicate = evaluation.predicate_for(result, behaviour)
        evaluation.signed_on = evaluation.signed_on or day
        evaluation.rated_by_senior = evaluation.parties(day).senior_stands_in
        evaluation.snapshot = snapshots.of_evaluation(evaluation, version, day)
        db.session.add(evaluation)
        move(
            evaluation, Action.RATE, actor, day, after=_decision(evaluation),
            reason=evaluation.reason,
        )  # fmt: skip


def _decision(evaluation: Evaluation) -> dict[str, str | None]:
    chosen = {
        "result": evaluation.result_rating,
        "behaviour": evaluation.behaviour_rating,
        "predicate": evaluation.predicate,
    }
    words = {name: value.value if value else None for name, value in chosen.items()}
    asked = ", ".join(one.code for one in evaluation.questions)
    return words | ({"questions": asked} if asked else {})
