"""Last year at Kecamatan Contohsari: planned, documented, rated, objected, closed."""

from datetime import date, timedelta

from skpweb import audit
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.states import ObjectionState
from skpweb.domain.terms import Approach, FeedbackTone
from skpweb.extensions import db
from skpweb.models.planning import SkpVersion
from skpweb.models.review import Evaluation, Objection
from skpweb.office.demo import journals, judgements, skps
from skpweb.office.demo.people import Actor
from skpweb.office.demo.plans import DISTRICT_PLANS, Plan
from skpweb.office.demo.ratings import (
    FEEDBACK,
    OBJECTION,
    PERIODIC,
    RATINGS,
    RECOMMENDATIONS,
    RESULTS,
)
from skpweb.office.demo.staff import POSTS
from skpweb.office.demo.years import Year

#: who sets whose SKP in the district
ASSESSOR = {post.who: post.assessor for post in POSTS}


def build(actors: dict[str, Actor], year: Year, unit_id: int) -> None:
    """The whole closed year."""
    judgements.set_results(unit_id, year.windows, RESULTS, "Keputusan Sekretaris Daerah")
    named: skps.Named = {}
    for plan in DISTRICT_PLANS:
        version = _agreed(plan, actors, year, named)
        names = {name: rhk.key for name, rhk in named.items()}
        journals.plan_steps(plan.who, version, year.windows[:4], names)
        _evaluate(plan, version, actors, year, names)


def _agreed(plan: Plan, actors: dict[str, Actor], year: Year, named: skps.Named) -> SkpVersion:
    signed = date(year.year, 1, 13 if plan.who == "CAM" else 15)
    version = skps.write(
        plan, actors[plan.who], year, (year.starts_on, year.ends_on), Approach.QUANTITATIVE, named
    )
    skp_id = version.skp_id
    skps.submit(skp_id, actors[plan.who], signed - timedelta(days=3))
    return skps.approve(skp_id, actors[ASSESSOR[plan.who]], signed)


def _evaluate(
    plan: Plan, version: SkpVersion, actors: dict[str, Actor], year: Year,
    names: dict[str, str],
) -> None:  # fmt: skip
    assessor = actors[ASSESSOR[plan.who]]
    _talk(plan.who, version, actors, year, names)
    skp_id, windows = version.skp_id, list(year.windows)
    for window in windows:
        judgements.report(version, plan, window)
    for window, signs in zip(windows, RATINGS[plan.who], strict=True):
        words = RECOMMENDATIONS.get(plan.who, "") if window.is_annual else ""
        # the yearly predicates were set on 9 January
        day = date(year.year + 1, 1, 9) if window.is_annual else window.closes_on
        evaluation = judgements.rate(skp_id, window, assessor, day, signs, words)
        if window.is_annual:
            _close(plan.who, evaluation, actors, year.year + 1)


def _talk(
    who: str, version: SkpVersion, actors: dict[str, Actor], year: Year,
    names: dict[str, str],
) -> None:  # fmt: skip
    leader = actors[ASSESSOR[who]]
    first = version.rhks[0]
    for window, text in zip(year.windows, PERIODIC, strict=False):
        day = window.ends_on - timedelta(days=5)
        judgements.say(version, leader, f"rhk:{first.key}", text, day, tone=FeedbackTone.ADVICE)
    for month, day, giver, source, about, text in FEEDBACK.get(who, ()):
        subject = f"value:{about}" if about in tuple(CoreValue) else f"rhk:{names[about]}"
        when = date(year.year, month, day)
        judgements.say(version, actors[giver], subject, text, when, source)


def _close(who: str, evaluation: Evaluation, actors: dict[str, Actor], year: int) -> None:
    """Handed over on 12 January; the archivist objected and the result was upheld."""
    evaluation.delivered_on = evaluation.received_on = date(year, 1, 12)
    evaluation.returned_on, evaluation.reported_up_on = date(year, 1, 14), date(year, 1, 30)
    if who != "JFA":
        return
    objection = Objection(
        evaluation_id=evaluation.id,
        state=ObjectionState.DECIDED,
        filed_on=date(year, 1, 20),
        due_on=date(year, 1, 29),
        explained_on=date(year, 1, 23),
        decided_on=date(year, 1, 28),
        is_upheld=True,
        parts=["predicate"],
        heard_on=date(year, 1, 26),
        heard_owner=True,
        heard_assessor=True,
        decider=evaluation.snapshot["parties"]["senior_assessor"],
        **OBJECTION,
    )
    db.session.add(objection)
    owner_id = actors[who].employee_id
    for actor, verb in ((who, "file"), ("KSU", "explain"), ("SEK", "hear"), ("SEK", "uphold")):
        audit.record(actors[actor], f"objection.{verb}", objection, owner_id=owner_id)
