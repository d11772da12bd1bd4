"""The messages that the form library writes by itself, in Indonesian.

WTForms has no Indonesian of its own. Forms should say what to do in their own
words; this is the net under them, so that nobody ever reads English.
"""

from typing import Any

from flask import Flask
from flask_wtf import FlaskForm

#: message of WTForms -> what a person reads; the placeholders stay
WORDS = {
    "This field is required.": "Bagian ini wajib diisi.",
    "Invalid input.": "Isi sesuai contoh.",
    "Not a valid choice.": "Pilih salah satu dari daftar.",
    "Not a valid choice": "Pilih salah satu dari daftar.",
    "Invalid Choice: could not coerce.": "Pilih salah satu dari daftar.",
    "'%(value)s' is not a valid choice for this field.": "Pilih dari daftar.",
    "'%(value)s' are not valid choices for this field.": "Pilih dari daftar.",
    "Not a valid integer value.": "Tulis angka bulat, misalnya 14 atau 0.",
    "Not a valid decimal value.": "Tulis angka, misalnya 97,5.",
    "Not a valid float value.": "Tulis angka, misalnya 97,5.",
    "Not a valid date value.": "Tulis tanggal, misalnya 24/11/2026.",
    "Not a valid datetime value.": "Tulis tanggal dan jam, misalnya 24/11/2026 08.00.",
    "Not a valid time value.": "Tulis jam, misalnya 08.00.",
    "Invalid email address.": "Tulis alamat surel lengkap, misalnya nama@contoh.go.id.",
    "Invalid URL.": "Tulis tautan lengkap, diawali https://.",
    "Field must be equal to %(other_name)s.": "Kedua isian harus sama.",
    "Field must be at least %(min)d character long.": "Tulis paling sedikit %(min)d huruf.",
    "Field must be at least %(min)d characters long.": "Tulis paling sedikit %(min)d huruf.",
    "Field cannot be longer than %(max)d character.": "Ringkas sampai %(max)d huruf.",
    "Field cannot be longer than %(max)d characters.": "Ringkas sampai %(max)d huruf.",
    "Field must be exactly %(max)d character long.": "Tulis tepat %(max)d huruf.",
    "Field must be exactly %(max)d characters long.": "Tulis tepat %(max)d huruf.",
    "Field must be between %(min)d and %(max)d characters long.": (
        "Tulis %(min)d sampai %(max)d huruf."
    ),
    "Number must be at least %(min)s.": "Tulis angka paling kecil %(min)s.",
    "Number must be at most %(max)s.": "Tulis angka paling besar %(max)s.",
    "Number must be between %(min)s and %(max)s.": "Tulis angka %(min)s sampai %(max)s.",
    "File does not have an approved extension.": "Jenis berkas ini tidak diterima.",
    "File does not have an approved extension: {extensions}": (
        "Jenis berkas ini tidak diterima. Pilih: {extensions}."
    ),
}
#: for a message of the library that is not listed
OTHERWISE = "Isian ini belum benar. Periksa lagi."


class Indonesian:
    """What WTForms asks its translations for."""

    def gettext(self, message: str) -> str:
        """The Indonesian for a message; a label made from a field's name stays."""
        return WORDS.get(message, OTHERWISE if message.endswith(".") else message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Indonesian has one form for any count."""
        return self.gettext(singular if count == 1 else plural)


def init_app(_app: Flask) -> None:
    """Let every form speak Indonesian."""
    FlaskForm.Meta.get_translations = _get_translations


def _get_translations(_meta: Any, _form: Any) -> Indonesian:
    return Indonesian()
