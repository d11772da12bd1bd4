"""The form that sends an attendance recap."""

from datetime import date, timedelta
from typing import Any, Self

from flask_wtf import FlaskForm
from flask_wtf.file import FileField

from skpweb.admin.forms.office import OneOf
from skpweb.web.formats import bulan

OFFERED_MONTHS = 24


class RecapForm(FlaskForm):
    """A file, and the month it is about unless the file says so."""

    month = OneOf("Bulan", choices={})
    file = FileField("Berkas Excel (.xlsx)")

    @classmethod
    def of(cls, today: date, **kwargs: Any) -> Self:
        """The form with the months up to today to choose from."""
        form = cls(**kwargs)
        months, first = {}, today.replace(day=1)
        for _ in range(OFFERED_MONTHS):
            months[first.isoformat()] = bulan(first)
            first = (first - timedelta(days=1)).replace(day=1)
        form.month.choices = {"": "Baca dari berkas"} | months
        return form

    @property
    def chosen(self) -> date | None:
        """The first day of the month; None to find it in the file."""
        return date.fromisoformat(self.month.data) if self.month.data else None
