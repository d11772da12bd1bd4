"""Versions of an SKP: their rows, what differs between two, and how one begets the next."""

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from skpweb.domain.lifecycle import SkpState
from skpweb.domain.terms import Form
from skpweb.extensions import db
from skpweb.models.parts import AppendixItem, SpecialExpectation
from skpweb.models.planning import Indicator, IndicatorManual, Rhk, Skp, SkpVersion, new_key

Content = dict[str, dict[str, str]]

MANUAL_FIELDS = (
    "purpose",
    "definition",
    "formula",
    "unit",
    "control_level",
    "source",
    "reporting",
)


def with_rows(*wanted: SkpVersion) -> SkpVersion:
    """Load all rows of versions whose dossier is loaded; answers the first. Four queries."""
    db.session.scalars(
        sa.select(SkpVersion)
        .where(SkpVersion.id.in_([version.id for version in wanted]))
        .options(
            joinedload(SkpVersion.rhks).joinedload(Rhk.indicators).joinedload(Indicator.manual),
            selectinload(SkpVersion.expectations),
            selectinload(SkpVersion.appendix),
            selectinload(SkpVersion.notes),
        )
    ).unique().all()
    for version in wanted:
        for rhk in version.rhks:  # what leads upwards is known without another query
            set_committed_value(rhk, "version", version)
            for one in rhk.indicators:
                set_committed_value(one, "rhk", rhk)
    return wanted[0]


def content(version: SkpVersion) -> Content:
    """The rows in plain words, by row name, to compare and to remember."""
    rows: Content = {}
    for rhk in version.rhks:
        rows[f"rhk:{rhk.key}"] = {
            "kind": rhk.kind.value,
            "statement": rhk.statement,
            "intervened": rhk.intervened_key or rhk.intervened_text,
            "assigner": rhk.assigner,
        }
        for one in rhk.indicators:
            rows[f"indicator:{one.key}"] = _indicator(one, rhk)
    for item in version.expectations:
        rows[f"value:{item.value.value}"] = {"text": item.text}
    for part in {item.part for item in version.appendix}:
        lines = [item.text for item in version.appendix if item.part is part]
        rows[f"appendix:{part.value}"] = {"text": "\n".join(lines)}
    return rows


def changed(before: Content, after: Content) -> set[str]:
    """Names of the rows that are new, gone or different."""
    return {row for row in before.keys() | after.keys() if before.get(row) != after.get(row)}


def sections(version: SkpVersion, rows: set[str]) -> set[str]:
    """Which cards of a page hold changed rows: "rhk:<key>", "values", "appendix"."""
    found = {"values" for row in rows if row.startswith("value:")}
    found |= {"appendix" for row in rows if row.startswith("appendix:")}
    for rhk in version.rhks:
        own = {f"rhk:{rhk.key}", *(f"indicator:{one.key}" for one in rhk.indicators)}
        found |= {f"rhk:{rhk.key}"} if own & rows else set()
    return found


def gone(before: Content | None, after: Content) -> list[str]:
    """Wordings of the RHK that are no longer there."""
    if before is None:
        return []
    return [
        row["statement"]
        for name, row in before.items()
        if name.startswith("rhk:") and name not in after
    ]


def revise(skp: Skp, reason: str) -> SkpVersion:
    """The next version as a draft: the same rows under the same keys (art. 14(2)).

    The newest version must be loaded with its rows and approved.
    """
    old = skp.current
    version = SkpVersion(skp_id=skp.id, number=old.number + 1, reason=reason, state=SkpState.DRAFT)
    version.rhks = [copy_rhk(rhk, keep_keys=True) for rhk in old.rhks]
    version.expectations = [
        SpecialExpectation(value=item.value, text=item.text) for item in old.expectations
    ]
    version.appendix = [
        AppendixItem(part=item.part, order=item.order, text=item.text) for item in old.appendix
    ]
    db.session.add(version)
    db.session.flush()
    return version


def copy_rhk(rhk: Rhk, *, keep_keys: bool) -> Rhk:
    """A copy of an RHK with its indicators; with fresh keys for another SKP."""
    twin = Rhk(
        key=rhk.key if keep_keys else new_key(),
        kind=rhk.kind,
        order=rhk.order,
        statement=rhk.statement,
        intervened_key=rhk.intervened_key if keep_keys else None,
        intervened_text=rhk.intervened_text,
        assigner=rhk.assigner,
    )
    twin.indicators = [_copy_indicator(one, keep_keys) for one in rhk.indicators]
    return twin


def words_of(rhk: Rhk, form: Form) -> str:
    """A superior's RHK as it is written on the forms below him.

    That of a JPT or head of an independent unit with its indicators (footnote
    * of A.1.7, p.59).
    """
    if form is not Form.LEADER or not rhk.indicators:
        return rhk.statement
    lines = [rhk.statement, "Indikator Kinerja Individu:"]
    return "\n".join(lines + [one.statement for one in rhk.indicators])


def _indicator(indicator: Indicator, rhk: Rhk) -> dict[str, str]:
    kind = indicator.aspect or indicator.perspective
    row = {
        "rhk": rhk.key,
        "kind": kind.value if kind else "",
        "statement": indicator.statement,
        "target": indicator.target,
    }
    return row | {"manual": indicator.manual.words} if indicator.manual is not None else row


def _copy_indicator(one: Indicator, keep_keys: bool) -> Indicator:
    twin = Indicator(
        key=one.key if keep_keys else new_key(),
        order=one.order,
        aspect=one.aspect,
        perspective=one.perspective,
        statement=one.statement,
        target=one.target,
    )
    if one.manual is not None:
        twin.manual = IndicatorManual(**{name: getattr(one.manual, name) for name in MANUAL_FIELDS})
    return twin


def approved_content(skp: Skp) -> Content | None:
    """Rows of the version in force (loaded), to compare a revision with; None without one."""
    return content(skp.in_force) if skp.in_force is not None else None


def has_text(rhk: Rhk) -> bool:
    """Whether anything was written in an RHK."""
    return bool(rhk.statement or any(one.statement for one in rhk.indicators))
