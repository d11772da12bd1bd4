"""The deadlines of PermenPANRB 6/2022 as data with their source.

Days are counted from the working day after the event; the event's own day
never counts. A document received in the evening so costs nobody a day.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from skpweb.domain.calendar import Holidays, WorkWeek, add_working_days

REGULATION = "Peraturan Menteri PANRB Nomor 6 Tahun 2022"


class DayKind(StrEnum):
    """How the days of a deadline are counted."""

    WORKING = "working"
    FIXED = "fixed"  # a date in the calendar: the end of January


@dataclass(frozen=True, slots=True)
class Deadline:
    """``days`` after an event, or the end of January where the kind is fixed."""

    days: int
    kind: DayKind
    source: str

    def ends_on(self, event: date, week: WorkWeek, holidays: Holidays) -> date:
        """Last day on which it is in time; ValueError for a fixed date."""
        if self.kind is not DayKind.WORKING:
            raise ValueError("a fixed date is not counted from an event")
        return add_working_days(event, self.days, week, holidays)


SKP_SET = Deadline(0, DayKind.FIXED, f"{REGULATION}, Pasal 14 dan Lampiran hlm. 65")
SKP_SET_LATER = timedelta(days=30)  #: one that begins after January; the office's own rule
ANNUAL_EVALUATION = Deadline(0, DayKind.FIXED, f"{REGULATION}, Lampiran hlm. 90")
ORGANISATION_RESULT = Deadline(0, DayKind.FIXED, f"{REGULATION}, Lampiran hlm. 94")


def _working(days: int, page: int) -> Deadline:
    return Deadline(days, DayKind.WORKING, f"{REGULATION}, Lampiran hlm. {page}")


HAND_OVER = _working(14, 114)
GIVE_BACK = _working(14, 114)
REPORT_UP = _working(30, 115)
SENIOR_SIGNS = _working(14, 116)
SENIOR_HANDS_OVER = _working(7, 116)
GIVE_BACK_TO_SENIOR = _working(7, 116)
OBJECTION = _working(14, 117)
OBJECTION_DECISION = _working(7, 117)


def hand_over_deadline(signed_on: date, week: WorkWeek, holidays: Holidays) -> date:
    """The penilai gives the signed dokumen to the Pegawai (p.114)."""
    return HAND_OVER.ends_on(signed_on, week, holidays)


def give_back_deadline(received_on: date, week: WorkWeek, holidays: Holidays) -> date:
    """The Pegawai signs the dokumen and gives it back (p.114)."""
    return GIVE_BACK.ends_on(received_on, week, holidays)


def report_deadline(window_closed_on: date, week: WorkWeek, holidays: Holidays) -> date:
    """The dokumen is reported upward to the PyB (p.115, 117)."""
    return REPORT_UP.ends_on(window_closed_on, week, holidays)


def senior_signing_deadline(window_closed_on: date, week: WorkWeek, holidays: Holidays) -> date:
    """The atasan penilai signs where the penilai let the window pass (p.115-116)."""
    return SENIOR_SIGNS.ends_on(window_closed_on, week, holidays)


def objection_deadline(received_on: date, week: WorkWeek, holidays: Holidays) -> date:
    """Last day for a keberatan, counted from receipt of the dokumen (p.117)."""
    return OBJECTION.ends_on(received_on, week, holidays)


def decision_deadline(filed_on: date, week: WorkWeek, holidays: Holidays) -> date:
    """The atasan penilai decides on a keberatan (p.117)."""
    return OBJECTION_DECISION.ends_on(filed_on, week, holidays)


def may_object(received_on: date, filed_on: date, week: WorkWeek, holidays: Holidays) -> bool:
    """Whether a keberatan filed on that day is in time."""
    return filed_on <= objection_deadline(received_on, week, holidays)
