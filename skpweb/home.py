"""Home: the one page where everything meets, and so the only one that stands above the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, url_for
from flask_login import current_user

from skpweb.domain.lifecycle import EntryState
from skpweb.domain.people import Actor
from skpweb.journal import routes as journal
from skpweb.models.journal import JournalEntry
from skpweb.results import bp, queries, tasks
from skpweb.review.queries import desk as review
from skpweb.web import clock
from skpweb.web.access import signed_in
from skpweb.web.formats import hari_tanggal
from skpweb.web.page import page


@bp.get("/")
@signed_in
def home() -> Response:
    """What waits for me, what waits for others."""
    day = clock.today()
    dossiers = queries.my_skp(current_user.employee_id, day.year)
    lines = queries.lines(dossiers)
    is_employee = current_user.employee_id is not None
    entries = journal.queries.at_hand(current_user, day) if is_employee else []
    has_skp = any(skp.in_force and skp.starts_on <= day <= skp.ends_on for skp in dossiers)
    return page(
        "results/home.html",
        entry=journal.fresh(day) if has_skp else None,
        written=[entry for entry in entries if entry.day == day] if has_skp else [],
        mine=repairs(entries) + tasks.mine(dossiers, lines, day.year, day) if is_employee else [],
        others=tasks.of_others(dossiers, lines),
        desk=desk(current_user) if current_user.is_superior else None,
        rated=[line for line in lines if not line.is_open and line.evaluation.predicate],
    )


def repairs(entries: Sequence[JournalEntry]) -> list[tasks.Task]:
    """Those of my journal entries that came back, each with the penilai's note."""
    return [
        tasks.Task(
            url_for("journal.edit", entry_id=entry.id),
            f"Perbaiki jurnal {hari_tanggal(entry.day)}",
            f"{entry.activity[:60]} – catatan penilai: {entry.return_note}",
            tag=("Dikembalikan", "bad", "balik"),
        )
        for entry in entries
        if entry.state is EntryState.RETURNED
    ]


@dataclass(frozen=True)
class Desk:
    """How much waits on my desk."""

    versions: int
    evaluations: int
    entries: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.versions + self.evaluations + self.entries


def desk(person: Actor) -> Desk:
    """What waits for my decision, counted. Three queries."""
    return Desk(
        len(review.submitted_skp(person)),
        len(review.reported_evaluations(person)),
        review.waiting_entries(person),
    )
