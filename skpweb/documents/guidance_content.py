"""What the forms of pembinaan print: B.1.6 to B.1.10 (p.80-87)."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from skpweb.documents.content import Content, Party
from skpweb.domain.guidance_forms import SECTIONS, Body, GuidanceKind, Section, Side

#: who fills a part, as printed under its head
FILLED_BY: Mapping[Side, str] = {
    Side.OWNER: "(diisi oleh Pegawai)",
    Side.GUIDE: "(rekomendasi pimpinan atau pihak lain yang diberikan penugasan khusus yang "
    "disepakati dengan pegawai)",
    Side.BOTH: "",
}
#: widths of the columns in percent, as drawn in the regulation
WIDTHS: Mapping[tuple[GuidanceKind, str], tuple[int, ...]] = {
    (GuidanceKind.COACHING, "goals"): (26, 23, 25, 26),
    (GuidanceKind.COACHING, "facts"): (26, 23, 25, 26),
    (GuidanceKind.COACHING, "chances"): (100,),
    (GuidanceKind.COACHING, "steps"): (30, 34, 36),
    (GuidanceKind.MENTORING, "goals"): (36, 20, 22, 22),
    (GuidanceKind.MENTORING, "journal"): (18, 38, 24, 20),
}
EMPTY_ROWS = 2  #: of a table in which nothing is written yet


@dataclass(frozen=True, kw_only=True)
class GuidanceContent(Content):
    """A coaching (B.1.6) or mentoring (B.1.7)."""

    kind: GuidanceKind
    body: Body
    guide: Party


@dataclass(frozen=True, kw_only=True)
class GuidancePaperContent(Content):
    """B.1.8, signed by the Pegawai, or B.1.9, signed by whoever guided."""

    body: Body
    guide: Party


@dataclass(frozen=True, kw_only=True)
class ProblemReportContent(Content):
    """Laporan permasalahan perilaku kerja (B.1.10), signed by the penilai."""

    expectation: str
    problem: str
    is_shared: bool | None
    done_so_far: str


def printed(content: GuidanceContent) -> list[Section]:
    """The sections that stand on the form."""
    return [one for one in SECTIONS[content.kind] if one.is_printed]


def widths(content: GuidanceContent, section: Section) -> tuple[int, ...]:
    """The widths of a section's columns."""
    return WIDTHS[content.kind, section.name]


def rows(content: GuidanceContent, section: Section) -> list[dict[str, str]]:
    """Its rows; empty ones to write on where there are none."""
    empty = {name: "" for name in section.columns}
    count = 1 if section.is_text else EMPTY_ROWS
    return list(content.body.get(section.name, ())) or [empty] * count


def italic(text: str) -> Markup:
    """Words of a form with its foreign words in italics, as printed (p.80, 82)."""
    if text.startswith("JANGKA"):
        return escape(text)
    marked = escape(text)
    for word in ("COACHING", "MENTORING"):
        marked = marked.replace(word, Markup("<i>{}</i>").format(word))
    return marked
