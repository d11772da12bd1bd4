"""What the pages about the audit trail load."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from flask_sqlalchemy.pagination import Pagination

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.people import Employee

PAGE = 25
#: records of the office itself: their contents may be shown to the technical admin
OFFICE_KINDS = frozenset(
    {"unit", "employee", "posting", "account", "office", "holiday", "import_batch",
     "performance_year", "evaluation_window"}
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """The filters of the list."""

    since: date | None = None
    until: date | None = None
    actor: str = ""
    kind: str = ""


def found(asked: Asked, zone: str, page: int) -> Pagination:
    """A page of events, the newest first."""
    return db.paginate(
        _query(asked, zone), page=max(page, 1), per_page=PAGE, error_out=False, max_per_page=PAGE
    )


def every(asked: Asked, zone: str) -> Iterator[AuditEvent]:
    """All events that fit, in portions."""
    yield from db.session.scalars(_query(asked, zone).execution_options(yield_per=500))


def kinds() -> list[str]:
    """The kinds of actions that occur: what stands before the dot."""
    actions = db.session.scalars(sa.select(AuditEvent.action).distinct())
    return sorted({action.partition(".")[0] for action in actions})


def names(ids: set[int | None]) -> dict[int, str]:
    """Names of the employees whose data events concern."""
    query = sa.select(Employee.id, Employee.name).where(Employee.id.in_(ids - {None}))
    return dict(db.session.execute(query).all())


def may_show(person: Any, event: AuditEvent) -> bool:
    """Whether before and after may be shown: to the team all, to the admin the office's only."""
    return person.is_team or event.subject_kind in OFFICE_KINDS


def _query(asked: Asked, zone: str) -> Any:
    query = sa.select(AuditEvent).order_by(AuditEvent.number.desc())
    if asked.since:
        query = query.where(AuditEvent.at >= _start(asked.since, zone))
    if asked.until:
        query = query.where(AuditEvent.at < _start(asked.until + timedelta(days=1), zone))
    if asked.actor:
        query = query.where(AuditEvent.actor_name.icontains(asked.actor, autoescape=True))
    if asked.kind:
        query = query.where(AuditEvent.action.startswith(f"{asked.kind}.", autoescape=True))
    return query


def _start(day: date, zone: str) -> datetime:
    return datetime.combine(day, time.min, ZoneInfo(zone))
