"""Journal entries that wait for the penilai: per person and week, decided inline."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import people
from skpweb.domain.checks import UNDO_SECONDS
from skpweb.domain.lifecycle import Action, EntryState, Refused, open_to
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.entries import entry as find_entry
from skpweb.models.journal import JournalEntry
from skpweb.review import bp, decisions
from skpweb.review.decisions import Order
from skpweb.review.queries import entries as queries
from skpweb.review.queries.desk import waiting_entries
from skpweb.review.queries.weeks import sheaf, waiting_weeks
from skpweb.review.weeks import judged
from skpweb.web import clock, limits
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

WORDS = {Action.APPROVE: "disetujui", Action.RETURN: "dikembalikan"}


def entry(person: Actor, entry_id: int) -> JournalEntry | None:
    """An entry that its owner stands for: before he confirms it, nobody else reads it."""
    found = find_entry(person, entry_id)
    return found if found is not None and found.state is not EntryState.UNCONFIRMED else None


@bp.get("/entries/")
@allow(people.is_employee)
def entries() -> Response:
    """The waiting weeks, the oldest first; the element that asks for one week gets that one."""
    response = show(part=request.headers.get("HX-Target", ""))
    response.vary.add("HX-Target")
    return response


@bp.post("/entries/")
@allow(people.is_employee)
def decide() -> Response | BaseResponse:
    """Approve or return entries as they were shown; each its own decision."""
    order = decisions.order()
    if order.problem:
        return ask_again(order)
    decided, problems = decisions.carry_out(order)
    text = summary(order, decided)
    if problems:
        db.session.commit()
        return show(409, [*([text] if decided else []), *decisions.told(problems)], set(problems))
    flash(text, "ok")
    return done(here())


@bp.get("/entries/<int:entry_id>/return")
@allow(people.decides_entries, entry)
def return_entry(entry: JournalEntry) -> Response:
    """Why it comes back: phrases to tick, and a note."""
    if entry.state is not EntryState.SUBMITTED:
        raise Refused("Kegiatan ini sudah diputuskan. Buka lagi daftar jurnal yang menunggu.")
    return return_page(entry)


@bp.post("/entries/<int:entry_id>/undo")
@allow(people.decides_entries, entry)
def undo(entry: JournalEntry) -> BaseResponse:
    """Take a decision back within ten minutes."""
    return took_back([entry])


@bp.post("/entries/undo")
@allow(people.is_employee)
def undo_all() -> BaseResponse:
    """Take all that was decided at one moment back."""
    moments = queries.just_decided(current_user, decisions.stamps())
    asked = request.form.get("at", "")
    ids = [entry.id for at, own in moments if at.isoformat() == asked for entry in own]
    return took_back(list(queries.to_decide(current_user, ids).values()))


def took_back(entries: Sequence[JournalEntry]) -> BaseResponse:
    """Undo, and back to the page with what happened."""
    count, problems = decisions.take_back(entries)
    if count:
        flash(f"{count} keputusan diurungkan; kegiatannya menunggu lagi.", "ok")
    for problem in problems or ([] if count else ["Tidak ada yang dapat diurungkan lagi."]):
        flash(problem, "warn")
    return done(here())


def ask_again(order: Order) -> Response:
    """Nothing was decided: the same page with all that was ticked and typed."""
    asked = entry(current_user, order.one) if order.one else None
    if asked and Action.RETURN in open_to(asked.moves, current_user, asked, clock.today()):
        return return_page(asked, 422, order.problem)
    kept = set(order.pairs) if order.action is Action.RETURN else None
    return show(422, [order.problem], kept)


def return_page(entry: JournalEntry, status: int = 200, problem: str = "") -> Response:
    """The note for one entry, with what was typed."""
    return page(
        "review/return.html",
        status,
        entry=entry,
        problem=problem,
        phrases=decisions.PHRASES,
        typed=request.form.get(f"reason-{entry.id}", ""),
        chosen=request.form.getlist(f"phrase-{entry.id}"),
        here=here(),
    )


def summary(order: Order, decided: Sequence[JournalEntry]) -> str:
    """``9 kegiatan disetujui. Sisa 6.``; one is named."""
    one = order.one and decided
    what = f"“{decided[0].activity[:60]}”" if one else f"{len(decided)} kegiatan"
    return f"{what} {WORDS[order.action]}. Sisa {waiting_entries(current_user)}."


def show(
    status: int = 200,
    problems: Sequence[str] = (),
    ticked: Collection[int] | None = None,
    part: str = "",
) -> Response:
    """The page, grouped: what needs a look first. ``ticked`` are the exceptions, if known."""
    unit, person, number = (
        request.args.get(n, type=limits.number) for n in ("unit", "person", "page")
    )
    found = sheaf(waiting_weeks(current_user, unit, person), number or 1, part)
    rows = queries.of_weeks(current_user, found.weeks)
    decided = queries.just_decided(current_user, decisions.stamps())
    weeks = judged(found.weeks, rows, queries.surroundings(found.weeks, rows))
    return page(
        "review/entries.html",
        status,
        sheaf=found,
        doubtful=[week for week in weeks if week.reasons],
        plain=[week for week in weeks if not week.reasons],
        problems=problems,
        ticked=ticked,
        decided=decided,
        recent=[entry for _, own in decided for entry in own],
        undo_time=timedelta(seconds=UNDO_SECONDS),
        phrases=decisions.PHRASES,
        here=here(),
        person=person,
    )


def here() -> str:
    """This list, filtered and paged as it is."""
    known = {
        name: request.args[name] for name in ("unit", "person", "page") if name in request.args
    }
    return url_for("review.entries", **known)
