"""The week or month that an address asks for: ``?length=month&day=2026-11-24``."""

from flask import request

from skpweb.domain.periods import Period, PeriodLength, around
from skpweb.web import clock, fields


def asked(default: PeriodLength) -> Period:
    """The period of the address; the running one where it says nothing readable."""
    words = request.args.get("length", "")
    known = {length.value: length for length in PeriodLength}
    day = fields.read_date(request.args.get("day", "")) or clock.today()
    return around(known.get(words, default), day)


def address(period: Period) -> dict[str, str]:
    """The arguments of an address that leads to a period again."""
    return {"length": period.length.value, "day": period.first.isoformat()}
