"""Hasil kerja: one card per RHK, saved as it is, also half-written."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.terms import Aspect, Form, Perspective, RhkKind
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.planning import Indicator, Rhk, Skp
from skpweb.planning import bp, hints, pages, queries
from skpweb.planning.forms import RhkForm
from skpweb.web import clock, versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

CLOSED = "SKP ini sedang tidak dapat diubah: sudah diajukan atau ditetapkan."
CAPS = {"statement": 2000, "target": 500}


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
        return show(skp, 409, conflict=both_texts(rhk, form), closed=True)
    if versions.is_stale(rhk):
        return show(skp, 409, conflict=both_texts(rhk, form), broken=(rhk.id, form))
    problems = row_problems(rhk)
    if not form.validate() or problems:
        return show(skp, 422, broken=(rhk.id, form), problems=problems)
    write(rhk, form)
    act(rhk, request.form.get("do", "save"))
    rhk.updated_at, rhk.updated_by = utc_now(), current_user.display_name
    audit.record(current_user, "rhk.save", rhk, owner_id=skp.employee_id)
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


def write(rhk: Rhk, form: RhkForm) -> None:
    """The card's fields into the RHK and its indicators."""
    rhk.kind = RhkKind(form.kind.data) if form.kind.data else rhk.kind
    rhk.intervened_key = (form.intervened_key.data or "")[:32] or None
    rhk.intervened_text = (form.intervened_text.data or "").strip()
    rhk.assigner = (form.assigner.data or "").strip()
    rhk.statement = (form.statement.data or "").strip()
    for one in rhk.indicators:
        typed = typed_row(one)
        one.statement, one.target = typed["statement"], typed["target"]
        kinds = tuple(Perspective if rhk.version.skp.form is Form.LEADER else Aspect)
        chosen = next((kind for kind in kinds if kind == typed["kind"]), None)
        if rhk.version.skp.form is Form.LEADER:
            one.perspective = chosen
        else:
            one.aspect = chosen


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


def typed_row(one: Indicator) -> dict[str, str]:
    """What the form says of an indicator; absent fields keep what is stored."""
    kind = one.aspect or one.perspective
    stored = {
        "kind": kind.value if kind else "",
        "statement": one.statement or "",
        "target": one.target or "",
    }
    return {
        name: request.form.get(f"{name}-{one.id}", value).strip() for name, value in stored.items()
    }


def row_problems(rhk: Rhk) -> list[str]:
    """Indicators that are too long, in words."""
    return [
        f"{label} paling panjang {CAPS[name]} huruf. Ringkas isinya."
        for name, label in (("statement", "Indikator"), ("target", "Target"))
        if any(len(typed_row(one)[name]) > CAPS[name] for one in rhk.indicators)
    ]


def both_texts(rhk: Rhk, form: RhkForm) -> dict[str, Any]:
    """The stored and the typed card side by side."""
    rows = [
        ("Rencana hasil kerja", rhk.statement, form.statement.data or ""),
        ("RHK pimpinan", rhk.intervened_text, form.intervened_text.data or ""),
        ("Penugasan dari", rhk.assigner, form.assigner.data or ""),
    ]
    for number, one in enumerate(rhk.indicators, start=1):
        typed = typed_row(one)
        rows.append((f"Indikator {number}", one.statement, typed["statement"]))
        rows.append((f"Target {number}", one.target, typed["target"]))
    return {"rhk": rhk, "rows": [row for row in rows if row[1] or row[2]]}


def show(
    skp: Skp, status: int = 200, *, conflict: dict[str, Any] | None = None,
    broken: tuple[int, RhkForm] | None = None, problems: list[str] | None = None,
    closed: bool = False,
) -> Response:  # fmt: skip
    """The editor page; ``broken`` is the card with mistakes, as it was typed."""
    version = skp.current
    return page(
        "planning/results.html",
        status,
        skp=skp,
        v=version,
        superiors=queries.superior_rhks(skp, clock.today()),
        cards=[
            card(rhk, broken) | {"number": number}
            for number, rhk in enumerate(version.rhks, start=1)
        ],
        kinds=tuple(Perspective if skp.form is Form.LEADER else Aspect),
        hints=hints.by_rhk(version),
        notes=pages.sent_notes(version),
        done_rows=pages.changed_since(version),
        row_names=pages.row_names(version),
        conflict=conflict,
        problems=problems or [],
        closed=closed,
        form=broken[1] if broken else None,
    )


def card(rhk: Rhk, broken: tuple[int, RhkForm] | None) -> dict[str, Any]:
    """An RHK with what its form shows: stored, or typed where it could not be kept."""
    is_broken = broken is not None and broken[0] == rhk.id
    form = broken[1] if is_broken else None
    return {
        "rhk": rhk,
        "version": versions.shown(rhk),
        "kind": (form.kind.data if form else None) or rhk.kind.value,
        "intervened_key": form.intervened_key.data if form else rhk.intervened_key or "",
        "intervened_text": form.intervened_text.data if form else rhk.intervened_text,
        "assigner": form.assigner.data if form else rhk.assigner,
        "statement": form.statement.data if form else rhk.statement,
        "errors": form.errors if form else {},
        "indicators": [
            {"id": one.id, "key": one.key, **(typed_row(one) if form else stored_row(one))}
            for one in rhk.indicators
        ],
    }


def stored_row(one: Indicator) -> dict[str, str]:
    """An indicator as it is stored."""
    kind = one.aspect or one.perspective
    return {
        "kind": kind.value if kind else "",
        "statement": one.statement,
        "target": one.target,
    }
