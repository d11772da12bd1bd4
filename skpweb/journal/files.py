"""Files that prove an entry: sent, used again, taken away, shown."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Response, abort, current_app, flash, g, request, url_for
from flask_login import current_user
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit, storage
from skpweb.domain import people
from skpweb.domain.lifecycle import EntryState, Refused
from skpweb.evidence import finding, intake, kinds
from skpweb.evidence.finding import Proof, evidence, may_open
from skpweb.evidence.intake import Prepared, Quota
from skpweb.evidence.refusal import Unfit
from skpweb.evidence.repeats import seen_elsewhere
from skpweb.extensions import db
from skpweb.journal import bp
from skpweb.models.base import utc_now
from skpweb.models.entries import entry as find_entry
from skpweb.models.evidence import Evidence
from skpweb.models.journal import JournalEntry
from skpweb.web import clock, limits
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.headers import offer
from skpweb.web.page import page

LARGEST_BODY = 32 * 1024 * 1024  #: a raw photo; above 5 MB the page itself says what to do
UPLOADS = {"journal.add", "journal.add_file", "journal.save_draft"}
MOST_OFFERED = 20  #: earlier files to choose from
SHOWN_INLINE = {kind.mimetype for kind in kinds.PHOTOS}
LAST = "Kantor mewajibkan bukti dukung. Tambahkan bukti penggantinya dulu, lalu lepas yang ini."
CLOSED = "Kegiatan ini sudah disetujui. Buktinya tidak dapat diubah."


class FileForm(FlaskForm):
    """One file; read by ``received``."""

    file = FileField("Foto atau berkas")


@bp.url_value_preprocessor
def allow_upload(endpoint: str | None, _values: object) -> None:
    """Only forms with a file may be large; decided before any form is read."""
    if endpoint in UPLOADS:
        request.max_content_length = LARGEST_BODY


@bp.get("/evidence/<int:evidence_id>")
@allow(may_open, evidence)
def show_evidence(evidence: Proof) -> Response:
    """The file for saving; a photo also for looking at (``?inline``). It can run nothing."""
    file = evidence.file
    inline = "inline" in request.args and file.mimetype in SHOWN_INLINE
    response: Response = current_app.response_class(
        storage.get(file.sha256), mimetype=file.mimetype
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return offer(response, "inline" if inline else "attachment", file.name)


@bp.get("/<int:entry_id>/files/")
@allow(people.is_owner, find_entry)
def files(entry: JournalEntry) -> Response:
    """The evidence of an entry: what is there, one more, one that was sent before."""
    return show_files(entry)


@bp.post("/<int:entry_id>/files/")
@allow(people.is_owner, find_entry)
def add_file(entry: JournalEntry) -> Response | BaseResponse:
    """One more file for an entry."""
    number = entry.id
    try:
        sent = received()
        if sent is None:
            raise Unfit("Belum ada berkas yang dipilih. Pilih foto atau berkasnya.")
    except Unfit as problem:
        return show_files(again(number), 422, str(problem))
    made = prove(again(number), sent)
    flash(f"Bukti {made.name} tersimpan.", "ok")
    return done(url_for("journal.files", entry_id=number))


@bp.post("/<int:entry_id>/files/reuse")
@allow(people.is_owner, find_entry)
def reuse_file(entry: JournalEntry) -> BaseResponse:
    """A file of mine that proves another entry already."""
    wanted = request.form.get("evidence", "")
    offered = finding.earlier_files(current_user.employee_id, entry.id, MOST_OFFERED)
    chosen = next((file for file in offered if str(file.id) == wanted), None)
    if chosen is None:
        flash("Pilih dulu salah satu bukti dari daftar.", "warn")
    else:
        refuse_closed(entry)
        tie(entry, chosen)
        flash(f"Bukti {chosen.name} dipakai juga di kegiatan ini.", "ok")
    return done(url_for("journal.files", entry_id=entry.id))


@bp.post("/<int:entry_id>/files/remove")
@allow(people.is_owner, find_entry)
def remove_file(entry: JournalEntry) -> BaseResponse:
    """Take a file away from an entry."""
    refuse_closed(entry)
    wanted, there = request.form.get("evidence", ""), finding.files_of(entry.id)
    chosen = next((file for file in there if str(file.id) == wanted), None)
    if g.office.requires_evidence and len(there) == 1 and not entry.evidence_url:
        flash(LAST, "warn")
    elif chosen is not None:
        name, digest = chosen.name, chosen.sha256
        intake.detach(entry.id, chosen.id)
        touch(entry, "entry.detach", digest)
        flash(f"Bukti {name} dilepas dari kegiatan ini.", "ok")
    return done(url_for("journal.files", entry_id=entry.id))


def received() -> Prepared | None:
    """The file that came with this form, checked and ready to be kept; None without one.

    It ends the transaction, as a photo takes its time: what was loaded before has to
    be found again (``again``). Raises ``Unfit`` with what to do.
    """
    try:
        sent = request.files.get(limits.FILE)
    except RequestEntityTooLarge:
        raise Unfit(intake.TOO_LARGE) from None
    if sent is None or not sent.filename:
        return None
    allowance = quota()
    db.session.rollback()
    prepared = intake.prepare(sent.filename, sent.read(intake.LARGEST + 1))
    intake.check_quota(prepared, allowance)
    return prepared


def taken(field: FileField) -> Prepared | None:
    """``received`` for a form: what is wrong with the file stands at its field."""
    try:
        return received()
    except Unfit as problem:
        field.process_errors = [str(problem)]
        return None


def prove(entry: JournalEntry, sent: Prepared) -> Evidence:
    """Keep a received file as evidence of an entry. Raises ``Refused``."""
    refuse_closed(entry)
    try:
        made = intake.keep(sent, quota())
    except Unfit as problem:  # another file took the room meanwhile
        raise Refused(str(problem)) from problem
    tie(entry, made)
    return made


def tie(entry: JournalEntry, file: Evidence) -> None:
    """Let a file prove an entry."""
    if intake.attach(entry.id, file.id):
        touch(entry, "entry.attach", file.sha256)


def touch(entry: JournalEntry, action: str, digest: str) -> None:
    """Its evidence changed: whoever looked at it before decides on something else."""
    entry.updated_at, entry.updated_by = utc_now(), current_user.display_name[:200]
    audit.record(
        current_user, action, entry, after={"sha256": digest}, owner_id=current_user.employee_id
    )


def refuse_closed(entry: JournalEntry) -> None:
    """What was approved stays as it was."""
    if entry.state is EntryState.APPROVED:
        raise Refused(CLOSED)


def quota() -> Quota:
    """What I may still add this year."""
    begin = datetime(clock.today().year, 1, 1, tzinfo=ZoneInfo(g.office.timezone))
    return Quota(current_user.employee_id, g.office.evidence_quota, begin)


def again(entry_id: int) -> JournalEntry:
    """My entry, found again after the transaction ended meanwhile."""
    found = find_entry(current_user, entry_id)
    if found is None or found.skp.employee_id != current_user.employee_id:
        abort(404)
    return found


def show_files(entry: JournalEntry, status: int = 200, problem: str = "") -> Response:
    """The page of an entry's evidence."""
    form = FileForm(formdata=None)
    form.file.errors = [problem] if problem else []
    return page(
        "journal/files.html",
        status,
        entry=entry,
        form=form,
        files=finding.files_of(entry.id),
        earlier=finding.earlier_files(current_user.employee_id, entry.id, MOST_OFFERED),
        quota=intake.in_words(quota()),
        repeats=seen_elsewhere([entry.id], own_only=True).get(entry.id, []),
        checks_links=bool(current_app.config["CHECK_LINKS"]),
    )
