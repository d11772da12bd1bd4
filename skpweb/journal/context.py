"""What surrounds a journal entry: the office's rules, and a person's own days.

``around`` answers for one day; ``surroundings`` loads a span of days once, for
pages and imports that look at many.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import sqlalchemy as sa
from flask import g

from skpweb.domain.calendar import WorkWeek
from skpweb.domain.journal import Context, Needs, Outage, Rules, Span, lost_days
from skpweb.domain.lifecycle import EntryState, SkpState
from skpweb.extensions import db
from skpweb.journal.offers import Offer, offer
from skpweb.journal.queries import entries
from skpweb.labels import label
from skpweb.models import presence
from skpweb.models.base import UtcDateTime
from skpweb.models.journal import JournalEntry
from skpweb.models.organisation import Holiday
from skpweb.models.planning import Skp, SkpVersion
from skpweb.web import clock

LOOKS_BACK = timedelta(days=400)  #: no deadline of the journal is longer
LOOKS_AHEAD = timedelta(days=60)


@dataclass
class Surroundings:
    """A person's days from one date to another, loaded once."""

    rules: Rules
    skps: Sequence[Skp]  # in force, ever
    away: Sequence[presence.Absence]
    entries: list[JournalEntry]
    offers: dict[int, Offer] = field(default_factory=dict)

    def skp(self, day: date) -> Skp | None:
        """The SKP in force on a day."""
        return next((skp for skp in self.skps if skp.starts_on <= day <= skp.ends_on), None)

    def offer(self, skp_id: int) -> Offer:
        """What an entry of an SKP may belong to; two queries the first time."""
        if skp_id not in self.offers:
            self.offers[skp_id] = offer(skp_id)
        return self.offers[skp_id]

    def offer_on(self, day: date) -> Offer:
        """What an entry of a day may belong to; nothing without an SKP."""
        skp = self.skp(day)
        return self.offer(skp.id) if skp is not None else Offer((), {})

    def add(self, entry: JournalEntry) -> None:
        """Let a new entry count for those written after it."""
        self.entries.append(entry)

    def absence(self, day: date) -> str:
        """Why the person is away on a day, in words; empty if at work."""
        found = (one for one in self.away if one.starts_on <= day <= one.ends_on)
        return next((label(one.kind) for one in found), "")

    def on(self, day: date, but: int | None = None) -> Context:
        """What surrounds an entry of a day; ``but`` is the entry that is being changed.

        What somebody else wrote and the owner has not confirmed takes no hours of his day.
        """
        skp = self.skp(day)
        same = [entry for entry in self.entries if entry.day == day]
        return Context(
            self.rules,
            period=(skp.starts_on, skp.ends_on) if skp else None,
            absence=self.absence(day),
            holiday=self.rules.holidays.get(day, ""),
            others=[
                Span(one.starts_at, one.ends_at) for one in same
                if one.id != but and one.state is not EntryState.UNCONFIRMED
            ],
            is_stored=any(one.id == but for one in same),
        )  # fmt: skip


def around(employee_id: int, day: date, but_entry_id: int | None = None) -> Context:
    """What surrounds an entry of ``day``, the changed entry itself left out."""
    return surroundings(employee_id, day, day).on(day, but_entry_id)


def surroundings(employee_id: int, first: date, last: date) -> Surroundings:
    """A person's days from ``first`` to ``last``. Four queries."""
    skps, away = _person(employee_id, first, last)
    return Surroundings(rules(), skps, away, list(entries(employee_id, first, last)))


def _person(employee_id: int, first: date, last: date) -> tuple[list[Skp], list[presence.Absence]]:
    """A person's SKP with an approved version, the newest first, and the absences of some days.

    In one query, as pages of the journal have none to spare.
    """
    away = presence.Absence
    rows = db.session.execute(
        sa.select(Skp, away)
        .outerjoin(
            away,
            sa.and_(
                away.employee_id == Skp.employee_id,
                away.starts_on <= last,
                away.ends_on >= first,
            ),
        )
        .where(Skp.employee_id == employee_id, _is_in_force())
        .order_by(Skp.starts_on.desc(), away.starts_on)
    ).all()
    skps = dict.fromkeys(skp for skp, _ in rows)
    return list(skps), list(dict.fromkeys(one for _, one in rows if one is not None))


def skps_in_force(employee_id: int) -> Sequence[Skp]:
    """A person's SKP with an approved version, the newest first. One query."""
    query = sa.select(Skp).where(Skp.employee_id == employee_id, _is_in_force())
    return db.session.scalars(query.order_by(Skp.starts_on.desc())).all()


def _is_in_force() -> sa.ColumnElement[bool]:
    return Skp.versions.any(SkpVersion.state == SkpState.APPROVED)


def rules() -> Rules:
    """The office's working week, holidays, deadline and lost days. One query."""
    today = clock.today()
    holidays, outages = _calendar(today - LOOKS_BACK, today + LOOKS_AHEAD)
    return Rules(
        today=today,
        backfill_days=g.office.backfill_days,
        week=WorkWeek(g.office.work_days),
        holidays=holidays,
        lost=lost_days(outages, g.office.day_starts_at, g.office.day_ends_at),
    )


def needs() -> Needs:
    """What this office asks of an entry."""
    office = g.office
    return Needs(
        office.requires_step,
        office.requires_times,
        office.requires_realisation,
        office.requires_evidence,
    )


def _calendar(first: date, last: date) -> tuple[Mapping[date, str], list[Outage]]:
    """Holidays and outages in one query, so that every page can afford both."""
    nothing, moment = sa.null(), sa.cast(sa.null(), UtcDateTime())
    rows = db.session.execute(
        sa.union_all(
            sa.select(
                Holiday.day, Holiday.name, moment.label("down"), moment.label("up")
            ).where(Holiday.day.between(first, last)),
            sa.select(
                sa.cast(nothing, sa.Date), sa.cast(nothing, sa.String),
                presence.Outage.starts_at, presence.Outage.ends_at,
            ).where(presence.Outage.ends_at >= datetime.combine(first, time(), UTC)),
        )
    ).all()  # fmt: skip
    holidays = {row.day: row.name for row in rows if row.day is not None}
    return holidays, [_local(row.down, row.up) for row in rows if row.down is not None]


def _local(down: datetime, up: datetime) -> Outage:
    """An outage in the office's own time."""
    return Outage(*(clock.local(moment).replace(tzinfo=None) for moment in (down, up)))
