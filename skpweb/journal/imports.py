"""Pages of one's own list of journal rows: paste or upload, preview, save, take back."""

from collections.abc import Callable

from flask import Response, current_app, flash, request, url_for
from flask_login import current_user
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as BaseResponse
from wtforms import FileField, TextAreaField

from skpweb import storage
from skpweb.documents import spreadsheet
from skpweb.documents.spreadsheet import Unreadable
from skpweb.domain import people
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.journal import bp, list_check, list_import, list_keeping, list_queries
from skpweb.journal.list_queries import batch as find_batch
from skpweb.models.imports import ImportBatch
from skpweb.office import journal_list, unused_files
from skpweb.office.journal_list import MOST_BYTES, Listing
from skpweb.web.access import allow, own
from skpweb.web.answer import done
from skpweb.web.headers import offer
from skpweb.web.page import page

LARGEST_BODY = 8 * 1024 * 1024  #: above 2 MB the page itself says what to do
TOO_LARGE = "Berkas lebih dari 2 MB. Hapus gambar dan lembar lain, lalu simpan sebagai .xlsx."
EMPTY = "Tempel baris kegiatan, atau pilih berkas .xlsx."


class ListForm(FlaskForm):
    """Rows, pasted or in a file."""

    rows = TextAreaField("Baris dari spreadsheet")
    file = FileField("Berkas Excel (.xlsx)")


@bp.url_value_preprocessor
def allow_list(endpoint: str | None, _values: object) -> None:
    """Only a list may be large; decided before any form is read."""
    if endpoint == "journal.check_list":
        request.max_content_length = LARGEST_BODY
        request.max_form_memory_size = MOST_BYTES


@bp.get("/import/")
@allow(people.is_employee)
def import_start() -> Response:
    """Paste or upload, and the field sheet."""
    return _start(ListForm(formdata=None))


@bp.post("/import/")
@allow(people.is_employee)
def check_list() -> Response | BaseResponse:
    """Judge a list and show the preview; nothing else is saved."""
    form = ListForm()
    nip = list_queries.nip(current_user)
    try:
        content, name = _sent(form)
        db.session.rollback()  # reading a long list must not keep other writers waiting
        listing = journal_list.read(content, is_text=not _file_is_sent())
        list_import.refuse_others(listing, nip)
    except Unreadable as problem:
        field = form.file if _file_is_sent() else form.rows
        field.errors = [str(problem)]
        return _start(form, 422)
    gone = list_keeping.make_room(current_user)
    if gone.is_full:
        flash(list_keeping.FULL, "warn")
    batch = list_import.preview(content, name, listing)
    answer = done(url_for("journal.show_list", import_id=batch.id))
    unused_files.remove(gone.files)
    return answer


@bp.get("/import/<int:import_id>/")
@own(find_batch)
def show_list(batch: ImportBatch) -> Response:
    """The preview, or what became of it."""
    text = list_import.pasted_text(batch)
    form = ListForm(formdata=None, data={"rows": text})
    return page(
        "journal/import_preview.html", batch=batch, form=form, is_text=bool(text),
        most=list_import.SHOWN_ROWS, most_saved=list_import.MOST_SAVED,
    )  # fmt: skip


@bp.get("/import/<int:import_id>/galat.xlsx")
@own(find_batch)
def list_errors(batch: ImportBatch) -> Response:
    """The wrong rows with what to mend."""
    listing = _read_again(batch)
    list_check.judge(listing, current_user.employee_id)
    return attachment(journal_list.error_file(listing.of("bad")), "baris-galat.xlsx")


@bp.post("/import/<int:import_id>/")
@own(find_batch)
def save_list(batch: ImportBatch) -> BaseResponse:
    """Save the new rows."""
    listing = _read_again(batch)
    return _act(batch, lambda: f"{list_import.save(batch, listing)} kegiatan tersimpan.")


@bp.post("/import/<int:import_id>/undo")
@own(find_batch)
def undo_list(batch: ImportBatch) -> BaseResponse:
    """Take the saved rows back."""
    return _act(
        batch, lambda: f"Impor dibatalkan. {list_import.undo(batch)} kegiatan dihapus dari jurnal."
    )


def attachment(content: bytes, name: str, mimetype: str = spreadsheet.MIMETYPE) -> Response:
    """A file to keep."""
    response = current_app.response_class(content, mimetype=mimetype)
    return offer(response, "attachment", name)


def _act(batch: ImportBatch, verb: Callable[[], str]) -> BaseResponse:
    here = url_for("journal.show_list", import_id=batch.id)
    try:
        said = verb()
    except Refused as problem:
        db.session.rollback()
        flash(str(problem), "bad")
        return done(here)
    flash(said, "ok")
    return done(here)


def _read_again(batch: ImportBatch) -> Listing:
    content, is_text = storage.get(batch.sha256), batch.result["is_text"]
    db.session.rollback()  # reading a long list must not keep other writers waiting
    return journal_list.read(content, is_text=is_text)


def _sent(form: ListForm) -> tuple[bytes, str]:
    """The list as it is kept, and its name. Raises ``Unreadable`` if there is none."""
    if _file_is_sent():
        sent = request.files["file"]
        content = sent.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise Unreadable(TOO_LARGE)
        return content, sent.filename or ""
    text = form.rows.data or ""
    if not text.strip():
        raise Unreadable(EMPTY)
    return journal_list.of_text(text), "Baris yang ditempel"


def _file_is_sent() -> bool:
    sent = request.files.get("file")
    return sent is not None and bool(sent.filename)


def _start(form: ListForm, status: int = 200) -> Response:
    return page("journal/import.html", status, form=form, batches=list_queries.recent(current_user))
