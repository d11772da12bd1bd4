"""Forms of planning."""

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from skpweb.domain.terms import Approach, ControlLevel, ReportingPeriod, RhkKind
from skpweb.labels import choices
from skpweb.models.base import LONG_TEXT
from skpweb.web.fields import TOO_LONG, DateField

NOT_YET = "Belum ada: ditautkan nanti"


def upto(longest: int) -> list[Length]:
    """A cap on the length of a text."""
    return [Length(max=longest, message=TOO_LONG)]


class NewSkpForm(FlaskForm):
    """The period and approach of a new SKP."""

    year = SelectField("Tahun kinerja", coerce=int)
    starts_on = DateField("Mulai", validators=[DataRequired("Isi tanggal mulai.")])
    ends_on = DateField("Sampai", validators=[DataRequired("Isi tanggal akhir.")])
    approach = RadioField("Pendekatan", choices=choices(Approach))


class RhkForm(FlaskForm):
    """One RHK; its indicators are read beside it. Half-written is fine."""

    kind = RadioField("Jenis", choices=choices(RhkKind))
    intervened_key = SelectField("RHK pimpinan yang diintervensi", validate_choice=False)
    intervened_text = TextAreaField(
        "RHK pimpinan dengan kata-kata sendiri", validators=upto(LONG_TEXT)
    )
    assigner = StringField("Penugasan dari", validators=upto(200))
    statement = TextAreaField("Rencana hasil kerja", validators=upto(LONG_TEXT))


class ReasonForm(FlaskForm):
    """Why an SKP is revised."""

    reason = TextAreaField(
        "Mengapa SKP diubah?",
        validators=[DataRequired("Tulis alasan perubahan."), *upto(1000)],
    )


class ManualForm(FlaskForm):
    """Manual indikator kinerja (form A.1.3)."""

    purpose = TextAreaField("Tujuan", validators=upto(2000))
    definition = TextAreaField("Definisi", validators=upto(LONG_TEXT))
    formula = TextAreaField("Formula", validators=upto(2000))
    unit = StringField("Satuan pengukuran", validators=upto(100))
    control_level = RadioField(
        "Kualitas dan tingkat kendali",
        choices=choices(ControlLevel),
        validate_choice=False,
    )
    source = TextAreaField("Sumber data", validators=upto(1000))
    reporting = RadioField(
        "Periode pelaporan",
        choices=choices(ReportingPeriod),
        validate_choice=False,
    )
