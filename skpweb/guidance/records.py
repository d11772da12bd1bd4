"""A coaching or mentoring: each side writes its part, both sign (p.78-82)."""

from typing import Any

from flask import Response, abort, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.documents import guidance_papers
from skpweb.domain import guidance as rules
from skpweb.domain import guidance_forms as forms
from skpweb.domain import lifecycle, people
from skpweb.domain.guidance_forms import SECTIONS, PaperKind, Rows, Section
from skpweb.domain.lifecycle import Action, Refused
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.guidance import bp, pdf, queries, typed
from skpweb.guidance.forms import LONGEST_REASON
from skpweb.models.guidance import Guidance
from skpweb.office import guidance as verbs
from skpweb.web import clock, versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.fields import too_long
from skpweb.web.page import page

CLOSED = "Bagian ini tidak sedang Anda isi. Isian Anda masih ada di bawah; salin bila perlu."
STALE = "Bagian ini berubah sejak halaman dibuka. Isian Anda belum disimpan."
DONE = {
    Action.SUBMIT: "Terkirim kepada pembimbing.",
    Action.RETURN: "Dikembalikan kepada pegawai.",
    Action.OFFER: "Ditandatangani dan dikirim kepada pegawai untuk disetujui.",
    Action.REOPEN: "Permintaan perbaikan terkirim kepada pembimbing.",
    Action.CONFIRM: "Disetujui dan ditandatangani oleh kedua pihak.",
    Action.WITHDRAW: "Bimbingan dibatalkan.",
}
#: moves that are made together with saving the part of a side
WITH_PART = {Action.SUBMIT, Action.OFFER}


@bp.get("/<int:guidance_id>/")
@allow(rules.may_see, queries.record)
def show(record: Guidance) -> Response:
    """The form: my part to write, the other's to read."""
    return whole(record)


@bp.post("/<int:guidance_id>/")
@allow(rules.may_see, queries.record)
def save(record: Guidance) -> Response | BaseResponse:
    """Keep my part; the button may also send or sign it."""
    mine = open_now(record)
    sent = typed.sections(mine or SECTIONS[record.kind_of])
    rows = [row for found in sent.values() for row in found]
    problem = CLOSED if not mine else STALE if versions.is_stale(record) else None
    if problem or (long := forms.too_much(rows)):
        return whole(record, 409 if problem else 422, sent, problem or long or "")
    return _keep(record, sent, request.form.get("do", ""))


@bp.post("/<int:guidance_id>/<any(return, reopen, confirm, withdraw):verb>")
@allow(rules.may_see, queries.record)
def take(record: Guidance, verb: str) -> Response | BaseResponse:
    """A move without a part to write."""
    action, reason = Action(verb), request.form.get("reason", "").strip()
    problem = STALE if versions.is_stale(record) else too_long(reason, LONGEST_REASON)
    if problem is not None:
        return whole(record, 409 if problem is STALE else 422, problem=problem, reason=reason)
    try:
        verbs.step(current_user, record, action, clock.today(), reason)
    except Refused as refusal:
        return _again(record.id, None, str(refusal), reason)
    flash(DONE[action], "ok")
    id_ = record.id
    answer = done(url_for("guidance.show", guidance_id=id_))
    if action is Action.CONFIRM:
        guidance_papers.make(id_, clock.today())
    return answer


@bp.get("/<int:guidance_id>/format.pdf")
@allow(rules.may_see, queries.record)
def record_pdf(record: Guidance) -> Response:
    """B.1.6 or B.1.7: a draft, or the paper that was kept."""
    return pdf.answer(guidance_papers.record(record, clock.today()), "bimbingan-kinerja.pdf")


def open_now(record: Guidance) -> tuple[Section, ...]:
    """The sections that whoever asks may write now."""
    parties = record.parties(clock.today())
    return rules.writable(record.kind_of, record.state, current_user, parties)


def whole(
    record: Guidance, status: int = 200, sent: dict[str, Rows] | None = None,
    problem: str = "", reason: str = "",
) -> Response:  # fmt: skip
    """The page; ``sent`` wins over what is stored."""
    parties, mine = record.parties(clock.today()), open_now(record)
    sent = sent or {}
    return page(
        "guidance/record.html",
        status,
        record=record,
        sections=SECTIONS[record.kind_of],
        mine={one.name for one in mine},
        rows=dict(record.body) | (sent if mine else {}),
        lost={} if mine else sent,
        problem=problem,
        missing=missing(record, mine, sent) if problem else {},
        reason=reason,
        conflict=conflict(record, mine, sent) if status == 409 else [],
        version=versions.shown(record),
        actions={one.value for one in lifecycle.open_to(
            record.moves, current_user, record, clock.today())},
        is_owner=people.is_owner(current_user, parties),
        is_guide=rules.is_guide(current_user, parties),
        adjusts=rules.needs_new_targets(record.body),
        papers=papers(record, current_user),
    )  # fmt: skip


def missing(record: Guidance, mine: tuple[Section, ...], sent: dict[str, Rows]) -> dict[str, str]:
    """Field -> its table, for each table of mine that a refused button still needs."""
    if request.form.get("do") not in tuple(WITH_PART):
        return {}
    found = {}
    for one in mine:
        rows = sent.get(one.name, [])
        if one.name in rules.NEEDED[record.kind_of] and not rows:
            found[f"{one.name}-{next(iter(one.columns))}-1"] = one.title.capitalize()
        for at, row in enumerate(rows, 1):
            if "adjust" in one.columns and not row.get("adjust"):
                found[f"{one.name}-adjust-{at}"] = f"Baris {at}: YA atau TIDAK"
    return found


def conflict(
    record: Guidance, mine: tuple[Section, ...], sent: dict[str, Rows]
) -> list[tuple[str, str, str]]:
    """What both wrote, section by section."""
    pairs = [
        (
            one.title,
            typed.words(one, record.body.get(one.name, [])),
            typed.words(one, sent[one.name]),
        )
        for one in mine
        if one.name in sent
    ]
    return [pair for pair in pairs if pair[1] != pair[2]]


def papers(record: Guidance, person: Actor) -> list[tuple[PaperKind, Any]]:
    """What follows a signed bimbingan, as far as somebody may open it."""
    if record.owner_signed_at is None:
        return []
    day = clock.today()
    found = [(kind, record.paper(kind) or queries.fresh(record, kind)) for kind in PaperKind]
    return [(kind, one) for kind, one in found if rules.MAY_OPEN[kind](person, one.parties(day))]


def _keep(record: Guidance, sent: dict[str, Rows], do: str) -> Response | BaseResponse:
    day, id_ = clock.today(), record.id
    action = Action(do) if do in tuple(WITH_PART) else None
    try:
        verbs.write(current_user, record, sent, day)
        if action is not None:
            verbs.step(current_user, record, action, day)
    except Refused as refusal:
        return _again(id_, sent, str(refusal))
    flash(DONE[action] if action else "Tersimpan.", "ok")
    return done(url_for("guidance.show", guidance_id=id_))


def _again(id_: int, sent: dict[str, Rows] | None, problem: str, reason: str = "") -> Response:
    """The page as it is stored, with what was typed, after a refusal."""
    db.session.rollback()
    found = queries.record(current_user, id_)
    return whole(found, 422, sent, problem, reason) if found is not None else abort(404)
