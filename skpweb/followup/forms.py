"""Forms of tindak lanjut."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from skpweb import labels
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.handover import Judgement
from skpweb.domain.ratings import Rating
from skpweb.labels import choices
from skpweb.models.base import LONG_TEXT
from skpweb.models.review import Evaluation
from skpweb.web.fields import TOO_LONG, DateField, LinkField

FITS = Length(max=LONG_TEXT, message=TOO_LONG)
PREDICATE = "predicate"


def parts_of(evaluation: Evaluation) -> dict[str, str]:
    """What can be disputed, from the snapshot: the predicate, each RHK, each value."""
    rhks = evaluation.snapshot["rhks"]
    results = {
        f"rhk:{rhk['key']}": f"RHK {number}: {rhk['statement']}"
        for number, rhk in enumerate(rhks, start=1)
    }
    values = {f"value:{value.value}": f"Perilaku: {labels.label(value)}" for value in CoreValue}
    return {PREDICATE: "Predikat kinerja"} | results | values


class HandForm(FlaskForm):
    """The day on which something happened to the paper; only the team writes one."""

    on = DateField("Tanggal")


class ObjectionForm(FlaskForm):
    """What is disputed, and why."""

    parts = SelectMultipleField(
        "Bagian yang dipersoalkan",
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )
    reason = TextAreaField(
        "Alasan", validators=[DataRequired("Tulis alasan keberatan Anda."), FITS]
    )
    evidence_url = LinkField(
        "Tautan bukti", validators=[Length(max=500, message="Tautan terlalu panjang.")]
    )

    def offer(self, evaluation: Evaluation) -> None:
        """Let choose among the parts of this evaluation."""
        self.parts.choices = parts_of(evaluation)

    def validate_parts(self, field: Any) -> None:
        """At least one, and only what was offered."""
        field.data = [one for one in field.data or () if one in field.choices]
        if not field.data:
            raise ValidationError("Pilih paling sedikit satu bagian.")


class ExplanationForm(FlaskForm):
    """The penilai's explanation."""

    explanation = TextAreaField(
        "Penjelasan Anda", validators=[DataRequired("Tulis penjelasan Anda."), FITS]
    )


class HearingForm(FlaskForm):
    """When both were asked, and what they said."""

    on = DateField("Tanggal pemeriksaan", validators=[DataRequired("Tulis tanggalnya.")])
    heard_owner = BooleanField("Pegawai sudah dimintai penjelasan")
    heard_assessor = BooleanField("Pejabat penilai sudah dimintai penjelasan")
    hearing = TextAreaField(
        "Catatan pemeriksaan", validators=[DataRequired("Tulis catatannya."), FITS]
    )


class DecisionForm(FlaskForm):
    """Uphold or change; a change brings other ratings and a new recommendation."""

    verdict = RadioField(
        "Keputusan",
        choices={"uphold": "Menguatkan hasil evaluasi", "change": "Mengubah hasil evaluasi"},
        validate_choice=False,
    )
    result = RadioField(
        "Rating hasil kerja yang baru",
        choices=choices(Rating),
        validate_choice=False,
    )
    behaviour = RadioField(
        "Rating perilaku kerja yang baru",
        choices=choices(Rating),
        validate_choice=False,
    )
    recommendation = TextAreaField("Rekomendasi yang baru", validators=[FITS])
    decision = TextAreaField(
        "Pertimbangan dan keputusan",
        validators=[DataRequired("Tulis pertimbangan Anda."), FITS],
    )

    def validate_verdict(self, field: StringField) -> None:
        """One of the two."""
        if field.data not in field.choices:
            raise ValidationError("Pilih menguatkan atau mengubah.")

    @property
    def is_change(self) -> bool:
        """Whether the result changes."""
        return bool(self.verdict.data == "change")

    def judgement(self, evaluation: Evaluation) -> Judgement:
        """The new ratings of an evaluation; unset where nothing fitting is chosen."""
        pair = self._rating("result"), self._rating("behaviour")
        recommendation = (self.recommendation.data or "").strip()
        return Judgement(*pair, evaluation.predicate_for(*pair), recommendation)

    def _rating(self, name: str) -> Rating | None:
        value = self[name].data
        return Rating(value) if value in tuple(Rating) else None
