"""Forms of signing in."""

from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField


class SignInForm(FlaskForm):
    """NIP or user name, and password."""

    nip = StringField("NIP atau nama pengguna")
    password = PasswordField("Kata sandi")
