"""Forms of the journal."""

from datetime import date

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from skpweb.models.journal import ActionStep
from skpweb.models.planning import Skp
from skpweb.web import clock, formats
from skpweb.web.fields import DateField, LinkField, TimeField, WholeNumberField

TOO_LONG = "Paling panjang %(max)d huruf. Ringkas isinya."
NO_STEP = "0"


class EntryForm(FlaskForm):
    """A day's work: one text is required, everything else may stay empty."""

    activity = TextAreaField(
        "Apa yang Anda kerjakan?",
        validators=[
            DataRequired("Tulis kegiatan yang Anda kerjakan."),
            Length(max=1000, message=TOO_LONG),
        ],
    )
    day = DateField("Tanggal", validators=[DataRequired("Isi tanggal kegiatan.")])
    step = SelectField("Rencana aksi")
    realisation = WholeNumberField("Realisasi")
    unit = StringField("Satuan", validators=[Length(max=60, message=TOO_LONG)])
    starts_at = TimeField("Jam mulai")
    ends_at = TimeField("Jam selesai")
    evidence_url = LinkField("Tautan bukti dukung", validators=[Length(max=500, message=TOO_LONG)])

    def offer(self, steps: list[ActionStep]) -> None:
        """Let choose among the person's rencana aksi, or none."""
        self.step.choices = {str(step.id): step.statement for step in steps} | {
            NO_STEP: "Di luar rencana aksi"
        }

    def validate_day(self, field: DateField) -> None:
        """Not in the future."""
        if field.value is not None and field.value > clock.today():
            raise ValidationError(f"Tanggal {formats.tanggal(field.value)} belum tiba.")

    def validate_ends_at(self, field: TimeField) -> None:
        """The end comes after the start, and needs one."""
        if field.value is None and self.starts_at.value is None:
            return
        if field.value is None or self.starts_at.value is None:
            raise ValidationError("Isi jam mulai dan jam selesai, atau kosongkan keduanya.")
        if field.value <= self.starts_at.value:
            raise ValidationError("Jam selesai harus sesudah jam mulai.")

    def refuse_day(self, text: str) -> None:
        """Say why the date cannot be taken."""
        self.day.errors = [*self.day.errors, text]


def fits(form: EntryForm, skp: Skp | None, open_since: date) -> bool:
    """Whether the day lies in an SKP in force and may still be filled."""
    day = form.day.value
    if skp is None:
        form.refuse_day("Tidak ada SKP Anda yang berlaku pada tanggal ini.")
    elif day < open_since:
        form.refuse_day(
            f"Jurnal tanggal ini sudah ditutup. Yang masih bisa diisi: sejak "
            f"{formats.tanggal(open_since)}."
        )
    return not form.day.errors


class StepForm(FlaskForm):
    """A rencana aksi; its targets per window are read beside it."""

    rhk_key = SelectField("RHK")
    statement = StringField(
        "Rencana aksi",
        validators=[
            DataRequired("Tulis rencana aksinya."),
            Length(max=500, message=TOO_LONG),
        ],
    )
    unit = StringField("Satuan", validators=[Length(max=60, message=TOO_LONG)])
