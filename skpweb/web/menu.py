"""The main menu: the same order as in the national application."""

from dataclasses import dataclass
from typing import Any

from flask import request, url_for


@dataclass(frozen=True)
class Item:
    """One entry of the menu."""

    url: str
    icon: str
    label: str
    current: bool
    count: int = 0


#: endpoint, icon, label, path that marks it as current
EMPLOYEE = (
    ("results.home", "rumah", "Beranda", "/"),
    ("journal.day", "pena", "Jurnal", "/journal/"),
    ("planning.index", "skp", "SKP", "/planning/"),
)
ASSESSOR = (
    ("review.desk", "kotak", "Persetujuan", "/review/"),
    ("review.evaluation_list", "nilai", "Evaluasi", "/review/evaluations/"),
)
DIALOGUE = (("dialogue.index", "bicara", "Dialog", "/dialogue/"),)
RESULTS = (("results.index", "hasil", "Hasil", "/results/"),)
OFFICE = (("admin.index", "kantor", "Kantor", "/admin/"),)
#: where else an entry of the menu leads
REACHED_FROM = {
    "/matrix/": "/planning/",
    "/review/calibration/": "/review/evaluations/",
    "/guidance/": "/dialogue/",
}


def items(me: Any) -> list[Item]:
    """The entries this person has a use for."""
    rows: tuple[tuple[str, str, str, str], ...] = ()
    if me.employee_id is not None:
        rows += EMPLOYEE
    if me.is_superior:
        rows += ASSESSOR
    if me.employee_id is not None:
        rows += RESULTS + DIALOGUE
    if me.is_team or me.is_admin:
        rows += OFFICE
    current = _current(rows)
    return [
        Item(url_for(endpoint), icon, label, path == current)
        for endpoint, icon, label, path in rows
    ]


def _current(rows: tuple[tuple[str, str, str, str], ...]) -> str:
    """The longest path that the request begins with; Beranda only itself.

    An SKP under review belongs to the desk that leads to it.
    """
    if request.endpoint == "planning.review":
        return "/review/"
    for begin, path in REACHED_FROM.items():
        if request.path.startswith(begin):
            return path
    fitting = [path for *_, path in rows if path != "/" and request.path.startswith(path)]
    return max(fitting, key=len, default="/" if request.path == "/" else "")
