"""Migration 0009 with data: forward and back on both databases."""

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import downgrade, upgrade

from skpweb.extensions import db
from skpweb.models.matrix import RoleCell, RoleMember, RoleResult
from tests import records
from tests.office import SmallOffice

TABLES = {"role_member", "role_cell", "role_result"}


def fill(office: SmallOffice, skp_id: int) -> None:
    """A member and a cell with one line. Commits."""
    who = {"skp_id": skp_id, "employee_id": office.ids["iwan"]}
    db.session.add(RoleMember(**who))
    db.session.add(RoleCell(**who, column_key="k", rhk_key="k", results=[RoleResult(text="A")]))
    db.session.commit()


def test_the_tables_come_and_go_and_the_skp_stays(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        skp_id = records.approved_skp(office)
        before = set(sa.inspect(db.engine).get_table_names())
        assert before >= TABLES
        fill(office, skp_id)
        downgrade(revision="0008")
        assert not TABLES & set(sa.inspect(db.engine).get_table_names())
        upgrade()
        assert set(sa.inspect(db.engine).get_table_names()) == before
        fill(office, skp_id)
        assert len(records.rows(skp_id)) == 2


def test_a_person_has_one_cell_under_a_column(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        skp_id = records.approved_skp(office)
        fill(office, skp_id)
        with pytest.raises(sa.exc.IntegrityError) as refusal:
            fill(office, skp_id)
        assert "role_cell" in str(refusal.value.orig)


def test_declined_roles_come_and_go_and_the_roles_stay(app: Flask, office: SmallOffice) -> None:
    """Migration 0012 with data in it."""
    with app.app_context():
        fill(office, records.approved_skp(office))
        downgrade(revision="0011")
        names = {one["name"] for one in sa.inspect(db.engine).get_columns("role_result")}
        assert "declined" not in names
        upgrade()
        db.session.expire_all()
        assert [one.declined for one in db.session.scalars(sa.select(RoleResult))] == [""]
