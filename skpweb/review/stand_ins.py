"""A penilai lets a colleague decide on journals and rencana aksi for some days."""

from flask import Response, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import people
from skpweb.domain.lifecycle import Refused
from skpweb.domain.people import Actor
from skpweb.domain.terms import StandInKind
from skpweb.extensions import db
from skpweb.models.people import StandIn
from skpweb.office import stand_ins as office
from skpweb.review import bp
from skpweb.review.forms import StandInForm
from skpweb.web import clock
from skpweb.web.access import allow, own
from skpweb.web.answer import done
from skpweb.web.page import page


def own_stand_in(person: Actor, stand_in_id: int) -> StandIn | None:
    """A delegation of mine; what the office recorded (Plt., Plh.) is the office's to end."""
    found = db.session.get(StandIn, stand_in_id)
    mine = found is not None and found.assessor_id == person.employee_id
    return found if mine and found.kind is StandInKind.DELEGATE else None


@bp.get("/stand-ins/")
@allow(people.is_employee)
def stand_ins() -> Response:
    """Who decides in my place, and in whose place I do."""
    return show(StandInForm(formdata=None))


@bp.post("/stand-ins/")
@allow(people.is_employee)
def delegate() -> Response | BaseResponse:
    """Wakilkan persetujuan jurnal to a colleague."""
    form = StandInForm()
    if not form.validate():
        return show(form, 422)
    try:
        delegate_id = office.find(form.who.data)
        office.refuse_assessed(current_user.employee_id, delegate_id, form.days)
        office.begin(
            current_user, current_user.employee_id, delegate_id,
            StandInKind.DELEGATE, "", form.days, clock.today(),
        )  # fmt: skip
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return show(form, 422)
    flash("Persetujuan jurnal dan rencana aksi diwakilkan.", "ok")
    return done(url_for("review.stand_ins"))


@bp.post("/stand-ins/<int:stand_in_id>/end")
@own(own_stand_in)
def end_delegation(own_stand_in: StandIn) -> BaseResponse:
    """No longer, from now on."""
    try:
        office.end(current_user, own_stand_in, clock.today())
    except Refused as refusal:
        flash(str(refusal), "warn")
    else:
        flash("Perwakilan diakhiri. Mulai sekarang Anda sendiri yang memutuskan.", "ok")
    return done(url_for("review.stand_ins"))


def show(form: StandInForm, status: int = 200) -> Response:
    """The page; the form only for a penilai."""
    me, today = current_user.employee_id, clock.today()
    rows = office.listed((StandIn.assessor_id == me) | (StandIn.delegate_id == me))
    return page(
        "review/stand_ins.html",
        status,
        form=form,
        is_assessor=office.assesses(me, today),
        given=[one for one in rows if one.assessor_id == me and one.ends_on >= today],
        taken=[one for one in rows if one.delegate_id == me and one.ends_on >= today],
        former=[one for one in rows if one.ends_on < today][: office.FORMER],
    )
