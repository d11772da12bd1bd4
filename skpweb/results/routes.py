"""My results, official documents and their verification."""

from flask import Response, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.documents import evaluation_papers, objection_papers
from skpweb.domain import handover, people
from skpweb.domain.ratings import OrganisationLevel
from skpweb.models.review import Evaluation
from skpweb.office import annexes, clocks, led
from skpweb.results import bp, queries, remarks
from skpweb.web import clock
from skpweb.web.access import allow, public
from skpweb.web.headers import offer
from skpweb.web.limits import number
from skpweb.web.page import page
from skpweb.web.workdays import workdays

PATH = "/results/skp/<int:skp_id>/<int:window_id>"


@bp.get("/results/")
@allow(people.is_employee)
def index() -> Response:
    """My results of a year: windows, predicates, documents."""
    years = queries.years(current_user.employee_id)
    year = request.args.get("year", type=number) or (years[0] if years else clock.today().year)
    dossiers = queries.my_skp(current_user.employee_id, year)
    lines = queries.lines(dossiers)
    return page(
        "results/index.html", year=year, years=years, dossiers=dossiers, lines=lines,
        day=clock.today(), remarks=remarks.received(dossiers), **queries.trend(lines),
        annexes=annexes.readable(current_user, dossiers, clock.today()),
        presence=queries.my_presence(current_user.employee_id, year) if dossiers else None,
        led=led.units_of(current_user.employee_id, clock.today()),
    )  # fmt: skip


@bp.get(f"{PATH}/")
@allow(people.may_read, queries.evaluation)
def show(evaluation: Evaluation) -> Response:
    """One set predicate: why, by whom, and its papers."""
    parties = evaluation.parties(clock.today())
    return page(
        "results/show.html",
        evaluation=evaluation,
        facts=evaluation.snapshot,
        organisation_level=OrganisationLevel(evaluation.snapshot["organisation_level"]),
        is_owner=people.is_owner(current_user, parties),
        steps=handover.next_steps(evaluation, current_user, clock.today()),
        clocks=clocks.of(evaluation, workdays()),
        sees_objection=people.may_see_objection(current_user, parties),
        annexes=annexes.readable(current_user, [evaluation.skp], clock.today()),
    )


@bp.get(f"{PATH}/evaluation.pdf")
@allow(people.may_read, queries.evaluation)
def evaluation_pdf(evaluation: Evaluation) -> Response:
    """Hasil Evaluasi Kinerja Pegawai, form C.1.1 to C.1.3."""
    return pdf(evaluation_papers.result(evaluation), "hasil-evaluasi.pdf")


@bp.get(f"{PATH}/document.pdf")
@allow(people.may_read, queries.evaluation)
def document_pdf(evaluation: Evaluation) -> Response:
    """Dokumen Evaluasi Kinerja Pegawai, form D.1.1 or D.1.2."""
    return pdf(evaluation_papers.document(evaluation), "dokumen-evaluasi.pdf")


@bp.get(f"{PATH}/changed.pdf")
@allow(people.may_see_objection, queries.changed)
def changed_pdf(changed: Evaluation) -> Response:
    """The Dokumen Evaluasi after an objection that changed it, form D.1.3."""
    return pdf(objection_papers.changed(changed), "dokumen-evaluasi-keberatan.pdf")


@bp.get("/verify/")
@public
def ask_code() -> Response | BaseResponse:
    """A box for the code under an official document."""
    code = request.args.get("code", "").strip().upper()[:40]
    if code:
        return redirect(url_for("results.verify", code=code), 303)
    return page("results/verify.html", document=None, code="")


@bp.get("/verify/<code>")
@public
def verify(code: str) -> Response:
    """Whether a document with this code was made here; no names, no ratings."""
    document = queries.document_by_code(code)
    return page("results/verify.html", 200 if document else 404, document=document, code=code[:20])


def pdf(content: bytes, name: str) -> Response:
    """A PDF to look at or keep; its name says nothing about the person."""
    return offer(Response(content, mimetype="application/pdf"), "inline", name)
