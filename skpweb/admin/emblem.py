"""The picture of the Garuda for the Dokumen Evaluasi: uploaded, shown, removed."""

from flask import Response, abort, flash, g, request, url_for
from flask_login import current_user
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as BaseResponse

from skpweb import storage
from skpweb.admin import bp
from skpweb.admin.forms.office import EmblemForm
from skpweb.domain import people
from skpweb.domain.lifecycle import Refused
from skpweb.office import emblem
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/office/emblem/")
@allow(people.runs_office)
def edit_emblem() -> Response:
    """The picture in use, and a form for another one."""
    return page("admin/emblem.html", form=EmblemForm(formdata=None))


@bp.get("/office/emblem/gambar")
@allow(people.runs_office)
def emblem_image() -> Response:
    """The picture itself."""
    if not g.office.emblem_sha256:
        abort(404)
    content = storage.get(g.office.emblem_sha256)
    kind = emblem.kind_of(content)
    return Response(content, mimetype=kind.mimetype if kind else "application/octet-stream")


@bp.post("/office/emblem/")
@allow(people.runs_office)
def change_emblem() -> Response | BaseResponse:
    """Take another picture."""
    form = EmblemForm()
    try:
        emblem.set_emblem(current_user, g.office, _sent())
    except Refused as problem:
        form.file.errors = [str(problem)]
        return page("admin/emblem.html", 422, form=form)
    flash("Gambar lambang disimpan. Dokumen yang dibuat mulai sekarang memakainya.", "ok")
    return done(url_for("admin.edit_emblem"))


@bp.post("/office/emblem/remove")
@allow(people.runs_office)
def remove_emblem() -> BaseResponse:
    """Mark the place in words again."""
    emblem.remove(current_user, g.office)
    flash("Gambar lambang dilepas.", "ok")
    return done(url_for("admin.edit_emblem"))


def _sent() -> bytes:
    """The file that was sent. Raises ``Refused`` if there is none or it is too large."""
    try:
        sent = request.files.get("file")
    except RequestEntityTooLarge:
        raise Refused("Gambar lebih dari 1 MB. Perkecil dulu, lalu unggah lagi.") from None
    if sent is None or not sent.filename:
        raise Refused("Belum ada berkas yang dipilih. Pilih gambar PNG atau JPG.")
    return sent.read(emblem.LARGEST + 1)
