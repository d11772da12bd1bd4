"""Who should fill the journal on which days, and who did: loaded for many people at once.

A fixed number of queries, whether for one person or for thousands.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from skpweb.domain import identity, recap
from skpweb.domain.calendar import WorkWeek
from skpweb.domain.journal import Outage, Rules, lost_days
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.periods import Period, Stretch
from skpweb.domain.recap import Service, Tally
from skpweb.domain.terms import Acting, EmploymentStatus
from skpweb.extensions import db
from skpweb.labels import label
from skpweb.models import absences, presence
from skpweb.models.journal import JournalEntry
from skpweb.models.organisation import Holiday, Office
from skpweb.models.people import Employee, Posting, held_between
from skpweb.models.planning import Skp, SkpVersion

AHEAD = timedelta(days=60)  #: how far holidays are read to know until when a day may be filled
BACK = timedelta(days=45)


@dataclass(frozen=True)
class Calendar:
    """The rules of the office, with the holidays by name."""

    rules: Rules
    names: Mapping[date, str]

    def holidays_in(self, period: Period) -> tuple[tuple[date, str], ...]:
        """The holidays of a period, in order."""
        return tuple((day, self.names[day]) for day in period.days if day in self.names)

    def lost_in(self, period: Period) -> tuple[date, ...]:
        """Its working days on which the application was down."""
        lost, rules = self.rules.lost, self.rules
        return tuple(day for day in period.days if day in lost and rules.is_working_day(day))


@dataclass(frozen=True)
class Member:
    """Somebody with the last post he holds in a period."""

    employee_id: int
    name: str
    nip: str
    position: str
    unit_id: int
    assessor_id: int | None
    service: Service


def calendar(office: Office, period: Period, today: date) -> Calendar:
    """Holidays and outages around a period. Two queries."""
    first, last = min(period.first, today) - BACK, max(period.last, today) + AHEAD
    rows = db.session.execute(
        sa.select(Holiday.day, Holiday.name).where(Holiday.day.between(first, last))
    )
    names = {day: name for day, name in rows}
    zone = ZoneInfo(office.timezone)
    lost = lost_days(_outages(first, zone), office.day_starts_at, office.day_ends_at)
    rules = Rules(today, office.backfill_days, WorkWeek(office.work_days), frozenset(names), lost)
    return Calendar(rules, names)


def members(period: Period, *conditions: Any) -> list[Member]:
    """Whoever holds a post in a period, by name; officials aside. Three queries.

    ``conditions`` narrow the postings that make somebody a member; all of his
    posts are looked at.
    """
    touching = (held_between(period.first, period.last),)
    query = (
        sa.select(*_COLUMNS)
        .join(Posting, Posting.employee_id == Employee.id)
        .where(Employee.status != EmploymentStatus.OFFICIAL, *touching)
        .order_by(Employee.name, Employee.id, Posting.starts_on)
    )
    if conditions:
        chosen = sa.select(Posting.employee_id).where(*touching, *conditions)
        query = query.where(Employee.id.in_(chosen))
    posts: dict[int, list[Any]] = defaultdict(list)
    for row in db.session.execute(query):
        posts[row.id].append(row)
    away, plans = _absences(list(posts), period), _plans(list(posts), period)
    return [_member(rows, plans[key], away[key]) for key, rows in posts.items()]


_COLUMNS = (
    Employee.id, Employee.front_title, Employee.name, Employee.back_title, Employee.nip,
    Employee.contract_starts_on, Employee.contract_ends_on, Employee.left_on,
    Posting.unit_id, Posting.assessor_id, Posting.position_name, Posting.acting,
    Posting.starts_on, Posting.ends_on,
)  # fmt: skip


def written_days(people: Collection[int], period: Period) -> dict[int, set[date]]:
    """Days with an entry that fills them, by person. One query.

    Read through the SKP of the period, as the index of the entries wants it: asked for
    states it should have, the database would rather read all entries of those states.
    """
    query = (
        sa.select(Skp.employee_id, JournalEntry.day)
        .join(JournalEntry, JournalEntry.skp_id == Skp.id)
        .where(
            Skp.employee_id.in_(people),
            Skp.starts_on <= period.last,
            Skp.ends_on >= period.first,
            JournalEntry.day.between(period.first, period.last),
            JournalEntry.state.not_in(set(EntryState) - recap.FILLS),
        )
        .group_by(Skp.employee_id, JournalEntry.day)
    )
    found: dict[int, set[date]] = defaultdict(set)
    for employee_id, day in db.session.execute(query):
        found[employee_id].add(day)
    return found


def tallies(
    people: Sequence[Member], period: Period, rules: Rules, written: Mapping[int, set[date]]
) -> dict[int, Tally]:
    """The days of each, counted and filled; the rule is asked once for equal people."""
    known: dict[Service, Tally] = {}
    found = {}
    for one in people:
        if one.service not in known:
            known[one.service] = recap.tally(period, one.service, rules)
        days = frozenset(written.get(one.employee_id, ()))
        found[one.employee_id] = replace(known[one.service], written=days)
    return found


def _member(
    rows: list[Any], plans: tuple[Stretch, ...], away: tuple[tuple[Any, Stretch], ...]
) -> Member:
    last = rows[-1]
    return Member(
        employee_id=last.id,
        name=identity.full_name(last.front_title, last.name, last.back_title),
        nip=last.nip or "",
        position=_title(last.acting, last.position_name),
        unit_id=last.unit_id,
        assessor_id=last.assessor_id,
        service=Service(
            posts=tuple(Stretch(row.starts_on, row.ends_on) for row in rows),
            plans=plans,
            absences=away,
            contract=Stretch(last.contract_starts_on, last.contract_ends_on),
            left_on=last.left_on,
        ),
    )


def _title(acting: Acting, name: str) -> str:
    return name if acting is Acting.DEFINITIVE else f"{label(acting)} {name}"


def _absences(people: list[int], period: Period) -> dict[int, tuple[tuple[Any, Stretch], ...]]:
    found: dict[int, tuple[tuple[Any, Stretch], ...]] = defaultdict(tuple)
    for one in absences.of(people, period.first, period.last):
        found[one.employee_id] += ((one.kind, Stretch(one.starts_on, one.ends_on)),)
    return found


def _plans(people: list[int], period: Period) -> dict[int, tuple[Stretch, ...]]:
    """Periods of the SKP from the day of their first approval on: nobody could write before."""
    query = (
        sa.select(Skp.employee_id, Skp.starts_on, Skp.ends_on, sa.func.min(SkpVersion.signed_on))
        .join(SkpVersion, SkpVersion.skp_id == Skp.id)
        .where(
            Skp.employee_id.in_(people),
            Skp.starts_on <= period.last,
            Skp.ends_on >= period.first,
            SkpVersion.approved_at.is_not(None),
        )
        .group_by(Skp.id, Skp.employee_id, Skp.starts_on, Skp.ends_on)
        .order_by(Skp.starts_on)
    )
    found: dict[int, tuple[Stretch, ...]] = defaultdict(tuple)
    for employee_id, starts_on, ends_on, signed_on in db.session.execute(query):
        found[employee_id] += (Stretch(max(starts_on, signed_on or starts_on), ends_on),)
    return found


def _outages(first: date, zone: ZoneInfo) -> list[Outage]:
    since = datetime.combine(first, time(), UTC)
    rows = db.session.execute(
        sa.select(presence.Outage.starts_at, presence.Outage.ends_at).where(
            presence.Outage.ends_at >= since
        )
    )
    return [
        Outage(*(moment.astimezone(zone).replace(tzinfo=None) for moment in row)) for row in rows
    ]
