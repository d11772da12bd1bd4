"""The hub of all dialogues, and everything that was said with one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Response
from flask_login import current_user

from skpweb import labels
from skpweb.dialogue import bp, queries
from skpweb.domain import dialogue as rules
from skpweb.domain import people
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.states import DialogueState
from skpweb.models import evaluations
from skpweb.models.dialogues import Dialogue
from skpweb.models.planning import Skp, SkpVersion
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.page import page


@dataclass(frozen=True)
class Event:
    """One thing of the timeline; ``kind`` says how it is drawn."""

    kind: str
    day: date
    record: Any


@bp.get("/")
@allow(people.is_employee)
def index() -> Response:
    """My meetings, what waits for me, and my people."""
    today, found = clock.today(), queries.mine(current_user)
    return page(
        "dialogue/index.html",
        coming=coming(found, today),
        held=[one for one in found if one.state in queries.TOOK_PLACE],
        to_confirm=[one for one in found if waits_for_me(one)],
        agreements=queries.open_agreements(current_user),
        led=queries.led(current_user, today),
        me_id=current_user.employee_id,
    )


@bp.get("/skp/<int:skp_id>/")
@allow(rules.may_read, queries.skp)
def timeline(skp: Skp) -> Response:
    """Meetings, feedback and progress of one person, the newest first."""
    events = [Event("dialogue", one.meeting.held_on, one) for one in queries.dialogues_of(skp)]
    events += [Event("feedback", one.given_on, one) for one in queries.feedback_of(skp)]
    events += [Event("progress", one.recorded_on, one) for one in queries.progress_of(skp)]
    parties = skp.parties(clock.today())
    return page(
        "dialogue/timeline.html",
        skp=skp,
        events=sorted(events, key=lambda one: one.day, reverse=True),
        subjects=subjects(evaluations.content(skp)),
        may_meet=people.is_owner(current_user, parties) or rules.leads(current_user, parties),
        is_assessor=people.is_assessor(current_user, parties),
        is_final=evaluations.is_final(skp, clock.today()),
        sees_guidance=people.may_read(current_user, parties),
    )


def coming(found: Sequence[Dialogue], today: date) -> list[Dialogue]:
    """What is planned, the nearest first."""
    planned = [one for one in found if one.state is DialogueState.PLANNED]
    return sorted(planned, key=lambda one: (one.meeting.held_on, one.meeting.starts_at))


def waits_for_me(one: Dialogue) -> bool:
    """Whether its text still wants my word."""
    mine = one.version_of(current_user.employee_id)
    return one.state is DialogueState.HELD and mine != one.text_version


def rhks(version: SkpVersion | None) -> dict[str, str]:
    """Key of each RHK in force -> its number and words."""
    found = version.rhks if version is not None else ()
    return {one.key: f"{at}. {one.statement}" for at, one in enumerate(found, start=1)}


def subjects(version: SkpVersion | None) -> dict[str, str]:
    """Words for what feedback and progress are about."""
    names = {f"value:{one.value}": labels.label(one) for one in CoreValue}
    for rhk in version.rhks if version is not None else ():
        names[f"rhk:{rhk.key}"] = rhk.statement
        names |= {f"indicator:{one.key}": one.statement for one in rhk.indicators}
    return names
