"""This year at Kecamatan Contohsari: SKP in every state, journals up to today."""

from datetime import date, timedelta

from skpweb.domain.calendar import WindowKind
from skpweb.domain.lifecycle import Action
from skpweb.domain.ratings import OrganisationLevel, Rating
from skpweb.domain.terms import Approach, FeedbackTone
from skpweb.models import evaluations
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.planning import SkpVersion
from skpweb.models.review import Evaluation, RhkRating
from skpweb.moves import move
from skpweb.office.demo import journals, judgements, revisions, skps
from skpweb.office.demo.closed_year import ASSESSOR
from skpweb.office.demo.people import Actor
from skpweb.office.demo.plans import DISTRICT_PLANS, Plan
from skpweb.office.demo.ratings import PERIODIC, RATINGS
from skpweb.office.demo.years import Year

#: person -> the days he did not fill, counted back from the last working day but today
MISSED = {"JFA": (2, 3), "JFP": (4,)}

#: whose report of the newest window still waits for the penilai
WAITING = ("PLK", "PPK3", "JFA")
DRAFTED = "PPK3"  #: whom the penilai has begun to rate, in a way that raises questions


def build(
    actors: dict[str, Actor], year: Year, unit_id: int, today: date,
    days_off: set[date],
) -> None:  # fmt: skip
    """The running year as it stands on ``today``."""
    windows = [w for w in year.windows if w.kind is WindowKind.QUARTER and w.opens_on <= today]
    for last in windows[-1:]:  # the team keeps it open: some still wait for their penilai
        last.closes_on = max(last.closes_on, today + timedelta(days=14))
    levels = {window.number: OrganisationLevel.GOOD for window in windows}
    judgements.set_results(unit_id, windows, levels, "Keputusan Sekretaris Daerah")
    named: skps.Named = {}
    for plan in DISTRICT_PLANS:
        version = _agreed(plan, actors, year, named, today)
        names = {name: rhk.key for name, rhk in named.items()}
        steps = journals.plan_steps(plan.who, version, year.windows[:4], names)
        _evaluate(plan, version, actors, windows, today)
        if steps:
            _write_journal(plan.who, version, steps, actors, today, days_off)
    revisions.build(actors, year, today)


def _agreed(
    plan: Plan, actors: dict[str, Actor], year: Year, named: skps.Named, today: date
) -> SkpVersion:
    signed = min(date(year.year, 1, 15), today)
    span = (year.starts_on, year.ends_on)
    version = skps.write(plan, actors[plan.who], year, span, Approach.QUANTITATIVE, named)
    skp_id = version.skp_id
    skps.submit(skp_id, actors[plan.who], signed)
    return skps.approve(skp_id, actors[ASSESSOR[plan.who]], signed)


def _evaluate(
    plan: Plan, version: SkpVersion, actors: dict[str, Actor],
    windows: list[EvaluationWindow], today: date,
) -> None:  # fmt: skip
    leader, skp_id = actors[ASSESSOR[plan.who]], version.skp_id
    for window, text in zip(windows, PERIODIC, strict=False):
        day = min(window.ends_on - timedelta(days=5), today)
        version = skps.with_rows(skp_id)
        about = f"rhk:{version.rhks[0].key}"
        judgements.say(version, leader, about, text, day, tone=FeedbackTone.ADVICE)
        judgements.report(version, plan, window)
    for window, signs in zip(windows, RATINGS[plan.who], strict=False):
        if window is windows[-1] and plan.who in WAITING:
            evaluation = _hand_in(skp_id, window, actors[plan.who], today)
            if plan.who == DRAFTED:
                _begin(evaluation, leader)
        else:
            day = min(window.closes_on, today)
            judgements.rate(skp_id, window, leader, day, signs)


def _begin(evaluation: Evaluation, leader: Actor) -> None:
    """A draft that is above as a whole, though the main result is below."""
    first = skps.with_rows(evaluation.skp_id).rhks[0]
    evaluation.result_rating, evaluation.behaviour_rating = Rating.ABOVE, Rating.MEETS
    evaluation.rhk_ratings = [RhkRating(rhk_key=first.key, rating=Rating.BELOW)]
    evaluation.updated_by = leader.display_name


def _hand_in(skp_id: int, window: EvaluationWindow, owner: Actor, today: date) -> Evaluation:
    evaluation = evaluations.evaluation_of(evaluations.dossier(skp_id), window.id)
    evaluations.gather(evaluation, today)
    skps.keep(evaluation)
    move(evaluation, Action.REPORT, owner, today)
    return evaluation


def _write_journal(
    who: str, version: SkpVersion, steps: list[object], actors: dict[str, Actor],
    today: date, days_off: set[date],
) -> None:  # fmt: skip
    first = max(date(today.year, 1, 1), today - timedelta(weeks=6))
    days = list(journals.working_days(first, today, days_off))
    missed = {day for back, day in enumerate(reversed(days)) if back in MISSED.get(who, ())}
    days = [day for day in days if day not in missed]
    journals.agree(steps, actors[ASSESSOR[who]], today)
    entries = journals.fill(who, version, steps, days)
    journals.approve_older(entries, actors[ASSESSOR[who]], today)
