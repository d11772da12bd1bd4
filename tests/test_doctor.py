"""The doctor says what is broken, and nothing about a sound office."""

import shutil
from pathlib import Path

from flask import Flask
from flask_migrate import downgrade

from skpweb import storage
from skpweb.extensions import db
from skpweb.office import doctor
from tests.filled_office import filled

__all__ = ["filled"]


def test_doctor_finds_nothing_in_a_sound_office(filled: Flask) -> None:
    with filled.app_context():
        assert [f.text for f in doctor.examine() if not f.is_well] == [
            "Belum ada cadangan. Jalankan perintah backup, lalu simpan berkasnya di tempat lain."
        ]


def test_doctor_finds_what_is_broken(filled: Flask, tmp_path: Path) -> None:
    with filled.app_context():
        lost = storage.put(b"lost")
        storage.put(b"altered")
        for file in storage.folder().glob("??/*"):
            if file.read_bytes() == b"altered":
                file.write_bytes(b"other")
        with db.engine.begin() as connection:
            if db.engine.dialect.name == "sqlite":
                connection.exec_driver_sql("DROP TRIGGER audit_event_no_update")
            else:
                connection.exec_driver_sql("DROP TRIGGER audit_event_no_change ON audit_event")
            connection.exec_driver_sql("UPDATE audit_event SET action = 'x.y' WHERE number = 2")
        shutil.rmtree(storage.folder() / lost[:2])
        text = " ".join(f.text for f in doctor.examine() if not f.is_well)
    assert "nomor 2" in text
    assert "1 berkas rusak" in text


def test_doctor_wants_a_new_schema_installed(filled: Flask) -> None:
    with filled.app_context():
        downgrade(revision="0001")
        text = " ".join(f.text for f in doctor.examine() if not f.is_well)
    assert "0001" in text
