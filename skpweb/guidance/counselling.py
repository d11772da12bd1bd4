"""Konseling kinerja: reported by the penilai, arranged, held, its result recorded (p.85-88).

Confidential: who may open what stands in ``domain.counselling``; nobody else gets more
than 404, and the trail keeps neither the person nor the text.
"""

from collections.abc import Callable
from typing import Any

from flask import Response, abort, flash, request, url_for
from flask_login import current_user
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as BaseResponse

from skpweb.documents import guidance_papers
from skpweb.domain import counselling as rules
from skpweb.domain import lifecycle
from skpweb.domain.lifecycle import Action, Refused
from skpweb.domain.states import CounsellingState
from skpweb.extensions import db
from skpweb.guidance import bp, confidential, pdf
from skpweb.guidance.forms import (
    STALE,
    ArrangeForm,
    DeclineForm,
    FollowUpForm,
    ReportForm,
    ResultForm,
)
from skpweb.models.counselling import Counselling
from skpweb.models.people import Employee
from skpweb.models.planning import Skp
from skpweb.office import counselling as verbs
from skpweb.web import clock, versions
from skpweb.web.access import own
from skpweb.web.answer import done
from skpweb.web.page import page

KEPT = "Tersimpan sebagai draf. Belum ada yang dapat membacanya selain Anda."
SENT = (
    "Laporan ditandatangani dan terkirim. Penerimanya menetapkan konselor dan jadwal, atau menulis "
    "mengapa tidak dilanjutkan; Beranda Anda memberi tahu bila sudah selesai."
)
ONE = "/counselling/<int:counselling_id>"


@bp.get("/counselling/skp/<int:skp_id>/")
@own(confidential.subject)
def new_report(subject: Skp) -> Response:
    """An empty report on somebody whom I assess."""
    return blank(subject, ReportForm(formdata=None))


@bp.post("/counselling/skp/<int:skp_id>/")
@own(confidential.subject)
def add_report(subject: Skp) -> Response | BaseResponse:
    """Keep it as a draft that only I can read."""
    form = ReportForm()
    if not form.validate():
        return blank(subject, form, 422)
    try:
        made = verbs.begin(current_user, subject, facts(form), form.receiver.data)
    except Refused as refusal:
        form.receiver.errors = [str(refusal)]
        return blank(subject, form, 422)
    flash(KEPT, "ok")
    return done(url_for("guidance.show_case", counselling_id=made.id))


@bp.get(f"{ONE}/")
@own(confidential.case)
def show_case(case: Counselling) -> Response:
    """What this person may read, and what he is to do."""
    return show(case)


@bp.post(f"{ONE}/")
@own(confidential.case)
def save_report(case: Counselling) -> Response | BaseResponse:
    """Keep the draft; the button may also report it."""
    form = ReportForm()
    form.sends = request.form.get("do") == Action.REPORT.value

    def verb() -> None:
        facts_, receiver = facts(form), form.receiver.data
        verbs.write(current_user, case, facts_, receiver, clock.today(), form.sends)

    return _attempt(case, form, verb, SENT if form.sends else KEPT)


@bp.post(f"{ONE}/arrange")
@own(confidential.case)
def arrange(case: Counselling) -> Response | BaseResponse:
    """Konselor, time and place."""
    form = ArrangeForm()

    def verb() -> None:
        verbs.arrange(
            current_user, case, form.counsellor.data, form.counsellor_kind.data,
            form.meets_on.value, (form.place.data or "").strip(), clock.today(),
        )  # fmt: skip

    return _attempt(case, form, verb, "Konseling dijadwalkan.")


@bp.post(f"{ONE}/decline")
@own(confidential.case)
def decline(case: Counselling) -> Response | BaseResponse:
    """No konseling follows."""
    form = DeclineForm()

    def verb() -> None:
        verbs.decline(current_user, case, form.reason.data.strip(), clock.today())

    return _attempt(case, form, verb, "Laporan tidak dilanjutkan.")


