"""Pages of the stand-ins that the office records: Plt. and Plh. of a penilai."""

from typing import Any

from flask import Response, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.forms.stand_ins import ActingForm
from skpweb.domain import people
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.people import StandIn
from skpweb.office import stand_ins
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

OWN = (
    "Anda tidak dapat mencatat diri sendiri sebagai Plt./Plh. Minta anggota lain tim pengelola "
    "kinerja atau admin teknis mencatatnya."
)


def stand_in(person: Any, stand_in_id: int) -> StandIn | None:
    """A stand-in by its id."""
    return db.session.get(StandIn, stand_in_id)


@bp.get("/stand-ins/")
@allow(people.runs_office)
def stand_in_list() -> Response:
    """Who decides in whose place, and a form for one more."""
    return _page(ActingForm(formdata=None))


@bp.post("/stand-ins/")
@allow(people.runs_office)
def add_stand_in() -> BaseResponse:
    """Record a Plt. or Plh."""
    form = ActingForm()
    return attempt(
        form,
        lambda: _begin(form),
        lambda: _page(form, 422),
        url_for("admin.stand_in_list"),
        "Plt./Plh. dicatat. Ia dapat memutuskan jurnal dan rencana aksi pada tanggal itu.",
    )


@bp.post("/stand-ins/<int:stand_in_id>/end")
@allow(people.runs_office, stand_in)
def end_stand_in(stand_in: StandIn) -> BaseResponse:
    """No longer, from now on."""
    try:
        stand_ins.end(current_user, stand_in, clock.today())
    except Refused as refusal:
        flash(str(refusal), "warn")
    else:
        flash("Penggantian diakhiri.", "ok")
    return done(url_for("admin.stand_in_list"))


def _begin(form: ActingForm) -> StandIn:
    delegate_id = stand_ins.find(form.who.data)
    if delegate_id == current_user.employee_id:
        raise Refused(OWN)
    return stand_ins.begin(
        current_user, stand_ins.find(form.assessor.data), delegate_id,
        form.kind.data, form.basis.data, form.days, clock.today(),
    )  # fmt: skip


def _page(form: ActingForm, status: int = 200) -> Response:
    today = clock.today()
    return page(
        "admin/stand_ins.html",
        status,
        form=form,
        running=stand_ins.running(today),
        former=stand_ins.former(today),
    )
