"""Dialog kinerja: scheduled, moved, held, confirmed; agreed actions closed.

Each verb raises ``Refused`` where it may not be; the caller commits, or rolls back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from skpweb import audit
from skpweb.domain import dialogue as rules
from skpweb.domain import people
from skpweb.domain.dialogue import Doer, Purpose
from skpweb.domain.lifecycle import Action, NotYours, Refused
from skpweb.domain.states import AgreementState, DialogueState
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.dialogues import Addition, Agreement, Dialogue, Meeting, Topic
from skpweb.models.planning import Skp
from skpweb.moves import move

RECORDED = "Pertemuan ini sudah dicatat. Buat pertemuan baru untuk jadwal lain."


@dataclass(frozen=True, slots=True)
class Plan:
    """When, where and about what."""

    purpose: Purpose
    held_on: date
    starts_at: time
    ends_at: time
    place: str = ""
    link: str = ""
    topics: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreed action as it is written down."""

    text: str
    side: Doer
    due_on: date


def schedule(actor: Any, skps: Sequence[Skp], plan: Plan, today: date) -> Meeting:
    """One meeting, with a record of its own for each SKP."""
    made = Meeting(updated_by=actor.display_name)
    _set(made, plan)
    made.dialogues = [_invite(actor, skp, today) for skp in skps]
    db.session.add(made)
    for one in made.dialogues:
        after = {"held_on": plan.held_on.isoformat(), "purpose": plan.purpose.value}
        audit.record(actor, "dialogue.schedule", one, after=after, owner_id=one.skp.employee_id)
    return made


def reschedule(actor: Any, meeting: Meeting, plan: Plan, reason: str, today: date) -> None:
    """Another day, time or place for all who are invited; the invitation's number grows."""
    _change(actor, meeting, Action.RESCHEDULE, reason, today, plan.held_on.isoformat())
    _set(meeting, plan)


def cancel(actor: Any, meeting: Meeting, reason: str, today: date) -> None:
    """It does not take place, for nobody."""
    _change(actor, meeting, Action.CANCEL, reason, today)


def record(
    actor: Any, dialogue: Dialogue, notes: str, agreed: Sequence[Agreed], today: date
) -> None:
    """What was said and agreed; whoever writes it has confirmed it by that."""
    is_new = dialogue.state is DialogueState.PLANNED
    with db.session.no_autoflush:
        dialogue.notes = notes
        dialogue.agreements = _agreements(dialogue.agreements, agreed)
        _new_text(actor, dialogue, today)
        move(dialogue, Action.HOLD if is_new else Action.AMEND, actor, today)


def _agreements(stored: Sequence[Agreement], agreed: Sequence[Agreed]) -> list[Agreement]:
    """Those that are closed stay, even where an older page still shows them; others as written."""
    same = {(one.text, one.side, one.due_on): one for one in stored}
    written = [
        same.get((one.text, one.side, one.due_on))
        or Agreement(text=one.text, side=one.side, due_on=one.due_on, state=AgreementState.OPEN)
        for one in agreed
    ]
    closed = [one for one in stored if one.state is not AgreementState.OPEN]
    return closed + [one for one in written if one not in closed]


def confirm(actor: Any, dialogue: Dialogue, today: date) -> None:
    """One of the two has read the text as it stands; with the second it is closed."""
    with db.session.no_autoflush:
        _confirmed(dialogue, _side(actor, dialogue, today))
        move(dialogue, Action.CONFIRM, actor, today, after={"version": dialogue.text_version})
        if rules.both_confirmed(dialogue, today) is None:
            move(dialogue, Action.COMPLETE, actor, today)


def add(actor: Any, dialogue: Dialogue, text: str, today: date) -> None:
    """Something beneath the record: before both confirmed it, the other confirms anew."""
    with db.session.no_autoflush:
        _side(actor, dialogue, today)
        dialogue.additions.append(Addition(author_name=actor.display_name, text=text))
        if dialogue.state is DialogueState.CONFIRMED:
            owner_id = dialogue.skp.employee_id
            audit.record(actor, "dialogue.add", dialogue, owner_id=owner_id)
        else:
            _new_text(actor, dialogue, today)
            move(dialogue, Action.AMEND, actor, today)


def close(
    actor: Any, agreement: Agreement, action: Action, note: str, today: date, at: int | None
) -> None:
    """Done, or dropped with a reason; ``at`` is the later dialogue in which that was said."""
    with db.session.no_autoflush:
        agreement.closed_on, agreement.closing_note = today, note
        agreement.closed_by, agreement.closed_in_id = actor.display_name, at
        move(agreement, action, actor, today, reason=note)


def _change(
    actor: Any, meeting: Meeting, action: Action, reason: str, today: date, to: str = ""
) -> None:
    if any(one.recorded_at is not None for one in meeting.dialogues):
        raise Refused(RECORDED)
    with db.session.no_autoflush:
        for one in meeting.dialogues:
            after = {"held_on": to} if to else None
            move(one, action, actor, today, reason=reason, after=after)
        meeting.sequence += 1
        meeting.change_reason, meeting.updated_by = reason, actor.display_name


def _set(meeting: Meeting, plan: Plan) -> None:
    meeting.purpose, meeting.held_on = plan.purpose, plan.held_on
    meeting.starts_at, meeting.ends_at = plan.starts_at, plan.ends_at
    meeting.place, meeting.link = plan.place, plan.link
    meeting.topics = [Topic(order=at, text=text) for at, text in enumerate(plan.topics)]


def _invite(actor: Any, skp: Skp, today: date) -> Dialogue:
    """The person's part; whoever is not the owner leads."""
    parties = skp.parties(today)
    leader_id, title = actor.employee_id, actor.capacity
    if people.is_owner(actor, parties):
        stands_in = parties.senior_stands_in and people.has_senior(parties)
        leader_id, title = parties.assessor_id, ""
        leader_id = parties.senior_assessor_id if stands_in else leader_id
    elif not rules.leads(actor, parties):
        raise NotYours("Dialog hanya dijadwalkan oleh pegawai dan pimpinannya.")
    if leader_id is None:
        raise Refused("Pejabat penilai Anda belum tercatat. Laporkan kepada tim pengelola kinerja.")
    return Dialogue(
        skp=skp, leader_id=leader_id, leader_title=title[:200], state=DialogueState.PLANNED,
        agreements=[], additions=[], text_version=0,
    )  # fmt: skip


def _new_text(actor: Any, dialogue: Dialogue, today: date) -> None:
    dialogue.text_version += 1
    dialogue.updated_by = actor.display_name
    _confirmed(dialogue, _side(actor, dialogue, today))


def _confirmed(dialogue: Dialogue, side: Doer) -> None:
    setattr(dialogue, f"{side.value}_version", dialogue.text_version)
    setattr(dialogue, f"{side.value}_confirmed_at", utc_now())


def _side(actor: Any, dialogue: Dialogue, today: date) -> Doer:
    parties = dialogue.parties(today)
    if not rules.meets(actor, parties):
        raise NotYours("Hanya kedua pihak dialog ini yang mengisinya.")
    return Doer.OWNER if people.is_owner(actor, parties) else Doer.LEADER
