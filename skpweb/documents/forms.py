"""The official forms and the manual: their titles, templates, paper, and the words between.

Wording and order are those of PermenPANRB 6/2022; a page number stands beside
each form. "FORMAT x" heads a form in the regulation as its label there; in
print it stands small in the corner and in the footer of every page.
"""

import base64
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from skpweb.documents import curve, guidance_content, prose, rows, step_rows
from skpweb.documents.content import Behaviour, Content, EvaluationContent, SkpContent
from skpweb.domain import guidance_forms
from skpweb.domain.behaviour import PANDUAN, CoreValue
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.domain.terms import ControlLevel, ReportingPeriod
from skpweb.labels import label

TEMPLATES = Path(__file__).parent.parent.parent / "templates" / "documents"
#: millimetres, short side first
PAPERS = {"A4": (210, 297), "F4": (215, 330)}

#: declared only where it is needed: reading it takes as long as drawing a page
SECOND_FONT = "@font-face { font-family: Second; src: url(DejaVuSans.ttf); }"

QUANTITATIVE = "PENDEKATAN HASIL KERJA KUANTITATIF"
QUALITATIVE = "PENDEKATAN HASIL KERJA KUALITATIF"
LEADERS = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
STAFF = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"
SKP = "SASARAN KINERJA PEGAWAI"
EVALUATION = "HASIL EVALUASI KINERJA PEGAWAI"
RECORD = "REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN"
DOCUMENT = "DOKUMEN EVALUASI KINERJA PEGAWAI"
GUIDED = "UMPAN BALIK PELAKSANAAN BIMBINGAN KINERJA"
COMPETENCE = ("EVALUASI KOMPETENSI PEGAWAI", "SEBAGAI TINDAK LANJUT BIMBINGAN KINERJA")
PROBLEM = "LAPORAN PERMASALAHAN PERILAKU KERJA"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a form is printed."""

    template: str
    titles: tuple[str, ...]
    landscape: bool = True
    head: bool = False  #: a form of JPT and pimpinan unit kerja mandiri


LAYOUTS = {
    "A.1.1": Layout("skp_words.html", (SKP, QUALITATIVE, LEADERS), head=True),  # p.32-33
    "A.1.2": Layout("skp.html", (SKP, QUANTITATIVE, LEADERS), head=True),  # p.34-36
    "A.1.3": Layout(
        "manual.html",  # p.38
        ("MANUAL INDIKATOR KINERJA", "SKP PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"),
        head=True,
    ),
    "A.1.6": Layout("skp_words.html", (SKP, QUALITATIVE, STAFF)),  # p.55-56
    "A.1.7": Layout("skp.html", (SKP, QUANTITATIVE, STAFF)),  # p.57-59
    "A.1.8": Layout("appendix.html", ("LAMPIRAN " + SKP,), landscape=False),  # p.61
    "B.1.1": Layout("steps.html", ("RENCANA AKSI",), landscape=False),  # p.67
    "B.1.2": Layout("steps.html", ("PENDOKUMENTASIAN KINERJA",), landscape=False),  # p.68
    "B.1.6": Layout("guidance.html", ("PELAKSANAAN COACHING",), landscape=False),  # p.80
    "B.1.7": Layout("guidance.html", ("PELAKSANAAN MENTORING",), landscape=False),  # p.82
    "B.1.8": Layout("guidance_feedback.html", (GUIDED,), landscape=False),  # p.83
    "B.1.9": Layout("competence.html", COMPETENCE, landscape=False),  # p.84-85
    "B.1.10": Layout("problem_report.html", (PROBLEM,), landscape=False),  # p.86-87
    "B.1.3": Layout("feedback_words.html", (RECORD, QUALITATIVE)),  # p.71-72
    "B.1.4": Layout("feedback.html", (RECORD, QUANTITATIVE, LEADERS), head=True),  # p.73-74
    "B.1.5": Layout("feedback.html", (RECORD, QUANTITATIVE, STAFF)),  # p.75-77
    "C.1.1": Layout("evaluation_words.html", (EVALUATION, QUALITATIVE)),  # p.105-107
    "C.1.2": Layout("evaluation.html", (EVALUATION, QUANTITATIVE, LEADERS), head=True),  # p.108-110
    "C.1.3": Layout("evaluation.html", (EVALUATION, QUANTITATIVE, STAFF)),  # p.111-113
    "D.1.1": Layout("document.html", (DOCUMENT,), landscape=False),  # p.115
    "D.1.2": Layout("document.html", (DOCUMENT,), landscape=False),  # p.116
    "D.1.3": Layout("document_changed.html", (DOCUMENT,), landscape=False),  # p.118
}

RATINGS = {
    Rating.ABOVE: "DIATAS EKSPEKTASI",
    Rating.MEETS: "SESUAI EKSPEKTASI",
    Rating.BELOW: "DIBAWAH EKSPEKTASI",
}
PREDICATES = {one: label(one).upper() for one in Predicate} | {
    Predicate.POOR: "KURANG (MISCONDUCT)"
}
LEVELS = {one: label(one).upper() for one in OrganisationLevel}


def markup(content: Content, code: str) -> str:
    """The form ``code`` as HTML for the renderer; the page numbers are drawn later."""
    layout = LAYOUTS[code]
    short, long = PAPERS[content.paper]
    text = (
        _environment()
        .get_template(layout.template)
        .render(
            c=content,
            code=code,
            layout=layout,
            columns=rows.COLUMNS.get(code, ()),
            size=(long, short) if layout.landscape else (short, long),
        )
    )
    return text.replace("/* second font */", SECOND_FONT if 'class="second"' in text else "")


def period(content: Content) -> str:
    """``1 JANUARI SD 31 DESEMBER TAHUN 2026``; both years where they differ."""
    first, last = content.starts_on, content.ends_on
    start = "d MMMM" if first.year == last.year else "d MMMM y"
    text = f"{format_date(first, start, 'id')} SD {format_date(last, 'd MMMM', 'id')}"
    return f"{text} TAHUN {last.year}".upper()


def place_and_date(place: str, day: date | None) -> str:
    """``Contohsari, 13 Januari 2026``, dots for what is to be written by hand."""
    return f"{place or '…' * 10}, {format_date(day, 'd MMMM y', 'id') if day else '…' * 12}"


def behaviours(content: SkpContent) -> list[tuple[str, tuple[str, str, str], Behaviour]]:
    """All seven values in the forms' order: name, panduan, what was expected and said."""
    given = {one.value: one for one in content.behaviours}
    return [
        (label(value).capitalize(), PANDUAN[value], given.get(value) or Behaviour(value))
        for value in CoreValue
    ]


