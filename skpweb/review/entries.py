"""Journal entries that wait for the penilai: per person and week, decided inline."""

import re
from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from flask import Response, flash, request, url_for
from flask_login import current_user
from sqlalchemy.orm import contains_eager, joinedload
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import people
from skpweb.domain.lifecycle import Action, EntryState
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.entries import entry as find_entry
from skpweb.models.journal import JournalEntry
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.moves import move
from skpweb.review import bp
from skpweb.review.queries.charge import in_charge
from skpweb.review.queries.desk import waiting_entries
from skpweb.review.weeks import by_week
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

LONGEST = 1000  #: letters of the note
LIMIT = 200  #: entries on the page; the oldest come first, so nothing is left behind


@bp.get("/entries/")
@allow(people.is_employee)
def entries() -> Response:
    """All waiting entries, the oldest week first."""
    return show(waiting())


@bp.post("/entries/")
@allow(people.is_employee)
def decide() -> Response | BaseResponse:
    """Approve or return the ticked entries as they were shown; each its own decision."""
    action = Action.RETURN if request.form.get("do") == "return" else Action.APPROVE
    reason = request.form.get("reason", "").strip()
    chosen = ticked()
    if not chosen:
        return show(waiting(), 422, ["Centang dulu kegiatan yang ingin Anda putuskan."])
    if action is Action.RETURN and not reason:
        return show(waiting(), 422, ["Tulis catatan supaya pegawai tahu apa yang diperbaiki."])
    if len(reason) > LONGEST:
        return show(waiting(), 422, [f"Catatan paling panjang {LONGEST} huruf. Ringkas isinya."])
    problems = decide_all(chosen, action, reason)
    if problems:
        db.session.commit()
        return show(waiting(), 409, problems)
    word = "dikembalikan" if action is Action.RETURN else "disetujui"
    flash(f"{len(chosen)} kegiatan {word}. Sisa {waiting_entries(current_user)}.", "ok")
    return done(url_for("review.entries"))


@bp.post("/entries/<int:entry_id>/undo")
@allow(people.is_assessor, find_entry)
def undo(entry: JournalEntry) -> BaseResponse:
    """Take an approval back within ten minutes."""
    move(entry, Action.REOPEN, current_user, clock.today())
    flash("Persetujuan diurungkan; kegiatan menunggu lagi.", "ok")
    return done(url_for("review.entries"))


def ticked() -> dict[int, str]:
    """Ids of the chosen entries with the version that was shown."""
    pairs = (value.partition(":") for value in request.form.getlist("entry"))
    return {int(number): shown for number, _, shown in pairs if re.fullmatch("[0-9]{1,9}", number)}


def decide_all(chosen: dict[int, str], action: Action, reason: str) -> list[str]:
    """Decide what still is as shown; answers what was not decided, and why."""
    found = {entry.id: entry for entry in waiting() if entry.id in chosen}
    problems = []
    for entry_id, shown in chosen.items():
        entry = found.get(entry_id)
        if entry is None or str(entry.version_id) != shown:
            problems.append(_changed(entry))
            continue
        entry.return_note = reason
        entry.decided_by = f"{current_user.display_name}, {current_user.capacity}"[:300]
        move(entry, action, current_user, clock.today(), reason=reason)
    return problems


def _changed(entry: JournalEntry | None) -> str:
    if entry is None:
        return "Satu kegiatan sudah diputuskan atau dihapus sejak halaman ini dibuka."
    return f"“{entry.activity[:80]}” berubah sejak halaman ini dibuka. Baca lagi, lalu putuskan."


def waiting() -> Sequence[JournalEntry]:
    """The entries that wait for me, the oldest first. Two queries."""
    query = (
        sa.select(JournalEntry)
        .join(JournalEntry.skp)
        .join(Skp.employee)
        .join(Posting, Posting.employee_id == Employee.id)
        .options(
            contains_eager(JournalEntry.skp).contains_eager(Skp.employee),
            joinedload(JournalEntry.step),
        )
        .where(
            JournalEntry.state == EntryState.SUBMITTED,
            *in_charge(current_user, clock.today()),
        )
        .order_by(JournalEntry.day, JournalEntry.starts_at, JournalEntry.id)
        .limit(LIMIT)
    )
    found = db.session.scalars(query).unique().all()
    _load_parties([entry.skp for entry in found])
    return found


def _load_parties(dossiers: Sequence[Skp]) -> None:
    """Postings and versions of the dossiers, so that rules can be asked."""
    ids = {skp.id for skp in dossiers}
    if not ids:
        return
    db.session.scalars(
        sa.select(Skp)
        .where(Skp.id.in_(ids))
        .options(
            joinedload(Skp.year),
            joinedload(Skp.versions),
            joinedload(Skp.employee).joinedload(Employee.postings),
        )
        .execution_options(populate_existing=True)
    ).unique().all()


def show(
    entries: Sequence[JournalEntry], status: int = 200, problems: Sequence[str] = ()
) -> Response:
    """The page, grouped: what needs a look first."""
    weeks = by_week(entries)
    return page(
        "review/entries.html",
        status,
        doubtful=[week for week in weeks if week.reasons],
        plain=[week for week in weeks if not week.reasons],
        total=len(entries),
        problems=problems,
        recent=recently_approved(),
        reason=request.form.get("reason", "") if problems else "",
        chosen=set(request.form.getlist("entry")) if problems else None,
    )


def recently_approved() -> Sequence[JournalEntry]:
    """What I approved in the last ten minutes and can still take back."""
    since = utc_now() - timedelta(seconds=600)
    query = (
        sa.select(JournalEntry)
        .join(JournalEntry.skp)
        .join(Posting, Posting.employee_id == Skp.employee_id)
        .where(
            JournalEntry.state == EntryState.APPROVED,
            JournalEntry.decided_at > since,
            *in_charge(current_user, clock.today()),
        )
        .order_by(JournalEntry.decided_at.desc())
        .limit(10)
    )
    return db.session.scalars(query).unique().all()
