"""How far a keberatan has come, and what is still to come (p.117)."""

from datetime import date

from skpweb.models.review import Evaluation
from skpweb.office import objections
from skpweb.web.formats import tanggal


def steps(evaluation: Evaluation, day: date) -> list[dict[str, str]]:
    """Filed, explained, heard, decided: each with who does it, and its day."""
    found = evaluation.objection
    if found is None:
        return []
    penilai = evaluation.snapshot["parties"]["assessor"]["name"]
    senior = objections.decider_of(evaluation, day)
    above = (found.decider or {}).get("name") or (senior.full_name if senior else "")
    heard = found.heard_on if found.heard_owner and found.heard_assessor else None
    last = f"paling lambat {tanggal(found.due_on)}"
    return [
        _step("Keberatan diajukan", evaluation.skp.employee.full_name, found.filed_on),
        _step("Penilai menjelaskan", penilai, found.explained_on),
        _step("Pegawai dan penilai dimintai penjelasan", above, heard),
        _step("Keputusan", above, found.decided_on, last),
    ]


def _step(title: str, who: str, on: date | None, later: str = "belum") -> dict[str, str]:
    said = tanggal(on) if on else later
    state = "done" if on else "later"
    return {"title": title, "detail": f"{who}, {said}" if who else said, "state": state}
