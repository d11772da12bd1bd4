"""The commands about people, and the length of list they take."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.documents.spreadsheet import Unreadable
from skpweb.extensions import db
from skpweb.models.people import Account
from skpweb.office import import_employees
from tests.browser import Browser
from tests.office import SmallOffice
from tests.sheets import counted, nip, person, workbook
from tests.statements import noted

TODAY = date(2026, 11, 24)


def test_a_list_is_tried_then_imported(app: Flask, office: SmallOffice, tmp_path: Path) -> None:
    before = counted(app)
    file = tmp_path / "daftar.xlsx"
    file.write_bytes(workbook([person(nip(1), "Ani"), person(nip(2), "Budi", starts_on="besok")]))
    run = app.test_cli_runner().invoke
    tried = run(args=["import-employees", str(file), "--dry-run"])
    assert "Baris 3: TMT “besok” bukan tanggal yang ada" in tried.output
    assert "1 baru, 0 berubah, 0 sama, 1 galat" in tried.output
    assert counted(app) == before
    assert "1 baris diimpor." in run(args=["import-employees", str(file)]).output
    assert counted(app)[0] == before[0] + 1
    assert "0 baru, 0 berubah, 1 sama" in run(args=["import-employees", str(file)]).output


def test_a_wrong_file_is_one_sentence(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "daftar.xlsx"
    file.write_bytes(b"MZ program")
    answer = app.test_cli_runner().invoke(args=["import-employees", str(file)])
    assert answer.exit_code == 1
    assert answer.output.startswith("Error: Ini sebuah program")


def test_an_admin_made_by_command_signs_in_by_code(app: Flask, office: SmallOffice) -> None:
    run = app.test_cli_runner().invoke
    assert "Kode masuk pertama untuk kepala" in run(args=["create-admin", "kepala"]).output
    assert run(args=["create-admin", "kepala"]).exit_code == 1
    with app.app_context():
        account = db.session.scalars(sa.select(Account).filter_by(username="kepala")).one()
        assert account.is_admin
        assert account.password_hash is None
    assert "Kode sekali pakai" in run(args=["reset-code", office.NIPS["iwan"]]).output
    assert run(args=["reset-code", "nobody"]).exit_code == 1


def many(count: int) -> list[list[object]]:
    """That many people with NIPs of their own, each below an earlier one."""
    births = [f"{1960 + i // 336}{i // 28 % 12 + 1:02d}{i % 28 + 1:02d}" for i in range(count)]
    numbers = [f"{birth}201503100{i % 2 + 1}" for i, birth in enumerate(births)]
    return [
        person(number, f"Pegawai {i}", assessor=numbers[i // 10] if i > 9 else None)
        for i, number in enumerate(numbers)
    ]


def statements(content: bytes) -> int:
    """How many statements a preview costs."""
    with noted(db.engine) as seen:
        import_employees.examine(content, TODAY)
    return len(seen)


def test_a_long_list_costs_as_many_statements_as_a_short_one(
    app: Flask, office: SmallOffice
) -> None:
    with app.app_context():
        statements(workbook(many(1)))  # begins the transaction
        assert statements(workbook(many(300))) == statements(workbook(many(1)))


def test_ten_thousand_rows_are_taken_and_one_more_is_not(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        checked = import_employees.examine(workbook(many(10_000)), TODAY)
        assert len(checked.of("new")) == 10_000
        with pytest.raises(Unreadable, match="paling banyak 10.000"):
            import_employees.read(workbook(many(10_001)), TODAY)


@pytest.mark.parametrize("path", ["/admin/employees/", "/admin/units/", "/admin/monitoring/"])
def test_pages_cost_the_same_for_few_and_many(
    app: Flask, office: SmallOffice, tmp_path: Path, path: str
) -> None:
    team = Browser(app)
    team.sign_in(office.NIPS["team"])
    few = team.get(path).queries
    file = tmp_path / "daftar.xlsx"
    rows = [person(nip(i), f"Orang {i}", unit=f"Bagian {i % 9}") for i in range(60)]
    file.write_bytes(workbook(rows))
    app.test_cli_runner().invoke(args=["import-employees", str(file)])
    assert team.get(path).queries == few
