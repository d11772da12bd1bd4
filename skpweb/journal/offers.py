"""What a journal entry may belong to: the rencana aksi and RHK of its SKP."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from skpweb.domain.lifecycle import SkpState
from skpweb.extensions import db
from skpweb.models.journal import ActionStep
from skpweb.models.planning import Rhk, SkpVersion


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
    """What an entry of the SKP may belong to. Two queries."""
    steps = db.session.scalars(
        sa.select(ActionStep)
        .where(ActionStep.skp_id == skp_id)
        .order_by(ActionStep.order, ActionStep.id)
    ).all()
    rhks = db.session.execute(
        sa.select(Rhk.key, Rhk.statement)
        .join(Rhk.version)
        .where(SkpVersion.skp_id == skp_id, SkpVersion.state == SkpState.APPROVED)
        .order_by(Rhk.order, Rhk.id)
    )
    return Offer(steps, {key: statement for key, statement in rhks})
