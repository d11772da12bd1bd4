"""The demo office: complete, true to its example, on any day of a year."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import audit
from skpweb.domain.calendar import WindowKind
from skpweb.domain.lifecycle import EntryState, EvaluationState, SkpState
from skpweb.extensions import db
from skpweb.models.journal import JournalEntry
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Employee
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.review import Evaluation, Objection
from skpweb.office.demo import build

#: predicates of the closed year: quarters I to IV, then the year
CLOSED = {
    "Arif Setiawarman": "B B B SB B",
    "Ratna Kusumaputri": "B B B B B",
    "Dedi Pranasuta": "B B SB SB SB",
    "Siti Mahardika": "B B B B B",
    "Bambang Laksanajaya": "B K B B B",
    "Nur Azkiawati": "B B B B B",
    "Iwan Permadanu": "BP B SB SB SB",
    "Yuli Anggrawati": "B B B B B",
    "Farhan Adiwijanarko": "B B B SB B",
    "Wulan Sastranegara": "B BP BP B BP",
}
SHORT = {
    "very_good": "SB", "good": "B", "needs_improvement": "BP", "poor": "K", "very_poor": "SK",
}  # fmt: skip


def predicates(year: int) -> dict[str, list[tuple[str, str]]]:
    """Person -> (window, predicate) in order."""
    rows = db.session.execute(
        sa.select(Employee.name, EvaluationWindow.kind, Evaluation.predicate)
        .join(Skp, Skp.employee_id == Employee.id)
        .join(Evaluation, Evaluation.skp_id == Skp.id)
        .join(EvaluationWindow, EvaluationWindow.id == Evaluation.window_id)
        .where(
            sa.extract("year", Skp.starts_on) == year,
            Evaluation.state == EvaluationState.RATED,
        )
        .order_by(EvaluationWindow.order)
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for name, kind, predicate in rows:
        found.setdefault(name, []).append((kind.value, SHORT[predicate.value]))
    return found


@pytest.fixture
def built(app: Flask) -> Any:
    """The demo as it stands on 24 November 2026."""
    with app.app_context():
        assert build(date(2026, 11, 24))
        yield app
        db.session.remove()


def test_the_closed_year_is_the_examples(built: Flask) -> None:
    found = predicates(2025)
    assert {name: " ".join(p for _, p in rows) for name, rows in found.items()} == CLOSED
    yearly = Counter(p for rows in found.values() for k, p in rows if k == WindowKind.ANNUAL)
    assert yearly == {"SB": 2, "B": 7, "BP": 1}


def test_the_special_people_of_the_clinic(built: Flask) -> None:
    found = {name: [p for _, p in rows] for name, rows in predicates(2026).items()}
    assert found["Rini Puspakencana"] == ["B", "SB"]  # two SKP: Kenanga, then Melati
    assert found["Tiara Nirmalasari"] == ["B", "B", "B"]
    assert found["Galih Prawira"] == ["B", "B"]
    assert found["Asep Jayakusumah"] == ["B", "BP", "B"]
    assert found["Heru Santamarta"] == ["K"]
    plt = db.session.scalars(
        sa.select(Evaluation.snapshot["parties"]["assessor"]["position"].as_string())
        .join(Skp, Skp.id == Evaluation.skp_id)
        .join(Employee, Employee.id == Skp.employee_id)
        .where(Employee.name == "Heru Santamarta")
    ).all()
    assert plt == ["Plt. Kepala Puskesmas"]


def test_there_is_something_in_every_state(built: Flask) -> None:
    states = set(db.session.scalars(sa.select(SkpVersion.state)))
    assert states == {
        SkpState.APPROVED,
        SkpState.DRAFT,
        SkpState.SUBMITTED,
        SkpState.RETURNED,
    }
    entries = Counter(db.session.scalars(sa.select(JournalEntry.state)))
    assert entries[EntryState.APPROVED] > 50
    assert entries[EntryState.SUBMITTED] > 20
    reported = sa.select(sa.func.count()).where(Evaluation.state == EvaluationState.REPORTED)
    assert db.session.scalar(reported) == 3
    objection = db.session.scalars(sa.select(Objection)).one()
    assert (objection.filed_on, objection.is_upheld) == (date(2026, 1, 20), True)
    assert audit.verify() is None


@pytest.mark.parametrize("today", ["2026-01-01", "2026-02-20", "2026-07-01", "2028-02-29"])
def test_it_builds_on_any_day(app: Flask, today: str) -> None:
    with app.app_context():
        assert build(date.fromisoformat(today))
        assert not build(date.fromisoformat(today))
        assert audit.verify() is None
        late = sa.select(sa.func.count()).where(JournalEntry.day > date.fromisoformat(today))
        assert db.session.scalar(late) == 0
        db.session.remove()
