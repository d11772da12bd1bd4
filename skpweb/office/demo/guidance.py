"""Pembinaan in the demo: three coachings for the archivist, a mentoring, trainings, a konseling."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from skpweb.domain.development import DevelopmentKind
from skpweb.domain.guidance_forms import FIXED, GuidanceKind, PaperKind
from skpweb.domain.lifecycle import Action
from skpweb.domain.states import DevelopmentState, PaperState
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.guidance import Development, Guidance, GuidancePaper
from skpweb.models.planning import Skp
from skpweb.office import counselling
from skpweb.office import guidance as verbs
from skpweb.office.demo import revisions
from skpweb.office.demo.guidance_words import (
    ANSWERS,
    COACHINGS,
    COMPETENCE,
    MENTORING,
    REPORT,
    TRAININGS,
)
from skpweb.office.demo.people import Actor
from skpweb.office.demo.years import Year


def build(actors: dict[str, Actor], year: Year, today: date) -> None:
    """What had happened by ``today``."""
    for month, topic, body in COACHINGS:
        _coach(actors, year, date(year.year, month, 10), topic, body, today)
    _mentor(actors, year, date(year.year, 5, 4), date(year.year, 5, 20), today)
    for who, kind, title, provider, month, hours in TRAININGS:
        _train(revisions.dossier(actors[who], year), kind, title, provider, month, hours, today)
    _counsel(actors, year, today)
    db.session.flush()


def _coach(
    actors: dict[str, Actor], year: Year, day: date, topic: str, body: dict[str, Any], today: date
) -> None:
    """By the penilai; the newest still waits for the archivist's word."""
    if day > today:
        return
    skp = revisions.dossier(actors["JFA"], year)
    owner, guide = actors["JFA"], actors["KSU"]
    made = verbs.begin(guide, skp, GuidanceKind.COACHING, topic, "", day)
    _offer(made, owner, guide, body, day)
    if day + timedelta(days=60) <= today:
        _sign(made, owner, day)


def _mentor(actors: dict[str, Actor], year: Year, first: date, day: date, today: date) -> None:
    """By a colleague with a special assignment, with what follows it."""
    if day > today:
        return
    owner, guide = actors["PLK"], actors["JFP"]
    skp = revisions.dossier(owner, year)
    topic, body = MENTORING
    name = guide.display_name.split(",")[0]
    made = verbs.begin(actors["KSP"], skp, GuidanceKind.MENTORING, topic, name, first)
    _offer(made, owner, guide, body, day)
    _sign(made, owner, day)
    values = [{"name": one, "value": "3", "reason": COMPETENCE[0]} for one in FIXED]
    technical = {"name": COMPETENCE[1], "value": "4", "reason": COMPETENCE[2]}
    advice = [{"text": COMPETENCE[3]}]
    _paper(
        made, guide, PaperKind.COMPETENCE, {"values": [*values, technical], "advice": advice}, day
    )
    answers = [{"text": text} for text in ANSWERS]
    _paper(made, owner, PaperKind.FEEDBACK, {"answers": answers}, day)


def _offer(made: Guidance, owner: Actor, guide: Actor, body: dict[str, Any], day: date) -> None:
    db.session.flush()
    made.skp = evaluations.dossier(made.skp_id)
    verbs.write(owner, made, body, day)
    verbs.step(owner, made, Action.SUBMIT, day)
    verbs.step(guide, made, Action.OFFER, day)
    made.guide_signed_at = _morning(day)


def _sign(made: Guidance, owner: Actor, day: date) -> None:
    db.session.refresh(made, ["guide"])
    db.session.refresh(made.guide, ["postings"])
    for posting in made.guide.postings:
        db.session.refresh(posting, ["unit"])
    verbs.step(owner, made, Action.CONFIRM, day)
    made.owner_signed_at = _morning(day)


def _paper(made: Guidance, writer: Actor, kind: PaperKind, body: dict[str, Any], day: date) -> None:
    paper = GuidancePaper(
        guidance_id=made.id, guidance=made, kind_of=kind, state=PaperState.DRAFT, body={}
    )
    db.session.add(paper)
    verbs.write(writer, paper, body, day)
    verbs.sign(writer, paper, day)
    paper.signed_at = _morning(day)


def _train(
    skp: Skp, kind: DevelopmentKind, title: str, provider: str, month: int, hours: int, today: date
) -> None:
    first = date(skp.starts_on.year, month, 8)
    last = first + timedelta(days=2)
    is_done = last <= today
    db.session.add(
        Development(
            skp_id=skp.id,
            kind_of=kind,
            state=DevelopmentState.DONE if is_done else DevelopmentState.PLANNED,
            title=title,
            provider=provider,
            starts_on=first,
            done_on=last if is_done else None,
            hours=hours,
        )
    )


def _counsel(actors: dict[str, Actor], year: Year, today: date) -> None:
    """A report that the head wrote; konselor and day are set."""
    if today < date(year.year, 7, 20):
        return
    skp = revisions.dossier(actors["KTR"], year)
    names = {who: actors[who].display_name.split(",")[0] for who in ("SEK", "JFP")}
    made = counselling.begin(actors["CAM"], skp, REPORT, names["SEK"])
    db.session.flush()
    made.skp = evaluations.dossier(made.skp_id)
    day = today - timedelta(days=6)
    counselling.write(actors["CAM"], made, REPORT, names["SEK"], day, True)
    counselling.arrange(
        actors["SEK"], made, names["JFP"], "official", today + timedelta(days=3),
        "10.00, ruang rapat kecil", today,
    )  # fmt: skip


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(2, 30), UTC)
