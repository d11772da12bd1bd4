"""Today in the office's zone; in demo mode the setting TODAY moves it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import current_app, g

from skpweb.models.base import utc_now


def today() -> date:
    """The current date in the office's zone."""
    fixed = current_app.config["TODAY"]
    return fixed if fixed is not None else local(utc_now()).date()


def local(moment: datetime) -> datetime:
    """A moment in the office's zone (WIB, WITA or WIT)."""
    office = g.get("office")
    zone = office.timezone if office is not None else current_app.config["TIMEZONE"]
    return moment.astimezone(ZoneInfo(zone))
