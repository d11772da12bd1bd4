"""What the pages of pembinaan load, found through the person who asks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload
from sqlalchemy.orm.attributes import set_committed_value

from skpweb.domain import guidance as rules
from skpweb.domain.feedback import Competence
from skpweb.domain.guidance_forms import PaperKind
from skpweb.domain.people import Actor
from skpweb.domain.states import GuidanceState, PaperState
from skpweb.extensions import db
from skpweb.models import evaluations, guidances
from skpweb.models.feedback import Feedback, FeedbackTag
from skpweb.models.guidance import Development, Guidance, GuidancePaper
from skpweb.models.people import Employee, Posting, held_between
from skpweb.models.planning import Skp
from skpweb.office.clocks import held_on
from skpweb.web import clock


def skp(person: Actor, skp_id: int) -> Skp | None:
    """A dossier with its parties, once it was agreed."""
    found = evaluations.dossier(skp_id)
    return found if found is not None and found.in_force is not None else None


def record(person: Actor, guidance_id: int) -> Guidance | None:
    """A coaching or mentoring with its dossier, who guides, and its papers. Two queries."""
    return guidances.record(guidance_id)


def paper(person: Actor, guidance_id: int, paper: str) -> GuidancePaper | None:
    """B.1.8 or B.1.9 of a signed bimbingan that this person may open.

    A fresh one, not stored, before it is begun.
    """
    found = record(person, guidance_id)
    if found is None or found.state is not GuidanceState.SIGNED:
        return None
    kind = PaperKind(paper)
    one = found.paper(kind) or fresh(found, kind)
    return one if rules.MAY_OPEN[kind](person, one.parties(clock.today())) else None


def fresh(found: Guidance, kind: PaperKind) -> GuidancePaper:
    """An empty paper."""
    made = GuidancePaper(
        guidance_id=found.id, kind_of=kind, state=PaperState.DRAFT, body={}, version_id=1
    )
    set_committed_value(made, "guidance", found)
    return made


def development(person: Actor, development_id: int) -> Development | None:
    """A training with its dossier. Two queries."""
    found = db.session.get(Development, development_id)
    if found is not None:
        set_committed_value(found, "skp", evaluations.dossier(found.skp_id))
    return found


def guidance_of(employee_id: int | None) -> Sequence[Guidance]:
    """The bimbingan of a person over all SKP, the newest first. One query."""
    return _guidance(Skp.employee_id == employee_id)


def guided_by(employee_id: int | None) -> Sequence[Guidance]:
    """The bimbingan that a person gives to others. One query."""
    return _guidance(Guidance.guide_id == employee_id)


def handed_to(employee_id: Any, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Signed B.1.8 for the atasan of the pimpinan, who did not guide himself (p.83 g)."""
    stands_above = sa.exists().where(
        Posting.employee_id == Skp.employee_id,
        Posting.senior_assessor_id == employee_id,
        held_on(day),
    )
    return (
        GuidancePaper.kind_of == PaperKind.FEEDBACK,
        GuidancePaper.state == PaperState.SIGNED,
        Guidance.guide_id != employee_id,
        Skp.employee_id != employee_id,
        stands_above,
    )


def said_to(employee_id: int | None) -> Sequence[GuidancePaper]:
    """Those B.1.8, the newest first. One query."""
    query = (
        sa.select(GuidancePaper)
        .join(GuidancePaper.guidance)
        .join(Guidance.skp)
        .where(*handed_to(employee_id, clock.today()))
        .options(
            contains_eager(GuidancePaper.guidance)
            .contains_eager(Guidance.skp)
            .joinedload(Skp.employee)
        )
        .order_by(GuidancePaper.signed_on.desc(), GuidancePaper.id.desc())
        .limit(50)
    )
    return db.session.scalars(query).all()


def developments_of(employee_id: int | None) -> Sequence[Development]:
    """The trainings of a person over all SKP, the newest first. One query."""
    query = (
        sa.select(Development)
        .join(Development.skp)
        .where(Skp.employee_id == employee_id)
        .options(contains_eager(Development.skp))
        .order_by(
            sa.func.coalesce(Development.done_on, Development.starts_on).desc(),
            Development.id.desc(),
        )
        .limit(200)
    )
    return db.session.scalars(query).all()


def needs_of(employee_id: int | None) -> Sequence[tuple[Competence, int]]:
    """Competences that umpan balik says a person should develop, the most named first."""
    count = sa.func.count().label("count")
    query = (
        sa.select(FeedbackTag.competence, count)
        .join(Feedback, Feedback.id == FeedbackTag.feedback_id)
        .join(Feedback.skp)
        .where(Skp.employee_id == employee_id, Feedback.withdrawn_at.is_(None))
        .group_by(FeedbackTag.competence)
        .order_by(count.desc(), FeedbackTag.competence)
    )
    return [(row[0], row[1]) for row in db.session.execute(query)]


def assessed_by(employee_id: int | None) -> Sequence[Skp]:
    """The running SKP of those whom a person assesses today. One query."""
    day = clock.today()
    query = (
        sa.select(Skp)
        .join(Skp.employee)
        .join(Posting, Posting.employee_id == Skp.employee_id)
        .options(contains_eager(Skp.employee), joinedload(Skp.posting), joinedload(Skp.versions))
        .where(
            Posting.assessor_id == employee_id,
            held_between(day, day),
            Skp.starts_on <= day,
            Skp.ends_on >= day,
        )
        .order_by(Employee.name)
    )
    found = db.session.scalars(query).unique()
    return [skp for skp in found if skp.in_force is not None]


def running_skp(employee_id: int | None) -> Skp | None:
    """A person's own SKP of today that is agreed. One query."""
    day = clock.today()
    query = (
        sa.select(Skp)
        .options(joinedload(Skp.versions))
        .where(Skp.employee_id == employee_id, Skp.starts_on <= day, Skp.ends_on >= day)
        .order_by(Skp.starts_on.desc())
    )
    found = db.session.scalars(query).unique()
    return next((skp for skp in found if skp.in_force is not None), None)


def _guidance(condition: Any) -> Sequence[Guidance]:
    query = (
        sa.select(Guidance)
        .join(Guidance.skp)
        .where(condition)
        .options(
            contains_eager(Guidance.skp).joinedload(Skp.employee),
            joinedload(Guidance.guide),
            joinedload(Guidance.papers),
        )
        .order_by(Guidance.begun_on.desc(), Guidance.id.desc())
        .limit(200)
    )
    return db.session.scalars(query).unique().all()
