"""Errors as pages that say what to do.

An ended session and an expired form are answered by ``login/resume.py``.
"""

import logging
import secrets

import sqlalchemy as sa
from flask import Flask, Response
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as BaseResponse

from skpweb.documents.spreadsheet import Unreadable
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.storage import Damaged
from skpweb.web.page import page

log = logging.getLogger("skpweb.errors")

WORDS = {
    400: ("Permintaan tidak dapat dibaca", "Kembali ke halaman sebelumnya, lalu coba sekali lagi."),
    403: ("Anda tidak berwenang", "Tindakan ini hanya untuk orang lain yang berwenang."),
    404: (
        "Halaman tidak ditemukan",
        "Alamatnya mungkin salah, atau data itu bukan untuk Anda. Mulai lagi dari Beranda.",
    ),
    405: ("Halaman tidak ditemukan", "Mulai lagi dari Beranda."),
    413: ("Berkas terlalu besar", "Kirim berkas yang lebih kecil. Batasnya tertulis di formulir."),
    429: ("Terlalu banyak percobaan", "Tunggu beberapa menit, lalu coba lagi."),
    500: ("Terjadi kesalahan", "Isian terakhir belum tersimpan. Coba sekali lagi."),
}

DAMAGED = (
    "Dokumen rusak atau hilang",
    "Berkasnya di arsip hilang atau bukan lagi yang disimpan dulu, jadi tidak ditampilkan. Minta "
    "admin kantor menjalankan pemeriksaan di halaman Kesehatan.",
)

#: when even the database does not answer: a page that needs nothing
NO_DATABASE = """<!doctype html>
<html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Aplikasi sedang tidak dapat dipakai</title>
<h1>Aplikasi sedang tidak dapat dipakai</h1>
<p>Isian terakhir belum tersimpan. Coba lagi beberapa menit lagi. Bila terulang, sebutkan kode
<b>{}</b> kepada admin kantor Anda.</p></html>"""


def init_app(app: Flask) -> None:
    """Answer every error with a page."""
    app.register_error_handler(HTTPException, plain_error)
    app.register_error_handler(Refused, refused)
    app.register_error_handler(Unreadable, unreadable)
    app.register_error_handler(Damaged, damaged)
    app.register_error_handler(Exception, unexpected)


def plain_error(error: HTTPException) -> Response | BaseResponse:
    """The error as a page; redirects pass through."""
    if error.code is None or error.code < 400:
        return error.get_response()
    title, advice = WORDS.get(error.code, WORDS[400])
    return page("error.html", error.code, title=title, advice=advice, reference=None)


def refused(error: Refused) -> Response:
    """A move that was not allowed, where the view did not answer it itself."""
    db.session.rollback()
    return page("error.html", 409, title="Belum dapat dilakukan", advice=str(error), reference=None)


def unreadable(error: Unreadable) -> Response:
    """A kept list that cannot be read just now, or not any more."""
    db.session.rollback()
    return page("error.html", 422, title="Berkas tidak terbaca", advice=str(error), reference=None)


def damaged(error: Damaged) -> Response:
    """A stored file is gone or is not the one that was stored: never shown, and said so."""
    db.session.rollback()
    reference = secrets.token_hex(4).upper()
    log.error("reference %s", reference, exc_info=error)
    title, advice = DAMAGED
    return page("error.html", 500, title=title, advice=advice, reference=reference)


def unexpected(error: Exception) -> Response:
    """Anything else: logged with a reference that the person can name."""
    reference = secrets.token_hex(4).upper()
    log.error("reference %s", reference, exc_info=error)
    title, advice = WORDS[500]
    try:
        db.session.rollback()
        return page("error.html", 500, title=title, advice=advice, reference=reference)
    except sa.exc.SQLAlchemyError:  # no page without its office and person
        return Response(NO_DATABASE.format(reference), 503, {"Retry-After": "60"})
