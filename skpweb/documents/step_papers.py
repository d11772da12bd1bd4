"""The papers of rencana aksi: B.1.1, and B.1.2 of a window. Drawn on request, never archived."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from skpweb.documents.content import Done, ProgressContent, Step, StepGroup, StepsContent
from skpweb.documents.parties import office_facts, party
from skpweb.domain.lifecycle import StepState
from skpweb.domain.terms import Duty
from skpweb.labels import label
from skpweb.models.journal import ActionStep
from skpweb.models.organisation import EvaluationWindow, Office
from skpweb.models.planning import Rhk, Skp

STEPS, PROGRESS = "B.1.1", "B.1.2"
GONE = "RHK yang tidak ada lagi di SKP"
BESIDE = "Di luar rencana hasil kerja"

#: what entries are summed under: ("step", id), ("rhk", key) or ("duty", value)
Place = tuple[str, str]


def steps_content(
    skp: Skp, rhks: Sequence[Rhk], steps: Sequence[ActionStep],
    windows: Sequence[EvaluationWindow], office: Office, parties: Mapping[str, Any],
) -> StepsContent:  # fmt: skip
    """What B.1.1 prints: every rencana aksi in use, by RHK."""
    in_use = [one for one in steps if one.archived_at is None]
    made = {one.id: _step(one, windows) for one in in_use}
    groups = [StepGroup(rhk.statement, _of(rhk.key, in_use, made)) for rhk in rhks]
    return StepsContent(
        **_common(office, parties, skp.starts_on, skp.ends_on),
        groups=(*groups, *_gone(rhks, in_use, made)),
    )


def progress_content(
    skp: Skp, rhks: Sequence[Rhk], steps: Sequence[ActionStep], window: EvaluationWindow,
    windows: Sequence[EvaluationWindow], done: Mapping[Place, Done],
    reported: Mapping[str, Sequence[str]], office: Office, parties: Mapping[str, Any],
) -> ProgressContent:  # fmt: skip
    """What B.1.2 prints: rencana aksi beside what the journal of a window says.

    ``reported`` are the texts of an RHK's indicators, by the key of the RHK.
    """
    shown = [one for one in steps if one.archived_at is None or ("step", str(one.id)) in done]
    spoken = windows if window.is_annual else [window]
    made = {one.id: _step(one, spoken, done.get(("step", str(one.id)), Done())) for one in shown}
    groups = [
        StepGroup(
            rhk.statement,
            (*_of(rhk.key, shown, made), *_beside_steps(done.get(("rhk", rhk.key)))),
            tuple(reported.get(rhk.key, ())),
        )
        for rhk in rhks
    ]
    first, last = max(skp.starts_on, window.starts_on), min(skp.ends_on, window.ends_on)
    return ProgressContent(
        **_common(office, parties, first, last),
        groups=(*groups, *_gone(rhks, shown, made), *_beside_rhks(rhks, done)),
    )


def amount(target: str, unit: str) -> str:
    """``450 berkas`` for a bare number; any other text as it is written."""
    return f"{target} {unit}".strip() if re.fullmatch(r"[\d.,]+", target) else target


def _common(office: Office, parties: Mapping[str, Any], first: date, last: date) -> dict[str, Any]:
    return {
        **office_facts(office),
        "starts_on": first,
        "ends_on": last,
        "employee": party(parties["owner"]),
        "assessor": party(parties["assessor"]),
    }


def _step(one: ActionStep, windows: Iterable[EvaluationWindow], done: Done | None = None) -> Step:
    given = {target.window_id: amount(target.target, one.unit) for target in one.targets}
    named = [(window.short_name, given[window.id]) for window in windows if window.id in given]
    words = "; ".join(f"{name}: {text}" for name, text in named)
    return Step(
        one.statement,
        (f"Target {words}",) if words else (),
        is_agreed=one.state is StepState.AGREED,
        done=done or Done(),
    )


def _of(key: str, steps: Iterable[ActionStep], made: Mapping[int, Step]) -> tuple[Step, ...]:
    return tuple(made[one.id] for one in steps if one.rhk_key == key)


def _gone(
    rhks: Sequence[Rhk], steps: Iterable[ActionStep], made: Mapping[int, Step]
) -> list[StepGroup]:
    known = {rhk.key for rhk in rhks}
    loose = tuple(made[one.id] for one in steps if one.rhk_key not in known)
    return [StepGroup(GONE, loose, is_planned=False)] if loose else []


def _beside_steps(done: Done | None) -> list[Step]:
    return [Step(label(Duty.OTHER), is_planned=False, done=done)] if done is not None else []


def _beside_rhks(rhks: Sequence[Rhk], done: Mapping[Place, Done]) -> list[StepGroup]:
    """Tugas tambahan, perintah langsung and what names an RHK that is no more."""
    known = {rhk.key for rhk in rhks}
    steps = [
        Step(label(Duty(value)) if kind == "duty" else GONE, is_planned=False, done=one)
        for (kind, value), one in done.items()
        if kind == "duty" or (kind == "rhk" and value not in known)
    ]
    return [StepGroup(BESIDE, tuple(steps), is_planned=False)] if steps else []
