"""What the pages of uploaded lists share: the file that was sent, and how an act on it ends."""

from collections.abc import Callable
from typing import Any

from flask import Response, current_app, flash, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as BaseResponse

from skpweb.documents import spreadsheet
from skpweb.documents.spreadsheet import Unreadable
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.office.import_batches import MOST_BYTES
from skpweb.web.answer import done
from skpweb.web.headers import offer

TOO_LARGE = "Berkas lebih dari 2 MB. Hapus gambar dan lembar lain, lalu simpan sebagai .xlsx."


def sent_file() -> tuple[bytes, str]:
    """The file that was sent. Raises ``Unreadable`` if there is none or it is too large."""
    try:
        sent = request.files.get("file")
    except RequestEntityTooLarge:
        raise Unreadable(TOO_LARGE) from None
    if sent is None or not sent.filename:
        raise Unreadable("Belum ada berkas yang dipilih. Pilih berkas .xlsx.")
    content = sent.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    return content, sent.filename


def act(here: str, verb: Callable[[], Any], said: str) -> BaseResponse:
    """Call ``verb`` and go to ``here``, with what was done or why not."""
    try:
        verb()
    except Refused as problem:
        db.session.rollback()
        flash(str(problem), "bad")
        return done(here)
    flash(said, "ok")
    return done(here)


def spreadsheet_file(content: bytes, name: str) -> Response:
    """An .xlsx to save."""
    response = current_app.response_class(content, mimetype=spreadsheet.MIMETYPE)
    return offer(response, "attachment", name)
