"""Hasil kerja: one card per RHK, saved as it is, also half-written."""

from collections.abc import Sequence

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.terms import Aspect, Form, Perspective, RhkKind
from skpweb.extensions import db
from skpweb.models import roles
from skpweb.models import versions as versions_of
from skpweb.models.base import utc_now
from skpweb.models.planning import Indicator, Rhk, Skp
from skpweb.planning import bp, cards, hints, pages, queries
from skpweb.planning.forms import RhkForm
from skpweb.web import clock, versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

CLOSED = "SKP ini sedang tidak dapat diubah: sudah diajukan atau ditetapkan."
SHOWN = 110  #: letters of a superior's RHK in the list of choices


@bp.get("/<int:skp_id>/results")
@allow(people.is_owner, queries.skp)
def results(skp: Skp) -> Response | BaseResponse:
    """All RHK as cards to write in."""
    return show(skp) if skp.current.is_editable else pages.whole(skp.current)


@bp.post("/<int:skp_id>/rhk")
@allow(people.is_owner, queries.skp)
def add_rhk(skp: Skp) -> Response | BaseResponse:
    """An empty RHK at the end, optionally under one of the superior's."""
    version = skp.current
    if not version.is_editable:
        return pages.whole(version, 409, [CLOSED])
    kind = RhkKind.ADDITIONAL if request.form.get("kind") == "additional" else RhkKind.MAIN
    rhk = Rhk(
        version_ref=version.id, kind=kind, order=len(version.rhks), statement="",
        intervened_key=request.form.get("intervened_key", "")[:32] or None,
        indicators=[Indicator(order=0)],
    )  # fmt: skip
    db.session.add(rhk)
    audit.record(current_user, "rhk.add", rhk, owner_id=skp.employee_id)
    return done(url_for("planning.results", skp_id=skp.id, _anchor=f"rhk-{rhk.id}"))


@bp.post("/rhk/<int:rhk_id>/")
@allow(people.is_owner, queries.rhk)
def save_rhk(rhk: Rhk) -> Response | BaseResponse:
    """Keep the card (autosave too), then do what its button says."""
    form = RhkForm()
    skp = rhk.version.skp
    if not rhk.version.is_editable:
        differing = cards.both_texts(rhk, form, queries.superior_rhks(skp, clock.today()))
        return pages.closed(skp, [(term, typed) for term, _, typed in differing])
    if versions.is_stale(rhk):
        return answer_stale(rhk, form)
    problems = cards.row_problems(rhk)
    if not form.validate() or problems:
        return show(skp, 422, broken=(rhk.id, form), problems=problems)
    cards.write(rhk, form)
    act(rhk, request.form.get("do", "save"))
    rhk.updated_at, rhk.updated_by = utc_now(), current_user.display_name
    audit.record(current_user, "rhk.save", rhk, owner_id=skp.employee_id)
    return done(url_for("planning.results", skp_id=skp.id, _anchor=f"rhk-{rhk.id}"))


def answer_stale(rhk: Rhk, form: RhkForm) -> Response | BaseResponse:
    """Both texts where they differ; a form sent twice just leads back to its card."""
    skp = rhk.version.skp
    if cards.both_texts(rhk, form, []):
        return show(skp, 409, conflict=(rhk, form), broken=(rhk.id, form))
    return done(url_for("planning.results", skp_id=skp.id, _anchor=f"rhk-{rhk.id}"))


@bp.post("/rhk/<int:rhk_id>/delete")
@allow(people.is_owner, queries.rhk)
def delete_rhk(rhk: Rhk) -> Response | BaseResponse:
    """Take an RHK out of a draft; the trail remembers its words."""
    skp = rhk.version.skp
    if not rhk.version.is_editable:
        return pages.whole(skp.current, 409, [CLOSED])
    audit.record(
        current_user, "rhk.delete", rhk, before={"statement": rhk.statement},
        owner_id=skp.employee_id,
    )  # fmt: skip
    rhk.version.rhks.remove(rhk)
    flash("RHK dihapus.", "ok")
    return done(url_for("planning.results", skp_id=skp.id))


def act(rhk: Rhk, what: str) -> None:
    """The card's buttons: add or remove an indicator, move up or down."""
    if what == "add":
        rhk.indicators.append(Indicator(order=len(rhk.indicators)))
    elif what.startswith("remove-"):
        rhk.indicators = [one for one in rhk.indicators if f"remove-{one.id}" != what]
    elif what in ("up", "down"):
        shift(rhk, -1 if what == "up" else 1)


def shift(rhk: Rhk, step: int) -> None:
    """Change places with the neighbour of the same kind."""
    row = [one for one in rhk.version.rhks if one.kind is rhk.kind]
    place = row.index(rhk) + step
    if 0 <= place < len(row):
        row.remove(rhk)
        row.insert(place, rhk)
    for order, one in enumerate(row):
        one.order = order


def show(
    skp: Skp, status: int = 200, *, conflict: tuple[Rhk, RhkForm] | None = None,
    broken: tuple[int, RhkForm] | None = None, problems: list[str] | None = None,
) -> Response:  # fmt: skip
    """The editor page; ``broken`` is the card with mistakes, as it was typed."""
    version, superiors = skp.current, queries.superior_rhks(skp, clock.today())
    return page(
        "planning/results.html",
        status,
        skp=skp,
        v=version,
        superiors=superiors,
        open_roles=roles.count_open(skp),
        full_words=full_words(superiors),
        cards=[
            cards.card(rhk, broken) | {"number": number}
            for number, rhk in enumerate(version.rhks, start=1)
        ],
        kinds=tuple(Perspective if skp.form is Form.LEADER else Aspect),
        hints=hints.by_rhk(version),
        notes=pages.sent_notes(version),
        done_rows=pages.changed_since(version),
        row_names=pages.row_names(version),
        conflict=conflict and conflict[0],
        both=cards.both_texts(*conflict, superiors) if conflict else [],
        problems=problems or [],
        form=broken[1] if broken else None,
    )


def full_words(superiors: Sequence[Rhk]) -> dict[str, str]:
    """What the form prints for a link, where the list of choices does not say it all."""
    words = {one.key: versions_of.words_of(one, one.version.skp.form) for one in superiors}
    shown = {one.key: one.statement[:SHOWN] for one in superiors}
    return {key: text for key, text in words.items() if text != shown[key]}
