"""The package of a person: cover, SKP, lampiran, evaluations and documents as one PDF."""

from flask import Response, request
from flask_login import current_user

from skpweb.domain import people
from skpweb.domain.packages import PackageScope
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.planning import Skp
from skpweb.office import packages
from skpweb.results import bp
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.headers import offer


def dossier(_person: Actor, skp_id: int) -> Skp | None:
    """A dossier with an SKP in force: before that there is nothing to put together."""
    found = evaluations.dossier(skp_id)
    return found if found is not None and found.in_force is not None else None


@bp.get("/results/skp/<int:skp_id>/berkas-kinerja.pdf")
@allow(people.may_read, dossier)
def package_pdf(dossier: Skp) -> Response:
    """All of the year that this person may read, joined from the archive."""
    year = dossier.year.year
    reader = current_user if asks_annexes() else None
    package = packages.of_dossiers(_readable(dossier), asked_scope(), clock.today(), reader)
    db.session.rollback()  # reading files and joining take a while
    made = Response(package.joined().pdf, mimetype="application/pdf")
    return offer(made, "inline", f"berkas-kinerja-{year}.pdf")


def asked_scope() -> PackageScope:
    """Which evaluations are wanted; all of them where the word is not known."""
    typed = request.values.get("scope", "")
    return PackageScope(typed) if typed in list(PackageScope) else PackageScope.EVERY


def asks_annexes() -> bool:
    """Whether the signed papers of pembinaan are wanted as well."""
    return request.values.get("annexes") == "1"


def _readable(skp: Skp) -> list[Skp]:
    """The dossiers of the same person and year that may be read as well."""
    ids = packages.of_same_year(skp)
    found = [skp if one == skp.id else dossier(current_user, one) for one in ids]
    return [one for one in found if one is not None and _may_read(one)]


def _may_read(skp: Skp) -> bool:
    return people.may_read(current_user, skp.parties(clock.today()))
