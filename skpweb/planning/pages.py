"""The whole SKP as a page: for its owner, his superiors, and for the desk."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask import Response, request
from flask_login import current_user

from skpweb import labels
from skpweb.domain import checks, lifecycle, people
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.lifecycle import SkpState
from skpweb.domain.terms import AppendixPart
from skpweb.models import evaluations, snapshots, versions
from skpweb.models.parts import RowNote
from skpweb.models.planning import Skp, SkpVersion
from skpweb.planning import bp, hints, queries
from skpweb.web import clock
from skpweb.web.page import page

SENT = (
    "SKP ini sudah diajukan, jadi isian Anda tidak dapat disimpan. Tarik kembali SKP di bawah bila "
    "masih perlu diubah."
)
AGREED = (
    "SKP ini sudah ditetapkan, jadi isian Anda tidak dapat disimpan. Pakai Ubah SKP bila perlu "
    "perubahan."
)
NOT_YOURS = "SKP ini sedang tidak dapat Anda ubah, jadi isian Anda tidak dapat disimpan."


def open_actions(skp: Skp) -> frozenset[str]:
    """What I may do with the newest version."""
    version = skp.current
    return lifecycle.open_to(version.moves, current_user, version, clock.today())


def closed(skp: Skp, typed: Iterable[tuple[str, str]]) -> Response:
    """The answer to texts (term, text) that come too late: the SKP as it is, they to be copied."""
    agreed = AGREED if may_revise(skp) else NOT_YOURS
    why = SENT if "withdraw" in open_actions(skp) else agreed
    return whole(skp.current, 409, [why], [(term, text) for term, text in typed if text.strip()])


def whole(
    version: SkpVersion, status: int = 200, problems: list[str] | None = None,
    lost: Sequence[tuple[str, str]] = (),
) -> Response:  # fmt: skip
    """Everything on one page, with what is mine to do; ``lost`` was typed and is not kept."""
    skp = version.skp
    is_newest = version is skp.current
    parties = skp.parties(clock.today())
    return page(
        "planning/show.html",
        status,
        skp=skp,
        v=version,
        parties=named_parties(skp, version),
        linked=linked(skp) if version.approved_at is None else {},
        actions=open_actions(skp) if is_newest else frozenset(),
        is_owner=people.is_owner(current_user, parties),
        may_revise=is_newest and may_revise(skp),
        hints=hints.of_version(version) if version.is_editable else [],
        notes=sent_notes(version),
        before=(compared := before(version) if is_newest else None),
        gone=versions.gone(compared, versions.content(version)),
        has_manual=has_manual(version),
        timeline=timeline(skp),
        problems=problems or [],
        lost=lost,
    )


def has_manual(version: SkpVersion) -> bool:
    """Whether any indicator has its manual."""
    return any(one.manual for rhk in version.rhks for one in rhk.indicators)


@bp.context_processor
def states() -> dict[str, Any]:
    """The pages of planning may ask how far the parts of an SKP are."""
    return {"state_of": state_of}


def state_of(version: SkpVersion) -> dict[str, str]:
    """Per part: empty once it is done, else what is still open, in words."""
    today = clock.today()
    has_results = not (
        checks.has_main_result(version, today) or checks.has_indicators(version, today)
    )
    filled = len({item.part for item in version.appendix})
    return {
        "results": "" if has_results else "Belum lengkap",
        "appendix": ("Belum diisi", "Belum lengkap", "Belum lengkap", "")[filled],
    }


def may_revise(skp: Skp) -> bool:
    """An approved SKP may be revised by its owner or its penilai, until its last evaluation."""
    parties, day = skp.parties(clock.today()), clock.today()
    involved = people.is_owner(current_user, parties) or people.may_set_skp(current_user, parties)
    is_open = skp.current.state is SkpState.APPROVED and involved
    return is_open and not evaluations.is_final(skp, day)


def named_parties(skp: Skp, version: SkpVersion) -> dict[str, Any]:
    """Owner and superiors: frozen where approved, else as they are today."""
    return version.snapshot or snapshots.of_parties(skp, clock.today())


def linked(skp: Skp) -> dict[str, str]:
    """Words of the superiors' RHK by key, current ones for open links."""
    return {
        rhk.key: versions.words_of(rhk, rhk.version.skp.form)
        for rhk in queries.superior_rhks(skp, clock.today())
    }


def before(version: SkpVersion) -> versions.Content | None:
    """What to compare with: as last returned, else the version in force; None once agreed."""
    if version.approved_at is not None:
        return None
    if version.returned_content is not None:
        return version.returned_content
    return versions.approved_content(version.skp) if version.number > 1 else None


def sent_notes(version: SkpVersion) -> list[RowNote]:
    """The superior's notes that the owner may see."""
    return [note for note in version.notes if note.sent_at is not None]


def row_names(version: SkpVersion) -> dict[str, str]:
    """How a person calls the rows: "RHK 1, indikator 2", "Perilaku kerja: Akuntabel"."""
    names = {"skp": "Seluruh SKP"}
    for number, rhk in enumerate(version.rhks, start=1):
        names[f"rhk:{rhk.key}"] = f"RHK {number}"
        for place, one in enumerate(rhk.indicators, start=1):
            names[f"indicator:{one.key}"] = f"RHK {number}, indikator {place}"
    names |= {f"value:{one.value}": f"Perilaku kerja: {labels.label(one)}" for one in CoreValue}
    names |= {f"appendix:{one.value}": f"Lampiran: {labels.label(one)}" for one in AppendixPart}
    return names


def changed_since(version: SkpVersion) -> set[str]:
    """Rows that differ from what the penilai last returned, with the RHK they stand under."""
    if version.returned_content is None:
        return set()
    rows = versions.changed(version.returned_content, versions.content(version))
    return rows | versions.sections(version, rows)


def shows_all() -> bool:
    """Whether unchanged rows are asked for."""
    return request.args.get("all") == "1"


def timeline(skp: Skp) -> list[dict[str, Any]]:
    """What happened to the versions, the newest first."""
    return [
        {"number": version.number, "label": label, "at": at, "state": state}
        for version in reversed(skp.versions)
        for label, at, state in (
            ("Ditetapkan", version.approved_at, "done"),
            ("Dikembalikan", version.returned_at, "done"),
            ("Diajukan", version.submitted_at, "done"),
        )
        if at is not None
    ]
