"""Whose records are whose to decide, as conditions of a query on a joined posting."""

from datetime import date

import sqlalchemy as sa

from skpweb.domain.people import Actor
from skpweb.models.people import Posting
from skpweb.models.planning import Skp


def in_charge(person: Actor, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Its penilai on ``day`` is the person: for SKP and evaluations."""
    return Posting.assessor_id == person.employee_id, *_held_on(day)


def may_decide(person: Actor, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """The person is its penilai or stands in for him: for the journal and rencana aksi."""
    return (
        Posting.assessor_id.in_([person.employee_id, *person.stands_in_for]),
        Skp.employee_id != person.employee_id,
        *_held_on(day),
    )


def is_senior(person: Actor, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Its atasan penilai on ``day`` is the person: for objections."""
    return Posting.senior_assessor_id == person.employee_id, *_held_on(day)


def _held_on(day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """The posting of ``day``; after the end of an SKP, of its last day."""
    on = sa.case((Skp.ends_on < day, Skp.ends_on), else_=sa.literal(day, sa.Date))
    return Posting.starts_on <= on, sa.or_(Posting.ends_on.is_(None), Posting.ends_on >= on)
