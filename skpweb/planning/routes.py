"""My SKP: the list, and each read as a whole."""

from flask import Response, redirect, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import people
from skpweb.models.planning import Skp, SkpVersion
from skpweb.planning import bp, pages, queries
from skpweb.planning import copying as _copying  # noqa: F401  (each module adds its views)
from skpweb.planning import dossier as _dossier  # noqa: F401
from skpweb.planning import editor as _editor  # noqa: F401
from skpweb.planning import manuals as _manuals  # noqa: F401
from skpweb.planning import notes as _notes  # noqa: F401
from skpweb.planning import papers as _papers  # noqa: F401
from skpweb.planning import parts as _parts  # noqa: F401
from skpweb.planning import revisions as _revisions  # noqa: F401
from skpweb.planning import submission as _submission  # noqa: F401
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.page import page


@bp.get("/")
@allow(people.is_employee)
def index() -> Response:
    """My SKP, newest first."""
    mine = queries.mine(current_user)
    year = clock.today().year
    has_year = any(skp.starts_on.year == year for skp in mine)
    return page("planning/index.html", mine=mine, year=year, has_year=has_year)


@bp.get("/<int:skp_id>/")
@allow(people.may_read, queries.skp)
def show(skp: Skp) -> Response | BaseResponse:
    """The whole SKP as it stands; a penilai with something to decide gets his desk page."""
    if "approve" in pages.open_actions(skp) and current_user.employee_id != skp.employee_id:
        return redirect(url_for("planning.review", skp_id=skp.id), 303)
    return pages.whole(skp.current)


@bp.get("/<int:skp_id>/versions/<int:number>/")
@allow(people.may_read, queries.version)
def show_version(version: SkpVersion) -> Response:
    """An older version, as it was."""
    return pages.whole(version)
