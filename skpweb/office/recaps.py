"""Journal recaps of a person and of a unit, gathered from the records."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb.documents.parties import party
from skpweb.documents.recap_content import Figures, Line, PersonLine, PersonRecap, UnitRecap
from skpweb.domain import recap
from skpweb.domain.journal import Span
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.periods import Period, PeriodLength
from skpweb.domain.recap import Exemption, Tally
from skpweb.extensions import db
from skpweb.labels import label
from skpweb.models import snapshots
from skpweb.models.evidence import entry_evidence
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.organisation import Office
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.models.presence import Attendance
from skpweb.office import journal_days
from skpweb.office.journal_days import Calendar, Member
from skpweb.office.led import Led

States = dict[int, Counter[EntryState]]
Spans = dict[int, list[tuple[date, Span]]]
Days = dict[int, set[date]]

#: what is shown of the monthly attendance, and how
ATTENDANCE = {
    "Hadir": Attendance.present, "Terlambat": Attendance.late, "Pulang cepat": Attendance.early,
    "Izin": Attendance.permitted, "Sakit": Attendance.sick, "Cuti": Attendance.on_leave,
    "Tanpa keterangan": Attendance.unexcused,
}  # fmt: skip


def of_person(office: Office, employee: Employee, period: Period, today: date) -> PersonRecap:
    """The recap of somebody loaded by :func:`person`. Eight queries."""
    calendar = journal_days.calendar(office, period, today)
    found = journal_days.members(period, Posting.employee_id == employee.id)
    posting = employee.posting_on(min(period.last, today)) or (employee.postings or [None])[-1]
    assessor = posting.assessor if posting else None
    on = assessor.posting_on(min(period.last, today)) if assessor else None
    return PersonRecap(
        **_basis(office, calendar, period),
        employee=party(snapshots.of_person(employee, posting)),
        assessor=party(snapshots.of_person(assessor, on) if assessor else None),
        figures=_figures(found, period, calendar).get(employee.id) or _nothing(period, calendar),
        lines=tuple(_lines(employee.id, period)),
    )


def of_unit(
    office: Office, led: Led, period: Period, today: date, clerk: dict[str, str] | None
) -> UnitRecap:
    """The recap of a unit and those below it; people stand in the unit of their last post.

    ``clerk`` is who made it, as a snapshot names people. Seven queries.
    """
    calendar = journal_days.calendar(office, period, today)
    below = led.below
    found = journal_days.members(period, Posting.unit_id.in_(below))
    found = [one for one in found if one.unit_id in below]
    figures = _figures(found, period, calendar)
    return UnitRecap(
        **_basis(office, calendar, period),
        unit=led.unit.name,
        head=party(led.head(min(period.last, today))),
        clerk=party(clerk),
        people=tuple(
            PersonLine(one.name, one.nip, one.position, figures[one.employee_id]) for one in found
        ),
    )


def person(employee_id: int) -> Employee | None:
    """An employee with his posts and superiors, as :func:`of_person` needs him. One query."""
    posts = joinedload(Employee.postings)
    query = (
        sa.select(Employee)
        .where(Employee.id == employee_id)
        .options(
            posts.joinedload(Posting.unit),
            posts.joinedload(Posting.assessor)
            .joinedload(Employee.postings)
            .joinedload(Posting.unit),
        )
    )
    return db.session.scalars(query).unique().one_or_none()


def _basis(office: Office, calendar: Calendar, period: Period) -> dict[str, Any]:
    return {
        "office": office.name,
        "parent": office.parent_name,
        "address": office.address,
        "place": office.place,
        "paper": office.paper,
        "period": period,
        "today": calendar.rules.today,
        "holidays": calendar.holidays_in(period),
        "lost": calendar.lost_in(period),
    }


def _figures(people: Sequence[Member], period: Period, calendar: Calendar) -> dict[int, Figures]:
    """The figures of each; two queries."""
    ids = [one.employee_id for one in people]
    states, spans, days = _written(ids, period)
    tallies = journal_days.tallies(people, period, calendar.rules, days)
    attended = _attendance(ids, period)
    return {
        one.employee_id: Figures(
            tally=tallies[one.employee_id],
            states=states[one.employee_id],
            minutes=recap.logged_minutes(spans[one.employee_id]),
            absences=_absences(one, tallies[one.employee_id]),
            attendance=attended.get(one.employee_id),
        )
        for one in people
    }


def _nothing(period: Period, calendar: Calendar) -> Figures:
    """Of somebody who held no post in the period."""
    return Figures(recap.tally(period, recap.Service(), calendar.rules), {}, 0, (), None)


def _absences(member: Member, tally: Tally) -> tuple[tuple[str, tuple[date, ...]], ...]:
    """The working days of each kind of absence."""
    found: dict[str, tuple[date, ...]] = defaultdict(tuple)
    for day, why in tally.exempt.items():
        kind = member.service.absence_on(day)
        if why is Exemption.ABSENT and kind is not None:
            found[label(kind)] += (day,)
    return tuple(found.items())


def _written(people: list[int], period: Period) -> tuple[States, Spans, Days]:
    """Entries of each by state, the days they fill, and the hours of those that do."""
    days: Days = defaultdict(set)
    states: States = defaultdict(Counter)
    spans: Spans = defaultdict(list)
    columns = (
        Skp.employee_id, JournalEntry.day, JournalEntry.starts_at, JournalEntry.ends_at,
        JournalEntry.state,
    )  # fmt: skip
    query = _entries(people, period).with_only_columns(*columns)
    for employee_id, day, starts_at, ends_at, state in db.session.execute(query):
        states[employee_id][state] += 1
        if state in recap.FILLS:
            spans[employee_id].append((day, Span(starts_at, ends_at)))
            days[employee_id].add(day)
    return states, spans, days


def _lines(employee_id: int, period: Period) -> list[Line]:
    """The entries themselves, in order; what the owner has not confirmed is not his yet."""
    has_file = sa.exists().where(entry_evidence.c.entry_id == JournalEntry.id)
    query = (
        _entries([employee_id], period)
        .outerjoin(ActionStep, ActionStep.id == JournalEntry.step_id)
        .with_only_columns(JournalEntry, ActionStep.statement, has_file)
        .where(JournalEntry.state != EntryState.UNCONFIRMED)
        .order_by(JournalEntry.day, JournalEntry.starts_at, JournalEntry.id)
    )
    return [_line(*row) for row in db.session.execute(query)]


def _line(entry: JournalEntry, statement: str | None, has_file: bool) -> Line:
    known = entry.realisation is not None
    return Line(
        day=entry.day,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        activity=entry.activity,
        step=statement or label(entry.duty),
        realisation=f"{entry.realisation} {entry.unit}".strip() if known else "-",
        is_proven=bool(entry.evidence_url) or has_file,
        state=entry.state,
    )


def _entries(people: list[int], period: Period) -> Any:
    return (
        sa.select(JournalEntry.id)
        .select_from(Skp)
        .join(JournalEntry, JournalEntry.skp_id == Skp.id)
        .where(
            Skp.employee_id.in_(people),
            Skp.starts_on <= period.last,
            Skp.ends_on >= period.first,
            JournalEntry.day.between(period.first, period.last),
        )
    )


def _attendance(people: list[int], period: Period) -> dict[int, dict[str, int]]:
    """What the office's machine counted in a month; nothing for a week."""
    if period.length is PeriodLength.WEEK:
        return {}
    query = sa.select(Attendance.employee_id, *ATTENDANCE.values()).where(
        Attendance.employee_id.in_(people), Attendance.month == period.first
    )
    return {
        row[0]: dict(zip(ATTENDANCE, row[1:], strict=True)) for row in db.session.execute(query)
    }