def choice(words: dict[Enum, str], chosen: Enum | None) -> list[tuple[str, bool]]:
    """The alternatives with whether each is to be struck out, as on the filled forms (p.191)."""
    return [(word, chosen is not None and one is not chosen) for one, word in words.items()]


def guide_level(content: EvaluationContent) -> OrganisationLevel | None:
    """Whose guide curve the form shows."""
    return content.guide_level or content.organisation_level


def image(data: bytes) -> str:
    """PNG or JPEG bytes as a ``data:`` address."""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"paragraphs": prose.paragraphs, "inline": prose.inline}
    environment.globals |= _words()
    return environment


def _words() -> dict[str, Any]:
    return {
        "period": period,
        "place_and_date": place_and_date,
        "work_tables": rows.work_tables,
        "step_tables": step_rows.tables,
        "done_words": step_rows.done_words,
        "evidence_words": step_rows.evidence_words,
        "guidance": guidance_content,
        "STATEMENTS": guidance_forms.STATEMENTS,
        "COMPETENCES": guidance_forms.COMPETENCES,
        "SCALE": guidance_forms.SCALE,
        "behaviours": behaviours,
        "choice": choice,
        "guide_level": guide_level,
        "picture": curve.picture,
        "image": image,
        "label": label,
        "RATINGS": RATINGS,
        "PREDICATES": PREDICATES,
        "LEVELS": LEVELS,
        "CONTROLS": list(ControlLevel),
        "REPORTING": list(ReportingPeriod),
    }
