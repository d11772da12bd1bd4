"""What home says of dialogues: meetings near, texts to confirm, actions due, news to read."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from flask import url_for

from skpweb.domain.dialogue import REMIND_DAYS, Doer
from skpweb.domain.people import Actor
from skpweb.domain.states import AgreementState, DialogueState
from skpweb.models.dialogues import Agreement, Dialogue, Meeting, ProgressNote
from skpweb.models.planning import Skp
from skpweb.office.waiting import NEW, Row, Task, line
from skpweb.web.formats import hari_tanggal

TO_CONFIRM = ("Perlu konfirmasi", "warn", "seru")
CONFIRMED = ("Anda sudah mengonfirmasi", "info", "cek")
TO_RECORD = ("Belum dicatat", "warn", "seru")


def rows(person: Actor, day: date) -> Sequence[sa.Select[Any]]:
    """What waits for me, for the one query of home."""
    near = day + timedelta(days=REMIND_DAYS)
    held = _unconfirmed(person), _half_confirmed(person)
    return _meetings(person, near), *held, _due(person, near), _unread(person)


def task(row: Row, day: date) -> Task:
    """A line of home."""
    if row.kind == "progress":
        url = url_for("dialogue.note", progress_id=row.id)
        text, on = "Baca catatan kemajuan dari penilai", hari_tanggal(row.day)
        return Task(url, text, on, tag=NEW, is_news=True)
    url, on = url_for("dialogue.show", dialogue_id=row.id), hari_tanggal(row.day)
    if row.kind == "agreement":
        return Task(url, f"Kesepakatan dialog: {row.text[:80]}", due=row.day)
    if row.kind == "confirm":
        return Task(url, f"Konfirmasi catatan dialog {on}", tag=TO_CONFIRM)
    if row.kind == "confirmed":
        return Task(url, f"Catatan dialog {on} menunggu konfirmasi", "", None, CONFIRMED, True)
    if row.day < day:
        return Task(url, f"Catat hasil dialog {on}", tag=TO_RECORD)
    return Task(url, f"Dialog kinerja {on}", row.text)


def _meetings(person: Actor, near: date) -> sa.Select[Any]:
    """Planned and near, or over and not recorded; a group is one line for who leads it."""
    return (
        line("meeting", sa.func.min(Dialogue.id), Meeting.held_on, sa.func.max(Meeting.place))
        .select_from(Dialogue)
        .join(Dialogue.meeting)
        .join(Dialogue.skp)
        .where(_mine(person), Dialogue.state == DialogueState.PLANNED, Meeting.held_on <= near)
        .group_by(Meeting.id, Meeting.held_on)
    )


def _unconfirmed(person: Actor) -> sa.Select[Any]:
    """Records that wait for my word."""
    return _records("confirm", person, Dialogue.owner_version, Dialogue.leader_version)


def _half_confirmed(person: Actor) -> sa.Select[Any]:
    """Records that wait for the word of the other one; mine is given."""
    others = _records("confirmed", person, Dialogue.leader_version, Dialogue.owner_version)
    return others.where(
        sa.or_(
            Dialogue.owner_version == Dialogue.text_version,
            Dialogue.leader_version == Dialogue.text_version,
        )
    )


def _records(kind: str, person: Actor, to_owner: Any, to_leader: Any) -> sa.Select[Any]:
    """Held and not confirmed: by whom, to the Pegawai and to the pimpinan."""
    me = person.employee_id
    return (
        line(kind, Dialogue.id, Meeting.held_on)
        .select_from(Dialogue)
        .join(Dialogue.meeting)
        .join(Dialogue.skp)
        .where(
            Dialogue.state == DialogueState.HELD,
            sa.or_(
                sa.and_(Skp.employee_id == me, to_owner != Dialogue.text_version),
                sa.and_(Dialogue.leader_id == me, to_leader != Dialogue.text_version),
            ),
        )
    )


def _due(person: Actor, near: date) -> sa.Select[Any]:
    me = person.employee_id
    return (
        line("agreement", Dialogue.id, Agreement.due_on, Agreement.text)
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
        line("progress", ProgressNote.id, ProgressNote.recorded_on)
        .select_from(ProgressNote)
        .join(ProgressNote.skp)
        .where(Skp.employee_id == person.employee_id, ProgressNote.read_at.is_(None))
    )


def _mine(person: Actor) -> sa.ColumnElement[bool]:
    me = person.employee_id
    return sa.or_(Skp.employee_id == me, Dialogue.leader_id == me)
