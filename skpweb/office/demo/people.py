"""Puts the demo's units, people, posts and accounts into the database."""

from dataclasses import dataclass
from datetime import date

from skpweb.accounts import passwords
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import Unit
from skpweb.models.people import Account, Employee, Posting
from skpweb.office.demo.staff import HUMANS, POSTS, UNITS, Human, Post

PASSWORD = "padi kuning di lereng"
TEAM = "KSU"


@dataclass
class Actor:
    """A person of the demo, as rules and the audit trail see him."""

    employee_id: int | None
    account_id: int | None
    display_name: str
    capacity: str
    is_team: bool = False
    is_admin: bool = False
    address: str = ""
    stands_in_for: tuple[int, ...] = ()


def build(year: int) -> dict[str, Actor]:
    """All people; ``year`` is the running one. Answers them by key."""
    units = _units()
    employees = {human.key: _employee(human) for human in HUMANS}
    db.session.flush()
    for post in POSTS:
        db.session.add(_posting(post, units, employees, year))
    accounts = _accounts(employees)
    db.session.flush()
    titles = {post.who: post.name for post in POSTS}
    return {
        key: Actor(employee.id, accounts[key].id, employee.full_name, titles[key], key == TEAM)
        for key, employee in employees.items()
    }


def day(year: int, when: tuple[int, int, int]) -> date:
    """A date from (years from now, month, day)."""
    return date(year + when[0], when[1], when[2])


def _units() -> dict[str, int]:
    ids: dict[str, int] = {}
    for name, (parent, independent) in UNITS.items():
        unit = Unit(
            name=name, parent_id=ids[parent] if parent else None, is_independent=independent
        )
        db.session.add(unit)
        db.session.flush()
        ids[name] = unit.id
    return ids


def _employee(human: Human) -> Employee:
    employee = Employee(
        nip=human.nip, front_title=human.front, name=human.name, back_title=human.back,
        status=human.status, rank=human.rank,
        contract_starts_on=human.contract[0] if human.contract else None,
        contract_ends_on=human.contract[1] if human.contract else None,
    )  # fmt: skip
    db.session.add(employee)
    return employee


def _posting(
    post: Post, units: dict[str, int], employees: dict[str, Employee], year: int
) -> Posting:
    return Posting(
        employee_id=employees[post.who].id,
        unit_id=units[post.unit],
        position_name=post.name,
        position_kind=post.kind,
        job_level=post.level,
        acting=post.acting,
        leads_unit=post.leads,
        starts_on=day(year, post.since),
        ends_on=day(year, post.until) if post.until else None,
        assessor_id=employees[post.assessor].id if post.assessor else None,
        senior_assessor_id=employees[post.senior].id if post.senior else None,
    )


def _accounts(employees: dict[str, Employee]) -> dict[str, Account]:
    stored, now = passwords.hashed(PASSWORD), utc_now()
    accounts = {
        key: Account(
            employee_id=employee.id,
            username="bupati" if employee.nip is None else None,
            password_hash=stored,
            password_changed_at=now,
            is_team=key == TEAM,
        )
        for key, employee in employees.items()
    }
    admin = Account(username="admin", password_hash=stored, password_changed_at=now, is_admin=True)
    db.session.add_all([*accounts.values(), admin])
    return accounts
