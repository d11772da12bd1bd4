"""Rencana aksi and pendokumentasian kinerja on their forms, as PDF and workbook."""

from flask import Response, g
from flask_login import current_user

from skpweb.documents import render, spreadsheet, step_papers, step_sheets
from skpweb.documents.content import ProgressContent, StepsContent
from skpweb.domain import people
from skpweb.domain.lifecycle import EvaluationState
from skpweb.journal import bp, progress, queries
from skpweb.models import evaluations, snapshots
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.headers import offer

STEPS, PROGRESS = "/skp/<int:skp_id>/rencana-aksi", "/skp/<int:skp_id>/<int:window_id>"
PDF = "application/pdf"


@bp.get(f"{STEPS}.pdf")
@allow(people.may_read, progress.dossier)
def steps_pdf(dossier: Skp) -> Response:
    """B.1.1."""
    made = render.render(steps_of(dossier), step_papers.STEPS)
    return offer(Response(made, mimetype=PDF), "inline", "rencana-aksi.pdf")


@bp.get(f"{STEPS}.xlsx")
@allow(people.may_read, progress.dossier)
def steps_xlsx(dossier: Skp) -> Response:
    """B.1.1 as a workbook."""
    made = step_sheets.steps_sheet(steps_of(dossier))
    return _xlsx(made, "rencana-aksi.xlsx")


@bp.get(f"{PROGRESS}/pendokumentasian.pdf")
@allow(people.may_read, progress.evaluation)
def progress_pdf(evaluation: Evaluation) -> Response:
    """B.1.2 of a window."""
    made = render.render(progress_of(evaluation), step_papers.PROGRESS)
    return offer(Response(made, mimetype=PDF), "inline", "pendokumentasian-kinerja.pdf")


@bp.get(f"{PROGRESS}/pendokumentasian.xlsx")
@allow(people.may_read, progress.evaluation)
def progress_xlsx(evaluation: Evaluation) -> Response:
    """B.1.2 as a workbook."""
    made = step_sheets.progress_sheet(progress_of(evaluation))
    return _xlsx(made, "pendokumentasian-kinerja.xlsx")


def steps_of(skp: Skp) -> StepsContent:
    """What B.1.1 of an SKP prints."""
    return step_papers.steps_content(
        skp,
        evaluations.content(skp).rhks,
        progress.all_steps(skp.id),
        queries.windows(skp.year_id),
        g.office,
        snapshots.of_parties(skp, clock.today()),
    )


def progress_of(evaluation: Evaluation) -> ProgressContent:
    """What B.1.2 of a window prints; a report in the making is the owner's alone."""
    skp, window = evaluation.skp, evaluation.window
    rhks = evaluations.content(skp).rhks
    is_open = evaluation.state is EvaluationState.OPEN
    hidden = is_open and current_user.employee_id != skp.employee_id
    return step_papers.progress_content(
        skp,
        rhks,
        progress.all_steps(skp.id),
        window,
        queries.windows(skp.year_id),
        progress.done(skp.id, window),
        {} if hidden else progress.reported(rhks, skp.id, window.id),
        g.office,
        snapshots.of_parties(skp, min(clock.today(), window.ends_on)),
    )


def _xlsx(made: bytes, name: str) -> Response:
    return offer(Response(made, mimetype=spreadsheet.MIMETYPE), "attachment", name)
