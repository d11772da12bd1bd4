"""What home says of dialogues: meetings near, texts to confirm, actions due, news to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from flask import url_for

from skpweb.domain.dialogue import REMIND_DAYS, Doer
from skpweb.domain.people import Actor
from skpweb.domain.states import AgreementState, DialogueState
from skpweb.extensions import db
from skpweb.models.dialogues import Agreement, Dialogue, Meeting, ProgressNote
from skpweb.models.planning import Skp
from skpweb.web.formats import hari_tanggal

MOST = 20
NEW = ("Baru", "info", "info")
TO_CONFIRM = ("Perlu konfirmasi", "warn", "seru")
TO_RECORD = ("Belum dicatat", "warn", "seru")


@dataclass(frozen=True)
class Reminder:
    """A line of home, as its list of tasks shows it."""

    url: str
    text: str
    sub: str = ""
    due: date | None = None
    tag: tuple[str, str, str] | None = None


def reminders(person: Actor, day: date) -> list[Reminder]:
    """What waits for me, the nearest first. One query."""
    near = day + timedelta(days=REMIND_DAYS)
    parts = (_meetings(person, near), _unconfirmed(person), _due(person, near), _unread(person))
    both = sa.union_all(*parts).subquery()
    rows = db.session.execute(sa.select(both).order_by(both.c.day, both.c.id).limit(MOST))
    return [_line(kind, id_, text, on, day) for kind, id_, text, on in rows]


def _line(kind: str, id_: int, text: str, on: date, today: date) -> Reminder:
    if kind == "progress":
        url = url_for("dialogue.note", progress_id=id_)
        return Reminder(url, "Baca catatan kemajuan dari penilai", hari_tanggal(on), tag=NEW)
    url = url_for("dialogue.show", dialogue_id=id_)
    if kind == "agreement":
        return Reminder(url, f"Kesepakatan dialog: {text[:80]}", due=on)
    if kind == "confirm":
        return Reminder(url, f"Konfirmasi catatan dialog {hari_tanggal(on)}", tag=TO_CONFIRM)
    if on < today:
        return Reminder(url, f"Catat hasil dialog {hari_tanggal(on)}", tag=TO_RECORD)
    return Reminder(url, f"Dialog kinerja {hari_tanggal(on)}", text)


def _meetings(person: Actor, near: date) -> sa.Select[Any]:
    """Planned and near, or over and not recorded; a group is one line for who leads it."""
    return (
        _lines("meeting", sa.func.min(Dialogue.id), sa.func.max(Meeting.place), Meeting.held_on)
        .select_from(Dialogue)
        .join(Dialogue.meeting)
        .join(Dialogue.skp)
        .where(_mine(person), Dialogue.state == DialogueState.PLANNED, Meeting.held_on <= near)
        .group_by(Meeting.id, Meeting.held_on)
    )


def _unconfirmed(person: Actor) -> sa.Select[Any]:
    me = person.employee_id
    return (
        _lines("confirm", Dialogue.id, sa.literal(""), Meeting.held_on)
        .select_from(Dialogue)
        .join(Dialogue.meeting)
        .join(Dialogue.skp)
        .where(
            Dialogue.state == DialogueState.HELD,
            sa.or_(
                sa.and_(Skp.employee_id == me, Dialogue.owner_version != Dialogue.text_version),
                sa.and_(Dialogue.leader_id == me, Dialogue.leader_version != Dialogue.text_version),
            ),
        )
    )


def _due(person: Actor, near: date) -> sa.Select[Any]:
    me = person.employee_id
    return (
        _lines("agreement", Dialogue.id, Agreement.text, Agreement.due_on)
        .select_from(Agreement)
        .join(Agreement.dialogue)
        .join(Dialogue.skp)
        .where(
            Agreement.state == AgreementState.OPEN,
            Agreement.due_on <= near,
            sa.or_(
                sa.and_(Agreement.side == Doer.OWNER, Skp.employee_id == me),
                sa.and_(Agreement.side == Doer.LEADER, Dialogue.leader_id == me),
            ),
        )
    )


def _unread(person: Actor) -> sa.Select[Any]:
    return (
        _lines("progress", ProgressNote.id, sa.literal(""), ProgressNote.recorded_on)
        .select_from(ProgressNote)
        .join(ProgressNote.skp)
        .where(Skp.employee_id == person.employee_id, ProgressNote.read_at.is_(None))
    )


def _lines(kind: str, id_: Any, text: Any, day: Any) -> sa.Select[Any]:
    columns: Sequence[Any] = (sa.literal(kind).label("kind"), id_.label("id"), text.label("text"))
    return sa.select(*columns, day.label("day"))


def _mine(person: Actor) -> sa.ColumnElement[bool]:
    me = person.employee_id
    return sa.or_(Skp.employee_id == me, Dialogue.leader_id == me)
