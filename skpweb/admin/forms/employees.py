"""Forms about an employee: own data, a post, superiors, end of service, roles."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField
from wtforms.validators import ValidationError

from skpweb.admin.forms.fields import ChoiceField, DayField, IdField, text
from skpweb.domain.terms import Acting, EmploymentStatus, JobLevel, PositionKind
from skpweb.office import employees, numbers
from skpweb.office.changes import Values


class EmployeeForm(FlaskForm):
    """Who somebody is; titles apart from the name."""

    nip = text("NIP", 40)
    front_title = text("Gelar depan", 60)
    name = text("Nama tanpa gelar", 150, "Tulis nama tanpa gelar.")
    back_title = text("Gelar belakang", 100)
    status = ChoiceField("Status pegawai", EmploymentStatus, id="employee-status")
    rank = text("Golongan", 8)
    contract_starts_on = DayField("Kontrak mulai")
    contract_ends_on = DayField("Kontrak berakhir")

    def validate_nip(self, field: StringField) -> None:
        """18 digits that can be an NIP; only an official may have none."""
        nip = (field.data or "").strip()
        if not nip and self.status.data is not EmploymentStatus.OFFICIAL:
            raise ValidationError("Tulis NIP, 18 digit angka.")
        problem = numbers.nip_problem(nip) if nip else None
        if problem:
            raise ValidationError(problem)

    def validate_rank(self, field: StringField) -> None:
        """A golongan that such an employee can have."""
        problem = numbers.rank_problem(self.status.data, field.data or "")
        if problem:
            raise ValidationError(problem)

    def validate_contract_ends_on(self, field: DayField) -> None:
        """Not before it began."""
        start = self.contract_starts_on.data
        if field.data and start and field.data < start:
            raise ValidationError("Kontrak tidak boleh berakhir sebelum mulai.")

    def values(self) -> Values:
        """What to store."""
        found = {name: getattr(self, name).data for name in employees.FIELDS}
        return found | {"nip": numbers.nip_digits(self.nip.data or "") or None}

    def warnings(self) -> list[str]:
        """What is odd but allowed."""
        nip = numbers.nip_digits(self.nip.data or "")
        return numbers.nip_warnings(nip, self.status.data) if nip else []


class SuperiorForm(FlaskForm):
    """Penilai and atasan penilai, each by NIP or name."""

    assessor = text("Pejabat penilai", 200)
    senior = text("Atasan pejabat penilai", 200)

    def superiors(self) -> Values:
        """The two employee ids. Raises ``Refused`` if a text names nobody or several."""
        return {
            "assessor_id": _who(self.assessor.data),
            "senior_assessor_id": _who(self.senior.data),
        }

    def show(self, posting: Any) -> None:
        """Fill in who it is now."""
        self.assessor.data = _named(posting.assessor)
        self.senior.data = _named(posting.senior_assessor)


class PostingForm(SuperiorForm):
    """A dated post."""

    unit_id = IdField("Unit kerja", needed=True)
    position_name = text("Jabatan", 200, "Tulis nama jabatan.")
    position_kind = ChoiceField("Jenis jabatan", PositionKind, ask="Pilih jenis jabatan")
    job_level = ChoiceField("Jenjang", JobLevel, blank="Bukan jabatan fungsional")
    acting = ChoiceField("Sebagai", Acting)
    leads_unit = BooleanField("Memimpin unit kerja mandiri")
    starts_on = DayField("TMT (mulai tanggal)", "Tulis tanggal mulai penempatan.")
    seconded_to = text("Diperbantukan atau dipekerjakan pada", 200)

    def values(self) -> Values:
        """What to store; superiors as ids."""
        names = (
            "unit_id", "position_name", "position_kind", "job_level", "acting", "leads_unit",
            "starts_on", "seconded_to",
        )  # fmt: skip
        return {name: getattr(self, name).data for name in names} | self.superiors()


class LeaveForm(FlaskForm):
    """End of service."""

    left_on = DayField("Hari terakhir bekerja", "Tulis hari terakhir bekerja.")
    left_reason = text("Alasan", 200, "Tulis alasannya, misalnya pensiun atau pindah instansi.")


class HandUpForm(FlaskForm):
    """Since when a penilai is gone for good."""

    since = DayField("Berhalangan tetap sejak", "Tulis tanggalnya.")


class RolesForm(FlaskForm):
    """What an account may do beside its own SKP."""

    is_team = BooleanField("Tim pengelola kinerja")
    is_admin = BooleanField("Admin teknis")


def _who(typed: str | None) -> int | None:
    return employees.find(typed).id if typed else None


def _named(employee: Any) -> str:
    if employee is None:
        return ""
    return f"{employee.name}, {employee.nip}" if employee.nip else str(employee.name)
