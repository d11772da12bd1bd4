"""Forms about days on which somebody does not work."""

from flask_wtf import FlaskForm

from skpweb.admin.forms.fields import ChoiceField, DayField, text
from skpweb.domain.terms import AbsenceKind
from skpweb.office.changes import Values


class AbsenceForm(FlaskForm):
    """A leave with its days and its letter."""

    kind = ChoiceField("Jenis", AbsenceKind, ask="Pilih jenis", id="absence-kind")
    starts_on = DayField("Hari pertama", "Tulis hari pertamanya.", id="absence-starts_on")
    ends_on = DayField("Hari terakhir", "Tulis hari terakhirnya.", id="absence-ends_on")
    basis = text("Nomor surat", 200)

    def values(self) -> Values:
        """What to store."""
        return {n: getattr(self, n).data for n in ("kind", "starts_on", "ends_on", "basis")}


class AbsenceEndForm(FlaskForm):
    """Another last day."""

    ends_on = DayField("Hari terakhir", "Tulis hari terakhirnya.")