@bp.post(f"{ONE}/close")
@own(confidential.case)
def close(case: Counselling) -> Response | BaseResponse:
    """The record of the result."""
    form = ResultForm()

    def verb() -> None:
        verbs.close(current_user, case, form.result.data.strip(), clock.today())

    return _attempt(case, form, verb, "Hasil konseling tersimpan dan dilaporkan.")


@bp.post(f"{ONE}/follow-up")
@own(confidential.case)
def follow_up(case: Counselling) -> Response | BaseResponse:
    """What follows the result."""
    form = FollowUpForm()

    def verb() -> None:
        verbs.follow_up(current_user, case, form.follow_up.data.strip(), clock.today())

    return _attempt(case, form, verb, "Tindak lanjut tersimpan.")


@bp.get(f"{ONE}/formulir.pdf")
@own(confidential.reported)
def case_pdf(reported: Counselling) -> Response:
    """B.1.10."""
    return pdf.answer(guidance_papers.report(reported, clock.today()))


def facts(form: ReportForm) -> dict[str, Any]:
    """What the report says."""
    shared = {"yes": True, "no": False}.get(form.is_shared.data or "")
    texts = ("expectation", "problem", "done_so_far")
    return {name: (form[name].data or "").strip() for name in texts} | {"is_shared": shared}


def blank(skp: Skp, form: ReportForm, status: int = 200) -> Response:
    """The page of a new report."""
    return page("guidance/report.html", status, skp=skp, form=form)


def show(case: Counselling, status: int = 200, **typed: Any) -> Response:
    """The page; ``typed`` are forms that were sent and could not be kept."""
    day = clock.today()
    parties = case.parties(day)
    return page(
        "guidance/case.html",
        status,
        case=case,
        sees_report=rules.may_see_report(current_user, parties),
        sees_result=rules.may_see_result(current_user, parties, case.counsellor_kind, case.state),
        follows=case.state is CounsellingState.CLOSED
        and rules.sets_follow_up(current_user, parties),
        actions={one.value for one in lifecycle.open_to(case.moves, current_user, case, day)},
        version=versions.shown(case),
        **({"sent": None} | _forms(case) | typed),
    )


def who(employee: Employee | None) -> str:
    """Somebody as the field reads him back."""
    if employee is None:
        return ""
    return f"{employee.name} ({employee.nip})" if employee.nip else employee.name


#: class of a form -> its name on the page
NAMES = {
    ReportForm: "reporting",
    ArrangeForm: "arranging",
    ResultForm: "closing",
    DeclineForm: "declining",
    FollowUpForm: "following",
}


def _forms(case: Counselling) -> dict[str, FlaskForm]:
    made = {name: form(formdata=None, obj=case) for form, name in NAMES.items()}
    reporting, arranging = made["reporting"], made["arranging"]
    made["following"].follow_up.data = case.note
    reporting.receiver.data = who(case.receiver)
    shared = {True: "yes", False: "no"}
    reporting.is_shared.data = shared[case.is_shared] if case.is_shared is not None else None
    arranging.counsellor.data = who(case.counsellor)
    if case.counsellor_kind is not None:
        arranging.counsellor_kind.data = case.counsellor_kind.value
    else:
        arranging.counsellor_kind.data = "independent"
    return made


def _attempt(
    case: Counselling, form: FlaskForm, verb: Callable[[], None], said: str
) -> Response | BaseResponse:
    """Call the verb and go back to the page; else the page with all that was typed."""
    id_, typed = case.id, {NAMES[type(form)]: form, "sent": form}
    if versions.is_stale(case):
        form.form_errors.append(STALE)
        return show(case, 409, **typed)
    if not form.validate():
        return show(case, 422, **typed)
    try:
        verb()
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(str(refusal))
        found = confidential.case(current_user, id_)
        return show(found, 422, **typed) if found is not None else abort(404)
    flash(said, "ok")
    return done(url_for("guidance.show_case", counselling_id=id_))
