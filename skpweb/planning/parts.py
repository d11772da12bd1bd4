"""Perilaku kerja and Lampiran: the two other parts of an SKP."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit, labels
from skpweb.domain import people
from skpweb.domain.behaviour import PANDUAN, CoreValue
from skpweb.domain.lifecycle import SkpState
from skpweb.domain.terms import AppendixPart
from skpweb.models.base import utc_now
from skpweb.models.parts import AppendixItem, SpecialExpectation
from skpweb.models.planning import Skp, SkpVersion
from skpweb.planning import bp, pages, queries
from skpweb.web import clock, versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

LONGEST = 2000
TOO_LONG = f"Paling panjang {LONGEST} huruf untuk satu isian. Ringkas isinya."
NOTHING = "Tidak ada"


@bp.get("/<int:skp_id>/behaviours")
@allow(people.may_read, queries.skp)
def behaviours(skp: Skp) -> Response:
    """The seven values, each with an optional ekspektasi khusus."""
    return show_behaviours(skp) if may_write(skp) else pages.whole(skp.current)


@bp.post("/<int:skp_id>/behaviours")
@allow(people.may_read, queries.skp)
def save_behaviours(skp: Skp) -> Response | BaseResponse:
    """Keep the expectations; an emptied one goes away."""
    typed = {value: request.form.get(value.value, "").strip() for value in CoreValue}
    if not may_write(skp):
        return pages.closed(skp, [(labels.label(value), typed[value]) for value in CoreValue])
    stored = {item.value: item.text for item in skp.current.expectations}
    problem = refuse(skp, typed.values())
    if problem:
        conflict = [(labels.label(v), stored.get(v, ""), typed[v]) for v in CoreValue
                    if stored.get(v, "") != typed[v]] if problem[0] == 409 else []  # fmt: skip
        return show_behaviours(skp, problem[0], typed, problem[1], conflict)
    kept = {item.value: item for item in skp.current.expectations}
    skp.current.expectations = [
        _with(kept.get(value) or SpecialExpectation(value=value), text)
        for value, text in typed.items()
        if text
    ]
    return keep(skp, "skp.expectations", "planning.behaviours")


@bp.get("/<int:skp_id>/appendix")
@allow(people.is_owner, queries.skp)
def appendix(skp: Skp) -> Response:
    """The three parts of the Lampiran."""
    return show_appendix(skp) if skp.current.is_editable else pages.whole(skp.current)


@bp.post("/<int:skp_id>/appendix")
@allow(people.is_owner, queries.skp)
def save_appendix(skp: Skp) -> Response | BaseResponse:
    """Keep the lines; "Tidak ada" makes an empty part deliberate."""
    typed = {part: typed_lines(part) for part in AppendixPart}
    if not may_write(skp):
        return pages.closed(skp, [(labels.label(p), "\n".join(typed[p])) for p in AppendixPart])
    problem = refuse(skp, [line for lines in typed.values() for line in lines])
    if problem:
        conflict = [(labels.label(p), "\n".join(stored_lines(skp.current, p)), "\n".join(typed[p]))
                    for p in AppendixPart if stored_lines(skp.current, p) != typed[p]
                    ] if problem[0] == 409 else []  # fmt: skip
        return show_appendix(skp, problem[0], typed, problem[1], conflict)
    skp.current.appendix = [
        AppendixItem(part=part, order=order, text=text)
        for part, lines in typed.items()
        for order, text in enumerate(lines)
    ]
    return keep(skp, "skp.appendix", "planning.appendix")


def may_write(skp: Skp) -> bool:
    """The owner while it is his to write; the penilai while it lies on his desk."""
    parties, state = skp.parties(clock.today()), skp.current.state
    if people.is_owner(current_user, parties):
        return skp.current.is_editable
    return state is SkpState.SUBMITTED and people.may_set_skp(current_user, parties)


def refuse(skp: Skp, texts: Any) -> tuple[int, str] | None:
    """Status and sentence for what cannot be kept."""
    if versions.is_stale(skp.current):
        return 409, ""
    return (422, TOO_LONG) if any(len(text) > LONGEST for text in texts) else None


def keep(skp: Skp, action: str, endpoint: str) -> BaseResponse:
    """Log and go back; a penilai goes back to his desk page."""
    version = skp.current
    version.updated_at, version.updated_by = utc_now(), current_user.display_name
    audit.record(current_user, action, version, owner_id=skp.employee_id)
    if not request.form.get("draft"):
        flash("Tersimpan.", "ok")
    return done(url_for(endpoint, skp_id=skp.id))


def typed_lines(part: AppendixPart) -> list[str]:
    """The lines typed for a part, empty ones left out."""
    if request.form.get("do") == f"none-{part.value}":
        return [NOTHING]
    lines = [line.strip() for line in request.form.getlist(part.value)]
    return [line for line in lines if line]


def stored_lines(version: SkpVersion, part: AppendixPart) -> list[str]:
    """The stored lines of a part."""
    return [item.text for item in version.appendix if item.part is part]


def show_behaviours(
    skp: Skp, status: int = 200, typed: dict[CoreValue, str] | None = None, problem: str = "",
    conflict: Any = (),
) -> Response:  # fmt: skip
    """The page; ``typed`` wins over what is stored."""
    stored = {item.value: item.text for item in skp.current.expectations}
    return page(
        "planning/behaviours.html", status, skp=skp, v=skp.current, panduan=PANDUAN,
        texts=typed or stored, version=versions.shown(skp.current), problem=problem,
        conflict=conflict, notes=pages.sent_notes(skp.current),
    )  # fmt: skip


def show_appendix(
    skp: Skp, status: int = 200, typed: dict[AppendixPart, list[str]] | None = None,
    problem: str = "", conflict: Any = (),
) -> Response:  # fmt: skip
    """The page; ``typed`` wins over what is stored."""
    stored = {part: stored_lines(skp.current, part) for part in AppendixPart}
    return page(
        "planning/appendix.html", status, skp=skp, v=skp.current, lines=typed or stored,
        version=versions.shown(skp.current), problem=problem, conflict=conflict,
        notes=pages.sent_notes(skp.current),
    )  # fmt: skip


def _with(item: SpecialExpectation, text: str) -> SpecialExpectation:
    item.text = text
    return item
