"""Looking at links of evidence, when somebody asks for it."""

from collections import Counter
from datetime import timedelta

import sqlalchemy as sa
from flask import flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import people
from skpweb.domain.terms import LinkState
from skpweb.evidence import links
from skpweb.extensions import db
from skpweb.journal import bp
from skpweb.models.entries import entry as find_entry
from skpweb.models.journal import JournalEntry
from skpweb.models.planning import Skp
from skpweb.web import clock, fields
from skpweb.web.access import allow
from skpweb.web.answer import done

TOLD = {
    LinkState.FINE: "dapat dibuka",
    LinkState.PRIVATE: "perlu izin (ubah setelan berbagi supaya penilai dapat membukanya)",
    LinkState.DEAD: "tidak ditemukan (periksa alamatnya)",
    LinkState.UNREACHABLE: "tidak dapat diperiksa dari server ini",
}


@bp.post("/<int:entry_id>/link")
@allow(people.is_owner, find_entry)
def check_link(entry: JournalEntry) -> BaseResponse:
    """Look at the link of one entry."""
    target = url_for("journal.files", entry_id=entry.id)
    return look({entry.id: entry.evidence_url}, target)


@bp.post("/links")
@allow(people.is_employee)
def check_links() -> BaseResponse:
    """Look at all links of a week of mine."""
    day = fields.read_date(request.form.get("day", "")) or clock.today()
    monday = day - timedelta(days=day.weekday())
    rows = db.session.execute(
        sa.select(JournalEntry.id, JournalEntry.evidence_url)
        .join(JournalEntry.skp)
        .where(
            Skp.employee_id == current_user.employee_id,
            JournalEntry.day.between(monday, monday + timedelta(days=6)),
        )
        # those never looked at first, then the oldest look
        .order_by(JournalEntry.link_checked_at.is_not(None), JournalEntry.link_checked_at)
    )
    target = url_for("journal.week", day=monday.isoformat())
    return look({number: url for number, url in rows}, target)


def look(wanted: dict[int, str], target: str) -> BaseResponse:
    """Look at links outside the transaction, write down what was found, and say it."""
    db.session.rollback()  # the network must not keep other writers waiting
    urls = dict.fromkeys(url for url in wanted.values() if url)
    if not urls:
        flash("Tidak ada tautan yang perlu diperiksa.", "")
    elif (through := links.network()) is None:
        flash("Pemeriksaan tautan dimatikan oleh admin. Buka tautannya sendiri.", "")
    elif not links.ROUNDS.acquire(blocking=False):
        flash("Server sedang memeriksa tautan lain. Coba lagi sebentar.", "warn")
    else:
        try:
            found = links.check_all(urls, through)
        finally:
            links.ROUNDS.release()
        links.note(wanted.keys(), found)
        flash(*summary(found, len(urls) - len(found)))
    return done(target)


def summary(found: dict[str, LinkState], left: int) -> tuple[str, str]:
    """What was found, counted, and how it is meant."""
    counted = Counter(found.values())
    parts = [f"{counted[state]} {words}" for state, words in TOLD.items() if counted[state]]
    text = f"{len(found)} tautan diperiksa: {', '.join(parts)}."
    if left:
        text += f" {left} tautan lain belum diperiksa; tekan sekali lagi."
    is_bad = counted[LinkState.DEAD] or counted[LinkState.PRIVATE]
    return text, "warn" if is_bad else "ok" if counted[LinkState.FINE] else ""
