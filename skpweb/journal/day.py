"""One day of the journal: what is written, and the form for more."""

from datetime import date, timedelta

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import journal, people
from skpweb.journal import bp, context, days, drafts, files, shortcuts, writing
from skpweb.journal.forms import NO_STEP, EntryForm, place_of, values
from skpweb.journal.offers import Offer
from skpweb.models import feedbacks
from skpweb.models.journal import JournalEntry
from skpweb.web import clock, fields, formats
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/")
@allow(people.is_employee)
def day() -> Response:
    """One day of my journal: today unless asked otherwise."""
    chosen = fields.read_date(request.args.get("day", "")) or clock.today()
    return show_day(min(chosen, clock.today()))


@bp.post("/")
@allow(people.is_employee)
def add() -> Response | BaseResponse:
    """A new entry; on a mistake the same page with all that was typed."""
    form = EntryForm()
    sent = files.taken(form.file)
    on = form.day.value or clock.today()
    known = context.surroundings(current_user.employee_id, on, on)
    form.offer(known.offer_on(on))
    work = form.work(files=1 if sent else 0) if form.validate() else None
    if work is None or form.refuse(writing.objections(work, known.on(on))):
        return show_day(min(on, clock.today()), form, 422)
    kept = writing.keep(work, current_user.employee_id, known=known)
    if sent is not None:
        files.prove(kept.entry, sent)
    drafts.drop(drafts.NEW)
    tell(f"Tersimpan. {len(known.entries)} kegiatan pada {formats.tanggal(on)}.", kept)
    return done(url_for("journal.day", day=on.isoformat()))


def tell(text: str, kept: writing.Kept) -> None:
    """Say that it is saved, and at once what is unusual about it."""
    flash(text, "ok")
    for notice in kept.notices:
        flash(notice, "warn")
    if kept.entry.late_note:
        flash(kept.entry.late_note, "")


def fresh(on: date, offer: Offer, memory: drafts.Memory) -> EntryForm:
    """The form of a day: the draft if there is one, else empty with the last choice."""
    form = drafts.refilled(EntryForm, memory) or EntryForm(formdata=None, data={"day": on})
    form.offer(offer)
    if memory.draft is None:
        form.step.data = place_of(memory.last)
    if form.step.data not in values(form.step.choices):
        form.step.data = NO_STEP
    return form


def show_day(on: date, form: EntryForm | None = None, status: int = 200) -> Response:
    """The day's form and entries with the week around it."""
    monday = days.monday_of(on)
    earliest = on - shortcuts.LOOKS_BACK
    known = context.surroundings(current_user.employee_id, earliest, monday + timedelta(days=6))
    memory = drafts.memory(drafts.NEW)
    offer = known.offer_on(on)
    entries = [entry for entry in known.entries if entry.day == on]
    quick = shortcuts.of(current_user, on, known.entries)
    return page(
        "journal/day.html",
        status,
        on=on,
        form=form or shortcuts.filled(fresh(on, offer, memory), quick.favourites),
        draft=memory.draft if form is None else None,
        entries=entries,
        said=feedbacks.on_entries([entry.id for entry in entries]),
        rhks=offer.rhks,
        clashing=clashing(entries),
        closed=journal.day_problem(on, known.on(on)),
        notices=journal.day_notices(on, known.on(on)),
        shortcuts=quick,
        week=days.of(known, days.span(monday, monday + timedelta(days=6))),
    )


def clashing(entries: list[JournalEntry]) -> set[int]:
    """The entries of a day whose hours meet those of another one."""
    spans = {entry.id: writing.span_of(entry) for entry in entries}
    return {
        one for one, span in spans.items()
        if any(span.meets(other) for number, other in spans.items() if number != one)
    }  # fmt: skip
