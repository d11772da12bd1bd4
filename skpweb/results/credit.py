"""Angka kredit: own, and of those whom one assesses."""

from datetime import date

from flask import Response
from flask_login import current_user

from skpweb.domain import credit, people
from skpweb.domain.people import Actor
from skpweb.models.people import Employee
from skpweb.office import credits
from skpweb.office.credits import Account, Collector
from skpweb.results import bp
from skpweb.web import clock
from skpweb.web.access import allow, own
from skpweb.web.formats import bulan
from skpweb.web.page import page

PATH = "/results/credit/"


def person(_actor: Actor, employee_id: int) -> Collector | None:
    """Somebody with his posts."""
    return credits.collector(employee_id)


def me(actor: Actor) -> Collector | None:
    """Myself."""
    return credits.collector(actor.employee_id) if actor.employee_id is not None else None


@bp.get(PATH)
@own(me)
def my_credit(me: Collector) -> Response:
    """What I have collected."""
    return _page(me.employee)


@bp.get(f"{PATH}<int:employee_id>/")
@allow(people.may_read, person)
def credit_of(person: Collector) -> Response:
    """What somebody has collected whom I assess."""
    return _page(person.employee)


def _page(employee: Employee) -> Response:
    try:
        found, problem = credits.account(employee, clock.today()), ""
    except credit.NoCredit as refusal:
        found, problem = None, str(refusal)
    return page(
        "results/credit.html",
        employee=employee,
        is_owner=employee.id == current_user.employee_id,
        account=found,
        problem=problem,
        needs=_needs(found) if found is not None else [],
        may_rise=found is not None and credit.reaches(found.total, _scale(found).for_rank),
        printed=credit.printed,
        months=_months,
        koefisien=lambda level: credit.SCALES[level].per_year,
        basis=credit.LEGAL_BASIS,
    )


def _months(row: credit.Conversion) -> str:
    """``Januari–Desember``."""
    first, last = (bulan(date(row.year, month, 1)) for month in (row.first_month, row.last_month))
    names = [words.rsplit(" ", 1)[0] for words in (first, last)]
    return names[0] if names[0] == names[1] else "–".join(names)


def _needs(found: Account) -> list[tuple[str, str]]:
    """How much is missing, or is there beyond, for the next pangkat and jenjang."""
    scale = _scale(found)
    rows = []
    for name, minimum in (("pangkat", scale.for_rank), ("jenjang", scale.for_level)):
        lack = found.lack(minimum)
        if lack is not None:
            word = "Kekurangan" if lack > 0 else "Kelebihan"
            rows.append((f"Minimal kenaikan {name}", f"{minimum}"))
            rows.append((f"{word} untuk kenaikan {name}", credit.printed(abs(lack))))
    return rows


def _scale(found: Account) -> credit.Scale:
    return credit.SCALES[found.level]
