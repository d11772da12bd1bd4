"""Whose records are whose to decide, as conditions of a query on a joined posting."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from skpweb.domain.people import Actor
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Posting, held_between
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation
from skpweb.office.clocks import held_on, within


def in_charge(person: Actor, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Its penilai on ``day`` is the person: for SKP and evaluations."""
    return Posting.assessor_id == person.employee_id, held_on(day)


def signed(person: Actor) -> tuple[sa.ColumnElement[bool], ...]:
    """The person is the penilai who signed an evaluation, also after he was replaced."""
    return rates(person, Evaluation.signed_on)


def has_signed(person: Actor) -> sa.ColumnElement[bool]:
    """The same as a condition of its own, whichever posting is joined. Needs ``Skp`` joined."""
    at = aliased(Posting)
    is_penilai = rates(person, Evaluation.signed_on, post=at)
    return (
        sa.exists().where(at.employee_id == Skp.employee_id, *is_penilai)
        .correlate(Skp, Evaluation)
    )  # fmt: skip


def rates(
    person: Actor, day: Any, window_id: Any = None, post: Any = Posting
) -> tuple[sa.ColumnElement[bool], ...]:
    """The person is the penilai of an evaluation's window, as ``domain.charge`` says.

    Needs ``Posting`` joined; the window is that of ``Evaluation`` unless named.
    """
    window = Evaluation.window_id if window_id is None else window_id
    mine = post.assessor_id == person.employee_id
    former, kept = _kept(day, window, post)
    by_me = kept.where(former.assessor_id == person.employee_id)
    is_mine = sa.or_(sa.and_(mine, ~kept.exists()), by_me.exists())
    return _ever_mine(person, post), is_mine, held_on(day, post)


def _ever_mine(person: Actor, post: Any) -> sa.ColumnElement[bool]:
    """Posts of those who ever had the person as penilai: found by index, whatever else is asked."""
    former = aliased(Posting)
    query = sa.select(former.employee_id).where(former.assessor_id == person.employee_id)
    is_in: sa.ColumnElement[bool] = post.employee_id.in_(query)
    return is_in


def _kept(day: Any, window_id: Any, post: Any) -> tuple[Any, Any]:
    """The owner's former post whose penilai moved while the window was open."""
    former, window = aliased(Posting), aliased(EvaluationWindow)
    query = sa.select(former.id).where(
        window.id == window_id,
        window.number != 0,  # the yearly one follows whoever is there at the end
        former.employee_id == post.employee_id,
        former.unit_id == post.unit_id,
        former.position_name == post.position_name,
        former.acting == post.acting,
        former.starts_on <= window.opens_on,
        former.ends_on >= window.opens_on,
        former.ends_on < window.closes_on,
        former.ends_on < within(day),
        former.assessor_absent.is_(False),
    )
    return former, query.correlate(post, Evaluation, Skp)


def may_decide(person: Actor, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """The person is its penilai or stands in for him: for the journal and rencana aksi."""
    return (
        Posting.assessor_id.in_([person.employee_id, *person.stands_in_for]),
        Skp.employee_id != person.employee_id,
        held_on(day),
    )


def above(person: Actor, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """The person is the atasan of whoever signed, also where he took that one's place since."""
    at, on = aliased(Posting), within(Evaluation.signed_on)
    took_over = sa.exists().where(
        at.employee_id == Posting.employee_id,
        at.senior_assessor_id == Posting.assessor_id,
        held_between(on, on, at),
    ).correlate(Posting, Evaluation, Skp)  # fmt: skip
    mine = sa.case((took_over, Posting.assessor_id), else_=Posting.senior_assessor_id)
    known = Posting.assessor_id, Posting.senior_assessor_id  # found by index
    either = sa.or_(*(one == person.employee_id for one in known))
    return either, mine == person.employee_id, held_on(day)


def is_senior(person: Actor, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Its atasan penilai on ``day`` is the person: for objections."""
    return Posting.senior_assessor_id == person.employee_id, held_on(day)
