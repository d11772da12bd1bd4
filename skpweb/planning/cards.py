"""An RHK card: what was typed, what is stored, and how they differ."""

from collections.abc import Sequence
from typing import Any

from flask import request

from skpweb import labels
from skpweb.domain.terms import Aspect, Form, Perspective, RhkKind
from skpweb.models.planning import Indicator, Rhk
from skpweb.planning.forms import RhkForm
from skpweb.web import versions

CAPS = {"statement": 2000, "target": 500}
KIND_WORDS = labels.choices(RhkKind)


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


def row_problems(rhk: Rhk) -> list[str]:
    """Indicators that are too long, in words."""
    return [
        f"{label} paling panjang {CAPS[name]} huruf. Ringkas isinya."
        for name, label in (("statement", "Indikator"), ("target", "Target"))
        if any(len(typed_row(one)[name]) > CAPS[name] for one in rhk.indicators)
    ]


def both_texts(rhk: Rhk, form: RhkForm, superiors: Sequence[Rhk]) -> list[tuple[str, str, str]]:
    """Where the stored and the typed card differ, side by side: name, stored, typed."""
    names = {one.key: one.statement for one in superiors}
    stored_key, typed_key = rhk.intervened_key or "", form.intervened_key.data or ""
    rows = [
        ("Rencana hasil kerja", rhk.statement, _typed(form.statement)),
        ("Jenis", labels.label(rhk.kind), KIND_WORDS.get(form.kind.data or rhk.kind.value, "")),
        ("RHK pimpinan yang diintervensi", names.get(stored_key, stored_key),
         names.get(typed_key, typed_key)),
        ("RHK pimpinan", rhk.intervened_text, _typed(form.intervened_text)),
        ("Penugasan dari", rhk.assigner, _typed(form.assigner)),
    ]  # fmt: skip
    kind_name = "Perspektif" if rhk.version.skp.form is Form.LEADER else "Aspek"
    for number, one in enumerate(rhk.indicators, start=1):
        stored, typed = stored_row(one), typed_row(one)
        rows.append(
            (f"{kind_name} indikator {number}", *(_kind(row["kind"]) for row in (stored, typed)))
        )
        rows.append((f"Indikator {number}", stored["statement"], typed["statement"]))
        rows.append((f"Target {number}", stored["target"], typed["target"]))
    return [row for row in rows if row[1] != row[2]]


def _typed(field: Any) -> str:
    return (field.data or "").strip()


def _kind(value: str) -> str:
    """An aspect or perspective in words."""
    known = {kind.value: kind for kind in (*Aspect, *Perspective)}
    return labels.label(known[value]) if value in known else ""
