"""Writing hints for a version: advice, never a block."""

from skpweb.domain.terms import Form, Perspective
from skpweb.models.planning import Rhk, SkpVersion


def by_rhk(version: SkpVersion) -> dict[str, list[str]]:
    """Hints per RHK key."""
    found = {rhk.key: _of_rhk(rhk) for rhk in version.rhks}
    return {key: texts for key, texts in found.items() if texts}


def of_version(version: SkpVersion) -> list[str]:
    """Hints on the SKP as a whole."""
    perspectives = {one.perspective for rhk in version.rhks for one in rhk.indicators}
    if version.skp.form is Form.LEADER and Perspective.BUDGET not in perspectives:
        return ["Tambahkan paling sedikit satu indikator dengan perspektif Anggaran."]
    return []


def _of_rhk(rhk: Rhk) -> list[str]:
    if rhk.statement and any(one.statement for one in rhk.indicators):
        return []
    return ["RHK ini belum punya indikator."] if rhk.statement else []
