"""The owner's side of an agreement: submit, take back."""

from flask import Response, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import lifecycle, people
from skpweb.domain.lifecycle import Action
from skpweb.models.planning import Skp
from skpweb.moves import move
from skpweb.planning import bp, pages, queries
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done


@bp.post("/<int:skp_id>/submit")
@allow(people.is_owner, queries.skp)
def submit(skp: Skp) -> Response | BaseResponse:
    """To the penilai, whole."""
    try:
        move(skp.current, Action.SUBMIT, current_user, clock.today())
    except lifecycle.Refused as refusal:
        return pages.whole(skp.current, 422, str(refusal).split("\n"))
    flash("SKP diajukan kepada pejabat penilai.", "ok")
    return done(url_for("planning.show", skp_id=skp.id))


@bp.post("/<int:skp_id>/withdraw")
@allow(people.is_owner, queries.skp)
def withdraw(skp: Skp) -> Response | BaseResponse:
    """Tarik kembali, while it lies on the desk."""
    try:
        move(skp.current, Action.WITHDRAW, current_user, clock.today())
    except lifecycle.Refused as refusal:
        return pages.whole(skp.current, 409, [str(refusal)])
    flash("SKP ditarik kembali. Anda dapat mengubahnya.", "ok")
    return done(url_for("planning.results", skp_id=skp.id))
