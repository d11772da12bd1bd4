"""Forms about days on which somebody does not work."""

import re

from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField
from wtforms.validators import ValidationError

from skpweb.admin.forms.fields import ChoiceField, DayField, text
from skpweb.domain import study
from skpweb.domain.terms import AbsenceKind, Accreditation, Degree
from skpweb.office.changes import Values

POINTS = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?")  #: an IPK as people type it


class AbsenceForm(FlaskForm):
    """A leave with its days and its letter."""

    kind = ChoiceField("Jenis", AbsenceKind, ask="Pilih jenis", id="absence-kind")
    starts_on = DayField("Hari pertama", "Tulis hari pertamanya.", id="absence-starts_on")
    ends_on = DayField("Hari terakhir", "Tulis hari terakhirnya.", id="absence-ends_on")
    basis = text("Nomor surat", 200)

    def values(self) -> Values:
        """What to store."""
        return {n: getattr(self, n).data for n in ("kind", "starts_on", "ends_on", "basis")}


class AbsenceEndForm(FlaskForm):
    """Another last day."""

    ends_on = DayField("Hari terakhir", "Tulis hari terakhirnya.")


class PointsField(StringField):
    """An IPK from 0 to 4 with two decimals; ``data`` are hundredths or None."""

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return study.printed(self.data) if self.data is not None else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """``3,75`` or ``3.75``; an empty field is None."""
        typed = (valuelist[0] if valuelist else "").strip()
        found = POINTS.fullmatch(typed)
        self.data = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else None
        if typed and found is None:
            raise ValueError("Tulis IPK seperti 3,75.")

    def pre_validate(self, form: object) -> None:
        """Not above 4,00."""
        if self.data is not None and self.data > 400:
            raise ValidationError("IPK paling tinggi 4,00.")


class StudyForm(FlaskForm):
    """Tugas belajar: where, what, and how far."""

    institution = text("Institusi", 200, "Tulis nama institusinya.")
    degree = ChoiceField("Jenjang studi", Degree, ask="Pilih jenjang studi")
    is_abroad = BooleanField("Di luar negeri")
    campus = ChoiceField("Akreditasi universitas", Accreditation, blank="Tidak berlaku")
    programme = ChoiceField("Akreditasi program studi", Accreditation, blank="Tidak berlaku")
    due_on = DayField("Harus lulus paling lambat")
    gpa = PointsField("IPK terakhir")
    graduated_on = DayField("Lulus pada")
    is_extended = BooleanField("Jangka waktunya diperpanjang")
    dropped_out = BooleanField("Tidak menyelesaikan studi (tidak lulus/drop out)")

    def values(self) -> Values:
        """What to store."""
        return {field.name: field.data for field in self if field.name != "csrf_token"}
