"""Forms of the journal."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from skpweb.domain.terms import Duty
from skpweb.journal.offers import Offer
from skpweb.journal.writing import Work
from skpweb.models.journal import JournalEntry
from skpweb.web.fields import TOO_LONG, LinkField, PastDateField, TimeField, WholeNumberField

NO_STEP = "0"
RHK = "rhk:"
#: work beside the plan, by the value it has in the form
BESIDE = {
    Duty.ADDITIONAL.value: "Tugas tambahan",
    Duty.ORDER.value: "Perintah langsung pimpinan",
    NO_STEP: "Di luar rencana aksi",
}


class EntryForm(FlaskForm):
    """A day's work: one text is required, the rest as the office asks."""

    activity = TextAreaField(
        "Apa yang Anda kerjakan?",
        validators=[
            DataRequired("Tulis kegiatan yang Anda kerjakan."),
            Length(max=1000, message=TOO_LONG),
        ],
    )
    day = PastDateField("Tanggal", validators=[DataRequired("Isi tanggal kegiatan.")])
    step = SelectField("Rencana aksi")
    realisation = WholeNumberField("Realisasi")
    unit = StringField("Satuan", validators=[Length(max=60, message=TOO_LONG)])
    starts_at = TimeField("Jam mulai")
    ends_at = TimeField("Jam selesai")
    file = FileField("Foto atau berkas bukti")
    evidence_url = LinkField("Tautan bukti dukung", validators=[Length(max=500, message=TOO_LONG)])

    def offer(self, offer: Offer, chosen: str = NO_STEP) -> None:
        """Let choose among the rencana aksi by RHK, the RHK, and work beside the plan."""
        choices = grouped(offer)
        if chosen != NO_STEP and chosen not in values(choices):  # archived since: it stays
            choices = {chosen: _archived(offer, chosen)} | choices
        self.step.choices = choices

    def validate_ends_at(self, field: TimeField) -> None:
        """The end comes after the start, and needs one."""
        if field.value is None and self.starts_at.value is None:
            return
        if field.value is None or self.starts_at.value is None:
            raise ValidationError("Isi jam mulai dan jam selesai, atau kosongkan keduanya.")
        if field.value <= self.starts_at.value:
            raise ValidationError("Jam selesai harus sesudah jam mulai.")

    def refuse(self, objections: Mapping[str, str]) -> bool:
        """Say at the fields why it cannot be taken; whether there was anything to say."""
        for name, text in objections.items():
            self[name].errors = [*self[name].errors, text]
        return bool(objections)

    def work(self, files: int = 0) -> Work:
        """What was typed; the form must be valid."""
        return Work(
            day=self.day.value,
            activity=self.activity.data.strip(),
            **placed(self.step.data),
            starts_at=self.starts_at.value,
            ends_at=self.ends_at.value,
            realisation=self.realisation.value,
            unit=(self.unit.data or "").strip(),
            evidence_url=(self.evidence_url.data or "").strip(),
            files=files,
        )


def grouped(offer: Offer) -> dict[str, Any]:
    """The choices of the field, in groups."""
    steps: dict[str, dict[str, str]] = {}
    names = {key: f"RHK {n}. {text[:80]}" for n, (key, text) in enumerate(offer.rhks.items(), 1)}
    for step in offer.steps:
        group = names.get(step.rhk_key, "Rencana aksi lain")
        steps.setdefault(group, {})[str(step.id)] = step.statement
    results = {
        f"{RHK}{key}": f"{n}. {text[:120]}" for n, (key, text) in enumerate(offer.rhks.items(), 1)
    }
    return steps | ({"RHK, tanpa rencana aksi": results} if results else {}) | BESIDE


def values(choices: Mapping[str, Any]) -> dict[str, str]:
    """All choices without their groups."""
    flat: dict[str, str] = {}
    for key, value in choices.items():
        flat |= value if isinstance(value, dict) else {key: value}
    return flat


def place_of(entry: JournalEntry | None) -> str:
    """The choice that a stored entry stands for."""
    if entry is None:
        return NO_STEP
    if entry.step_id is not None:
        return str(entry.step_id)
    if entry.rhk_key:
        return f"{RHK}{entry.rhk_key}"
    return entry.duty.value if entry.duty.value in BESIDE else NO_STEP


def placed(value: str) -> dict[str, Any]:
    """What a choice means for the entry."""
    if value.startswith(RHK):
        return {"rhk_key": value.removeprefix(RHK), "duty": Duty.PLANNED}
    if value != NO_STEP and value in BESIDE:
        return {"duty": Duty(value)}
    return {"step_id": int(value), "duty": Duty.PLANNED} if value != NO_STEP else {}


def _archived(offer: Offer, chosen: str) -> str:
    names = {str(step.id): f"{step.statement} (diarsipkan)" for step in offer.all_steps}
    return names.get(chosen, "RHK sebelum perubahan SKP")


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
