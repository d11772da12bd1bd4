"""What waits for my decision."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from skpweb.domain.lifecycle import EntryState, EvaluationState, SkpState
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.journal import JournalEntry
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.review import Evaluation
from skpweb.review.queries.charge import in_charge
from skpweb.web import clock


def submitted_skp(person: Actor) -> Sequence[SkpVersion]:
    """SKP and revisions that wait for my decision, the oldest first."""
    query = (
        sa.select(SkpVersion)
        .join(SkpVersion.skp)
        .join(Skp.employee)
        .join(Posting, Posting.employee_id == Employee.id)
        .options(contains_eager(SkpVersion.skp).contains_eager(Skp.employee))
        .where(SkpVersion.state == SkpState.SUBMITTED, *in_charge(person, clock.today()))
        .order_by(SkpVersion.submitted_at)
    )
    return db.session.scalars(query).unique().all()


def waiting_entries(person: Actor) -> int:
    """How many journal entries wait for my decision."""
    query = (
        sa.select(sa.func.count(sa.distinct(JournalEntry.id)))
        .join(JournalEntry.skp)
        .join(Posting, Posting.employee_id == Skp.employee_id)
        .where(JournalEntry.state == EntryState.SUBMITTED, *in_charge(person, clock.today()))
    )
    return db.session.scalar(query) or 0


def reported_evaluations(person: Actor) -> Sequence[Evaluation]:
    """Evaluations whose owner has reported and which I have to rate."""
    query = (
        sa.select(Evaluation)
        .join(Evaluation.skp)
        .join(Skp.employee)
        .join(Evaluation.window)
        .join(Posting, Posting.employee_id == Employee.id)
        .options(
            contains_eager(Evaluation.skp).contains_eager(Skp.employee),
            contains_eager(Evaluation.window),
        )
        .where(Evaluation.state == EvaluationState.REPORTED, *in_charge(person, clock.today()))
        .order_by(Evaluation.reported_at)
    )
    return db.session.scalars(query).unique().all()
