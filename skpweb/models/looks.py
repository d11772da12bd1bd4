"""Which SKP a window looks at, and which the evaluation of an SKP looks back at (p.91)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from skpweb.domain.lifecycle import EvaluationState
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Posting
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation


def looks_at(window: Any) -> tuple[sa.ColumnElement[bool], ...]:
    """Which of the SKP a window evaluates: it touches their days, and nobody moved on.

    Needs ``Skp`` and (outer) ``Evaluation`` joined; ``window`` is one, or its table joined.
    What was set before the move was recorded stays.
    """
    return (
        Skp.year_id == window.year_id,
        Skp.starts_on <= window.ends_on,
        Skp.ends_on >= window.starts_on,
        sa.or_(Evaluation.state == EvaluationState.RATED, ~moved_on(window.id)),
    )


def moved_on(window_id: Any) -> sa.ColumnElement[bool]:
    """Whether the Pegawai of an SKP that is over has another post or SKP before a window ends.

    Its evaluation is the new penilai's then, the yearly one as the periodic (p.91 no. 13).
    """
    window, post, skp = aliased(EvaluationWindow), aliased(Posting), aliased(Skp)
    return sa.or_(
        *(
            sa.exists()
            .where(
                window.id == window_id,
                later.employee_id == Skp.employee_id,
                later.starts_on > Skp.ends_on,
                later.starts_on <= window.ends_on,
            )
            .correlate(Skp, Evaluation, EvaluationWindow)
            for later in (post, skp)
        )
    )


def spoken_of(window: EvaluationWindow, *skps: Skp) -> Any:
    """Ids of the SKP that evaluations look back at: the year's also at those of a former
    post, whose feedback and predicates the new penilai considers too (p.91 no. 13, p.101).
    """
    if not window.is_annual:
        return [skp.id for skp in skps]
    every = aliased(Skp)
    return sa.select(every.id).where(
        every.employee_id.in_([skp.employee_id for skp in skps]),
        every.year_id == window.year_id,
    )
