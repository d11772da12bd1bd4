"""The signed papers of pembinaan behind a package: B.1.6 to B.1.9, for whoever may read them.

Each is asked about by itself (``domain.guidance``): the penilai reads no B.1.8, and whoever
was penilai before reads none of them. A konseling is never among them: B.1.10 is confidential
(p.85) and kept in no archive.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from skpweb.documents import guidance_papers
from skpweb.domain import guidance as rules
from skpweb.domain.guidance_forms import PaperKind
from skpweb.domain.people import Actor
from skpweb.domain.states import PaperState
from skpweb.extensions import db
from skpweb.labels import label
from skpweb.models import guidances
from skpweb.models.documents import Document
from skpweb.models.guidance import Guidance, GuidancePaper
from skpweb.models.people import Account
from skpweb.models.planning import Skp


@dataclass(frozen=True, slots=True)
class Annex:
    """A signed paper: B.1.6 or B.1.7 without ``paper_id``, else what followed it."""

    title: str
    code: str
    guidance_id: int
    subject: Guidance | GuidancePaper
    paper_id: int | None = None
    kind: PaperKind | None = None

    def is_kept_as(self, document: Document) -> bool:
        """Whether a document of the archive is this paper."""
        if self.paper_id is not None:
            return document.guidance_paper_id == self.paper_id
        return document.guidance_id == self.guidance_id


@dataclass(frozen=True, slots=True)
class Reader:
    """For whose eyes papers are gathered where nobody is signed in."""

    account_id: int
    employee_id: int | None
    is_team: bool
    is_admin: bool = False
    stands_in_for: tuple[int, ...] = ()


def reader(account_id: int | None) -> Reader | None:
    """An account as the rules look at it; None without one. One query."""
    found = db.session.get(Account, account_id) if account_id is not None else None
    return Reader(found.id, found.employee_id, found.is_team) if found is not None else None


def readable(actor: Actor, dossiers: Sequence[Skp], today: date) -> list[Annex]:
    """Those of these dossiers that somebody may read, in the order they were signed. One query."""
    found = guidances.signed(dossiers) if dossiers else ()
    return [annex for one in found for annex in _of(actor, one, today)]


def _of(actor: Actor, one: Guidance, today: date) -> Iterator[Annex]:
    if rules.may_see(actor, one.parties(today)):
        title = f"Pelaksanaan {label(one.kind_of).lower()}, {_day(one.signed_on)}"
        yield Annex(title, guidance_papers.RECORDS[one.kind_of], one.id, one)
    for paper in sorted(one.papers, key=lambda each: guidance_papers.PAPERS[each.kind_of]):
        may_open = rules.MAY_OPEN[paper.kind_of](actor, paper.parties(today))
        if paper.state is PaperState.SIGNED and may_open:
            kind = paper.kind_of
            title = f"{label(kind)}, {_day(paper.signed_on)}"
            yield Annex(title, guidance_papers.PAPERS[kind], one.id, paper, paper.id, kind)


def _day(day: date | None) -> str:
    return format_date(day, "d MMMM y", "id")
