"""One step of a Dokumen Evaluasi on its way (p.114-117): checked, dated, logged."""

from datetime import date

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain import handover
from skpweb.domain.handover import HANDOVER, Handing
from skpweb.domain.lifecycle import NotYours, Refused
from skpweb.domain.people import Actor
from skpweb.models.review import Evaluation


class Hand(Actor, Witness):
    """Who takes a step: known to the rules and to the trail."""


def hand(actor: Hand, evaluation: Evaluation, step: Handing, on: date, today: date) -> None:
    """Record that a step happened ``on`` a day. Raises ``Refused``; the caller commits."""
    if not handover.may_hand(step, actor, evaluation.parties(today)):
        raise NotYours("Langkah ini bukan bagian Anda.")
    problem = handover.problem(step, evaluation, on, today)
    if problem is not None:
        raise Refused(problem)
    column = HANDOVER[step].sets
    setattr(evaluation, column, on)
    audit.record(
        actor,
        f"evaluation.{step.value}",
        evaluation,
        after={column: on.isoformat()},
        owner_id=evaluation.skp.employee_id,
    )
