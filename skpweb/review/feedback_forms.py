"""Forms of umpan balik: saying it, correcting it, asking for it, answering it."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from skpweb import labels
from skpweb.domain import feedback as rules
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.feedback import Competence, FeedbackTiming, FeedbackWay, Relation
from skpweb.domain.terms import FeedbackSource, FeedbackTone
from skpweb.labels import choices
from skpweb.models.planning import SkpVersion
from skpweb.web.fields import TOO_LONG

CHOOSE = {"": "Pilih dulu"}
NOT_ABOVE = (
    "{} adalah penilai Anda, jadi umpan balik Anda bukan dari pimpinan atau rekan setingkat. "
    "Pilih yang lain."
)
NOT_BELOW = "Anda penilai atau atasan penilainya. Pilih Pimpinan."


class WordsForm(FlaskForm):
    """What can be corrected: the words and their marks."""

    tone = RadioField(
        "Jenis", choices=choices(FeedbackTone), default=FeedbackTone.APPRECIATION.value
    )
    text = TextAreaField(
        "Umpan balik",
        validators=[
            DataRequired("Tulis umpan balik Anda."),
            Length(max=2000, message=TOO_LONG),
        ],
    )
    timing = RadioField(
        "Bentuk", choices=choices(FeedbackTiming), default=FeedbackTiming.INCIDENTAL.value
    )
    way = RadioField("Cara", choices=choices(FeedbackWay), default=FeedbackWay.INDIRECT.value)
    tags = SelectMultipleField("Kompetensi yang perlu dikembangkan", choices=choices(Competence))

    def values(self) -> dict[str, Any]:
        """What to store, the tags aside."""
        return {
            "tone": FeedbackTone(self.tone.data),
            "text": self.text.data.strip(),
            "timing": FeedbackTiming(self.timing.data),
            "way": FeedbackWay(self.way.data),
        }


class FeedbackForm(WordsForm):
    """One piece of feedback on an RHK, an indicator, a behaviour or a journal entry."""

    about = SelectField("Tentang", validators=[DataRequired("Pilih hal yang dibahas.")])
    source = SelectField("Anda memberi umpan balik sebagai", choices=choices(FeedbackSource))
    outsider = StringField("Nama yang menyampaikan", validators=[Length(max=150, message=TOO_LONG)])
    outsider_post = StringField(
        "Jabatan dan instansinya", validators=[Length(max=200, message=TOO_LONG)]
    )

    relation: Relation = Relation.OTHER
    owner_name = ""

    def offer(self, version: SkpVersion, extra: dict[str, str] | None = None) -> None:
        """Let choose among the RHK of a version, the seven values, and an entry if given."""
        entry = {"Jurnal": extra} if extra else {}
        self.about.choices = {"Belum dipilih": CHOOSE} | subjects(version) | entry

    def validate_source(self, field: SelectField) -> None:
        """Nobody is the pimpinan or a peer of his own penilai; an outsider may be anything."""
        if (self.outsider.data or "").strip() or field.data not in tuple(FeedbackSource):
            return
        if rules.refused(self.relation, FeedbackSource(field.data)):
            is_below = self.relation is Relation.SUBORDINATE
            raise ValidationError(NOT_ABOVE.format(self.owner_name) if is_below else NOT_BELOW)

    def validate_outsider_post(self, field: StringField) -> None:
        """Not without a name."""
        if (field.data or "").strip() and not (self.outsider.data or "").strip():
            raise ValidationError("Tulis juga nama yang menyampaikan.")


class RequestForm(FlaskForm):
    """Whom to ask for feedback, on what."""

    asked = SelectMultipleField(
        "Siapa yang Anda mintai",
        validators=[DataRequired("Pilih paling sedikit satu orang.")],
        validate_choice=False,
    )
    about = SelectField("Tentang")
    question = TextAreaField("Pertanyaan Anda", validators=[Length(max=500, message=TOO_LONG)])

    def offer(self, version: SkpVersion) -> None:
        """An RHK, a behaviour, or nothing in particular."""
        self.asked.choices = {}  # whom one may ask is looked up, not listed
        self.about.choices = {"Umum": {"": "Apa saja, menurut pemberi"}} | subjects(version)


def subjects(version: SkpVersion) -> dict[str, dict[str, str]]:
    """What feedback can be about, in groups for a list of choices."""
    return {
        "Hasil kerja": _results(version),
        "Perilaku kerja": {f"value:{value.value}": labels.label(value) for value in CoreValue},
    }


def _results(version: SkpVersion) -> dict[str, str]:
    """Every RHK and each of its indicators."""
    rows = {}
    for number, rhk in enumerate(version.rhks, start=1):
        rows[f"rhk:{rhk.key}"] = f"{number}. {rhk.statement[:120]}"
        for place, one in enumerate(rhk.indicators, start=1):
            rows[f"indicator:{one.key}"] = f"{number}.{place} {one.statement[:110]}"
    return rows
