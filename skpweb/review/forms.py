"""Forms of review."""

from datetime import date

from flask_wtf import FlaskForm
from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from skpweb.domain.ratings import Rating
from skpweb.labels import choices
from skpweb.models.base import LONG_TEXT
from skpweb.web.fields import TOO_LONG, DateField


class EvaluationForm(FlaskForm):
    """The penilai's ratings; empty while it is a draft."""

    result = RadioField("Rating hasil kerja", choices=choices(Rating), validate_choice=False)
    behaviour = RadioField("Rating perilaku kerja", choices=choices(Rating), validate_choice=False)
    recommendation = TextAreaField(
        "Catatan dan rekomendasi", validators=[Length(max=LONG_TEXT, message=TOO_LONG)]
    )
    reason = TextAreaField("Alasan", validators=[Length(max=2000, message=TOO_LONG)])

    def rating(self, name: str) -> Rating | None:
        """The chosen rating of a field; None while nothing fitting is chosen."""
        value = self[name].data
        return Rating(value) if value in tuple(Rating) else None


class StandInForm(FlaskForm):
    """Who decides in my place, and on which days."""

    who = StringField(
        "Rekan yang mewakili",
        validators=[
            DataRequired("Tulis nama atau NIP rekan yang mewakili Anda."),
            Length(max=200, message=TOO_LONG),
        ],
    )
    starts_on = DateField("Mulai", validators=[DataRequired("Isi tanggal mulai.")])
    ends_on = DateField("Sampai dengan", validators=[DataRequired("Isi tanggal selesai.")])

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        return self.starts_on.value, self.ends_on.value
