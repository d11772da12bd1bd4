"""Performance years, windows, working days and deadlines; today is an argument."""

from enum import StrEnum


class PeriodKind(StrEnum):
    """How often an office evaluates: monthly or quarterly (art. 25)."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class WindowKind(StrEnum):
    """Kind of evaluation window."""

    MONTH = "month"
    QUARTER = "quarter"
    ANNUAL = "annual"
