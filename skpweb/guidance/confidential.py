"""Konseling kinerja as it is found: only through those named in it (``domain.counselling``)."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload
from sqlalchemy.orm.attributes import set_committed_value

from skpweb.domain import counselling as rules
from skpweb.domain import people
from skpweb.domain.people import Actor
from skpweb.domain.states import CounsellingState
from skpweb.extensions import db
from skpweb.guidance import queries
from skpweb.models import evaluations
from skpweb.models.counselling import Counselling
from skpweb.models.planning import Skp
from skpweb.web import clock


def case(person: Actor, counselling_id: int) -> Counselling | None:
    """One that this person may open. Two queries."""
    query = (
        sa.select(Counselling)
        .where(Counselling.id == counselling_id)
        .options(
            joinedload(Counselling.writer),
            joinedload(Counselling.receiver),
            joinedload(Counselling.counsellor),
        )
        .execution_options(populate_existing=True)
    )
    found = db.session.scalars(query).one_or_none()
    if found is None:
        return None
    set_committed_value(found, "skp", evaluations.dossier(found.skp_id))
    return found if rules.may_see(person, found.parties(clock.today())) else None


def reported(person: Actor, counselling_id: int) -> Counselling | None:
    """One whose report, B.1.10, this person may read."""
    found = case(person, counselling_id)
    may = found is not None and rules.may_see_report(person, found.parties(clock.today()))
    return found if may else None


def subject(person: Actor, skp_id: int) -> Skp | None:
    """A dossier about which this penilai may write a report."""
    found = queries.skp(person, skp_id)
    may = found is not None and people.is_assessor(person, found.parties(clock.today()))
    return found if may else None


def of(person: Actor) -> Sequence[Counselling]:
    """Those in which a person is named and told of, the newest first. One query."""
    employee_id, told = person.employee_id, Counselling.state != CounsellingState.DRAFT
    query = (
        sa.select(Counselling)
        .join(Counselling.skp)
        .where(
            sa.or_(
                Counselling.writer_id == employee_id,
                sa.and_(
                    told,
                    sa.or_(
                        Skp.employee_id == employee_id,
                        Counselling.receiver_id == employee_id,
                        Counselling.counsellor_id == employee_id,
                        Counselling.senior_id == employee_id,
                    ),
                ),
            )
        )
        .options(contains_eager(Counselling.skp).joinedload(Skp.employee))
        .order_by(Counselling.id.desc())
        .limit(100)
    )
    # the atasan of the penilai stands in the record before he is told of it
    found, day = db.session.scalars(query), clock.today()
    return [one for one in found if rules.may_see(person, one.parties(day))]
