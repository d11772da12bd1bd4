"""What waits for a person, and for whom he waits: the lists of the home page."""

from collections.abc import Sequence
from datetime import date

from flask import url_for

from skpweb.domain.clocks import give_back_by
from skpweb.domain.lifecycle import EvaluationState, SkpState
from skpweb.models.planning import Skp
from skpweb.office import objections
from skpweb.office.waiting import Task
from skpweb.results.queries import Line
from skpweb.web.workdays import workdays


def mine(
    dossiers: Sequence[Skp], lines: Sequence[Line], year: int, day: date, planless: bool = False
) -> list[Task]:
    """What the Pegawai himself has to do, the nearest deadline first."""
    tasks = ([] if planless else _planning(dossiers, year, day)) + [
        _report(line) for line in lines if _is_due(line, day)
    ]
    tasks += [task for line in lines for task in [*_paper(line), *_right(line)]]
    return sorted(tasks, key=lambda task: task.due or date.max)


def of_others(dossiers: Sequence[Skp], lines: Sequence[Line]) -> list[Task]:
    """What lies on somebody else's desk."""
    waiting = [
        Task(
            url_for("planning.show", skp_id=skp.id),
            f"{'SKP' if skp.current.number == 1 else 'Perubahan SKP'} {skp.starts_on.year} "
            "menunggu persetujuan",
            tag=("Diajukan", "info", "naik"),
            of_others=True,
        )
        for skp in dossiers
        if skp.current.state is SkpState.SUBMITTED
    ]
    return (
        waiting
        + [
            Task(
                url_for("review.report", skp_id=line.skp.id, window_id=line.window.id),
                f"Evaluasi {line.window.name} menunggu penilai",
                tag=("Dilaporkan", "info", "naik"),
                of_others=True,
            )
            for line in lines
            if line.evaluation is not None and line.evaluation.state is EvaluationState.REPORTED
        ]
        + [task for line in lines for task in _undecided(line)]
    )


def _undecided(line: Line) -> list[Task]:
    """My keberatan that the atasan penilai has not decided (p.117)."""
    found = line.evaluation.objection if line.evaluation is not None else None
    if found is None or found.decided_on is not None:
        return []
    url = url_for("followup.objection", skp_id=line.skp.id, window_id=line.window.id)
    text = f"Keberatan atas evaluasi {line.window.name} menunggu keputusan"
    return [Task(url, text, due=found.due_on, of_others=True)]


def _planning(dossiers: Sequence[Skp], year: int, day: date) -> list[Task]:
    """An SKP to begin: by the end of January (art. 14); later it is simply still missing.

    Whoever came during the year could not have kept that date.
    """
    if not dossiers:
        due = date(year, 1, 31)
        url, text = url_for("planning.index"), f"Susun SKP {year}"
        return [Task(url, text, due=due) if day <= due else Task(url, text, "Belum dibuat")]
    return [_draft(skp) for skp in dossiers if skp.current.is_editable]


def _draft(skp: Skp) -> Task:
    url, year = url_for("planning.show", skp_id=skp.id), skp.starts_on.year
    what = "SKP" if skp.current.number == 1 else "perubahan SKP"
    if skp.current.state is SkpState.RETURNED:
        return Task(
            url, f"Perbaiki {what} {year}", "Penilai memberi catatan", None,
            ("Dikembalikan", "bad", "balik"),
        )  # fmt: skip
    due = skp.due_on if skp.current.number == 1 else None
    return Task(url, f"Lanjutkan {what} {year}", "Masih draf", due)


def _is_due(line: Line, day: date) -> bool:
    if line.is_away:
        return False
    return line.is_open and line.window.opens_on <= day  # late, or sent back after the last day


def _paper(line: Line) -> list[Task]:
    """A Dokumen Evaluasi to receive, or to sign and give back in time (p.114, 116)."""
    found = line.evaluation
    if found is None or found.delivered_on is None or found.returned_on is not None:
        return []
    url = url_for("followup.handover", skp_id=line.skp.id, window_id=line.window.id)
    if found.received_on is None:
        return [Task(url, f"Nyatakan terima dokumen evaluasi {line.window.name}")]
    deadline = give_back_by(found.rated_by_senior)
    due = workdays().ends_on(deadline, found.received_on)
    return [Task(url, f"Tanda tangani dan kembalikan dokumen {line.window.name}", due=due)]


def _right(line: Line) -> list[Task]:
    """The right to object while it lasts: until when (p.117). Nobody has to."""
    found = line.evaluation
    if found is None or found.received_on is None or found.objection is not None:
        return []
    chance = objections.chance(found, workdays())
    if not chance.is_open:
        return []
    url = url_for("followup.objection", skp_id=line.skp.id, window_id=line.window.id)
    text = f"Hak keberatan atas evaluasi {line.window.name}"
    return [Task(url, text, "Hanya bila Anda tidak setuju dengan hasilnya", chance.ends_on)]


def _report(line: Line) -> Task:
    return Task(
        url_for("review.report", skp_id=line.skp.id, window_id=line.window.id),
        f"Isi realisasi {line.window.name}",
        due=line.window.closes_on,
    )
