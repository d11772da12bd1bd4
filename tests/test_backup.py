"""Backup, restore and upgrade: equal rows and files, from each database into the other."""

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade

from skpweb import audit, create_app, storage
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.people import Account, Employee
from skpweb.office import portable
from skpweb.office.backup import BackupFailed, backup, check
from skpweb.office.restore import restore
from tests.conftest import BACKENDS
from tests.filled_office import PDF, Clerk, content, filled

__all__ = ["filled"]


SAMPLE = sa.Table(
    "sample",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("day", sa.Date),
    sa.Column("hour", sa.Time),
    sa.Column("moment", sa.DateTime),
    sa.Column("exact", sa.Numeric(9, 3)),
    sa.Column("rough", sa.Float),
    sa.Column("yes", sa.Boolean),
    sa.Column("raw", sa.LargeBinary),
    sa.Column("text", sa.Text),
)


@pytest.fixture(params=BACKENDS)
def empty_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """URL of a database without a single table; "" for SQLite in the data folder."""
    if request.param == "sqlite":
        yield ""
        return
    server, template = request.getfixturevalue("postgres_template")
    name = template.replace("template", "restored")
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield server.url.set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty(empty_url: str, tmp_path: Path) -> Iterator[Flask]:
    """An app whose data folder and database hold nothing at all."""
    app = create_app({"DATA_DIR": str(tmp_path / "restored"), "DATABASE_URL": empty_url})
    yield app
    with app.app_context():
        db.engine.dispose()


def altered(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A copy of a backup with some entries changed."""
    target = path.with_name("altered.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def made(app: Flask, path: Path) -> Path:
    with app.app_context():
        backup(path)
    return path


def test_everything_comes_back_in_either_database(
    filled: Flask, empty: Flask, tmp_path: Path
) -> None:
    file = made(filled, tmp_path / "office.zip")
    with empty.app_context():
        manifest = restore(file)
        assert storage.get(next(iter(manifest.files))) == PDF
        assert audit.verify() is None
    assert content(empty) == content(filled)
    assert manifest.rows == sum(len(rows) for rows in content(filled).values())


def test_the_restored_office_goes_on_working(filled: Flask, empty: Flask, tmp_path: Path) -> None:
    with empty.app_context():
        restore(made(filled, tmp_path / "office.zip"))
        newest = db.session.scalar(sa.select(sa.func.max(Account.id))) or 0
        account = Account(username="baru")
        db.session.add(account)
        audit.record(Clerk(), "account.open", account)
        db.session.commit()
        assert account.id > newest
        assert audit.verify() is None
        db.session.add(Account(username="yatim", employee_id=999_999))
        with pytest.raises(sa.exc.IntegrityError):  # the foreign keys are back
            db.session.commit()
        db.session.rollback()


def test_a_backup_is_never_written_over(filled: Flask, tmp_path: Path) -> None:
    file = made(filled, tmp_path / "office.zip")
    with filled.app_context(), pytest.raises(BackupFailed, match="sudah ada"):
        backup(file)


def test_an_unwritable_place_leaves_nothing_behind(filled: Flask, tmp_path: Path) -> None:
    with filled.app_context(), pytest.raises(BackupFailed, match="tidak dapat ditulis"):
        backup(tmp_path / "no" / "folder" / "x.zip")
    assert not (tmp_path / "no").exists()


def _other_row(name: str, data: bytes) -> bytes:
    return data.replace(b"Iwan", b"Budi") if name == "tables/employee.jsonl" else data


def _other_file(name: str, data: bytes) -> bytes:
    return data + b" " if name.startswith("files/") else data


def _newer_schema(name: str, data: bytes) -> bytes:
    return (
        json.dumps(json.loads(data) | {"schema": "9999"}).encode() if "manifest" in name else data
    )


def _newer_format(name: str, data: bytes) -> bytes:
    return json.dumps(json.loads(data) | {"format": 2}).encode() if "manifest" in name else data


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_other_row, "isi employee tidak sama"),
        (_other_file, "tidak sama dengan daftar isinya"),
        (_newer_schema, "lebih baru"),
        (_newer_format, "lebih baru"),
    ],
)
def test_a_wrong_backup_is_refused_before_anything_is_written(
    filled: Flask,
    empty: Flask,
    tmp_path: Path,
    change: Callable[[str, bytes], bytes],
    sentence: str,
) -> None:
    file = altered(made(filled, tmp_path / "office.zip"), change)
    with empty.app_context(), pytest.raises(BackupFailed, match=sentence):
        restore(file)
    assert content(empty) == {}


def test_files_that_are_no_backup(filled: Flask, tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("no archive")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("a.txt", "a")
    cut = tmp_path / "cut.zip"
    cut.write_bytes(made(filled, tmp_path / "office.zip").read_bytes()[:-300])
    for name in ("text.zip", "other.zip", "cut.zip"):
        with pytest.raises(BackupFailed, match="rusak atau bukan"):
            check(tmp_path / name)
    with pytest.raises(BackupFailed, match="tidak ada"):
        check(tmp_path / "absent.zip")


def test_a_database_with_rows_is_not_restored_into(filled: Flask, tmp_path: Path) -> None:
    file = made(filled, tmp_path / "office.zip")
    before = content(filled)
    with filled.app_context(), pytest.raises(BackupFailed, match="sudah berisi data"):
        restore(file)
    assert content(filled) == before


def test_people_go_on_writing_during_a_backup(filled: Flask, tmp_path: Path) -> None:
    """The rows are of the moment at which the backup began."""
    with filled.app_context():
        options = {"reads": True}
        if db.engine.dialect.name == "postgresql":
            options["isolation_level"] = "REPEATABLE READ"
        with db.engine.connect().execution_options(**options) as reader:
            account = sa.Table("account", sa.MetaData(), autoload_with=reader)
            before = list(portable.lines(reader, account))
            db.session.add(Account(username="sementara"))
            db.session.commit()
            assert list(portable.lines(reader, account)) == before
        with db.engine.connect() as later:
            assert len(list(portable.lines(later, account))) == len(before) + 1


def test_an_old_backup_is_brought_up_to_date(filled: Flask, empty: Flask, tmp_path: Path) -> None:
    before = content(filled)
    with filled.app_context():
        downgrade(revision="0001")
    file = made(filled, tmp_path / "old.zip")
    with empty.app_context():
        assert restore(file).schema == "0001"
    assert content(empty) == before


def test_each_type_of_value_survives(app: Flask) -> None:
    """Also those types that no table uses today."""
    now = utc_now().replace(tzinfo=None)
    exact, raw = Decimal("12.500"), b"\0\xff"
    row = (1, date(2028, 2, 29), now.time(), now, exact, 0.1, False, raw, "a\nb'é")
    with app.app_context(), db.engine.begin() as connection:
        SAMPLE.create(connection)
        connection.execute(SAMPLE.insert().values(row))
        found = sa.Table("sample", sa.MetaData(), autoload_with=connection)
        written = list(portable.lines(connection, found))
        connection.execute(SAMPLE.delete())
        assert portable.load(connection, found, iter(written)) == 1
        assert tuple(connection.execute(sa.select(SAMPLE)).one()) == row
        SAMPLE.drop(connection)


def test_employee_count_is_what_the_manifest_says(filled: Flask, tmp_path: Path) -> None:
    with filled.app_context():
        manifest = backup(tmp_path / "office.zip")
        count = db.session.scalar(sa.select(sa.func.count()).select_from(Employee))
    assert manifest.tables["employee"]["rows"] == count
