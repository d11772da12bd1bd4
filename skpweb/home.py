"""Home: the one page where everything meets, and so the only one that stands above the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from flask import Response, url_for
from flask_login import current_user

from skpweb.dialogue import reminders as dialogue
from skpweb.domain import away
from skpweb.domain.lifecycle import EntryState, StepState
from skpweb.guidance import tasks as guidance
from skpweb.journal import context, drafts
from skpweb.journal import queries as journal
from skpweb.journal.day import fresh
from skpweb.journal.forms import EntryForm
from skpweb.matrix import reminders as matrix
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.planning import Skp
from skpweb.models.presence import Absence
from skpweb.models.shortcuts import Draft
from skpweb.office import waiting
from skpweb.office.waiting import Task
from skpweb.results import bp, queries, tasks
from skpweb.review import desk as review
from skpweb.review import reminders as asked
from skpweb.web import clock
from skpweb.web.access import signed_in
from skpweb.web.formats import hari_tanggal
from skpweb.web.page import page

#: who adds lines to the one query of what waits, in the order of the list
SOURCES: Mapping[str, waiting.Source] = {
    "guidance": guidance, "asked": asked, "matrix": matrix, "dialogue": dialogue
}  # fmt: skip
UNCONFIRMED = EntryState.UNCONFIRMED
LAST_YEARS_MONTHS = 3  #: until March last year's papers wait here too


@bp.get("/")
@signed_in
def home() -> Response:
    """What waits for me, what waits for others."""
    day = clock.today()
    found = queries.my_skp(current_user.employee_id, *years_of(day))
    dossiers = [skp for skp in found if skp.starts_on.year == day.year]
    is_employee = current_user.employee_id is not None
    leave = queries.my_leave(current_user.employee_id, *years_of(day)) if is_employee else []
    lines = queries.lines(found, leave)
    entries = journal.at_hand(current_user, day) if is_employee else []
    work = box(dossiers, day)
    planless = is_planless(leave, day)
    waits = [
        *own(entries, work.steps),
        *(tasks.mine(dossiers, lines, day.year, day, planless) if is_employee else []),
        *tasks.of_others(dossiers, lines),
        *(waiting.tasks(SOURCES, current_user, day) if is_employee else []),
    ]
    return page(
        "results/home.html",
        entry=work.entry, draft=work.draft, rhks=work.rhks,
        written=[one for one in entries if one.day == day and one.state is not UNCONFIRMED],
        mine=[task for task in waits if not task.of_others and not task.is_news],
        news=[task for task in waits if task.is_news],
        others=[task for task in waits if task.of_others],
        desk=review.lines(current_user) if current_user.is_superior else [],
        rated=[line for line in lines if line.is_rated and line.skp in dossiers],
    )  # fmt: skip


def own(entries: Sequence[JournalEntry], steps: Sequence[ActionStep]) -> list[Task]:
    """What my journal and my rencana aksi ask of me and of the penilai."""
    return [*to_confirm(entries), *repairs(entries), *replans(steps), *proposed(steps)]


def years_of(day: date) -> tuple[int, ...]:
    """This year; in the first quarter the one before too: its papers are on their way."""
    return (day.year - 1, day.year) if day.month <= LAST_YEARS_MONTHS else (day.year,)


def is_planless(leave: Sequence[Absence], day: date) -> bool:
    """Whether no SKP is asked of me today (p.65-66)."""
    return any(one.kind in away.PLANLESS and one.starts_on <= day <= one.ends_on for one in leave)


@dataclass(frozen=True)
class Box:
    """The form of today's journal, its draft, and what an entry may belong to."""

    entry: EntryForm | None = None
    draft: Draft | None = None
    rhks: Mapping[str, str] = field(default_factory=dict)
    steps: Sequence[ActionStep] = ()


def box(dossiers: Sequence[Skp], day: date) -> Box:
    """Today's box, empty without an SKP to write for. Two queries."""
    skp = next((s for s in dossiers if s.in_force and s.starts_on <= day <= s.ends_on), None)
    if skp is None:
        return Box()
    offer, memory = context.offer(skp.id), drafts.memory(drafts.NEW)
    return Box(fresh(day, offer, memory), memory.draft, offer.rhks, offer.steps)


def replans(steps: Sequence[ActionStep]) -> list[Task]:
    """My rencana aksi that came back, each with the penilai's note."""
    return [
        Task(
            url_for("journal.edit_step", step_id=step.id),
            f"Perbaiki rencana aksi “{step.statement[:60]}”",
            f"Catatan penilai: {step.return_note}",
            tag=("Dikembalikan", "bad", "balik"),
        )
        for step in steps
        if step.state is StepState.RETURNED
    ]


def proposed(steps: Sequence[ActionStep]) -> list[Task]:
    """One line for all my rencana aksi that the penilai has not agreed to yet."""
    waiting = [step for step in steps if step.state is StepState.PROPOSED]
    if not waiting:
        return []
    url = url_for("journal.step_list", skp_id=waiting[0].skp_id)
    text = f"{len(waiting)} rencana aksi menunggu penilai"
    return [Task(url, text, tag=("Diusulkan", "info", "naik"), of_others=True)]


def to_confirm(entries: Sequence[JournalEntry]) -> list[Task]:
    """The days on which somebody else wrote in my journal, each with who and what."""
    waiting = [entry for entry in entries if entry.state is UNCONFIRMED]
    by_day = {entry.day: entry for entry in waiting}
    return [
        Task(
            url_for("journal.day", day=day.isoformat()),
            f"Konfirmasi jurnal {hari_tanggal(day)}",
            f"Ditulis oleh {entry.proxy_name}: {entry.activity[:60]}",
            tag=("Perlu konfirmasi", "warn", "seru"),
        )
        for day, entry in by_day.items()
    ]


def repairs(entries: Sequence[JournalEntry]) -> list[Task]:
    """Those of my journal entries that came back, each with the penilai's note."""
    return [
        Task(
            url_for("journal.edit", entry_id=entry.id),
            f"Perbaiki jurnal {hari_tanggal(entry.day)}",
            f"{entry.activity[:60]} – catatan penilai: {entry.return_note}",
            tag=("Dikembalikan", "bad", "balik"),
        )
        for entry in entries
        if entry.state is EntryState.RETURNED
    ]
