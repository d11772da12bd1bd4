"""Pages of the staff list: template, upload, preview, import, undo."""

from flask import Response, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import storage
from skpweb.admin import bp
from skpweb.admin.forms.office import UploadForm
from skpweb.admin.queries import imports as queries
from skpweb.admin.queries.imports import batch as find_batch
from skpweb.admin.uploads import act, sent_file, spreadsheet_file
from skpweb.documents.spreadsheet import Unreadable
from skpweb.domain import people
from skpweb.extensions import db
from skpweb.models.imports import ImportBatch, ImportKind
from skpweb.office import import_employees, import_template
from skpweb.office.import_batches import SHOWN_ROWS
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/imports/")
@allow(people.runs_office)
def import_start() -> Response:
    """Template and upload."""
    return _start(UploadForm(formdata=None))


@bp.get("/imports/templat-pegawai.xlsx")
@allow(people.runs_office)
def import_template_file() -> Response:
    """The empty list with its explanations."""
    return spreadsheet_file(import_template.build(), "templat-pegawai.xlsx")


@bp.post("/imports/")
@allow(people.runs_office)
def check_import() -> BaseResponse:
    """Judge an uploaded list and show the preview; nothing else is saved."""
    form = UploadForm()
    try:
        content, name = sent_file()
        db.session.rollback()  # reading a large list must not keep other writers waiting
        batch = import_employees.preview(current_user, content, name, clock.today())
    except Unreadable as problem:
        form.file.errors = [str(problem)]
        return _start(form, 422)
    db.session.flush()
    return done(url_for("admin.show_import", batch_id=batch.id))


@bp.get("/imports/<int:batch_id>")
@allow(people.runs_office, find_batch)
def show_import(batch: ImportBatch) -> Response:
    """The preview, or what became of it."""
    return page("admin/import_preview.html", batch=batch, most=SHOWN_ROWS)


@bp.get("/imports/<int:batch_id>/galat.xlsx")
@allow(people.runs_office, find_batch)
def import_errors(batch: ImportBatch) -> Response:
    """The wrong rows with what to mend."""
    content = import_employees.error_file(storage.get(batch.sha256), clock.today())
    return spreadsheet_file(content, "baris-galat.xlsx")


@bp.post("/imports/<int:batch_id>")
@allow(people.runs_office, find_batch)
def run_import(batch: ImportBatch) -> BaseResponse:
    """Import the good rows."""
    content = storage.get(batch.sha256)
    db.session.rollback()  # reading a large list must not keep other writers waiting
    rows = import_employees.read(content, clock.today())
    return act(
        url_for("admin.show_import", batch_id=batch.id),
        lambda: import_employees.run(current_user, batch, rows, clock.today()),
        "Daftar pegawai diimpor.",
    )


@bp.post("/imports/<int:batch_id>/undo")
@allow(people.runs_office, find_batch)
def undo_import(batch: ImportBatch) -> BaseResponse:
    """Take the import back while nothing depends on it."""
    return act(
        url_for("admin.show_import", batch_id=batch.id),
        lambda: import_employees.undo(current_user, batch),
        "Impor dibatalkan. Data kembali seperti sebelumnya.",
    )


@bp.post("/imports/<int:batch_id>/recheck")
@allow(people.runs_office, find_batch)
def recheck_import(batch: ImportBatch) -> BaseResponse:
    """Judge a kept list again, after the data has changed."""
    content, name = storage.get(batch.sha256), batch.file_name
    made = import_employees.preview(current_user, content, name, clock.today())
    db.session.flush()
    return done(url_for("admin.show_import", batch_id=made.id))


def _start(form: UploadForm, status: int = 200) -> Response:
    return page("admin/import.html", status, form=form, batches=queries.recent(ImportKind.STAFF))
