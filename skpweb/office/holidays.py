"""Days on which the office does not work: a list that people keep, and proposals for it."""

from datetime import date

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.organisation import Holiday


def of_year(year: int) -> list[Holiday]:
    """The holidays of a year, by date."""
    query = sa.select(Holiday).where(Holiday.day.between(date(year, 1, 1), date(year, 12, 31)))
    return list(db.session.scalars(query.order_by(Holiday.day)))


def proposals(year: int) -> dict[date, str]:
    """National holidays and cuti bersama that a maintained library knows and the list lacks.

    The yearly decree of three ministers wins; days marked "perkiraan" are estimates.
    """
    from holidays import ID  # a large library, needed on one page only

    known = {holiday.day for holiday in of_year(year)}
    days = ID(years=year, language="id", categories=("public", "government"))
    return {day: str(days[day]) for day in sorted(days) if day not in known}


def add(actor: Witness, days: dict[date, str]) -> None:
    """Put days on the list; refused where one is there already."""
    known = db.session.scalar(sa.select(Holiday).where(Holiday.day.in_(days)).limit(1))
    if known is not None:
        raise Refused(f"{known.day:%d/%m/%Y} sudah ada di daftar: {known.name}.")
    made = [Holiday(day=day, name=name[:200]) for day, name in days.items()]
    db.session.add_all(made)
    audit.record(
        actor,
        "holiday.add",
        made[0] if made else None,
        after={day.isoformat(): name for day, name in days.items()},
    )


def remove(actor: Witness, holiday: Holiday) -> None:
    """Take a day off the list."""
    audit.record(actor, "holiday.remove", holiday, before={holiday.day.isoformat(): holiday.name})
    db.session.delete(holiday)
