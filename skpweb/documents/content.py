"""Everything an official form prints, frozen: built from snapshots, drawn by ``render``.

Nothing here looks anything up. Texts are plain; line breaks in them are kept.
"""

from dataclasses import dataclass
from datetime import date

from skpweb.domain.behaviour import CoreValue
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.domain.terms import Approach, ControlLevel, Form, ReportingPeriod, RhkKind


@dataclass(frozen=True, slots=True)
class Party:
    """One person as the party table prints them; whatever is not known stays empty."""

    name: str
    nip: str = ""
    rank: str = ""
    position: str = ""
    unit: str = ""
    unit_label: str = "UNIT KERJA"  # the penilai's is INSTANSI on C.1.2 (p.108) by itself


@dataclass(frozen=True, slots=True)
class Remark:
    """Umpan balik with who gave it, "Rekan kerja setingkat (Nama)" for example."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indikator kinerja individu; aspek (JA/JF) or perspektif (JPT) as words."""

    statement: str
    target: str = ""
    aspect: str = ""
    perspective: str = ""
    realisation: str = ""
    feedback: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Rhk:
    """A rencana hasil kerja.

    ``intervened`` is the superior's RHK, for a JPT or PUKM with its indicator
    (A.1.7, footnote *); ``assigner`` the post that gave the assignment.
    """

    kind: RhkKind
    statement: str
    indicators: tuple[Indicator, ...] = ()
    intervened: str = ""
    assigner: str = ""
    feedback: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What is expected and said of one core value; the panduan come from the domain."""

    value: CoreValue
    expectation: str = ""
    feedback: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Appendix:
    """The three parts of the Lampiran SKP (A.1.8, p.61)."""

    resources: tuple[str, ...] = ()
    accountability: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manual:
    """Manual indikator kinerja of one indicator of a head (A.1.3, p.38)."""

    rhk: str
    indicator: str
    purpose: str = ""
    definition: str = ""
    formula: str = ""
    unit: str = ""
    control_level: ControlLevel | None = None
    source: str = ""
    reporting: ReportingPeriod | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What the journal of a window says of a rencana aksi; only approved entries are summed.

    The three counts are entries; ``amounts`` are (satuan, sum of realisasi).
    """

    approved: int = 0
    waiting: int = 0
    returned: int = 0
    amounts: tuple[tuple[str, int], ...] = ()
    evidence: tuple[str, ...] = ()  # links and names of files, the newest first


@dataclass(frozen=True, slots=True)
class Step:
    """A rencana aksi; what was done beside the plan has no number (``is_planned``)."""

    statement: str
    targets: tuple[str, ...] = ()
    is_agreed: bool = True
    is_planned: bool = True
    done: Done = Done()


@dataclass(frozen=True, slots=True)
class StepGroup:
    """The rencana aksi of one RHK, and what was ``reported`` of its indicators."""

    statement: str
    steps: tuple[Step, ...] = ()
    reported: tuple[str, ...] = ()
    is_planned: bool = True


@dataclass(frozen=True, kw_only=True)
class Content:
    """What every form has; ``paper`` is "A4" or "F4" (215 x 330 mm)."""

    institution: str
    starts_on: date
    ends_on: date
    employee: Party
    assessor: Party
    place: str = ""
    signed_on: date | None = None
    draft: bool = False
    verification_code: str | None = None
    paper: str = "A4"
    organisation_from: str = ""  # "capaian tahun 2025", where this year's came too late (p.94)


@dataclass(frozen=True, kw_only=True)
class SkpContent(Content):
    """An SKP version: forms A.1.1, A.1.2, A.1.3, A.1.6, A.1.7 and A.1.8."""

    form: Form
    approach: Approach
    rhks: tuple[Rhk, ...]
    behaviours: tuple[Behaviour, ...] = ()  # values left out are printed without expectation
    appendix: Appendix = Appendix()
    manuals: tuple[Manual, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FeedbackContent(SkpContent):
    """What was said in a window, beside what was reached: forms B.1.3 to B.1.5 (p.71-77)."""

    period_name: str


@dataclass(frozen=True, kw_only=True)
class EvaluationContent(SkpContent):
    """A periodic or yearly evaluation: forms C.1.1, C.1.2 and C.1.3.

    ``period_name`` is "TRIWULAN III" or "AKHIR"; ratings not yet set are None.
    ``guide_level`` draws another curve. ``senior`` signs where the atasan penilai rated (p.90).
    """

    period_name: str
    organisation_level: OrganisationLevel | None = None
    guide_level: OrganisationLevel | None = None
    result_rating: Rating | None = None
    behaviour_rating: Rating | None = None
    predicate: Predicate | None = None
    senior: Party | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentContent(Content):
    """Dokumen Evaluasi Kinerja Pegawai: forms D.1.1 to D.1.3 (p.115-118).

    ``place`` and ``signed_on`` are those of whoever rated. Without ``emblem`` (the Garuda as
    PNG or JPEG bytes) its place is marked in words.
    """

    period_name: str
    senior_assessor: Party
    organisation_level: OrganisationLevel | None = None
    predicate: Predicate | None = None
    notes: str = ""
    employee_place: str = ""
    employee_signed_on: date | None = None
    emblem: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class SeniorDocumentContent(DocumentContent):
    """The same where the penilai let the window pass: form D.1.2 (p.116)."""


@dataclass(frozen=True, kw_only=True)
class ChangedDocumentContent(DocumentContent):
    """The same after an objection that changed the result: form D.1.3 (p.118).

    Above stands what was set first; ``decision`` says what holds now.
    """

    objection: str = ""
    explanation: str = ""
    decision: str = ""
    decided_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class StepsContent(Content):
    """Rencana aksi: form B.1.1 (p.67)."""

    groups: tuple[StepGroup, ...]


@dataclass(frozen=True, kw_only=True)
class ProgressContent(StepsContent):
    """Pendokumentasian kinerja of one window: form B.1.2 (p.68)."""
