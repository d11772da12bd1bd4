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
