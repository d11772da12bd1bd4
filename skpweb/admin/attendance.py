"""Pages of the monthly attendance recap: template, upload, preview, import, undo."""

from datetime import date

from flask import Response, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import storage
from skpweb.admin import bp
from skpweb.admin.forms.attendance import RecapForm
from skpweb.admin.queries import attendance as attendance_queries
from skpweb.admin.queries import imports as queries
from skpweb.admin.queries.imports import recap as find_recap
from skpweb.admin.uploads import act, sent_file, spreadsheet_file
from skpweb.documents.spreadsheet import Unreadable
from skpweb.domain import people
from skpweb.extensions import db
from skpweb.models.imports import ImportBatch, ImportKind
from skpweb.office import attendance_template, import_attendance
from skpweb.office.import_batches import SHOWN_ROWS
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/attendance/")
@allow(people.is_team)
def attendance_start() -> Response:
    """Template, upload, and the months that are there."""
    return _start(RecapForm.of(clock.today(), formdata=None))


@bp.get("/attendance/templat-kehadiran.xlsx")
@allow(people.is_team)
def attendance_template_file() -> Response:
    """The empty recap with everybody's name."""
    return spreadsheet_file(attendance_template.build(), "templat-kehadiran.xlsx")


@bp.post("/attendance/")
@allow(people.is_team)
def check_attendance() -> BaseResponse:
    """Judge an uploaded recap and show the preview; nothing else is saved."""
    form = RecapForm.of(clock.today())
    if not form.validate():
        return _start(form, 422)
    try:
        content, name = sent_file()
        db.session.rollback()  # reading a large list must not keep other writers waiting
        batch = import_attendance.preview(current_user, content, name, form.chosen, clock.today())
    except Unreadable as problem:
        form.file.errors = [str(problem)]
        return _start(form, 422)
    db.session.flush()
    return done(_url(batch))


@bp.get("/attendance/<int:recap_id>")
@allow(people.is_team, find_recap)
def show_attendance(recap: ImportBatch) -> Response:
    """The preview, or what became of it."""
    return page(
        "admin/attendance_preview.html",
        batch=recap,
        month=import_attendance.month_of(recap),
        most=SHOWN_ROWS,
    )


@bp.get("/attendance/<int:recap_id>/galat.xlsx")
@allow(people.is_team, find_recap)
def attendance_errors(recap: ImportBatch) -> Response:
    """The wrong rows with what to mend."""
    content, month = storage.get(recap.sha256), import_attendance.month_of(recap)
    wrong = import_attendance.error_file(content, month, clock.today())
    return spreadsheet_file(wrong, "kehadiran-galat.xlsx")


@bp.post("/attendance/<int:recap_id>")
@allow(people.is_team, find_recap)
def run_attendance(recap: ImportBatch) -> BaseResponse:
    """Import the good rows."""
    content, month = storage.get(recap.sha256), import_attendance.month_of(recap)
    db.session.rollback()  # reading a large list must not keep other writers waiting
    read = import_attendance.read(content, month, clock.today())
    return act(
        _url(recap),
        lambda: import_attendance.run(current_user, recap, read),
        "Rekap kehadiran diimpor.",
    )


@bp.post("/attendance/<int:recap_id>/undo")
@allow(people.is_team, find_recap)
def undo_attendance(recap: ImportBatch) -> BaseResponse:
    """Bring back what was stored before."""
    return act(
        _url(recap),
        lambda: import_attendance.undo(current_user, recap),
        "Impor dibatalkan. Data kembali seperti sebelumnya.",
    )


@bp.post("/attendance/<int:recap_id>/recheck")
@allow(people.is_team, find_recap)
def recheck_attendance(recap: ImportBatch) -> BaseResponse:
    """Judge a kept recap again, after the data has changed."""
    content, name = storage.get(recap.sha256), recap.file_name
    month = import_attendance.month_of(recap)
    made = import_attendance.preview(current_user, content, name, month, clock.today())
    db.session.flush()
    return done(_url(made))


def _url(recap: ImportBatch) -> str:
    return url_for("admin.show_attendance", recap_id=recap.id)


def _start(form: RecapForm, status: int = 200) -> Response:
    return page(
        "admin/attendance.html",
        status,
        form=form,
        batches=queries.recent(ImportKind.ATTENDANCE),
        months=attendance_queries.months(),
        month_of=date.fromisoformat,
    )
