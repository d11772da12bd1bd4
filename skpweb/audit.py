"""The append-only audit trail: every decision is a row in a hash chain.

``verify`` finds any changed, removed or inserted row, with its number.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import Any, Protocol

import sqlalchemy as sa

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent, AuditHead
from skpweb.models.base import utc_now

FIRST_HASH = "0" * 64


class Witness(Protocol):
    """Who acts, as the trail remembers him."""

    account_id: int | None
    display_name: str
    capacity: str
    address: str


def record(
    actor: Witness,
    action: str,
    subject: Any = None,
    *,
    before: Any = None,
    after: Any = None,
    reason: str = "",
    owner_id: int | None = None,
    capacity: str = "",
) -> None:
    """Append one event inside the caller's transaction.

    ``action`` is "kind.verb"; ``subject`` a flushed or unflushed model row;
    ``owner_id`` the employee whose data it concerns; ``capacity`` in which the
    actor does it, where it is not his own post (Plh.). Secrets and private
    notes must not be in ``before``/``after``.
    """
    db.session.flush()
    event = AuditEvent(
        action=action,
        subject_kind=subject.__tablename__ if subject is not None else "",
        subject_id=subject.id if subject is not None else None,
        owner_id=owner_id,
        before=before,
        after=after,
        reason=reason,
    )
    _append(event, actor, capacity[:200] or actor.capacity)


def _append(event: AuditEvent, actor: Witness, capacity: str) -> None:
    """Put an event behind the newest one: who, when, and its place in the chain."""
    head = _locked_head()
    event.number, event.previous_hash = head.number + 1, head.hash
    event.at = utc_now().replace(microsecond=0)
    event.account_id, event.actor_name = actor.account_id, actor.display_name
    event.capacity, event.address = capacity, actor.address
    event.hash = digest(event)
    db.session.add(event)
    head.number, head.hash = event.number, event.hash


def digest(event: AuditEvent) -> str:
    """SHA-256 over everything the event says, the previous hash included."""
    content = {
        column.key: _plain(getattr(event, column.key))
        for column in sa.inspect(AuditEvent).column_attrs
        if column.key != "hash"
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def verify() -> int | None:
    """Number of the first event that does not fit the chain; None when all fit."""
    previous, expected = FIRST_HASH, 1
    for event in _events():
        if event.number != expected:
            return expected
        if event.previous_hash != previous or event.hash != digest(event):
            return event.number
        previous, expected = event.hash, expected + 1
    head = db.session.execute(sa.select(AuditHead)).scalar_one_or_none()
    if head is not None and (head.number, head.hash) != (expected - 1, previous):
        return expected
    return None


def _events() -> Iterator[AuditEvent]:
    query = sa.select(AuditEvent).order_by(AuditEvent.number).execution_options(yield_per=500)
    with closing(db.session.scalars(query)) as events:  # also when the reader stops early
        yield from events


def _locked_head() -> AuditHead:
    """The head row, locked (SQLite: the writing transaction is the lock)."""
    head = db.session.execute(sa.select(AuditHead).with_for_update()).scalar_one_or_none()
    if head is None:
        head = AuditHead(id=1, number=0, hash=FIRST_HASH)
        db.session.add(head)
    return head


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
