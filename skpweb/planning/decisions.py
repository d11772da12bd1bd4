"""The penilai's side of an agreement: look, return, approve."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import lifecycle, people
from skpweb.domain.lifecycle import Action
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
LONGEST_NOTE = 2000
NOTE_TOO_LONG = "Catatan paling panjang 2.000 huruf. Ringkas isinya."


@bp.get("/<int:skp_id>/review")
@allow(people.may_set_skp, queries.skp)
def review(skp: Skp) -> Response:
    """The penilai's page: all of it, or only what changed, with notes per row."""
    return show(skp)


@bp.post("/<int:skp_id>/return")
@allow(people.may_set_skp, queries.skp)
def send_back(skp: Skp) -> Response | BaseResponse:
    """Return with the notes; what was seen is remembered for the next look."""
    version, text = skp.current, request.form.get("text", "").strip()
    if locks.is_stale(version):
        return show(skp, 409, [PULLED_BACK], ("skp", text))
    if len(text) > LONGEST_NOTE:
        return show(skp, 422, [NOTE_TOO_LONG], ("skp", text))
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
        has_manual=pages.has_manual(version),
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
