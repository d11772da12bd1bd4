"""Set what differs on a row and say it the way the audit trail keeps it."""

from datetime import date, time
from enum import Enum
from typing import Any

Values = dict[str, Any]


def apply(record: Any, values: Values) -> tuple[Values, Values]:
    """Assign the values that differ; answers (before, after) of exactly those."""
    changed = {name: value for name, value in values.items() if getattr(record, name) != value}
    before = plain({name: getattr(record, name) for name in changed})
    for name, value in changed.items():
        setattr(record, name, value)
    return before, plain(changed)


def plain(values: Values) -> Values:
    """Dates, times and enums as text, fit for JSON."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
