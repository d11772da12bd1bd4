"""Copy results into a draft: from last year, or from a colleague in the same post."""

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.models import versions
from skpweb.models.parts import AppendixItem
from skpweb.models.planning import Skp
from skpweb.planning import bp, pages, queries
from skpweb.planning.editor import CLOSED
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/<int:skp_id>/copy")
@allow(people.is_owner, queries.skp)
def copy_from(skp: Skp) -> Response:
    """What can be copied."""
    return page("planning/copy.html", skp=skp, sources=queries.sources(skp))


@bp.post("/<int:skp_id>/copy")
@allow(people.is_owner, queries.skp)
def copy_here(skp: Skp) -> Response | BaseResponse:
    """Add the rows of a source at the end of the draft; nothing of mine goes away."""
    version = skp.current
    if not version.is_editable:
        return pages.whole(version, 409, [CLOSED])
    wanted = request.form.get("source", "")
    source = next((one for one in queries.sources(skp) if str(one.id) == wanted), None)
    if source is None:
        return page("planning/copy.html", 422, skp=skp, sources=queries.sources(skp), problem=True)
    versions.with_rows(source)
    kept = [rhk for rhk in version.rhks if versions.has_text(rhk)]
    added = [versions.copy_rhk(rhk, keep_keys=False) for rhk in source.rhks]
    for order, rhk in enumerate([*kept, *added]):
        rhk.order = order
    version.rhks = [*kept, *added]
    if not version.appendix:
        version.appendix = [
            AppendixItem(part=item.part, order=item.order, text=item.text)
            for item in source.appendix
        ]
    audit.record(
        current_user, "skp.copy", version, after={"source": source.id}, owner_id=skp.employee_id
    )
    flash(f"{len(added)} RHK disalin. Sesuaikan rumusan dan targetnya.", "ok")
    return done(url_for("planning.results", skp_id=skp.id))
