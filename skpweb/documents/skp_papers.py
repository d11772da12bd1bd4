"""The papers of an SKP version: A.1.1 to A.1.7, A.1.3 and A.1.8."""

from typing import Any

from skpweb import labels
from skpweb.documents import content
from skpweb.documents.content import Appendix, Behaviour, SkpContent
from skpweb.documents.parties import office_facts, party
from skpweb.domain.terms import AppendixPart
from skpweb.models.organisation import Office
from skpweb.models.planning import Indicator, Rhk, SkpVersion

APPENDIX, MANUAL = "A.1.8", "A.1.3"


def skp_content(
    version: SkpVersion, office: Office, parties: dict[str, Any], linked: dict[str, str]
) -> SkpContent:
    """All that the forms of a version print.

    ``parties`` is the snapshot, or the parties of today for a draft; ``linked``
    the words of the superiors' RHK by key, used where nothing is frozen yet.
    """
    skp = version.skp
    return SkpContent(
        **office_facts(office),
        starts_on=skp.starts_on,
        ends_on=skp.ends_on,
        employee=party(parties["owner"]),
        assessor=party(parties["assessor"]),
        signed_on=version.signed_on,
        draft=version.approved_at is None,
        form=skp.form,
        approach=skp.approach,
        rhks=tuple(_rhk(one, linked, version.approved_at is None) for one in version.rhks),
        behaviours=tuple(
            Behaviour(value=item.value, expectation=item.text) for item in version.expectations
        ),
        appendix=_appendix(version),
        manuals=tuple(_manual(one) for rhk in version.rhks for one in rhk.indicators
                      if one.manual is not None),
    )  # fmt: skip


def _rhk(rhk: Rhk, linked: dict[str, str], is_open: bool) -> content.Rhk:
    live = linked.get(rhk.intervened_key or "") if is_open else None
    return content.Rhk(
        kind=rhk.kind,
        statement=rhk.statement,
        intervened=live or rhk.intervened_text,
        assigner=rhk.assigner,
        indicators=tuple(
            content.Indicator(
                statement=one.statement,
                target=one.target,
                aspect=labels.label(one.aspect) if one.aspect else "",
                perspective=labels.label(one.perspective) if one.perspective else "",
            )
            for one in rhk.indicators
        ),
    )


def _appendix(version: SkpVersion) -> Appendix:
    lines = {
        part: tuple(item.text for item in version.appendix if item.part is part)
        for part in AppendixPart
    }
    return Appendix(
        resources=lines[AppendixPart.RESOURCES],
        accountability=lines[AppendixPart.ACCOUNTABILITY],
        consequences=lines[AppendixPart.CONSEQUENCES],
    )


def _manual(indicator: Indicator) -> content.Manual:
    manual = indicator.manual
    return content.Manual(
        rhk=indicator.rhk.statement,
        indicator=indicator.statement,
        purpose=manual.purpose,
        definition=manual.definition,
        formula=manual.formula,
        unit=manual.unit,
        control_level=manual.control_level,
        source=manual.source,
        reporting=manual.reporting,
    )
