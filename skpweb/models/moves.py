"""The one verb that changes a state."""

from datetime import date
from typing import Any

from skpweb import audit
from skpweb.domain import lifecycle
from skpweb.domain.lifecycle import Action
from skpweb.models.base import utc_now


def move(
    record: Any, action: Action, actor: Any, day: date, *, reason: str = "", after: Any = None
) -> None:
    """Change the state of ``record`` as its table of moves says, and log it.

    Raises ``lifecycle.Refused`` (with the reason in Indonesian) and then
    changes nothing. ``after`` is what the audit trail shall remember beside
    the new state. The caller commits.
    """
    row = lifecycle.advance(record.moves, action, actor, record, day, reason)
    before = record.state
    record.state = row.to
    if row.stamps:
        setattr(record, row.stamps, utc_now())
    if row.clears:
        setattr(record, row.clears, None)
    audit.record(
        actor,
        f"{record.kind}.{action.value}",
        record,
        before={"state": before.value},
        after={"state": row.to.value} | (after or {}),
        reason=reason,
        owner_id=record.parties(day).owner_id,
    )
