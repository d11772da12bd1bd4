"""The database is brought up to date, never without a backup of what was there."""

from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import downgrade

from skpweb.extensions import db
from skpweb.office import upgrade
from skpweb.office.backup import check
from tests.filled_office import content, filled

__all__ = ["filled"]


def test_an_old_schema_is_saved_and_then_brought_up_to_date(filled: Flask, tmp_path: Path) -> None:
    before, said = content(filled), []
    with filled.app_context():
        downgrade(revision="0001")
        saved = upgrade.bring_up_to_date(said.append)
        assert saved is not None
        assert check(saved).schema == "0001"
        assert upgrade.bring_up_to_date(said.append) is None
    assert content(filled) == before
    assert len(said) == 3


def test_a_newer_database_is_left_alone(filled: Flask) -> None:
    with filled.app_context():
        with db.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(upgrade.CannotUpgrade, match="lebih baru"):
            upgrade.bring_up_to_date(str)
