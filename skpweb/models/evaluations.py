"""Finding an evaluation and gathering what it rests on."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager, joinedload
from sqlalchemy.orm.attributes import set_committed_value

from skpweb.domain.calendar import WindowKind
from skpweb.domain.lifecycle import EvaluationState
from skpweb.extensions import db
from skpweb.models.looks import looks_at, moved_on, spoken_of
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.organisation_results import Standing, counting
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Rhk, Skp, SkpVersion
from skpweb.models.presence import Absence
from skpweb.models.review import Evaluation, Feedback, Realisation
from skpweb.models.special import Study


def dossier(skp_id: int, *conditions: Any) -> Skp | None:
    """An SKP with everything its parties are made of. One query."""
    return next(iter(dossiers(Skp.id == skp_id, *conditions)), None)


def dossiers(*conditions: Any) -> Sequence[Skp]:
    """Every SKP that fits, each with everything its parties are made of. One query."""
    query = (
        sa.select(Skp)
        .where(*conditions)
        .options(
            joinedload(Skp.year),
            joinedload(Skp.versions),
            joinedload(Skp.takeovers),
            joinedload(Skp.posting).joinedload(Posting.unit),
            joinedload(Skp.employee)
            .joinedload(Employee.postings)
            .options(joinedload(Posting.unit), *_superiors()),
        )
        .execution_options(populate_existing=True)
    )
    found = db.session.scalars(query).unique().all()
    for skp in found:
        for version in skp.versions:
            set_committed_value(version, "skp", skp)
    return found


def _superiors() -> list[Any]:
    """Penilai and atasan penilai with their own posts, as documents print them."""
    return [
        joinedload(role).joinedload(Employee.postings).joinedload(Posting.unit)
        for role in (Posting.assessor, Posting.senior_assessor)
    ]


def evaluation_of(skp: Skp, window_id: int) -> Evaluation | None:
    """The evaluation of ``skp`` in a window; a fresh one, not yet stored, if none exists.

    None when the window does not look at the SKP.
    """
    row = (
        db.session.execute(
            sa.select(EvaluationWindow, Evaluation, dropped_out(EvaluationWindow))
            .outerjoin(
                Evaluation,
                sa.and_(Evaluation.window_id == EvaluationWindow.id, Evaluation.skp_id == skp.id),
            )
            .join(Skp, Skp.id == skp.id)
            .where(EvaluationWindow.id == window_id, *looks_at(EvaluationWindow))
            .options(joinedload(Evaluation.rhk_ratings), joinedload(Evaluation.objection))
        )
        .unique()
        .one_or_none()
    )
    if row is None:
        return None
    window, found, has_dropped_out = row
    found = found or begun(skp.id, window.id)
    found.skp, found.window, found.dropped_out = skp, window, has_dropped_out
    return found


def is_final(skp: Skp, day: date) -> bool:
    """Whether an SKP is over and the evaluation of its last days stands.

    One query, none before its last day has passed. What is recorded later (umpan balik,
    pembinaan and dialogue know no closing day, p.69-70, 78) changes no signed evaluation.
    """
    if day <= skp.ends_on:
        return False
    is_annual = EvaluationWindow.kind == WindowKind.ANNUAL
    year = aliased(EvaluationWindow)
    annual = sa.select(year.id).where(year.year_id == Skp.year_id, year.kind == WindowKind.ANNUAL)
    elsewhere = moved_on(annual.correlate(Skp).scalar_subquery())  # the year is another's then
    last = sa.or_(is_annual, sa.and_(EvaluationWindow.ends_on >= Skp.ends_on, elsewhere))
    is_anothers = sa.and_(~is_annual, moved_on(EvaluationWindow.id))
    mine = sa.and_(Evaluation.window_id == EvaluationWindow.id, Evaluation.skp_id == Skp.id)
    query = (
        sa.select(Skp.id)
        .join(EvaluationWindow, EvaluationWindow.year_id == Skp.year_id)
        .outerjoin(Evaluation, mine)
        .where(Skp.id == skp.id, EvaluationWindow.starts_on <= skp.ends_on, last)
        .where(sa.or_(Evaluation.state == EvaluationState.RATED, is_anothers))
    )
    return db.session.scalar(query.limit(1)) is not None


def begun(skp_id: int, window_id: int) -> Evaluation:
    """A fresh evaluation, not yet stored."""
    return Evaluation(
        skp_id=skp_id, window_id=window_id, state=EvaluationState.OPEN, recommendation="",
        reason="", rhk_ratings=[], version_id=1,
    )  # fmt: skip


def gather(evaluation: Evaluation, day: date) -> Standing:
    """Load what the checks look at: result, realisations, feedback. Three queries."""
    skp, window = evaluation.skp, evaluation.window
    evaluation.realisations = realisations(skp.id, window.id)
    evaluation.feedback = feedback(spoken_of(window, skp), window, day)
    posting = evaluation.charge_on(day) or skp.posting
    on = min(day, skp.ends_on, posting.ends_on or day)  # what he led while he was in charge
    led = posting.assessor.posting_on(on) if posting.assessor else None
    found = counting(window, led.unit_id if led else None, posting.unit_id, day)
    evaluation.organisation_level = found.level
    evaluation.organisation_from = found.borrowed_from
    evaluation.own_unit_level = found.own_level if posting.leads_unit else None
    return found


def realisations(skp_id: int, window_id: int) -> Sequence[Realisation]:
    """What was reported for a window."""
    return db.session.scalars(
        sa.select(Realisation).where(
            Realisation.skp_id == skp_id, Realisation.window_id == window_id
        )
    ).all()


def dropped_out(window: Any) -> sa.ColumnElement[bool]:
    """Whether tugas belajar in the days of a window (or its table) was not finished."""
    return (
        sa.exists()
        .where(
            Absence.employee_id == Skp.employee_id,
            Absence.starts_on <= window.ends_on,
            Absence.ends_on >= window.starts_on,
            Study.absence_id == Absence.id,
            Study.dropped_out,
        )
        .correlate(Skp, EvaluationWindow)
    )


def rated_elsewhere(skp_ids: Any, window_id: int) -> Sequence[Evaluation]:
    """The rated evaluations of these SKP in other windows, in order. One query."""
    return db.session.scalars(
        sa.select(Evaluation)
        .join(Evaluation.window)
        .options(
            contains_eager(Evaluation.window),
            joinedload(Evaluation.skp).joinedload(Skp.posting).joinedload(Posting.unit),
        )
        .where(Evaluation.skp_id.in_(skp_ids), Evaluation.window_id != window_id)
        .where(Evaluation.state == EvaluationState.RATED)
        .order_by(EvaluationWindow.order)
    ).all()


def feedback(skp_ids: Any, window: EvaluationWindow, day: date) -> Sequence[Feedback]:
    """Feedback given since the window's period began, until it closes or until now. One query."""
    return db.session.scalars(
        sa.select(Feedback)
        .where(Feedback.skp_id.in_(skp_ids))
        .where(Feedback.withdrawn_at.is_(None))
        .where(Feedback.given_on.between(window.starts_on, max(window.closes_on, day)))
        .options(joinedload(Feedback.giver), joinedload(Feedback.skp))
        .order_by(Feedback.given_on, Feedback.id)
    ).all()


def content(skp: Skp) -> SkpVersion | None:
    """The approved version with its rows (the one evaluations look at). Two queries."""
    version = skp.in_force
    if version is None:
        return None
    return (
        db.session.scalars(
            sa.select(SkpVersion)
            .where(SkpVersion.id == version.id)
            .outerjoin(SkpVersion.rhks)
            .outerjoin(Rhk.indicators)
            .options(
                contains_eager(SkpVersion.rhks).contains_eager(Rhk.indicators),
                joinedload(SkpVersion.expectations),
            )
            .execution_options(populate_existing=True)
        )
        .unique()
        .one()
    )
