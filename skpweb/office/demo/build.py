"""Builds the demo office, year by year, by the verbs that people use."""

from datetime import date, timedelta

import sqlalchemy as sa
from flask import current_app

from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import Holiday, Office, Unit
from skpweb.office.demo import (
    closed_year,
    dialogues,
    feedbacks,
    guidance,
    matrices,
    people,
    presence,
    running_clinic,
    running_year,
    stand_ins,
    years,
)
from skpweb.office.demo.staff import DISTRICT


def build(today: date | None = None) -> bool:
    """Build everything as it stands on ``today``; False where an office exists already."""
    if is_there():
        return False
    today = today or current_app.config["TODAY"] or date.today()
    db.session.add(_office())
    actors = people.build(today.year)
    for number in (today.year - 1, today.year):
        years.make(number)
    units = {name: id_ for id_, name in db.session.execute(sa.select(Unit.id, Unit.name))}
    days_off = set(db.session.scalars(sa.select(Holiday.day)))
    closed_year.build(actors, years.loaded(today.year - 1), units[DISTRICT])
    running_year.build(actors, years.loaded(today.year), units[DISTRICT], today, days_off)
    dialogues.build(actors, years.loaded(today.year), today)
    running_clinic.build(actors, years.loaded(today.year), units, today, days_off)
    matrices.build(actors, today.year)
    presence.build(actors, today, days_off)
    stand_ins.build(actors, today)
    guidance.build(actors, years.loaded(today.year), today)
    feedbacks.build(actors, today)
    db.session.commit()
    return True


def is_there() -> bool:
    """Whether an office exists."""
    return db.session.scalar(sa.select(Office.id).limit(1)) is not None


def _office() -> Office:
    return Office(
        name=DISTRICT,
        parent_name="Kabupaten Contoh Raya",
        address="Jalan Contoh Nomor 1, Contohsari",
        place="Contohsari",
        contact="Nur Azkiawati, Subbagian Umum dan Kepegawaian",
        is_demo=True,
        ready_at=utc_now() - timedelta(days=400),
    )
