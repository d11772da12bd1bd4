"""The Pegawai's side: what each indicator reached in a window, with evidence."""

from typing import Any

import sqlalchemy as sa
from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import lifecycle, people
from skpweb.domain.lifecycle import Action, EvaluationState
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.audit import AuditEvent
from skpweb.models.base import utc_now
from skpweb.models.planning import Indicator, SkpVersion
from skpweb.models.review import Evaluation, Realisation
from skpweb.moves import move
from skpweb.review import bp
from skpweb.review.drafting import mark
from skpweb.review.evaluations import PATH, here
from skpweb.review.queries import evaluations as queries
from skpweb.web import clock, fields
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

LONGEST = {"realisation": 2000, "evidence": 500}


@bp.get(f"{PATH}/report")
@allow(people.is_owner, queries.evaluation)
def report(evaluation: Evaluation) -> Response:
    """My realisations of a window, beside targets and journal."""
    return show(evaluation)


@bp.post(f"{PATH}/report")
@allow(people.is_owner, queries.evaluation)
def save_report(evaluation: Evaluation) -> Response | BaseResponse:
    """Keep what is typed; with the button "Kirim" hand it to the penilai."""
    version = evaluations.content(evaluation.skp)
    typed = typed_rows(version)
    if evaluation.state is not EvaluationState.OPEN:
        return show(evaluation, 409, typed, ["Laporan ini sudah dikirim dan tidak dapat diubah."])
    if request.form.get("version") != mark(reported(evaluation)):
        return show(evaluation, 409, typed, conflict=True)
    if problems := mistakes(typed):
        return show(evaluation, 422, typed, problems)
    keep(evaluation, typed)
    if request.form.get("do") == "send":
        return send(evaluation, typed)
    return done(here(evaluation, "report"))


@bp.post(f"{PATH}/withdraw")
@allow(people.is_owner, queries.evaluation)
def withdraw_report(evaluation: Evaluation) -> BaseResponse:
    """Take the report back while it is not rated."""
    move(evaluation, Action.WITHDRAW, current_user, clock.today())
    flash("Laporan ditarik kembali. Anda dapat mengubahnya.", "ok")
    return done(here(evaluation, "report"))


def send(evaluation: Evaluation, typed: dict[str, dict[str, str]]) -> Response | BaseResponse:
    """Hand the report to the penilai, or say what is missing (the text stays)."""
    evaluations.gather(evaluation, clock.today())
    try:
        move(evaluation, Action.REPORT, current_user, clock.today())
    except lifecycle.Refused as refusal:
        db.session.rollback()
        again = queries.evaluation(current_user, evaluation.skp_id, evaluation.window_id)
        return show(again, 422, typed, str(refusal).split("\n"))
    flash("Laporan dikirim kepada pejabat penilai.", "ok")
    return done(url_for("results.index"))


def show(
    evaluation: Evaluation,
    status: int = 200,
    typed: dict[str, dict[str, str]] | None = None,
    problems: list[str] | None = None,
    conflict: bool = False,
) -> Response:
    """The report page; ``typed`` wins over what is stored."""
    stored = reported(evaluation)
    version = evaluations.content(evaluation.skp)
    return page(
        "review/report.html",
        status,
        evaluation=evaluation,
        skp_version=version,
        rows=stored | (typed or {}),
        problems=problems or [],
        asked=asked_for(evaluation),
        compared=compared(version, stored, typed or {}) if conflict else [],
        journal=queries.journal_counts(evaluation.skp_id, evaluation.window),
        actions=lifecycle.open_to(evaluation.moves, current_user, evaluation, clock.today()),
        version=mark(stored),
    )


def reported(evaluation: Evaluation) -> dict[str, dict[str, str]]:
    """What is stored, per indicator key; the report has a mark apart from the ratings."""
    return {
        row.indicator_key: {"realisation": row.text, "evidence": row.evidence_url}
        for row in evaluations.realisations(evaluation.skp_id, evaluation.window_id)
    }


def asked_for(evaluation: Evaluation) -> str:
    """What the penilai wrote when he last sent the report back; "" if it went on since."""
    moves = tuple(f"evaluation.{a.value}" for a in (Action.REPORT, Action.WITHDRAW, Action.RETURN))
    last = db.session.execute(
        sa.select(AuditEvent.action, AuditEvent.reason)
        .where(
            AuditEvent.subject_kind == Evaluation.__tablename__,
            AuditEvent.subject_id == evaluation.id,
            AuditEvent.action.in_(moves),
        )
        .order_by(AuditEvent.number.desc())
        .limit(1)
    ).one_or_none()
    return last.reason if last is not None and last.action == moves[-1] else ""


def typed_rows(version: SkpVersion) -> dict[str, dict[str, str]]:
    """What the form says, per indicator key."""
    return {
        one.key: {name: request.form.get(f"{name}-{one.key}", "").strip() for name in LONGEST}
        for one in indicators(version)
    }


def mistakes(typed: dict[str, dict[str, str]]) -> list[str]:
    """What cannot be kept, in words."""
    problems = []
    for row in typed.values():
        if any(len(row[name]) > longest for name, longest in LONGEST.items()):
            problems.append("Realisasi paling panjang 2.000 huruf dan tautan 500 huruf.")
        if row["evidence"] and not fields.is_link(row["evidence"]):
            problems.append(f"Tautan “{row['evidence'][:60]}” harus diawali https://.")
    return sorted(set(problems))


def keep(evaluation: Evaluation, typed: dict[str, dict[str, str]]) -> None:
    """Write the typed rows; an emptied one goes away."""
    stored = {
        row.indicator_key: row
        for row in evaluations.realisations(evaluation.skp_id, evaluation.window_id)
    }
    for key, row in typed.items():
        _keep_row(evaluation, stored.get(key), key, row)
    evaluation.updated_at = utc_now()
    db.session.add(evaluation)
    audit.record(
        current_user, "evaluation.report-draft", evaluation, owner_id=evaluation.skp.employee_id
    )


def _keep_row(
    evaluation: Evaluation, stored: Realisation | None, key: str, row: dict[str, str]
) -> None:
    if not row["realisation"]:
        if stored is not None:
            db.session.delete(stored)
        return
    if stored is None:
        stored = Realisation(
            skp_id=evaluation.skp_id, window_id=evaluation.window_id, indicator_key=key
        )
        db.session.add(stored)
    stored.text, stored.evidence_url = row["realisation"], row["evidence"]


def compared(version: SkpVersion, stored: Any, typed: Any) -> list[tuple[str, str, str]]:
    """Indicator, stored and typed realisation where they differ."""
    nothing = {"realisation": "", "evidence": ""}
    return [
        (one.statement, _line(stored.get(one.key, nothing)), _line(typed.get(one.key, nothing)))
        for one in indicators(version)
        if stored.get(one.key, nothing) != typed.get(one.key, nothing)
    ]


def indicators(version: SkpVersion) -> list[Indicator]:
    """All indicators of a version, in order."""
    return [one for rhk in version.rhks for one in rhk.indicators]


def _line(row: dict[str, str]) -> str:
    return " · ".join(text for text in row.values() if text)
