"""Form of an outage that is recorded by hand."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask_wtf import FlaskForm
from wtforms.validators import DataRequired

from skpweb.admin.forms.fields import DayField, text
from skpweb.web.fields import TimeField


class OutageForm(FlaskForm):
    """From when to when, in the office's own time, and what happened."""

    first_day = DayField("Tanggal mulai", "Tulis tanggal mulainya.")
    first_time = TimeField("Jam mulai", validators=[DataRequired("Tulis jam mulainya.")])
    last_day = DayField("Tanggal selesai", "Tulis tanggal selesainya.")
    last_time = TimeField("Jam selesai", validators=[DataRequired("Tulis jam selesainya.")])
    note = text("Apa yang terjadi", 300, "Tulis apa yang terjadi, misalnya jaringan kantor putus.")

    def days(self, zone: str) -> tuple[datetime, datetime]:
        """Both moments, aware."""
        own = ZoneInfo(zone)
        return (
            datetime.combine(self.first_day.data, self.first_time.value, own),
            datetime.combine(self.last_day.data, self.last_time.value, own),
        )
