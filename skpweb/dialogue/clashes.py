"""Who of a meeting has another one at that time: a warning, never a refusal."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from skpweb.domain.states import DialogueState
from skpweb.extensions import db
from skpweb.models.dialogues import Dialogue, Meeting
from skpweb.models.people import Employee
from skpweb.models.planning import Skp
from skpweb.web import clock


def warnings(meeting: Meeting, dialogues: Iterable[Dialogue]) -> list[str]:
    """A sentence for each other planned meeting of those in ``dialogues``; none for a past one.

    Says when, not with whom or why. One query, or none.
    """
    if meeting.held_on < clock.today():
        return []
    asked = {
        number for one in dialogues for number in (one.skp.employee_id, one.leader_id) if number
    }
    found = {
        (who.full_name, other.starts_at, other.ends_at)
        for other, people in _others(meeting, asked)
        for who in people
        if who.id in asked
    }
    return [
        f"{name} sudah punya pertemuan lain pukul {first:%H.%M}–{last:%H.%M} pada hari itu."
        for name, first, last in sorted(found)
    ]


def _others(meeting: Meeting, asked: set[int]) -> list[tuple[Meeting, tuple[Employee, Employee]]]:
    query = (
        sa.select(Dialogue)
        .join(Dialogue.meeting)
        .join(Dialogue.skp)
        .where(
            Meeting.id != meeting.id,
            Meeting.held_on == meeting.held_on,
            Meeting.starts_at < meeting.ends_at,
            Meeting.ends_at > meeting.starts_at,
            Dialogue.state == DialogueState.PLANNED,
            sa.or_(Skp.employee_id.in_(asked), Dialogue.leader_id.in_(asked)),
        )
        .options(
            contains_eager(Dialogue.meeting),
            contains_eager(Dialogue.skp).joinedload(Skp.employee),
            joinedload(Dialogue.leader),
        )
    )
    return [(one.meeting, (one.skp.employee, one.leader)) for one in db.session.scalars(query)]
