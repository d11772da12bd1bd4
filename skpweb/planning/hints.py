"""Writing hints of a version, row by row: advice, never a block."""

from skpweb.domain import wording
from skpweb.models.planning import Rhk, SkpVersion


def by_rhk(version: SkpVersion) -> dict[str, list[str]]:
    """Sentences per RHK key; only RHK that draw a hint."""
    found = {rhk.key: _of_rhk(rhk, version) for rhk in version.rhks}
    return {key: texts for key, texts in found.items() if texts}


def of_version(version: SkpVersion) -> list[str]:
    """Sentences on the SKP as a whole, and how many rows have hints of their own."""
    kinds = [one.perspective for rhk in version.rhks for one in rhk.indicators]
    texts = [hint.text for hint in wording.hints_for_skp(version.skp.form, kinds)]
    rows = len(by_rhk(version))
    if rows:
        texts.append(f"{rows} RHK mendapat saran perumusan; lihat di bagian Hasil kerja.")
    return texts


def _of_rhk(rhk: Rhk, version: SkpVersion) -> list[str]:
    hints = list(wording.hints_for_rhk(rhk.statement))
    for one in rhk.indicators:
        hints += wording.hints_for_indicator(
            one.statement, one.target, version.skp.form, one.aspect
        )
    return list(dict.fromkeys(hint.text for hint in hints))
