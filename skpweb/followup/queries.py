"""What the pages of tindak lanjut load."""

from sqlalchemy.orm.attributes import set_committed_value

from skpweb.domain.lifecycle import EvaluationState
from skpweb.domain.people import Actor
from skpweb.models import evaluations
from skpweb.models.review import Evaluation, Objection


def evaluation(person: Actor, skp_id: int, window_id: int) -> Evaluation | None:
    """A rated evaluation with its objection. Two queries."""
    skp = evaluations.dossier(skp_id)
    found = evaluations.evaluation_of(skp, window_id) if skp is not None else None
    if found is None or found.state is not EvaluationState.RATED:
        return None
    if found.objection is not None:
        set_committed_value(found.objection, "evaluation", found)
    return found


def objection(person: Actor, skp_id: int, window_id: int) -> Objection | None:
    """The objection against an evaluation, if there is one. Two queries."""
    found = evaluation(person, skp_id, window_id)
    return found.objection if found is not None else None
