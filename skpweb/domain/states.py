"""The states of records, and what can be done to them, one word each."""

from enum import StrEnum


class SkpState(StrEnum):
    """State of one version of an SKP."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class EntryState(StrEnum):
    """State of a journal entry; what somebody else wrote waits for its owner first."""

    UNCONFIRMED = "unconfirmed"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


class StepState(StrEnum):
    """State of a rencana aksi, agreed in dialogue where needed (p.66)."""

    PROPOSED = "proposed"
    RETURNED = "returned"
    AGREED = "agreed"


class EvaluationState(StrEnum):
    """State of an evaluation."""

    OPEN = "open"
    REPORTED = "reported"
    RATED = "rated"


class ObjectionState(StrEnum):
    """State of a keberatan (p.117)."""

    FILED = "filed"
    EXPLAINED = "explained"
    DECIDED = "decided"


class GuidanceState(StrEnum):
    """State of a coaching or mentoring (p.78-82)."""

    OPEN = "open"  # the Pegawai writes his part
    FILLED = "filled"  # the guidance happens; whoever guides writes his part
    OFFERED = "offered"  # signed by whoever guides, waits for the Pegawai
    SIGNED = "signed"
    CANCELLED = "cancelled"


class PaperState(StrEnum):
    """State of a form that one person alone writes and signs (p.83-85)."""

    DRAFT = "draft"
    SIGNED = "signed"


class CounsellingState(StrEnum):
    """State of a konseling kinerja (p.85-88)."""

    DRAFT = "draft"
    REPORTED = "reported"
    SCHEDULED = "scheduled"
    CLOSED = "closed"
    DECLINED = "declined"


class DevelopmentState(StrEnum):
    """State of a training, special assignment or rotation."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class DialogueState(StrEnum):
    """State of a person's part in a dialog kinerja."""

    PLANNED = "planned"
    HELD = "held"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class AgreementState(StrEnum):
    """State of an agreed action (kesepakatan) of a dialog kinerja."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class RequestState(StrEnum):
    """State of a request for feedback (p.70 no. 9)."""

    OPEN = "open"
    ANSWERED = "answered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    """What can be done to a record, one word each."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    APPROVE = "approve"
    SUPERSEDE = "supersede"
    REOPEN = "reopen"
    CONFIRM = "confirm"
    REPORT = "report"
    RATE = "rate"
    EXPLAIN = "explain"
    UPHOLD = "uphold"
    CHANGE = "change"
    OFFER = "offer"
    SIGN = "sign"
    SCHEDULE = "schedule"
    CLOSE = "close"
    DECLINE = "decline"
    RESCHEDULE = "reschedule"
    CANCEL = "cancel"
    HOLD = "hold"
    AMEND = "amend"
    COMPLETE = "complete"
    FINISH = "finish"
    DROP = "drop"
    ANSWER = "answer"
