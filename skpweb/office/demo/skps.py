"""Puts SKP into the database: written, submitted and approved by the usual verbs."""

from datetime import UTC, date, datetime, time

from skpweb.domain.behaviour import CoreValue
from skpweb.domain.lifecycle import Action
from skpweb.domain.terms import AppendixPart, Approach, Aspect, Form, Perspective
from skpweb.extensions import db
from skpweb.models import evaluations, snapshots
from skpweb.models.parts import AppendixItem, SpecialExpectation
from skpweb.models.people import Employee
from skpweb.models.planning import Indicator, Rhk, Skp, SkpVersion, new_key
from skpweb.moves import move
from skpweb.office.demo.people import Actor
from skpweb.office.demo.plans import APPENDIX, Plan, Result
from skpweb.office.demo.years import Year

Named = dict[str, Rhk]  # RHK by its name in the example


def write(
    plan: Plan, actor: Actor, year: Year, span: tuple[date, date],
    approach: Approach, named: Named,
) -> SkpVersion:  # fmt: skip
    """A draft of ``plan``; its RHK are added to ``named`` so that others can intervene them."""
    employee = db.session.get(Employee, actor.employee_id)
    db.session.refresh(employee, ["postings"])
    posting = employee.posting_on(span[1]) or employee.posting_on(span[0])
    leads = posting.leads_unit or employee.posting_on(span[0]).leads_unit
    skp = Skp(
        employee_id=employee.id, year_id=year.id, posting_id=posting.id, approach=approach,
        form=Form.LEADER if leads else Form.STAFF, starts_on=span[0], ends_on=span[1],
    )  # fmt: skip
    version = SkpVersion(skp=skp, number=1)
    db.session.add(version)
    fill(version, plan, named)
    db.session.flush()
    return version


def fill(version: SkpVersion, plan: Plan, named: Named) -> None:
    """The rows of a version from a plan."""
    version.rhks = [_rhk(result, order, named) for order, result in enumerate(plan.results)]
    version.expectations = [
        SpecialExpectation(value=CoreValue(value), text=text) for value, text in plan.expectations
    ]
    version.appendix = [
        AppendixItem(part=AppendixPart(part), order=order, text=text)
        for part, texts in APPENDIX.items()
        for order, text in enumerate(texts)
    ]


def submit(skp_id: int, actor: Actor, day: date) -> SkpVersion:
    """Submitted by its owner on ``day``."""
    version = with_rows(skp_id)
    move(version, Action.SUBMIT, actor, day)
    version.submitted_at = _morning(day)
    return version


def approve(skp_id: int, actor: Actor, day: date) -> SkpVersion:
    """Approved by its penilai on ``day``, with the snapshot documents print."""
    version = with_rows(skp_id)
    version.snapshot = snapshots.of_parties(version.skp, day)
    version.signed_on = day
    move(version, Action.APPROVE, actor, day)
    version.approved_at = _morning(day)
    return version


def keep(record: object) -> None:
    """Store a record that was still to be begun."""
    db.session.add(record)
    db.session.flush()


def with_rows(skp_id: int) -> SkpVersion:
    """The newest version of a dossier with all that its moves and reports look at."""
    db.session.flush()
    skp = evaluations.dossier(skp_id)
    version = skp.current
    for name in ("rhks", "notes"):
        db.session.refresh(version, [name])
    for rhk in version.rhks:
        db.session.refresh(rhk, ["indicators"])
    return version


def _rhk(result: Result, order: int, named: Named) -> Rhk:
    parent = named.get(result.parent) if result.parent else None
    rhk = Rhk(
        kind=result.kind, order=order, statement=result.statement, assigner=result.assigner,
        key=new_key(),
        intervened_key=parent.key if parent else None,
        intervened_text=_words(parent) if parent else "",
    )  # fmt: skip
    rhk.indicators = [
        Indicator(
            order=place,
            aspect=kind if isinstance(kind, Aspect) else None,
            perspective=kind if isinstance(kind, Perspective) else None,
            statement=statement,
            target=target,
        )
        for place, (kind, statement, target, _) in enumerate(result.measures)
    ]
    named[result.name] = rhk
    return rhk


def _words(parent: Rhk) -> str:
    """A head's RHK is written with its indicators (footnote of A.1.7, p.59)."""
    if all(one.perspective is None for one in parent.indicators):
        return parent.statement
    return "\n".join(
        [parent.statement, "Indikator Kinerja Individu:"]
        + [one.statement for one in parent.indicators]
    )


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(2, 0), UTC)  # 9 o'clock WIB
