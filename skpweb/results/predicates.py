"""Penetapan predikat dan distribusi of a unit: the list as PDF and .xlsx."""

from dataclasses import dataclass

from flask import Response, g

from skpweb.documents import predicate_list, recap_papers, spreadsheet
from skpweb.documents.predicate_list import PredicateList
from skpweb.domain.lifecycle import Refused
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow
from skpweb.office import predicates
from skpweb.office.led import Led
from skpweb.office.led import find as find_led
from skpweb.results import bp
from skpweb.results.unit_papers import keeps_unit
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.headers import offer

PATH = "/results/units/<int:unit_id>/<int:window_id>/daftar-predikat"
TOO_MANY = (
    f"Lebih dari {recap_papers.MOST_PEOPLE} pegawai tidak dibuat sebagai PDF. "
    "Unduh .xlsx, atau pilih unit yang lebih kecil."
)


@dataclass(frozen=True)
class Spread:
    """A unit with its leaders, and a window."""

    led: Led
    window: EvaluationWindow


def spread(_person: Actor, unit_id: int, window_id: int) -> Spread | None:
    """A unit and a window, both there."""
    led, window = find_led(unit_id), predicates.window(window_id)
    return Spread(led, window) if led is not None and window is not None else None


def keeps(actor: Actor, spread: Spread) -> bool:
    """The tim pengelola kinerja, and who leads the unit or one above it."""
    return keeps_unit(actor, spread.led)


@bp.get(f"{PATH}.pdf")
@allow(keeps, spread)
def predicate_list_pdf(spread: Spread) -> Response:
    """On paper, with the signature of the unit's head."""
    found = _gathered(spread)
    if len(found.lines) > recap_papers.MOST_PEOPLE:
        raise Refused(TOO_MANY)
    return _file(predicate_list.pdf(found), "application/pdf", "inline", "pdf")


@bp.get(f"{PATH}.xlsx")
@allow(keeps, spread)
def predicate_list_xlsx(spread: Spread) -> Response:
    """As a spreadsheet."""
    made = predicate_list.xlsx(_gathered(spread))
    return _file(made, spreadsheet.MIMETYPE, "attachment", "xlsx")


def _gathered(spread: Spread) -> PredicateList:
    """Loaded, and the transaction over: drawing takes a while."""
    found = predicates.of_unit(g.office, spread.led, spread.window, clock.today())
    db.session.rollback()
    return found


def _file(content: bytes, mimetype: str, how: str, ending: str) -> Response:
    return offer(Response(content, mimetype=mimetype), how, f"daftar-predikat.{ending}")
