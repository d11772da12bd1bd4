"""Journal recaps of a person and of a unit: on the page, as PDF and as .xlsx."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Response, g, redirect, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.documents import recap_content, recap_papers, recap_sheets, spreadsheet
from skpweb.documents.recap_content import PersonRecap, UnitRecap
from skpweb.domain import people, recap
from skpweb.domain.lifecycle import Refused
from skpweb.domain.people import Actor, Parties
from skpweb.domain.periods import Period, PeriodLength
from skpweb.extensions import db
from skpweb.journal import bp
from skpweb.models import snapshots
from skpweb.models.people import Employee
from skpweb.office import recaps
from skpweb.office.led import Led
from skpweb.office.led import find as find_led
from skpweb.web import clock, periods
from skpweb.web.access import allow
from skpweb.web.headers import offer
from skpweb.web.page import page

PERSON, UNIT = "/recap/<int:employee_id>", "/recap/units/<int:unit_id>"
TOO_MANY = (
    f"Lebih dari {recap_papers.MOST_PEOPLE} pegawai tidak dibuat sebagai PDF. "
    "Unduh .xlsx, atau pilih unit yang lebih kecil."
)


@dataclass(frozen=True)
class Subject:
    """Somebody whose journal of a period is recapped."""

    employee: Employee
    period: Period

    def parties(self, day: date) -> Parties:
        """He, his present superiors, and whoever was his penilai in the period asked for."""
        posting = self.employee.posting_on(day)
        return Parties(
            owner_id=self.employee.id,
            assessor_id=posting.assessor_id if posting else None,
            senior_assessor_id=posting.senior_assessor_id if posting else None,
            earlier_assessor_ids=frozenset(
                one.assessor_id
                for one in self.employee.postings
                if one.assessor_id is not None and self.period.touches(one.starts_on, one.ends_on)
            ),
        )


def subject(_person: Actor, employee_id: int) -> Subject | None:
    """Somebody with his posts and superiors."""
    found = recaps.person(employee_id)
    return Subject(found, periods.asked(PeriodLength.MONTH)) if found is not None else None


def led(_person: Actor, unit_id: int) -> Led | None:
    """A unit with its leaders."""
    return find_led(unit_id)


def may_read(actor: Actor, parties: Parties) -> bool:
    """Whoever may read the SKP, and who stands in for the penilai."""
    return people.may_read(actor, parties) or people.decides_entries(actor, parties)


def may_read_unit(actor: Actor, led: Led) -> bool:
    """The tim pengelola kinerja, and who leads the unit or one above it."""
    return people.is_team(actor) or actor.employee_id in led.leader_ids(clock.today())


@bp.get("/recap/")
@allow(people.is_employee)
def my_recap() -> BaseResponse:
    """My own recap."""
    period = periods.asked(PeriodLength.MONTH)
    return redirect(
        url_for(
            "journal.recap_of", employee_id=current_user.employee_id, **periods.address(period)
        ),
        303,
    )


@bp.get(f"{PERSON}/")
@allow(may_read, subject)
def recap_of(subject: Subject) -> Response:
    """The figures of a week or month, and the files."""
    found = _of_person(subject)
    return page(
        "journal/recap.html",
        recap=found,
        facts=recap_content.facts(found),
        calendar=recap_content.calendar_words(found),
        rule=recap.RULE,
        lengths=PeriodLength,
        address=periods.address,
        employee_id=subject.employee.id,
        is_own=subject.employee.id == current_user.employee_id,
    )


@bp.get(f"{PERSON}/rekap-jurnal.pdf")
@allow(may_read, subject)
def recap_pdf(subject: Subject) -> Response:
    """The recap on paper."""
    return _pdf(_of_person(subject), recap_papers.of_person)


@bp.get(f"{PERSON}/rekap-jurnal.xlsx")
@allow(may_read, subject)
def recap_xlsx(subject: Subject) -> Response:
    """The recap as a spreadsheet."""
    return _xlsx(_of_person(subject), recap_sheets.of_person)


@bp.get(f"{UNIT}/rekap-unit.pdf")
@allow(may_read_unit, led)
def unit_recap_pdf(led: Led) -> Response:
    """The recap of a unit on paper."""
    found = _of_unit(led)
    if len(found.people) > recap_papers.MOST_PEOPLE:
        raise Refused(TOO_MANY)
    return _pdf(found, recap_papers.of_unit)


@bp.get(f"{UNIT}/rekap-unit.xlsx")
@allow(may_read_unit, led)
def unit_recap_xlsx(led: Led) -> Response:
    """The recap of a unit as a spreadsheet."""
    return _xlsx(_of_unit(led), recap_sheets.of_unit)


def _of_person(subject: Subject) -> PersonRecap:
    return recaps.of_person(g.office, subject.employee, subject.period, clock.today())


def _of_unit(led: Led) -> UnitRecap:
    period = periods.asked(PeriodLength.MONTH)
    return recaps.of_unit(g.office, led, period, clock.today(), _clerk())


def _clerk() -> dict[str, str] | None:
    """Whoever of the team made the recap signs it as its clerk."""
    if not current_user.is_team or current_user.employee_id is None:
        return None
    employee = recaps.person(current_user.employee_id)
    assert employee is not None
    return snapshots.of_person(employee, employee.posting_on(clock.today()))


def _pdf(found: Any, draw: Callable[[Any], bytes]) -> Response:
    """Drawn without a transaction: that takes a while."""
    db.session.rollback()
    return _file(draw(found), "application/pdf", "pdf", "inline")


def _xlsx(found: Any, write: Callable[[Any], bytes]) -> Response:
    db.session.rollback()
    return _file(write(found), spreadsheet.MIMETYPE, "xlsx", "attachment")


def _file(content: bytes, mimetype: str, ending: str, how: str) -> Response:
    period = periods.asked(PeriodLength.MONTH)
    name = f"rekap-jurnal-{period.value}.{ending}"
    return offer(Response(content, mimetype=mimetype), how, name)
