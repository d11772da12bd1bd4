"""Whose records are whose to decide, as conditions of a query."""

from datetime import date

import sqlalchemy as sa

from skpweb.domain.people import Actor
from skpweb.models.people import Posting
from skpweb.models.planning import Skp


def in_charge(person: Actor, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Conditions on a joined posting: its penilai on ``day`` is the person."""
    on = sa.case((Skp.ends_on < day, Skp.ends_on), else_=sa.literal(day, sa.Date))
    return (
        Posting.assessor_id == person.employee_id,
        Posting.starts_on <= on,
        sa.or_(Posting.ends_on.is_(None), Posting.ends_on >= on),
    )
