"""A small office for tests: a head, his superior, a section head and two clerks."""

from datetime import date, timedelta

from skpweb.accounts import passwords
from skpweb.domain.calendar import PeriodKind, WindowKind
from skpweb.domain.terms import Approach, EmploymentStatus, PositionKind
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import EvaluationWindow, Office, PerformanceYear, Unit
from skpweb.models.people import Account, Employee, Posting
from tests.browser import PASSWORD

YEAR = 2026
#: days that a quarter stays open after its end: on the day of the tests the third is
CLOSES_AFTER = 70


class SmallOffice:
    """Builds the office and remembers ids and NIPs by nickname.

    ``bupati`` (no NIP) > ``camat`` (head of the unit) > ``kasi`` > ``iwan`` and
    ``yuli``; ``team`` is the tim pengelola kinerja, ``stranger`` belongs to
    another section, ``admin`` is the technical admin without employee record.
    """

    NIPS = {
        "camat": "197205141994031901",
        "kasi": "198203112008011903",
        "iwan": "199001172015031907",
        "yuli": "199203152023212908",
        "team": "198709182011012906",
        "stranger": "199604252020121909",
    }

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.unit_id = 0
        self.year_id = 0

    def build(self) -> None:
        """Everything, flushed; the caller commits."""
        db.session.add(
            Office(
                name="Kecamatan Contohsari",
                parent_name="Kabupaten Contoh Raya",
                place="Contohsari",
                contact="Nur Azkiawati, Subbagian Umum dan Kepegawaian",
                ready_at=utc_now(),
            )
        )
        unit = Unit(name="Kecamatan Contohsari", is_independent=True)
        db.session.add(unit)
        db.session.flush()
        self.unit_id = unit.id
        self._people()
        self._year()
        self._accounts()

    def _people(self) -> None:
        kinds = PositionKind
        rows = [
            ("bupati", "Bupati Contoh Raya", "", "", "Bupati", kinds.OFFICIAL, None, None),
            ("camat", "Arif Setiawarman", "IV/b", "Drs.", "Camat Contohsari",
             kinds.ADMINISTRATOR, "bupati", "bupati"),
            ("kasi", "Dedi Pranasuta", "III/d", "", "Kepala Seksi Pelayanan",
             kinds.SUPERVISOR, "camat", "bupati"),
            ("iwan", "Iwan Permadanu", "II/d", "", "Pengolah Data dan Informasi",
             kinds.EXECUTOR, "kasi", "camat"),
            ("yuli", "Yuli Anggrawati", "V", "", "Operator Layanan Operasional",
             kinds.EXECUTOR, "kasi", "camat"),
            ("team", "Nur Azkiawati", "III/c", "", "Kepala Subbagian Umum",
             kinds.SUPERVISOR, "camat", "bupati"),
            ("stranger", "Farhan Adiwijanarko", "III/a", "", "Perencana Ahli Pertama",
             kinds.FUNCTIONAL, "team", "camat"),
        ]  # fmt: skip
        for nick, name, rank, front, position, kind, assessor, senior in rows:
            self._person(nick, name, rank, front, position, kind, assessor, senior)

    def _person(
        self, nick: str, name: str, rank: str, front: str, position: str, kind: PositionKind,
        assessor: str | None, senior: str | None,
    ) -> None:  # fmt: skip
        status = EmploymentStatus.OFFICIAL if nick == "bupati" else EmploymentStatus.PNS
        if nick == "yuli":
            status = EmploymentStatus.PPPK
        employee = Employee(
            nip=self.NIPS.get(nick), front_title=front, name=name, rank=rank, status=status
        )
        db.session.add(employee)
        db.session.flush()
        self.ids[nick] = employee.id
        db.session.add(
            Posting(
                employee_id=employee.id,
                unit_id=self.unit_id,
                position_name=position,
                position_kind=kind,
                leads_unit=nick == "camat",
                starts_on=date(2024, 1, 1),
                assessor_id=self.ids[assessor] if assessor else None,
                senior_assessor_id=self.ids[senior] if senior else None,
            )
        )

    def _year(self) -> None:
        year = PerformanceYear(
            year=YEAR,
            period_kind=PeriodKind.QUARTERLY,
            approach=Approach.QUANTITATIVE,
            skp_due_on=date(YEAR, 1, 31),
        )
        db.session.add(year)
        db.session.flush()
        self.year_id = year.id
        self._windows()

    def _windows(self) -> None:
        ends = [date(YEAR, 3, 31), date(YEAR, 6, 30), date(YEAR, 9, 30), date(YEAR, 12, 31)]
        for number, ends_on in enumerate(ends, start=1):
            db.session.add(
                EvaluationWindow(
                    year_id=self.year_id,
                    kind=WindowKind.QUARTER,
                    number=number,
                    order=number,
                    starts_on=date(YEAR, number * 3 - 2, 1),
                    ends_on=ends_on,
                    opens_on=date(YEAR, number * 3 - 1, 20),
                    closes_on=ends_on + timedelta(days=CLOSES_AFTER),
                )
            )
        db.session.add(
            EvaluationWindow(
                year_id=self.year_id,
                kind=WindowKind.ANNUAL,
                number=0,
                order=99,
                starts_on=date(YEAR, 1, 1),
                ends_on=date(YEAR, 12, 31),
                opens_on=date(YEAR, 11, 1),
                closes_on=date(YEAR + 1, 1, 31),
            )
        )

    def _accounts(self) -> None:
        stored = passwords.hashed(PASSWORD)
        for nick in self.NIPS:
            db.session.add(
                Account(
                    employee_id=self.ids[nick],
                    password_hash=stored,
                    password_changed_at=utc_now(),
                    is_team=nick == "team",
                )
            )
        db.session.add(
            Account(
                username="admin",
                password_hash=stored,
                password_changed_at=utc_now(),
                is_admin=True,
            )
        )
        db.session.flush()
