"""Forms of the dialogue."""

from collections.abc import Iterable
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    FieldList,
    Form,
    FormField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from skpweb.domain.dialogue import Doer, Purpose
from skpweb.domain.states import AgreementState
from skpweb.labels import choices
from skpweb.models.base import LONG_TEXT
from skpweb.models.dialogues import Agreement, Dialogue, Meeting
from skpweb.office.dialogues import Agreed, Plan
from skpweb.web.fields import TOO_LONG, DateField, LinkField, TimeField

BLANK_ROWS = 3
MOST_TOPICS = 20


def checkboxes(label: str) -> SelectMultipleField:
    """Several of a list."""
    return SelectMultipleField(
        label,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )


class MeetingForm(FlaskForm):
    """When, where, why and about what."""

    purpose = SelectField("Keperluan", choices=choices(Purpose))
    held_on = DateField("Tanggal", validators=[DataRequired("Isi tanggal pertemuan.")])
    starts_at = TimeField("Mulai", validators=[DataRequired("Isi jam mulai.")])
    ends_at = TimeField("Selesai", validators=[DataRequired("Isi jam selesai.")])
    place = StringField("Tempat", validators=[Length(max=200, message=TOO_LONG)])
    link = LinkField("Tautan pertemuan daring", validators=[Length(max=500, message=TOO_LONG)])
    topics = TextAreaField("Pokok bahasan")

    def validate_ends_at(self, field: TimeField) -> None:
        """It ends after it has begun."""
        if self.starts_at.value and field.value and field.value <= self.starts_at.value:
            raise ValidationError("Jam selesai harus sesudah jam mulai.")

    def validate_place(self, field: StringField) -> None:
        """People must know where to come."""
        if not (field.data or "").strip() and not (self.link.data or "").strip():
            raise ValidationError("Isi tempat atau tautan pertemuan daring.")

    def validate_topics(self, field: TextAreaField) -> None:
        """One on each line."""
        lines = self.lines
        if len(lines) > MOST_TOPICS or any(len(line) > 300 for line in lines):
            raise ValidationError("Paling banyak 20 baris, tiap baris paling panjang 300 huruf.")

    @property
    def lines(self) -> list[str]:
        """The topics in order."""
        return [line.strip() for line in (self.topics.data or "").splitlines() if line.strip()]

    @property
    def plan(self) -> Plan:
        """What was typed, as the verbs take it."""
        return Plan(
            Purpose(self.purpose.data),
            self.held_on.value,
            self.starts_at.value,
            self.ends_at.value,
            (self.place.data or "").strip(),
            (self.link.data or "").strip(),
            tuple(self.lines),
        )


class NewMeetingForm(MeetingForm):
    """A meeting with one or several people."""

    who = checkboxes("Dengan siapa")

    def validate_who(self, field: Any) -> None:
        """At least one, and only who was offered."""
        field.data = [one for one in field.data or () if one in field.choices]
        if not field.data:
            raise ValidationError("Pilih paling sedikit satu orang.")


class MoveForm(MeetingForm):
    """Another time or place, and why."""

    reason = TextAreaField(
        "Alasan perubahan",
        validators=[
            DataRequired("Tulis alasannya supaya peserta tahu mengapa jadwal berubah."),
            Length(max=500, message=TOO_LONG),
        ],
    )

    @classmethod
    def of(cls, meeting: Meeting) -> "MoveForm":
        """The form with what is planned now."""
        form = cls(formdata=None, obj=meeting)
        form.purpose.data = meeting.purpose.value
        form.topics.data = "\n".join(one.text for one in meeting.topics)
        return form


class AgreedForm(Form):
    """One agreed action; an empty row is none."""

    text = StringField("Yang disepakati", validators=[Length(max=500, message=TOO_LONG)])
    side = SelectField("Dikerjakan oleh", choices=choices(Doer), default=Doer.OWNER.value)
    due_on = DateField("Paling lambat")

    def validate_due_on(self, field: DateField) -> None:
        """An action has its day."""
        if (self.text.data or "").strip() and field.value is None and not field.errors:
            raise ValidationError("Isi tanggal paling lambat.")


class RecordForm(FlaskForm):
    """What was said and agreed."""

    notes = TextAreaField(
        "Hasil pembahasan",
        validators=[
            DataRequired("Tulis hasil pembahasan."),
            Length(max=LONG_TEXT, message=TOO_LONG),
        ],
    )
    rows = FieldList(FormField(AgreedForm), max_entries=30)

    @classmethod
    def of(cls, dialogue: Dialogue) -> "RecordForm":
        """The form with what is stored, and some empty rows."""
        form = cls(formdata=None, data={"notes": dialogue.notes})
        for one in open_of(dialogue.agreements):
            form.rows.append_entry({"text": one.text, "side": one.side.value, "due_on": one.due_on})
        form.pad()
        return form

    def pad(self) -> None:
        """Leave room for more."""
        filled = sum(bool((row.form.text.data or "").strip()) for row in self.rows)
        while len(self.rows) < min(filled + BLANK_ROWS, 30):
            self.rows.append_entry()

    @property
    def agreed(self) -> list[Agreed]:
        """The rows that say something."""
        return [
            Agreed(row.form.text.data.strip(), Doer(row.form.side.data), row.form.due_on.value)
            for row in self.rows
            if (row.form.text.data or "").strip()
        ]


class AdditionForm(FlaskForm):
    """Something beneath the record."""

    text = TextAreaField(
        "Tambahan Anda",
        validators=[
            DataRequired("Tulis tambahan Anda."),
            Length(max=2000, message=TOO_LONG),
        ],
    )


def open_of(agreements: Iterable[Agreement]) -> list[Agreement]:
    """Those still to be done."""
    return [one for one in agreements if one.state is AgreementState.OPEN]
