"""Pembinaan of a person: his own, those he guides or assesses, and how a bimbingan begins."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flask import Response, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import guidance as rules
from skpweb.domain import people
from skpweb.domain.development import HOURS_A_YEAR
from skpweb.domain.guidance_forms import GuidanceKind
from skpweb.domain.lifecycle import Refused
from skpweb.domain.states import DevelopmentState, GuidanceState
from skpweb.extensions import db
from skpweb.guidance import bp, confidential, queries
from skpweb.guidance.forms import BeginForm, DevelopmentForm
from skpweb.models import evaluations
from skpweb.models.guidance import Development, Guidance
from skpweb.models.planning import Skp
from skpweb.office import guidance as verbs
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/")
@allow(people.is_employee)
def index() -> Response:
    """My own pembinaan, that which I give, and those whom I assess."""
    me = current_user.employee_id
    return page(
        "guidance/index.html",
        own=queries.running_skp(me),
        mine=queries.guidance_of(me),
        given=queries.guided_by(me),
        assessed=queries.assessed_by(me) if current_user.is_superior else [],
        trainings=queries.developments_of(me),
        said=queries.said_to(me) if current_user.is_superior else [],
        private=confidential.of(current_user),
    )


@bp.get("/skp/<int:skp_id>/")
@allow(people.may_read, queries.skp)
def person(skp: Skp) -> Response:
    """A person's history of pembinaan, and what can be begun."""
    return show(skp)


@bp.post("/skp/<int:skp_id>/")
@allow(rules.may_begin, queries.skp)
def begin(skp: Skp) -> Response | BaseResponse:
    """A new coaching or mentoring; only the penilai may name another person for it."""
    form, day = BeginForm(), clock.today()
    if not form.validate():
        return show(skp, 422, beginning=form)
    guide = (form.guide.data or "").strip()
    if not people.is_assessor(current_user, skp.parties(day)):
        guide = ""
    try:
        kind, topic = GuidanceKind(form.kind.data), form.topic.data.strip()
        made = verbs.begin(current_user, skp, kind, topic, guide, day)
    except Refused as refusal:
        form.guide.errors = [str(refusal)]
        return show(skp, 422, beginning=form)
    db.session.flush()
    flash("Bimbingan dimulai. Pegawai mengisi bagiannya lebih dulu.", "ok")
    return done(url_for("guidance.show", guidance_id=made.id))


def show(skp: Skp, status: int = 200, **typed: Any) -> Response:
    """The page; ``typed`` are forms that were sent and could not be kept."""
    parties = skp.parties(clock.today())
    trainings = queries.developments_of(skp.employee_id)
    forms = {
        "beginning": BeginForm(formdata=None),
        "planning": DevelopmentForm(formdata=None),
        "sent": next(iter(typed.values()), None),
    }
    return page(
        "guidance/person.html",
        status,
        skp=skp,
        records=readable(queries.guidance_of(skp.employee_id), skp),
        trainings=trainings,
        needs=queries.needs_of(skp.employee_id),
        hours=hours(trainings, skp.starts_on.year),
        norm=HOURS_A_YEAR,
        is_final=evaluations.is_final(skp, clock.today()),
        may_begin=rules.may_begin(current_user, parties),
        is_owner=people.is_owner(current_user, parties),
        is_assessor=people.is_assessor(current_user, parties),
        **(forms | typed),
    )


def readable(records: Sequence[Guidance], skp: Skp) -> list[Guidance]:
    """Those of this dossier's person that whoever asks may open.

    Those of another SKP are judged here by the penilai of this one, and once more when
    they are opened.
    """
    parties = skp.parties(clock.today())
    return [
        one
        for one in records
        if rules.may_see(
            current_user,
            replace(parties, guide_id=one.guide_id, is_signed=one.state is GuidanceState.SIGNED),
        )
    ]


def hours(trainings: Sequence[Development], year: int) -> int:
    """Jam pelajaran of the trainings that were finished in a year."""
    return sum(
        one.hours
        for one in trainings
        if one.state is DevelopmentState.DONE
        and one.kind_of.is_training
        and one.done_on is not None
        and one.done_on.year == year
    )
