"""Realisations, feedback and ratings of the demo, through the usual verbs."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time

from skpweb.domain.calendar import WindowKind
from skpweb.domain.feedback import FeedbackTiming
from skpweb.domain.lifecycle import Action, EvaluationState
from skpweb.domain.ratings import OrganisationLevel, Rating
from skpweb.domain.terms import FeedbackSource, FeedbackTone, ResultMeasure
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.organisation import EvaluationWindow, OrganisationResult
from skpweb.models.planning import SkpVersion
from skpweb.models.review import Evaluation, Feedback, Realisation
from skpweb.moves import move, set_predicate
from skpweb.office.demo.people import Actor
from skpweb.office.demo.plans import Plan

SCHEDULED, INCIDENTAL = FeedbackTiming.SCHEDULED, FeedbackTiming.INCIDENTAL
SIGNS = {"-": Rating.BELOW, "=": Rating.MEETS, "+": Rating.ABOVE}


def set_results(
    unit_id: int, windows: Sequence[EvaluationWindow], levels: Mapping[int, OrganisationLevel],
    basis: str,
) -> None:  # fmt: skip
    """The organisation's results of a unit, one for each window named."""
    for window in windows:
        if window.number in levels:
            db.session.add(
                OrganisationResult(
                    unit_id=unit_id,
                    window_id=window.id,
                    level=levels[window.number],
                    basis=basis,
                    decided_on=min(window.closes_on, window.ends_on),
                    measure=_measure(window),
                )  # fmt: skip
            )


def _measure(window: EvaluationWindow) -> ResultMeasure:
    return ResultMeasure.INDICATORS if window.is_annual else ResultMeasure.ACTION_PLAN


def report(version: SkpVersion, plan: Plan, window: EvaluationWindow) -> None:
    """What each indicator reached, with a link as evidence."""
    share = _share(window)
    measures = [measure for result in plan.results for measure in result.measures]
    indicators = [one for rhk in version.rhks for one in rhk.indicators]
    for indicator, (_, _, _, reached) in zip(indicators, measures, strict=True):
        db.session.add(
            Realisation(
                skp_id=version.skp_id,
                window_id=window.id,
                indicator_key=indicator.key,
                text=f"{reached}{share}",
                evidence_url=f"https://bukti.example.invalid/{plan.who.lower()}/{window.number}",
            )
        )


def say(
    version: SkpVersion, giver: Actor, about: str, text: str, day: date,
    source: FeedbackSource = FeedbackSource.LEADER,
    tone: FeedbackTone = FeedbackTone.APPRECIATION,
) -> None:  # fmt: skip
    """One piece of feedback; ``about`` as feedback stores it."""
    db.session.add(
        Feedback(
            skp_id=version.skp_id,
            about=about,
            under=about,
            source=source,
            tone=tone,
            timing=SCHEDULED if source is FeedbackSource.LEADER else INCIDENTAL,
            text=text,
            giver_id=giver.employee_id,
            giver_title=giver.capacity,
            given_on=day,
            recorded_at=_noon(day),
        )  # fmt: skip
    )


def rate(
    skp_id: int, window: EvaluationWindow, actor: Actor, day: date, signs: str,
    recommendation: str = "", reason: str = "",
) -> Evaluation:  # fmt: skip
    """The predicate of a window, set by the penilai on ``day``."""
    db.session.flush()
    evaluation = evaluations.evaluation_of(evaluations.dossier(skp_id), window.id)
    evaluations.gather(evaluation, day)
    version = evaluations.content(evaluation.skp)
    evaluation.recommendation, evaluation.reason = recommendation, reason
    evaluation.signed_on = day
    if evaluation.state is EvaluationState.OPEN:
        move(evaluation, Action.REPORT, _owner(evaluation), day)
    set_predicate(evaluation, version, actor, day, SIGNS[signs[0]], SIGNS[signs[1]])
    evaluation.rated_at = _noon(day)
    evaluation.delivered_on = evaluation.received_on = day
    evaluation.returned_on = evaluation.reported_up_on = day
    return evaluation


def _owner(evaluation: Evaluation) -> Actor:
    """The Pegawai, who reported before he was rated."""
    one = evaluation.skp.employee
    return Actor(one.id, None, one.full_name, evaluation.skp.posting.position_name)


def _share(window: EvaluationWindow) -> str:
    if window.kind is WindowKind.ANNUAL:
        return ""
    return f" (rencana setahun, s.d. {window.short_name})"


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(5, 0), UTC)
