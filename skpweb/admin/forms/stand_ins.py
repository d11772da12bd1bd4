"""Form of a stand-in whom the office records."""

from datetime import date

from flask_wtf import FlaskForm

from skpweb.admin.forms.fields import ChoiceField, DayField, text
from skpweb.domain.terms import StandInKind

ACTING = (StandInKind.PLT, StandInKind.PLH)


class ActingForm(FlaskForm):
    """Plt. or Plh. of a penilai, with the letter that says so."""

    assessor = text("Pejabat penilai yang digantikan", 200, "Tulis pejabat yang digantikan.")
    who = text("Yang menggantikan", 200, "Tulis siapa yang menggantikan.")
    kind = ChoiceField("Sebagai", ACTING, ask="Pilih Plt. atau Plh.")
    basis = text("Nomor surat", 300, "Tulis nomor surat perintahnya.")
    starts_on = DayField("Mulai", "Tulis tanggal mulai.")
    ends_on = DayField("Sampai dengan", "Tulis tanggal selesai.")

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        return self.starts_on.data, self.ends_on.data
