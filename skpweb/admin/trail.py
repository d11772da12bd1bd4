"""Pages of the audit trail: list, integrity, export."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from flask import Response, current_app, flash, g, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.admin import bp, trail_detail, trail_words
from skpweb.admin.queries import trail as queries
from skpweb.documents import spreadsheet
from skpweb.domain import people
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.office import dates
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.headers import offer
from skpweb.web.limits import number
from skpweb.web.page import page

HEADS = (
    "Nomor", "Waktu", "Pelaku", "Sebagai", "Tindakan", "Objek", "Nomor objek", "Alasan",
    "Alamat IP", "Sebelum", "Sesudah", "Hash",
)  # fmt: skip


@bp.get("/trail/")
@allow(people.runs_office)
def trail() -> Response:
    """What happened, the newest first."""
    asked = _asked(request.args)
    found = queries.found(asked, g.office.timezone, request.args.get("page", 1, type=number))
    return page(
        "admin/trail.html",
        found=found,
        typed=request.args,
        kinds=[(name, trail_words.kind(name)) for name in queries.kinds()],
        verb=trail_words.verb,
        shown={event.number: _words(event) for event in found.items},
        owners=queries.names({event.owner_id for event in found.items}),
        may_show=lambda event: queries.may_show(current_user, event),
    )


@bp.post("/trail/verify")
@allow(people.runs_office)
def verify_trail() -> BaseResponse:
    """Walk through the whole chain and say whether it holds."""
    broken = audit.verify()
    if broken is None:
        last = db.session.scalar(db.select(db.func.max(AuditEvent.number))) or 0
        flash(f"Rantai catatan utuh s.d. nomor {last:,}.".replace(",", "."), "ok")
    else:
        flash(f"Rantai catatan tidak utuh mulai nomor {broken}. Hubungi pengelola server.", "bad")
    return done(url_for("admin.trail"))


@bp.post("/trail/jejak-audit.csv")
@allow(people.runs_office)
def export_trail() -> Response:
    """All events that fit the filters as CSV; the export itself is recorded."""
    asked = _asked(request.form)
    content = spreadsheet.write_csv(_lines(asked))
    audit.record(current_user, "audit.export", after={"kind": asked.kind, "actor": asked.actor})
    db.session.commit()
    response = current_app.response_class(content, mimetype="text/csv")
    return offer(response, "attachment", "jejak-audit.csv")


def _lines(asked: queries.Asked) -> Iterator[tuple[Any, ...]]:
    yield HEADS
    for event in queries.every(asked, g.office.timezone):
        before, after = _detail(event)
        yield (
            event.number,
            clock.local(event.at).isoformat(sep=" "),
            event.actor_name,
            event.capacity,
            trail_words.verb(event.action),
            trail_words.kind(event.action.partition(".")[0]),
            event.subject_id,
            event.reason if queries.may_show(current_user, event) else "",
            event.address,
            before,
            after,
            event.hash,
        )


def _detail(event: AuditEvent) -> tuple[str, str]:
    """Before and after as text, where this person may see them."""
    if not queries.may_show(current_user, event):
        return "", ""
    return _json(event.before), _json(event.after)


def _words(event: AuditEvent) -> tuple[list[str], list[str]]:
    """The same for people."""
    if not queries.may_show(current_user, event):
        return [], []
    before = trail_detail.words(event.before, event.action)
    return before, trail_detail.words(event.after, event.action)


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False) if content is not None else ""


def _day(typed: str) -> date | None:
    """A day within reach of the trail; others filter nothing."""
    day = dates.parse(typed)
    return day if day is not None and 1900 <= day.year <= 2200 else None


def _asked(typed: Any) -> queries.Asked:
    return queries.Asked(
        since=_day(typed.get("since", "")),
        until=_day(typed.get("until", "")),
        actor=typed.get("actor", "").strip()[:100],
        kind=typed.get("kind", "")[:30],
    )
