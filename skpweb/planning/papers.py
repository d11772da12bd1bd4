"""The SKP, its Lampiran and manuals as PDF: drafts drawn afresh, final ones kept."""

from collections.abc import Callable

from flask import Response, abort, g
from flask_login import current_user

from skpweb.documents import archive, form_codes, render, skp_papers
from skpweb.documents.content import SkpContent
from skpweb.domain import people
from skpweb.models.planning import SkpVersion
from skpweb.planning import bp, pages, queries
from skpweb.web.access import allow
from skpweb.web.headers import offer

PATH = "/<int:skp_id>/versions/<int:number>"


@bp.get(f"{PATH}/skp.pdf")
@allow(people.may_read, queries.version)
def skp_pdf(version: SkpVersion) -> Response:
    """The SKP on its form."""
    return answer(version, lambda made: form_codes.forms_for(made)[0], "skp.pdf")


@bp.get(f"{PATH}/lampiran.pdf")
@allow(people.may_read, queries.version)
def appendix_pdf(version: SkpVersion) -> Response:
    """The Lampiran SKP."""
    return answer(version, lambda made: skp_papers.APPENDIX, "lampiran-skp.pdf")


@bp.get(f"{PATH}/manual.pdf")
@allow(people.may_read, queries.version)
def manual_pdf(version: SkpVersion) -> Response:
    """The manuals of a head's indicators."""
    if not pages.has_manual(version):
        abort(404)
    return answer(version, lambda made: skp_papers.MANUAL, "manual-indikator.pdf")


def make_all(skp_id: int, number: int) -> None:
    """Render and store the final papers right after the approval."""
    for index in range(len(form_codes.forms_for(_content(skp_id, number)))):
        made = _content(skp_id, number)
        version = queries.version(current_user, skp_id, number)
        archive.finished(version, form_codes.forms_for(made)[index], lambda made=made: made)


def answer(version: SkpVersion, form_of: Callable[[SkpContent], str], name: str) -> Response:
    """The PDF: from the archive once final, drawn afresh while it is a draft."""
    made = content_of(version)
    form = form_of(made)
    pdf = render.render(made, form) if made.draft else archive.finished(version, form, lambda: made)
    return offer(Response(pdf, mimetype="application/pdf"), "inline", name)


def content_of(version: SkpVersion) -> SkpContent:
    """What the forms of a version print."""
    parties = pages.named_parties(version.skp, version)
    linked = pages.linked(version.skp) if version.approved_at is None else {}
    return skp_papers.skp_content(version, g.office, parties, linked)


def _content(skp_id: int, number: int) -> SkpContent:
    return content_of(queries.version(current_user, skp_id, number))
