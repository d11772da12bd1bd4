"""Submit, take back, look, note, return, approve."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import lifecycle, people
from skpweb.domain.lifecycle import Action, SkpState
from skpweb.extensions import db
from skpweb.models import snapshots, versions
from skpweb.models.base import utc_now
from skpweb.models.parts import RowNote
from skpweb.models.planning import Skp, SkpVersion
from skpweb.moves import move
from skpweb.planning import bp, pages, papers, queries
from skpweb.web import clock
from skpweb.web import versions as locks
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

PULLED_BACK = "SKP ini ditarik kembali atau berubah sejak halaman ini dibuka. Baca lagi dulu."


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


@bp.get("/<int:skp_id>/review")
@allow(people.may_set_skp, queries.skp)
def review(skp: Skp) -> Response:
    """The penilai's page: all of it, or only what changed, with notes per row."""
    return show(skp)


@bp.post("/<int:skp_id>/notes")
@allow(people.may_set_skp, queries.skp)
def add_note(skp: Skp) -> Response | BaseResponse:
    """A note on one row; the owner sees it when the SKP is returned."""
    text, row = request.form.get("text", "").strip(), request.form.get("row", "")[:60]
    if skp.current.state is not SkpState.SUBMITTED:
        return show(skp, 409, [PULLED_BACK])
    if not text or len(text) > 2000:
        return show(skp, 422, ["Tulis catatannya, paling panjang 2.000 huruf."], (row, text))
    note = RowNote(
        version_ref=skp.current.id, row=row, text=text, author_id=current_user.employee_id
    )
    db.session.add(note)
    audit.record(current_user, "skp.note", note, owner_id=skp.employee_id)
    flash("Catatan tersimpan. Pegawai membacanya setelah SKP dikembalikan.", "ok")
    return done(url_for("planning.review", skp_id=skp.id, all=request.args.get("all")))


@bp.post("/<int:skp_id>/notes/<int:note_id>/delete")
@allow(people.may_set_skp, queries.skp)
def delete_note(skp: Skp, note_id: int) -> BaseResponse:
    """Take back a note that was not sent."""
    for note in skp.current.notes:
        if note.id == note_id and note.sent_at is None:
            audit.record(current_user, "skp.note-delete", note, owner_id=skp.employee_id)
            db.session.delete(note)
    return done(url_for("planning.review", skp_id=skp.id))


@bp.post("/<int:skp_id>/return")
@allow(people.may_set_skp, queries.skp)
def send_back(skp: Skp) -> Response | BaseResponse:
    """Return with the notes; what was seen is remembered for the next look."""
    version, text = skp.current, request.form.get("text", "").strip()[:2000]
    if locks.is_stale(version):
        return show(skp, 409, [PULLED_BACK], ("skp", text))
    if text:
        note = RowNote(row="skp", text=text, author_id=current_user.employee_id)
        version.notes.append(note)
    try:
        move(version, Action.RETURN, current_user, clock.today())
    except lifecycle.Refused as refusal:
        db.session.rollback()
        return show(queries.skp(current_user, skp.id), 422, [str(refusal)], ("skp", text))
    for note in version.notes:
        note.sent_at = note.sent_at or utc_now()
    version.returned_content = versions.content(version)
    flash("SKP dikembalikan dengan catatan Anda.", "ok")
    return done(url_for("review.desk"))


@bp.post("/<int:skp_id>/approve")
@allow(people.may_set_skp, queries.skp)
def approve(skp: Skp) -> Response | BaseResponse:
    """Tetapkan: frozen with names and posts, the former version superseded."""
    version, day = skp.current, clock.today()
    if locks.is_stale(version):
        return show(skp, 409, [PULLED_BACK])
    former = skp.in_force
    try:
        with db.session.no_autoflush:
            freeze(skp, version)
            move(version, Action.APPROVE, current_user, day)
            if former is not None:
                move(former, Action.SUPERSEDE, current_user, day)
    except lifecycle.Refused as refusal:
        db.session.rollback()
        return show(queries.skp(current_user, skp.id), 409, [str(refusal)])
    flash(f"SKP {skp.employee.full_name} ditetapkan.", "ok")
    skp_id, number = skp.id, version.number
    answer = done(url_for("review.desk"))
    papers.make_all(skp_id, number)
    return answer


def freeze(skp: Skp, version: SkpVersion) -> None:
    """Snapshot of the parties and of the superior's RHK as they are now."""
    words = pages.linked(skp)
    for rhk in version.rhks:
        if rhk.intervened_key in words:
            rhk.intervened_text = words[rhk.intervened_key]
    version.snapshot = snapshots.of_parties(skp, clock.today())
    version.signed_on = clock.today()


def show(
    skp: Skp, status: int = 200, problems: list[str] | None = None,
    typed: tuple[str, str] = ("", ""),
) -> Response:  # fmt: skip
    """The penilai's page."""
    version = skp.current
    before = pages.before(version)
    after = versions.content(version)
    changed = versions.changed(before, after) if before is not None else None
    return page(
        "planning/review.html",
        status,
        skp=skp,
        v=version,
        parties=pages.named_parties(skp, version),
        linked=pages.linked(skp),
        actions=pages.open_actions(skp),
        notes=version.notes,
        before=before,
        changed=changed,
        sections=versions.sections(version, changed or set()),
        gone=versions.gone(before, after),
        show_all=before is None or pages.shows_all(),
        problems=problems or [],
        typed=typed,
        row_names=pages.row_names(version),
        note_rows=note_rows(version),
        version=locks.shown(version),
    )


def note_rows(version: SkpVersion) -> dict[str, list[str]]:
    """The rows that a note can be written on, by the card they stand on."""
    groups = {
        f"rhk:{rhk.key}": [f"rhk:{rhk.key}", *(f"indicator:{one.key}" for one in rhk.indicators)]
        for rhk in version.rhks
    }
    names = pages.row_names(version)
    groups["values"] = [row for row in names if row.startswith("value:")]
    groups["appendix"] = [row for row in names if row.startswith("appendix:")]
    return groups
