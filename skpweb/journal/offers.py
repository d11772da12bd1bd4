"""What a journal entry may belong to: the rencana aksi and RHK of its SKP."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

from skpweb.domain.lifecycle import SkpState
from skpweb.extensions import db
from skpweb.models.journal import ActionStep
from skpweb.models.planning import Rhk, SkpVersion

STEP, RHK = "step", "rhk"


@dataclass(frozen=True)
class Offer:
    """The rencana aksi of an SKP (archived ones too) and the RHK in force, in order."""

    all_steps: Sequence[ActionStep]
    rhks: Mapping[str, str]  # key: statement

    @property
    def steps(self) -> list[ActionStep]:
        """Those in use."""
        return [step for step in self.all_steps if step.archived_at is None]

    @property
    def units(self) -> dict[int, str]:
        """The unit of each step."""
        return {step.id: step.unit for step in self.all_steps}


def offer(skp_id: int) -> Offer:
    """What an entry of the SKP may belong to. One query.

    Steps and RHK have nothing in common to be joined by: each kind hangs on a row of its
    own, so that a row of the answer holds a step or an RHK, never both.
    """
    rows = db.session.execute(_query(), {"skp_id": skp_id}).all()
    steps = [step for step, *_ in rows if step is not None]
    return Offer(steps, {key: statement for _, key, statement in rows if key is not None})


@cache
def _query() -> sa.Select[Any]:
    skp_id = sa.bindparam("skp_id", type_=sa.Integer)
    kinds = (sa.select(sa.literal(one).label("name")) for one in (STEP, RHK))
    kind = sa.union_all(*kinds).subquery()
    in_force = sa.and_(SkpVersion.skp_id == skp_id, SkpVersion.state == SkpState.APPROVED)
    return (
        sa.select(ActionStep, Rhk.key, Rhk.statement)
        .select_from(kind)
        .outerjoin(ActionStep, sa.and_(kind.c.name == STEP, ActionStep.skp_id == skp_id))
        .outerjoin(SkpVersion, sa.and_(kind.c.name == RHK, in_force))
        .outerjoin(Rhk, Rhk.version_ref == SkpVersion.id)
        .order_by(ActionStep.order, ActionStep.id, Rhk.order, Rhk.id)
    )
