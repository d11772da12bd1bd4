"""Form fields that read what Indonesian offices type: dates, times, whole numbers, links."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit

from wtforms import StringField
from wtforms.validators import ValidationError

from skpweb.web import clock, formats

MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "maret": 3, "mar": 3, "april": 4,
    "apr": 4, "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "agustus": 8, "agu": 8,
    "agt": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10, "okt": 10, "november": 11,
    "nov": 11, "desember": 12, "des": 12,
}  # fmt: skip


TOO_LONG = "Paling panjang %(max)d huruf. Ringkas isinya."  #: for a validator of length
#: an address without its scheme, as people copy it: "drive.google.com/file/1"
BARE_LINK = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?([/?#]\S*)?$", re.I)


def too_long(text: str, longest: int) -> str | None:
    """What is wrong with a text of more than ``longest`` letters; None for one that fits."""
    return TOO_LONG % {"max": longest} if len(text) > longest else None


def read_date(text: str) -> date | None:
    """A date as people write it: 3/2/2026, 3-2-26, 2026-02-03, 3 Feb 2026. None if unreadable."""
    text = text.strip().lower()
    try:
        if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
            return _likely(*(int(part) for part in found.groups()))
        if found := re.fullmatch(r"(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]+)[\s/.-]+(\d{4}|\d\d)", text):
            day, month, year = found.groups()
            number = int(month) if month.isdigit() else MONTHS[month]
            return _likely(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except (ValueError, KeyError):
        return None
    return None


def _likely(year: int, month: int, day: int) -> date:
    """The day; ValueError for one that is none, or in a year that nobody means."""
    if not 1900 <= year <= 2200:
        raise ValueError(year)
    return date(year, month, day)


def read_time(text: str) -> time | None:
    """A time as people write it: 08:00, 8.30, 0830. None if unreadable."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d{2}))?", text.strip())
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        return None


class _Read(StringField):
    """A text field whose text stays as typed; ``value`` is what it means."""

    value: Any = None
    problem = ""

    def process_data(self, value: Any) -> None:
        """Show a stored value in words."""
        self.value, self.data = value, self.words(value) if value is not None else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Keep the text, read its meaning."""
        self.data = (valuelist[0] if valuelist else "").strip()
        self.value = self.read(self.data) if self.data else None

    def pre_validate(self, form: Any) -> None:
        """What is written must be readable."""
        if self.data and self.value is None:
            raise ValidationError(self.problem)

    def read(self, text: str) -> Any:
        """The meaning of the text, or None."""
        return text

    def words(self, value: Any) -> str:
        """The text of a stored value."""
        return str(value)


class DateField(_Read):
    """A date in one box, several spellings."""

    problem = "Tulis tanggal seperti 24/11/2026 atau 24 Nov 2026."

    def read(self, text: str) -> date | None:
        """The date."""
        return read_date(text)

    def words(self, value: date | datetime) -> str:
        """``24 November 2026``."""
        return formats.tanggal(value)


class PastDateField(DateField):
    """A day of work: the year may be left out, "kemarin" and "hari ini" are days too."""

    def read(self, text: str) -> date | None:
        """The date; without a year the last one that is not ahead."""
        today = clock.today()
        spoken = {"hari ini": today, "kemarin": today - timedelta(days=1)}
        if text.strip().lower() in spoken:
            return spoken[text.strip().lower()]
        found = read_date(text)
        if found is None and (found := read_date(f"{text} {today.year}")) and found > today:
            found = read_date(f"{text} {today.year - 1}")
        return found


class TimeField(_Read):
    """A time in one box."""

    problem = "Tulis jam seperti 08.00 atau 13.30."

    def read(self, text: str) -> time | None:
        """The time."""
        return read_time(text)

    def words(self, value: time) -> str:
        """``08.00``."""
        return f"{value:%H.%M}"


class WholeNumberField(_Read):
    """A whole number from 0, dots between thousands allowed."""

    problem = "Tulis dengan angka bulat, misalnya 14 atau 0."

    def read(self, text: str) -> int | None:
        """The number; nothing above nine digits."""
        plain = text.replace(".", "")
        return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else None


class LinkField(StringField):
    """A link to evidence: http or https; one typed without either is completed."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """``drive.google.com/x`` means ``https://drive.google.com/x``."""
        text = (valuelist[0] if valuelist else "").strip()
        self.data = f"https://{text}" if BARE_LINK.match(text) else text

    def pre_validate(self, form: Any) -> None:
        """Only what a browser opens safely."""
        if self.data and not is_link(self.data.strip()):
            raise ValidationError("Tautan harus diawali https:// atau http://.")


def is_link(text: str) -> bool:
    """Whether a text is a whole http or https address."""
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that hold no address
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
