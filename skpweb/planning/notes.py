"""The penilai's notes on single rows; the owner reads them when the SKP is returned."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.lifecycle import SkpState
from skpweb.extensions import db
from skpweb.models.parts import RowNote
from skpweb.models.planning import Skp
from skpweb.planning import bp, decisions, pages, queries
from skpweb.web.access import allow
from skpweb.web.answer import done


@bp.post("/<int:skp_id>/notes")
@allow(people.may_set_skp, queries.skp)
def add_note(skp: Skp) -> Response | BaseResponse:
    """A note on one row, not sent yet."""
    text, row = request.form.get("text", "").strip(), request.form.get("row", "")
    if skp.current.state is not SkpState.SUBMITTED or row not in pages.row_names(skp.current):
        return decisions.show(skp, 409, [decisions.PULLED_BACK], (row, text))
    if not text:
        return decisions.show(skp, 422, ["Tulis catatannya lebih dulu."], (row, text))
    if len(text) > decisions.LONGEST_NOTE:
        return decisions.show(skp, 422, [decisions.NOTE_TOO_LONG], (row, text))
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
