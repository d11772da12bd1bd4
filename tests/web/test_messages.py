"""No form ever answers in English."""

import re

import pytest
from flask import Flask
from flask_wtf import FlaskForm
from wtforms import DateField, IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange

from skpweb.web import messages


class Sample(FlaskForm):
    """One field for each kind of mistake."""

    name = StringField("Nama", [InputRequired()])
    note = StringField("Catatan", [Length(max=3)])
    number = IntegerField("Realisasi")
    share = IntegerField("Persen", [NumberRange(min=0, max=100)])
    day = DateField("Tanggal")
    kind = SelectField("Jenis", choices=["a"])


@pytest.fixture
def plain_app() -> Flask:
    """An application with nothing but forms."""
    app = Flask(__name__)
    app.config |= {"WTF_CSRF_ENABLED": False, "SECRET_KEY": "x" * 32}
    messages.init_app(app)
    return app


def test_each_kind_of_mistake_is_answered_in_indonesian(plain_app: Flask) -> None:
    sent = {"note": "empat", "number": "x", "share": "101", "day": "x", "kind": "b"}
    with plain_app.test_request_context("/", method="POST", data=sent):
        form = Sample()
        assert not form.validate()
    assert form.errors == {
        "name": ["Bagian ini wajib diisi."],
        "note": ["Ringkas sampai 3 huruf."],
        "number": ["Tulis angka bulat, misalnya 14 atau 0."],
        "share": ["Tulis angka 0 sampai 100."],
        "day": ["Tulis tanggal, misalnya 24/11/2026."],
        "kind": ["Pilih salah satu dari daftar."],
    }


@pytest.mark.parametrize("message", messages.WORDS)
def test_placeholders_exist_in_the_original(message: str) -> None:
    holes = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
    assert set(holes.findall(messages.WORDS[message])) <= set(holes.findall(message))


def test_an_unknown_message_is_not_shown_and_a_label_stays() -> None:
    words = messages.Indonesian()
    assert words.gettext("Something new went wrong.") == messages.OTHERWISE
    assert words.gettext("Nama Lengkap") == "Nama Lengkap"
