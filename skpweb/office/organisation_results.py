"""Capaian kinerja organisasi of a unit in a window, recorded by the tim pengelola (p.94)."""

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain.lifecycle import EvaluationState, Refused
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import EvaluationWindow, OrganisationResult, Unit
from skpweb.models.review import Evaluation
from skpweb.office import changes
from skpweb.office.changes import Values


def of(unit: Unit, window: EvaluationWindow) -> OrganisationResult | None:
    """What is recorded for a unit and a window."""
    return db.session.scalar(
        sa.select(OrganisationResult).where(
            OrganisationResult.unit_id == unit.id, OrganisationResult.window_id == window.id
        )
    )


def is_rated(window: EvaluationWindow) -> bool:
    """Whether anybody has a predicate for the window already."""
    query = sa.select(Evaluation.id).where(
        Evaluation.window_id == window.id, Evaluation.state == EvaluationState.RATED
    )
    return db.session.scalar(query.limit(1)) is not None


def record(
    actor: Witness, unit: Unit, window: EvaluationWindow, values: Values, reason: str
) -> None:
    """Set or change a result. After the first predicate a change needs a reason.

    ``values``: level, decided_by, basis, measure, decided_on. Predicates that were
    given keep the result in their snapshot.
    """
    result = of(unit, window)
    if result is not None and not reason and is_rated(window):
        raise Refused(
            "Sudah ada predikat pada masa evaluasi ini. Tulis alasan mengubah capaian organisasi."
        )
    before: Values | None = None
    if result is None:
        result = OrganisationResult(unit_id=unit.id, window_id=window.id, **values)
        db.session.add(result)
        after = changes.plain(values)
    else:
        before, after = changes.apply(result, values)
        result.recorded_at = utc_now()
    audit.record(
        actor, "organisation_result.set", result, before=before, after=after, reason=reason
    )
