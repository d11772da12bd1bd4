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
#: pages that stand elsewhere than the entries which lead to them, by endpoint or begin of the
#: path; the first of the entries that the person has
REACHED_FROM = {
    "planning.review": ("/review/",),
    "review.report": ("/results/",),
    "/matrix/": ("/planning/",),
    "/review/calibration/": ("/review/evaluations/",),
    "/review/skp/": ("/review/evaluations/", "/results/"),
    "/review/feedback/": ("/review/", "/dialogue/"),
    "/guidance/": ("/dialogue/",),
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
    """The entry that leads here, else the longest path that the request begins with.

    Beranda is only itself.
    """
    known = [path for *_, path in rows]
    for place, entries in REACHED_FROM.items():
        if request.endpoint == place or request.path.startswith(place):
            for path in entries:
                if path in known:
                    return path
    fitting = [path for path in known if path != "/" and request.path.startswith(path)]
    return max(fitting, key=len, default="/" if request.path == "/" else "")
