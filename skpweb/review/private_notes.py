"""What a superior notes for himself alone: no trail, no count, no paper has it."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import people
from skpweb.extensions import db
from skpweb.models.feedback import PrivateNote
from skpweb.models.planning import Skp
from skpweb.review import bp
from skpweb.review.feedback import fresh_form, show
from skpweb.review.queries import feedback as queries
from skpweb.web import clock
from skpweb.web.access import allow, own
from skpweb.web.answer import done

LONGEST = 2000


@bp.post("/feedback/<int:skp_id>/notes/")
@allow(people.may_note, queries.skp)
def add_note(skp: Skp) -> Response | BaseResponse:
    """Keep a note that only its writer sees."""
    text = request.form.get("note", "").strip()
    if not text or len(text) > LONGEST:
        problem = "Tulis catatannya." if not text else f"Catatan paling panjang {LONGEST} huruf."
        return show(skp, fresh_form(skp), 422, problem)
    db.session.add(
        PrivateNote(
            skp_id=skp.id,
            writer_id=current_user.employee_id,
            text=text,
            written_on=clock.today(),
        )
    )
    flash("Catatan pribadi tersimpan. Hanya Anda yang melihat.", "ok")
    return done(url_for("review.feedback", skp_id=skp.id))


@bp.post("/feedback/notes/<int:private_note_id>/delete")
@own(queries.private_note)
def delete_note(private_note: PrivateNote) -> BaseResponse:
    """Away with it."""
    location = url_for("review.feedback", skp_id=private_note.skp_id)
    db.session.delete(private_note)
    flash("Catatan pribadi dihapus.", "ok")
    return done(location)
