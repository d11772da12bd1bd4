"""Leave and attendance in the demo: some are away, one came late, one stayed away."""

from datetime import date, timedelta

from skpweb.domain.calendar import Holidays, WorkWeek, working_days_between
from skpweb.domain.terms import AbsenceKind, Accreditation, Degree
from skpweb.extensions import db
from skpweb.models.presence import Absence, Attendance
from skpweb.models.special import Study
from skpweb.office.demo.people import Actor

BY = "Nur Azkiawati, S.A.P."
DISTRICT_STAFF = ("CAM", "SEK", "KSP", "KPM", "KTR", "KSU", "PLK", "PPK3", "JFP", "JFA")

#: who, kind, first and last day as (month, day), number of the letter
ABSENCES = (
    ("JFA", AbsenceKind.ANNUAL, (8, 3), (8, 7), "850/041/KEC"),
    ("KPM", AbsenceKind.SICK, (9, 14), (9, 16), "850/052/KEC"),
    ("PLK", AbsenceKind.ANNUAL, (7, 6), (7, 8), "850/033/KEC"),
    ("PPK3", AbsenceKind.ANNUAL, (12, 28), (12, 31), "850/070/KEC"),
    ("DOK", AbsenceKind.MATERNITY, (5, 11), (8, 10), "850/021/PKM"),
    ("KAP", AbsenceKind.STUDY, (9, 1), (12, 31), "893/118/BKPSDM"),
)
#: (who, month) -> what differs from a month without anything special
ODD = {
    ("PLK", 3): {"late": 2, "lost_minutes": 35},
    ("PLK", 7): {"on_leave": 3},
    ("PLK", 10): {"late": 1, "early": 1, "lost_minutes": 50},
    ("JFA", 2): {"late": 5, "lost_minutes": 310, "unexcused": 1},
    ("JFA", 8): {"on_leave": 5, "unexcused": 1},
    ("JFA", 9): {"late": 4, "early": 2, "lost_minutes": 290, "unexcused": 2},
    ("PPK3", 4): {"late": 3, "lost_minutes": 60, "permitted": 1},
    ("KPM", 9): {"sick": 3},
    ("JFP", 8): {"permitted": 2},
}


def build(actors: dict[str, Actor], today: date, days_off: Holidays) -> None:
    """Absences of this year, and the recaps of its finished months."""
    for who, kind, first, last, basis in ABSENCES:
        absence = Absence(
            employee_id=actors[who].employee_id, kind=kind, basis=f"{basis}/{today.year}",
            starts_on=date(today.year, *first), ends_on=date(today.year, *last),
            recorded_by=BY,
        )  # fmt: skip
        db.session.add(absence)
        if kind is AbsenceKind.STUDY:
            _study(absence)
    for number in range(1, today.month):
        month = date(today.year, number, 1)
        days = _working_days(month, days_off)
        db.session.add_all(_recap(actors[who], who, month, days) for who in DISTRICT_STAFF)
    db.session.flush()


def _study(absence: Absence) -> None:
    """The head of the puskesmas studies public health since September."""
    db.session.flush()
    db.session.add(
        Study(
            absence_id=absence.id, degree=Degree.HIGHER, institution="Universitas Contoh Raya",
            campus=Accreditation.B, programme=Accreditation.B, gpa=372,
            due_on=date(absence.starts_on.year + 2, 8, 31),
        )
    )  # fmt: skip


def _working_days(month: date, days_off: Holidays) -> int:
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return working_days_between(month - timedelta(days=1), last, WorkWeek.FIVE, days_off)


def _recap(actor: Actor, who: str, month: date, days: int) -> Attendance:
    odd = ODD.get((who, month.month), {})
    away = sum(odd.get(name, 0) for name in ("permitted", "sick", "on_leave", "unexcused"))
    return Attendance(
        employee_id=actor.employee_id, month=month, present=max(days - away, 0), **odd
    )
