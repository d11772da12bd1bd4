"""The one way into the journal: typed, copied, pasted, from the field sheet, or for somebody else.

``objections`` says what is wrong with a piece of work, ``keep`` writes it down.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from flask_login import current_user

from skpweb import audit
from skpweb.domain import journal
from skpweb.domain.journal import Span
from skpweb.domain.lifecycle import EntryState, Refused
from skpweb.domain.terms import Duty, EntrySource, LinkState
from skpweb.extensions import db
from skpweb.journal import context
from skpweb.journal.context import Surroundings
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry


@dataclass(frozen=True)
class Work:
    """What an entry says; all but day and text may be empty.

    ``step_id`` or ``rhk_key`` names what it works for; without either, ``duty`` says
    whether it is a tugas tambahan or an order. ``files`` counts its files of evidence.
    """

    day: date
    activity: str
    step_id: int | None = None
    rhk_key: str = ""
    duty: Duty = Duty.OTHER
    starts_at: time | None = None
    ends_at: time | None = None
    realisation: int | None = None
    unit: str = ""
    evidence_url: str = ""
    noted_at: datetime | None = None
    files: int = 0

    @property
    def span(self) -> Span:
        """Its hours."""
        return Span(self.starts_at, self.ends_at)

    @property
    def is_placed(self) -> bool:
        """Whether it says what it belongs to."""
        return bool(self.step_id or self.rhk_key) or self.duty in (Duty.ADDITIONAL, Duty.ORDER)


@dataclass(frozen=True)
class Kept:
    """The entry as written, and what was unusual about it."""

    entry: JournalEntry
    notices: list[str]


def objections(work: Work, around: journal.Context, is_own: bool = True) -> dict[str, str]:
    """What is wrong, by field of the form, each with what to do; empty if all is well.

    What the office asks for beside the text is asked of the owner: at the latest
    when he confirms what somebody else wrote.
    """
    needs = context.needs() if is_own else journal.Needs()
    found = needs.missing(
        work.is_placed, work.span, work.realisation is not None,
        bool(work.evidence_url or work.files),
    )  # fmt: skip
    if text := journal.hours_problem(work.span, around):
        found["ends_at"] = text
    if text := journal.day_problem(work.day, around):
        found["day"] = text
    return found


def span_of(entry: JournalEntry) -> Span:
    """The hours of a stored entry."""
    return Span(entry.starts_at, entry.ends_at)


def keep(
    work: Work, owner_id: int, *, entry: JournalEntry | None = None,
    source: EntrySource = EntrySource.TYPED, batch_id: int | None = None,
    known: Surroundings | None = None,
) -> Kept:  # fmt: skip
    """Write an entry of ``owner_id`` (new, or changing ``entry``) and log it; flushed.

    Whoever writes for somebody else is named on it, and the owner has to confirm.
    ``known`` spares the queries where many are written: a span that holds all their
    days. Raises ``Refused`` with every objection. The caller commits.
    """
    known = known or context.surroundings(owner_id, work.day, work.day)
    around = known.on(work.day, entry.id if entry is not None else None)
    if problems := objections(work, around, current_user.employee_id == owner_id):
        raise Refused("\n".join(problems.values()))
    made = entry if entry is not None else _begun(owner_id, source, batch_id)
    _write(made, work, known)
    if entry is None:
        known.add(made)
        db.session.add(made)
    audit.record(current_user, _action(made, entry is None), made, owner_id=owner_id)
    return Kept(made, journal.notices(work.day, work.span, around))


def _begun(owner_id: int, source: EntrySource, batch_id: int | None) -> JournalEntry:
    """A new entry: the owner's own waits for the penilai, another's for the owner."""
    is_own = current_user.employee_id == owner_id
    return JournalEntry(
        state=EntryState.SUBMITTED if is_own else EntryState.UNCONFIRMED,
        proxy_id=None if is_own else current_user.account_id,
        proxy_name="" if is_own else current_user.display_name[:200],
        source=source,
        batch_id=batch_id,
    )


def _write(entry: JournalEntry, work: Work, known: Surroundings) -> None:
    """The work into the entry; what was found out about older content is forgotten."""
    skp = known.skp(work.day)
    assert skp is not None  # without one there was an objection
    step_unit = _place(work, skp.id, known)
    if entry.evidence_url != work.evidence_url:
        entry.link_state, entry.link_checked_at = LinkState.UNCHECKED, None
    entry.skp_id, entry.day, entry.activity = skp.id, work.day, work.activity.strip()
    entry.step_id, entry.rhk_key = work.step_id, "" if work.step_id else work.rhk_key
    entry.duty = Duty.PLANNED if work.step_id or work.rhk_key else work.duty
    entry.starts_at, entry.ends_at = work.starts_at, work.ends_at
    entry.realisation, entry.unit = work.realisation, work.unit.strip() or step_unit
    entry.evidence_url = work.evidence_url
    entry.noted_at = work.noted_at or entry.noted_at
    entry.late_note = known.rules.late_note(work.day) or entry.late_note or ""
    entry.updated_at, entry.updated_by = utc_now(), current_user.display_name[:200]


def _place(work: Work, skp_id: int, known: Surroundings) -> str:
    """Make sure that the step or RHK belongs to the SKP of the day; the step's unit."""
    offer = known.offer(skp_id)
    if work.step_id is not None:
        if work.step_id not in offer.units:
            raise Refused("Rencana aksi ini bukan bagian dari SKP Anda pada tanggal tersebut.")
        return offer.units[work.step_id]
    if work.rhk_key and work.rhk_key not in offer.rhks:
        raise Refused("RHK ini bukan bagian dari SKP Anda pada tanggal tersebut.")
    return ""


def _action(entry: JournalEntry, is_new: bool) -> str:
    """How the trail calls it."""
    if not is_new:
        return "entry.change"
    return "entry.proxy" if entry.state is EntryState.UNCONFIRMED else "entry.write"
