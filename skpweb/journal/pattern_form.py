"""The form of a favourite: what a stored one shows in it, and what it makes of one."""

from flask_login import current_user
from flask_wtf import FlaskForm
from wtforms import SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from skpweb.domain.terms import Duty
from skpweb.journal import context
from skpweb.journal.forms import NO_STEP, grouped, place_of, placed, values
from skpweb.journal.offers import offer
from skpweb.models.shortcuts import EntryPattern
from skpweb.web import clock
from skpweb.web.fields import TOO_LONG, TimeField, WholeNumberField

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


class PatternForm(FlaskForm):
    """A favourite; only its text is needed."""

    activity = TextAreaField(
        "Kegiatan",
        validators=[DataRequired("Tulis kegiatannya."), Length(max=1000, message=TOO_LONG)],
    )
    step = SelectField("Rencana aksi")
    realisation = WholeNumberField("Realisasi")
    unit = StringField("Satuan", validators=[Length(max=60, message=TOO_LONG)])
    starts_at = TimeField("Jam mulai")
    ends_at = TimeField("Jam selesai")
    weekdays = SelectMultipleField(
        "Tawarkan setiap",
        choices={str(number): name for number, name in enumerate(WEEKDAYS)},
        widget=ListWidget(),
        option_widget=CheckboxInput(),
    )

    def validate_ends_at(self, field: TimeField) -> None:
        """Both times or none, in order."""
        if (field.value is None) != (self.starts_at.value is None):
            raise ValidationError("Isi jam mulai dan jam selesai, atau kosongkan keduanya.")
        if field.value is not None and field.value <= self.starts_at.value:
            raise ValidationError("Jam selesai harus sesudah jam mulai.")


def offered(form: PatternForm, chosen: str = NO_STEP) -> PatternForm:
    """The form with what an entry of today may belong to; what is gone by now is not chosen."""
    today = clock.today()
    skps = context.skps_in_force(current_user.employee_id)
    skp = next((skp for skp in skps if skp.starts_on <= today <= skp.ends_on), None)
    form.step.choices = grouped(offer(skp.id if skp is not None else None))
    if not form.is_submitted():
        form.step.data = chosen if chosen in values(form.step.choices) else NO_STEP
    return form


def filled(pattern: EntryPattern) -> PatternForm:
    """The form with a stored favourite."""
    plain = ("activity", "starts_at", "ends_at", "realisation", "unit")
    stored = {name: getattr(pattern, name) for name in plain}
    form = offered(PatternForm(formdata=None, data=stored), place_of(pattern))
    form.weekdays.data = [str(day) for day in range(7) if pattern.weekdays >> day & 1]
    return form


def fill(pattern: EntryPattern, form: PatternForm) -> None:
    """The form's values into the favourite."""
    place = placed(form.step.data)
    pattern.step_id, pattern.rhk_key = place.get("step_id"), place.get("rhk_key", "")
    pattern.duty = place.get("duty", Duty.OTHER)
    pattern.activity = form.activity.data.strip()
    pattern.starts_at, pattern.ends_at = form.starts_at.value, form.ends_at.value
    pattern.realisation, pattern.unit = form.realisation.value, (form.unit.data or "").strip()
    pattern.weekdays = sum(1 << int(day) for day in set(form.weekdays.data or ()))
