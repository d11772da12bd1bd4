"""Who asks, and the examples of ids with which test_access.py walks over all views.

A new kind of id in a URL needs an example in EXAMPLES: a record of the owner,
in a state in which he can open it.
"""

import sqlalchemy as sa

from skpweb.domain.lifecycle import EntryState
from skpweb.models.counselling import Counselling
from skpweb.models.dialogues import Agreement, Dialogue, ProgressNote
from skpweb.models.evidence import Evidence
from skpweb.models.feedback import Feedback, FeedbackRequest, PrivateNote
from skpweb.models.guidance import Development, Guidance
from skpweb.models.imports import ImportBatch, ImportKind
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.organisation import Holiday, PerformanceYear, Unit
from skpweb.models.packages import PackageJob
from skpweb.models.parts import RowNote
from skpweb.models.people import Account, Employee, Posting, StandIn, UserSession
from skpweb.models.planning import Indicator, Rhk, Skp, SkpVersion
from skpweb.models.presence import Absence, Outage
from skpweb.models.review import Evaluation
from skpweb.models.shortcuts import EntryPattern

OWNER = "199001172015031907"
YEAR = 2026

#: the columns of TABLE, in their order, and how each signs in
ROLES = {
    "nobody": None,
    "owner": OWNER,  # Iwan, whose records the examples are
    "assessor": "198203112008011903",
    "senior": "197205141994031901",
    "team": "198709182011012906",
    "admin": "admin",
    "stranger": "199312042019032915",  # works at the puskesmas
}

_me = sa.select(Employee.id).where(Employee.nip == OWNER).scalar_subquery()


def _skp_of(role: str) -> sa.Select[tuple[int]]:
    """This year's SKP of the person with a role."""
    return (
        sa.select(Skp.id)
        .join(Skp.year)
        .join(Skp.employee)
        .where(Employee.nip == ROLES[role], PerformanceYear.year == YEAR)
    )


def _newest(what: sa.Select[tuple[int]], role: str) -> sa.Select[tuple[int]]:
    """Rows of the newest version of somebody's SKP."""
    return what.where(SkpVersion.skp_id.in_(_skp_of(role))).order_by(SkpVersion.number.desc())


_skp = _skp_of("owner")
_indicators = sa.select(Indicator.id).join(Indicator.rhk).join(Rhk.version)

#: name in the URL -> a value, or the query that finds it
EXAMPLES = {
    "guide": "employee",
    "filename": "app.css",
    "code": "AAAA-AAAA",
    "step": "deliver",
    "year": YEAR,
    "skp_id": _skp,
    "number": 1,
    "rhk_id": _newest(sa.select(Rhk.id).join(Rhk.version), "owner"),
    "indicator_id": _newest(_indicators, "owner"),
    "note_id": sa.select(RowNote.id),
    "window_id": sa.select(Evaluation.window_id).where(
        Evaluation.skp_id == _skp.scalar_subquery(), Evaluation.predicate.is_not(None)
    ),
    "entry_id": sa.select(JournalEntry.id)
    .where(
        JournalEntry.skp_id == _skp.scalar_subquery(), JournalEntry.state == EntryState.SUBMITTED
    )
    .order_by(JournalEntry.id.desc()),
    "dialogue_id": sa.select(Dialogue.id).where(Dialogue.skp_id == _skp.scalar_subquery()),
    "agreement_id": sa.select(Agreement.id)
    .join(Agreement.dialogue)
    .where(Dialogue.skp_id == _skp.scalar_subquery()),
    "progress_id": sa.select(ProgressNote.id).where(ProgressNote.skp_id == _skp.scalar_subquery()),
    "evidence_id": sa.select(Evidence.id),
    "step_id": sa.select(ActionStep.id).where(ActionStep.skp_id == _skp.scalar_subquery()),
    "session_id": sa.select(UserSession.id)
    .join(Account, Account.id == UserSession.account_id)
    .where(Account.employee_id == _me),
    "guidance_id": sa.select(Guidance.id).where(Guidance.skp_id == _skp.scalar_subquery()),
    "paper": "competence",
    "verb": "confirm",
    "development_id": sa.select(Development.id).where(Development.skp_id == _skp.scalar_subquery()),
    "counselling_id": sa.select(Counselling.id).where(Counselling.skp_id == _skp.scalar_subquery()),
    "absence_id": sa.select(Absence.id),
    "employee_id": sa.select(Employee.id).where(Employee.nip == OWNER),
    "posting_id": sa.select(Posting.id).where(Posting.employee_id == _me),
    "unit_id": sa.select(Unit.id).where(Unit.is_independent),
    "job_id": sa.select(PackageJob.id),
    "year_id": sa.select(PerformanceYear.id).where(PerformanceYear.year == YEAR),
    "holiday_id": sa.select(Holiday.id),
    "outage_id": sa.select(Outage.id),
    "stand_in_id": sa.select(StandIn.id)
    .join(StandIn.assessor)
    .where(Employee.nip == ROLES["assessor"], StandIn.kind == "delegate"),
    "import_id": sa.select(ImportBatch.id).where(ImportBatch.owner_id == _me),
    "pattern_id": sa.select(EntryPattern.id).where(EntryPattern.employee_id == _me),
    "feedback_id": sa.select(Feedback.id)
    .join(Feedback.giver)
    .where(Feedback.skp_id == _skp.scalar_subquery(), Employee.nip == ROLES["assessor"])
    .order_by(Feedback.id.desc()),
    "private_note_id": sa.select(PrivateNote.id),
    "request_id": sa.select(FeedbackRequest.id)
    .join(FeedbackRequest.asked)
    .where(FeedbackRequest.skp_id == _skp.scalar_subquery(), Employee.nip == ROLES["assessor"]),
    "batch_id": sa.select(ImportBatch.id).where(ImportBatch.kind == ImportKind.STAFF),
    "column_key": _newest(sa.select(Rhk.key).join(Rhk.version), "assessor"),
    "recap_id": sa.select(ImportBatch.id).where(ImportBatch.kind == ImportKind.ATTENDANCE),
}

#: only heads of a unit have manuals of their indicators: here the senior is the owner
STUDY = "/admin/absences/<int:absence_id>/study"
MANUAL = "/planning/indicator/<int:indicator_id>/manual"
ELSEWHERE = {
    STUDY: {"absence_id": sa.select(Absence.id).where(Absence.kind == "study")},
    MANUAL: {"indicator_id": _newest(_indicators, "senior")},
    "/planning/<int:skp_id>/versions/<int:number>/manual.pdf": {
        "skp_id": _skp_of("senior"),
        "number": _newest(sa.select(SkpVersion.number), "senior"),
    },
    # the matrix is the leader's: here the assessor is the owner, and the owner one of his people
    **{
        rule: {"skp_id": _skp_of("assessor")}
        for rule in (
            "/matrix/<int:skp_id>/",
            "/matrix/<int:skp_id>/cell/<int:employee_id>/<column_key>",
            "/matrix/<int:skp_id>/column/<column_key>",
            "/matrix/<int:skp_id>/matriks-tim.pdf",
            "/matrix/<int:skp_id>/matriks.pdf",
            "/matrix/<int:skp_id>/matriks.xlsx",
            "/matrix/<int:skp_id>/people",
            "/matrix/<int:skp_id>/people/<int:employee_id>",
            "/matrix/<int:skp_id>/person/<int:employee_id>",
            "/matrix/<int:skp_id>/person/<int:employee_id>/propose",
            "/matrix/<int:skp_id>/tree",
        )
    },
}
