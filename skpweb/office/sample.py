"""Benchmark data: many employees with years of SKP and journals, written in bulk.

Never part of a real office: it is added to a demo office only.
"""

import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from skpweb.domain.lifecycle import EntryState, SkpState
from skpweb.domain.terms import (
    Acting,
    Approach,
    Aspect,
    Duty,
    EmploymentStatus,
    Form,
    PositionKind,
    RhkKind,
)
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.organisation import Office, PerformanceYear, Unit
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Indicator, Rhk, Skp, SkpVersion, new_key
from skpweb.office.demo import years as demo_years

CHUNK = 55  #: employees per transaction: whole teams
TEAM = 11  #: people of a team, its leader the first
ENTRIES = 230  #: journal entries of a person and year
NAME = "Pegawai Contoh"
Row = dict[str, Any]


class NotADemo(RuntimeError):
    """The sample would mix with real people."""


def load(
    employees: int, years: int, superior_id: int, today: date, say: Callable[[str], None],
    *, in_teams: bool = False,
) -> int:  # fmt: skip
    """Add people under ``superior_id`` with SKP and journals of the last ``years`` years.

    Where they come in teams, every eleventh leads the ten that follow; else all
    have the same superior. May be called again for more people. Answers the
    number of journal entries.
    Raises :class:`NotADemo` elsewhere than in a demo office.
    """
    office = db.session.scalar(sa.select(Office).limit(1))
    if office is None or not office.is_demo:
        raise NotADemo("sample data goes into a demo office only")
    unit_id = db.session.scalar(sa.select(Unit.id).limit(1))
    spans = [(_year_id(number), number) for number in range(today.year - years + 1, today.year + 1)]
    done, start = 0, _known()
    for first in range(start, start + employees, CHUNK):
        people = range(first, min(first + CHUNK, start + employees))
        done += _add(people, spans, int(unit_id or 0), superior_id, today, in_teams)
        db.session.commit()
        say(f"{people[-1] + 1 - start} dari {employees} pegawai, {done} catatan jurnal")
    return done


def _known() -> int:
    """How many people of former calls there are: their numbers are taken."""
    query = sa.select(sa.func.count()).where(Employee.name.startswith(NAME))
    return db.session.scalar(query) or 0


def _year_id(number: int) -> int:
    found = db.session.scalar(sa.select(PerformanceYear.id).where(PerformanceYear.year == number))
    return found if found is not None else demo_years.make(number).id


def _add(
    people: range, spans: list[tuple[int, int]], unit_id: int, superior_id: int, today: date,
    in_teams: bool,
) -> int:  # fmt: skip
    ids = _insert(Employee, [_person(number) for number in people])
    leaders = [
        ids[place - place % TEAM] if in_teams and place % TEAM else superior_id
        for place in range(len(ids))
    ]
    posts = _insert(Posting, [_post(*pair, unit_id) for pair in zip(ids, leaders, strict=True)])
    total = 0
    for year_id, number in spans:
        skp_ids = _insert(
            Skp, [_skp(*pair, year_id, number) for pair in zip(ids, posts, strict=True)]
        )
        versions = _insert(SkpVersion, [_version(skp_id, number) for skp_id in skp_ids])
        keys = [new_key() for _ in versions]
        rhks = _insert(Rhk, [_rhk(*pair) for pair in zip(versions, keys, strict=True)])
        _insert(Indicator, [_indicator(rhk_id) for rhk_id in rhks])
        steps = _insert(ActionStep, [_step(*pair) for pair in zip(skp_ids, keys, strict=True)])
        rows = [
            _entry(skp_id, step_id, day)
            for skp_id, step_id in zip(skp_ids, steps, strict=True)
            for day in _days(number, today)
        ]
        db.session.execute(sa.insert(JournalEntry), rows)
        total += len(rows)
    return total


def _insert(model: Any, rows: list[Row]) -> list[int]:
    query = sa.insert(model).returning(model.id, sort_by_parameter_order=True)
    return list(db.session.scalars(query, rows))


def _days(year: int, today: date) -> Iterator[date]:
    day = date(year, 1, 2)
    for _ in range(ENTRIES):
        if day > min(today, date(year, 12, 31)):
            return
        yield day
        day += timedelta(days=3 if day.weekday() == 4 else 1)


def _person(number: int) -> Row:
    return {
        "nip": f"{1970 + number % 25}0{1 + number // 25 % 9}{10 + number // 225 % 18}201501"
        f"{1 + number % 2}{100 + number // 4050:03}",
        "name": f"{NAME} {uuid.uuid4().hex[:8]}",
        "status": EmploymentStatus.PNS,
        "rank": "III/a",
    }


def _post(employee_id: int, superior_id: int, unit_id: int) -> Row:
    return {
        "employee_id": employee_id,
        "unit_id": unit_id,
        "position_name": "Pengadministrasi Perkantoran",
        "position_kind": PositionKind.EXECUTOR,
        "acting": Acting.DEFINITIVE,
        "starts_on": date(2010, 1, 1),
        "assessor_id": superior_id,
    }


def _skp(employee_id: int, posting_id: int, year_id: int, year: int) -> Row:
    return {
        "employee_id": employee_id,
        "posting_id": posting_id,
        "year_id": year_id,
        "form": Form.STAFF,
        "approach": Approach.QUANTITATIVE,
        "starts_on": date(year, 1, 1),
        "ends_on": date(year, 12, 31),
    }


def _version(skp_id: int, year: int) -> Row:
    moment = utc_now().replace(year=year, month=1, day=15)
    return {
        "skp_id": skp_id,
        "number": 1,
        "state": SkpState.APPROVED,
        "submitted_at": moment,
        "approved_at": moment,
        "signed_on": date(year, 1, 15),
    }


def _rhk(version_id: int, key: str) -> Row:
    return {
        "version_ref": version_id,
        "key": key,
        "kind": RhkKind.MAIN,
        "statement": "Tersedianya administrasi perkantoran yang tertib",
    }


def _indicator(rhk_id: int) -> Row:
    return {
        "rhk_id": rhk_id,
        "aspect": Aspect.QUANTITY,
        "statement": "Surat diadministrasikan",
        "target": "1.200 surat",
    }


def _step(skp_id: int, key: str) -> Row:
    return {
        "skp_id": skp_id, "rhk_key": key, "statement": "Mengadministrasikan surat",
        "unit": "surat",
    }  # fmt: skip


def _entry(skp_id: int, step_id: int, day: date) -> Row:
    is_old = day < utc_now().date() - timedelta(days=14)
    return {
        "skp_id": skp_id,
        "step_id": step_id,
        "duty": Duty.PLANNED,
        "day": day,
        "starts_at": time(8),
        "ends_at": time(11),
        "activity": "Mengadministrasikan surat masuk dan keluar",
        "realisation": 6,
        "unit": "surat",
        "state": EntryState.APPROVED if is_old else EntryState.SUBMITTED,
        "decided_at": datetime.combine(day, time(9), utc_now().tzinfo) if is_old else None,
    }
