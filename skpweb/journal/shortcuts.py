"""What spares typing on a day: the last day's entries, favourites, patterns of the weekday."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa
from flask import request
from flask_login import current_user
from sqlalchemy.orm import joinedload

from skpweb.domain.lifecycle import Refused
from skpweb.domain.people import Actor
from skpweb.domain.terms import Duty, EntrySource
from skpweb.extensions import db
from skpweb.journal import context, writing
from skpweb.journal.context import Surroundings
from skpweb.journal.forms import EntryForm, place_of, values
from skpweb.journal.writing import Work
from skpweb.models.journal import JournalEntry
from skpweb.models.planning import Skp
from skpweb.models.shortcuts import EntryPattern

MOST_PATTERNS = 60  #: favourites of one person
LOOKS_BACK = timedelta(days=21)  #: in which the last day with entries is looked for


@dataclass(frozen=True)
class Shortcuts:
    """What a day offers; ``weekly`` are the weekday's patterns that it does not hold yet."""

    last: Sequence[JournalEntry]
    weekly: Sequence[EntryPattern]
    favourites: Sequence[EntryPattern]

    @property
    def last_day(self) -> date | None:
        """The last day with entries before this one."""
        return self.last[0].day if self.last else None


def of(person: Actor, on: date, known: Sequence[JournalEntry]) -> Shortcuts:
    """The shortcuts of a day; ``known`` are my entries of it and of the weeks before. One query."""
    there = {entry.activity for entry in known if entry.day == on}
    newest = max((entry.day for entry in known if entry.day < on), default=None)
    last = [entry for entry in known if entry.day == newest and entry.activity not in there]
    mine = patterns(person)
    weekly = [one for one in mine if is_on(one, on) and one.activity not in there]
    return Shortcuts(last, weekly, mine)


def filled(form: EntryForm, favourites: Sequence[EntryPattern]) -> EntryForm:
    """The day's form with the favourite in it that the address asks for, if any."""
    number = request.args.get("pattern", "")
    chosen = next((one for one in favourites if str(one.id) == number), None)
    if chosen is None:
        return form
    for name in ("activity", "starts_at", "ends_at", "realisation", "unit"):
        form[name].process_data(getattr(chosen, name))
    if place_of(chosen) in values(form.step.choices):
        form.step.data = place_of(chosen)
    return form


def is_on(pattern: EntryPattern, day: date) -> bool:
    """Whether the pattern is offered on the weekday of a day."""
    return bool(pattern.weekdays >> day.weekday() & 1)


def patterns(person: Actor) -> Sequence[EntryPattern]:
    """My favourites by their text. One query."""
    return db.session.scalars(
        sa.select(EntryPattern)
        .where(EntryPattern.employee_id == person.employee_id)
        .options(joinedload(EntryPattern.step))
        .order_by(EntryPattern.activity, EntryPattern.id)
    ).all()


def chosen(person: Actor, ids: Collection[int]) -> Sequence[JournalEntry]:
    """Those of my entries that have one of these ids, in order."""
    return db.session.scalars(
        sa.select(JournalEntry)
        .join(JournalEntry.skp)
        .where(Skp.employee_id == person.employee_id, JournalEntry.id.in_(ids))
        .order_by(JournalEntry.starts_at, JournalEntry.id)
    ).all()


@dataclass
class Copied:
    """How many copies were saved, and what stood against the others."""

    saved: list[JournalEntry]
    refused: list[tuple[Work, str]]


def copy(sources: Iterable[JournalEntry | EntryPattern], days: Sequence[date]) -> Copied:
    """Write each of mine again on each day; what the journal refuses stops nothing else."""
    me = current_user.employee_id
    known = context.surroundings(me, min(days), max(days))
    done = Copied([], [])
    for source in sources:
        for day in days:
            work = again(source, day, known)
            try:
                kept = writing.keep(work, me, source=EntrySource.COPIED, known=known)
                done.saved.append(kept.entry)
            except Refused as problem:
                done.refused.append((work, str(problem)))
    return done


def again(source: JournalEntry | EntryPattern, day: date, known: Surroundings) -> Work:
    """The same work on another day: without evidence, and realised only as a pattern says.

    A rencana aksi or RHK that is not of that day's SKP any more is left out.
    """
    skp = known.skp(day)
    offer = known.offer(skp.id) if skp is not None else None
    steps = [step.id for step in offer.steps] if offer else []
    has_step = source.step_id in steps
    has_rhk = not has_step and bool(offer) and source.rhk_key in offer.rhks
    is_planned = source.duty is Duty.PLANNED
    return Work(
        day=day,
        activity=source.activity,
        step_id=source.step_id if has_step else None,
        rhk_key=source.rhk_key if has_rhk else "",
        duty=Duty.OTHER if is_planned and not (has_step or has_rhk) else source.duty,
        starts_at=source.starts_at,
        ends_at=source.ends_at,
        realisation=source.realisation if isinstance(source, EntryPattern) else None,
        unit=source.unit,
    )
