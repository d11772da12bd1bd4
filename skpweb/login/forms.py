"""Forms of signing in, codes and the profile."""

from flask import request
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, ValidationError

from skpweb.accounts import rules

OTHER = "Kedua isian kata sandi baru tidak sama. Ketik sekali lagi."


class SignInForm(FlaskForm):
    """NIP or user name, and password."""

    nip = StringField("NIP atau nama pengguna")
    password = PasswordField("Kata sandi")


class NewPassword(FlaskForm):
    """A new password twice, and a phrase that was proposed."""

    new_password = PasswordField("Kata sandi baru", [InputRequired("Isi kata sandi baru.")])
    again = PasswordField("Kata sandi baru sekali lagi", [EqualTo("new_password", OTHER)])
    phrase = HiddenField()

    def validate_new_password(self, field: PasswordField) -> None:
        """The rules that need nothing about the person."""
        text = rules.problem(field.data)
        if text:
            raise ValidationError(text)

    def proposal(self) -> str:
        """The phrase to show: a fresh one when asked for, else the one shown before, or none."""
        if "suggest" in request.form:
            return rules.suggest()
        before = self.phrase.data or ""
        return before if rules.is_suggestion(before) else ""


class CodeForm(NewPassword):
    """A code from the admin and a new password."""

    nip = StringField("NIP atau nama pengguna", [InputRequired("Isi NIP atau nama pengguna.")])
    code = StringField("Kode", [InputRequired("Isi kode dari admin, misalnya K7QM-4TXP.")])


class PasswordForm(NewPassword):
    """The old password and a new one."""

    password = PasswordField("Kata sandi sekarang", [InputRequired("Isi kata sandi sekarang.")])
