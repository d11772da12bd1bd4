"""Roles become RHK: the leader proposes, the person takes them into his own draft."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, abort, flash, request, url_for
from flask_login import current_user
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as BaseResponse
from wtforms import TextAreaField
from wtforms.validators import Length

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.lifecycle import SkpState
from skpweb.domain.terms import RhkKind
from skpweb.matrix import bp, queries
from skpweb.models import versions
from skpweb.models.base import utc_now
from skpweb.models.matrices import RoleMatrix
from skpweb.models.matrix import RoleCell, RoleResult
from skpweb.models.planning import Indicator, Rhk, Skp, new_key
from skpweb.models.roles import of_person
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.fields import TOO_LONG
from skpweb.web.page import page

CLOSED = "SKP Anda sedang diajukan. Tarik kembali SKP lebih dulu, atau tunggu keputusan penilai."
NOTHING = "Centang paling sedikit satu peran."
NOT_PROPOSED = "Centang paling sedikit satu peran yang diusulkan pimpinan."
NO_WORD = "Tulis alasan Anda menolak. Pimpinan membacanya di matriks."
NO_REASON = "SKP Anda sudah ditetapkan. Tulis alasan perubahannya."


class TakeForm(FlaskForm):
    """Why the SKP is revised, where it is in force; why a proposed role is not taken."""

    reason = TextAreaField(
        "Mengapa SKP diubah?",
        validators=[Length(max=1000, message=TOO_LONG)],
    )
    word = TextAreaField(
        "Mengapa tidak Anda ambil?",
        validators=[Length(max=300, message=TOO_LONG)],
    )


@dataclass(frozen=True)
class Offer:
    """My SKP and the cells with my roles of its year."""

    skp: Skp
    cells: Sequence[RoleCell]

    def open(self) -> list[RoleResult]:
        """The roles that are not on the SKP yet."""
        known = {rhk.key for version in self._versions() for rhk in version.rhks}
        return [one for cell in self.cells for one in cell.results if one.rhk_key not in known]

    def chosen(self) -> list[RoleResult]:
        """Those of them that are ticked."""
        wanted = request.form.getlist("role")
        return [one for one in self.open() if str(one.id) in wanted]

    def proposed(self) -> list[RoleResult]:
        """Those of them that wait for my word."""
        return [one for one in self.open() if one.cell.proposed_at and not one.declined]

    def _versions(self) -> list[versions.SkpVersion]:
        in_force = self.skp.in_force
        return [self.skp.current] + ([in_force] if in_force is not None else [])


@bp.post("/<int:skp_id>/person/<int:employee_id>/propose")
@allow(people.is_owner, queries.matrix)
def propose(matrix: RoleMatrix, employee_id: int) -> BaseResponse:
    """The leader asks a person to write his roles on his SKP."""
    row = matrix.row(employee_id) or abort(404)
    cells = [cell for one in matrix.kept if (cell := matrix.cell(employee_id, one.key))]
    for cell in cells:
        cell.proposed_at = cell.proposed_at or utc_now()
        for one in cell.results:
            one.declined = ""  # asked once more
        audit.record(current_user, "matrix.propose", cell, owner_id=employee_id)
    flash(f"Peran diusulkan menjadi RHK. {row.employee.full_name} melihatnya di SKP-nya.", "ok")
    anchor = f"baris-{employee_id}"
    return done(url_for("matrix.show", skp_id=matrix.skp.id, _anchor=anchor))


@bp.get("/take/<int:skp_id>")
@allow(people.is_owner, queries.own_skp)
def take(own_skp: Skp) -> Response:
    """My roles, to be ticked."""
    return _show(Offer(own_skp, of_person(own_skp)), TakeForm(formdata=None))


@bp.post("/take/<int:skp_id>")
@allow(people.is_owner, queries.own_skp)
def take_over(own_skp: Skp) -> Response | BaseResponse:
    """The ticked roles become RHK of my draft; of a revision where the SKP is in force."""
    offer, form = Offer(own_skp, of_person(own_skp)), TakeForm()
    if request.form.get("do") == "decline":
        return _decline(offer, form)
    if own_skp.current.state is SkpState.SUBMITTED:
        return _show(offer, form, 409, CLOSED)
    chosen = offer.chosen()
    problem = _problem(own_skp, form, chosen)
    if problem or not form.validate():
        return _show(offer, form, 422, problem)
    _begin(own_skp, (form.reason.data or "").strip())
    for one in chosen:
        _to_rhk(own_skp, one)
    flash(f"{len(chosen)} peran menjadi RHK di draf SKP. Lengkapi indikator dan targetnya.", "ok")
    return done(url_for("planning.results", skp_id=own_skp.id))


def _decline(offer: Offer, form: TakeForm) -> Response | BaseResponse:
    """The ticked roles are not mine; whoever proposed them reads why. The SKP stays as it is."""
    chosen = [one for one in offer.proposed() if one in offer.chosen()]
    word = (form.word.data or "").strip()
    problem = "" if chosen and word else NO_WORD if chosen else NOT_PROPOSED
    if problem or not form.validate():
        return _show(offer, form, 422, problem)
    for one in chosen:
        one.declined = word
        audit.record(
            current_user, "matrix.decline", one.cell, reason=word, after={"role": one.id},
            owner_id=offer.skp.employee_id,
        )  # fmt: skip
    flash(f"{len(chosen)} peran ditolak. Pimpinan melihat alasannya di matriks.", "ok")
    return done(url_for("matrix.take", skp_id=offer.skp.id))


def _problem(skp: Skp, form: TakeForm, chosen: list[RoleResult]) -> str:
    """Why nothing can be taken; empty if it can."""
    if not chosen:
        return NOTHING
    needs_reason = not skp.current.is_editable and not (form.reason.data or "").strip()
    return NO_REASON if needs_reason else ""


def _begin(skp: Skp, reason: str) -> None:
    """The next version where the newest is in force (art. 14(2))."""
    if skp.current.is_editable:
        return
    version = versions.revise(skp, reason)
    if version not in skp.versions:
        skp.versions.append(version)
    audit.record(
        current_user, "skp.revise", version, reason=version.reason, owner_id=skp.employee_id
    )


def _to_rhk(skp: Skp, role: RoleResult) -> None:
    """A role as an RHK under the leader's; one with the same words is only linked."""
    version, cell = skp.current, role.cell
    same = [one for one in version.rhks if one.statement.casefold() == role.text.casefold()]
    rhk = same[0] if same else Rhk(
        key=new_key(), kind=RhkKind.MAIN, order=len(version.rhks), statement=role.text,
        assigner=_assigner(skp, cell), indicators=[Indicator(order=0)],
    )  # fmt: skip
    if not rhk.intervened_key:
        rhk.intervened_key, rhk.intervened_text = cell.rhk_key, cell.column_text
    if not same:
        version.rhks.append(rhk)
    role.rhk_key, role.declined = rhk.key, ""
    audit.record(
        current_user, "matrix.take", rhk, after={"role": role.id}, owner_id=skp.employee_id
    )


def _assigner(skp: Skp, cell: RoleCell) -> str:
    """The post that gave the assignment, where it is not one's penilai (p.52)."""
    is_own = cell.skp.employee_id == skp.parties(clock.today()).assessor_id
    return "" if is_own else cell.skp.posting.position_name[:200]


def _show(offer: Offer, form: TakeForm, status: int = 200, problem: str = "") -> Response:
    open_ids = {one.id for one in offer.open()}
    wanted = set(request.form.getlist("role"))
    return page(
        "matrix/take.html", status, skp=offer.skp, cells=offer.cells, open_ids=open_ids,
        form=form, problem=problem, wanted=wanted, is_first=request.method == "GET",
        may_decline=bool(offer.proposed()), declines=request.form.get("do") == "decline",
        is_closed=offer.skp.current.state is SkpState.SUBMITTED,
    )  # fmt: skip
