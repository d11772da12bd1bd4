"""Fields that the office's forms share: days, choices from an enum, plain texts."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any

from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from skpweb.labels import label as words_of
from skpweb.office import dates


def squeezed(text: Any) -> Any:
    """Outer and double blanks removed."""
    return " ".join(text.split()) if isinstance(text, str) else text


def text(words: str, longest: int, needed: str = "") -> StringField:
    """One line; ``needed`` is what to say when it is empty, "" where it may be."""
    return StringField(words, filters=[_some, squeezed], validators=_rules(words, longest, needed))


def long_text(words: str, longest: int, needed: str = "") -> TextAreaField:
    """Several lines."""
    return TextAreaField(
        words, filters=[_some, _trimmed], validators=_rules(words, longest, needed)
    )


def _rules(words: str, longest: int, needed: str) -> list[Any]:
    short = f"{words} terlalu panjang: paling banyak {longest} huruf."
    rules: list[Any] = [InputRequired(needed), _not_blank(needed)] if needed else []
    return [*rules, Length(max=longest, message=short)]


def _not_blank(message: str) -> Any:
    def rule(_form: Any, field: Any) -> None:
        if not (field.data or "").strip():
            raise ValidationError(message)

    return rule


def _trimmed(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _some(value: Any) -> Any:
    return "" if value is None else value


class DayField(StringField):
    """A date typed as text, in any usual spelling; ``data`` is a date or None."""

    def __init__(self, label: str, needed: str = "", **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.needed = needed

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return self.data.strftime("%d/%m/%Y") if isinstance(self.data, date) else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Parse; an empty field is None."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = dates.parse(typed) if typed else None
        if typed and self.data is None:
            raise ValueError(f"“{typed}” bukan tanggal yang ada. Tulis seperti 31/01/2026.")

    def pre_validate(self, form: Any) -> None:
        """A needed day must be there, and in a century that makes sense."""
        if self.data is None and self.needed and not self.process_errors:
            raise ValidationError(self.needed)
        if self.data is not None and not 1940 <= self.data.year <= 2100:
            raise ValidationError("Periksa tahunnya.")


class ChoiceField(SelectField):
    """One of an enum's members, or None where ``blank`` (its words) is given.

    ``ask`` are the words of a first line that must not stay chosen.
    """

    def __init__(
        self, label: str, members: Iterable[Enum], blank: str = "", ask: str = "", **kwargs: Any
    ) -> None:
        self.by_value = {str(member.value): member for member in members}
        self.blank = {"": blank} if blank else {}
        words = {value: words_of(member) for value, member in self.by_value.items()}
        choices = ({"": ask} if ask else self.blank) | words
        super().__init__(label, choices=choices, coerce=self._member, **kwargs)

    def _member(self, value: Any) -> Any:
        return self.by_value.get(str(getattr(value, "value", value)))

    def pre_validate(self, form: Any) -> None:
        """Only what was offered."""
        is_blank = bool(self.blank) and not (self.raw_data and self.raw_data[0])
        if self.data is None and not is_blank:
            raise ValidationError(f"Pilih {self.label.text.lower()} dari daftar.")


class IdField(SelectField):
    """An id from a list, or None where the list begins with ("", words) and it is not needed."""

    def __init__(self, label: str, needed: bool = False, **kwargs: Any) -> None:
        super().__init__(label, coerce=_id, choices={}, **kwargs)
        self.needed = needed

    def pre_validate(self, form: Any) -> None:
        """Only what was offered."""
        is_missing = self.needed and self.data is None
        if is_missing or self.data not in [_id(value) for value in self.choices]:
            raise ValidationError(f"Pilih {self.label.text.lower()} dari daftar.")


def _id(value: Any) -> int | None:
    return int(value) if str(value).isdigit() else None
