"""The package of a person: papers joined unchanged behind a cover that lists them."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from skpweb.documents import forms, prose, render

TITLE = "BERKAS KINERJA PEGAWAI"


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper: what it is called, its form's code ("A.1.7"), its bytes."""

    title: str
    code: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Post:
    """Where the person worked while one SKP ran."""

    period: str
    position: str
    unit: str


@dataclass(frozen=True, kw_only=True)
class Cover:
    """What the first page says."""

    office: str
    parent: str
    address: str
    paper: str  # "A4" or "F4"
    year: int
    name: str
    nip: str
    posts: tuple[Post, ...]
    made_on: date
    left_out: str = ""  # which evaluations are not in it, in words


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list of contents; pages count from the cover."""

    title: str
    code: str
    first: int
    last: int


@dataclass(frozen=True)
class Joined:
    """The whole package and what its list says."""

    pdf: bytes
    lines: tuple[Line, ...] = field(default=())


def join(cover: Cover, papers: Sequence[Paper]) -> Joined:
    """One PDF; every page of a paper stays as it was. Takes as long as drawing one form."""
    from pypdf import PdfReader

    readers = [PdfReader(io.BytesIO(paper.pdf)) for paper in papers]
    counts = [len(reader.pages) for reader in readers]
    lines = contents(papers, counts, 1)
    front = _cover(cover, lines)
    if (needed := render.pages(front)) > 1:  # a long list moves everything behind it
        lines = contents(papers, counts, needed)
        front = _cover(cover, lines)
    return Joined(_written(cover, front, lines, readers), lines)


def contents(papers: Sequence[Paper], counts: Sequence[int], before: int) -> tuple[Line, ...]:
    """The list for a cover of ``before`` pages."""
    found = []
    for paper, count in zip(papers, counts, strict=True):
        found.append(Line(paper.title, paper.code, before + 1, before + count))
        before += count
    return tuple(found)


def _written(cover: Cover, front: bytes, lines: Sequence[Line], readers: Sequence[object]) -> bytes:
    from pypdf import PdfReader, PdfWriter

    with PdfWriter() as writer:
        writer.append(PdfReader(io.BytesIO(front)), outline_item="Sampul", import_outline=False)
        for line, reader in zip(lines, readers, strict=True):
            writer.append(reader, outline_item=line.title, import_outline=False)
        writer.add_metadata({"/Title": f"Berkas kinerja pegawai {cover.year}"})
        target = io.BytesIO()
        writer.write(target)
        return target.getvalue()


def _cover(cover: Cover, lines: Sequence[Line]) -> bytes:
    text = (
        _environment()
        .get_template("cover.html")
        .render(c=cover, lines=lines, title=TITLE, size=forms.PAPERS[cover.paper])
    )
    second = forms.SECOND_FONT if 'class="second"' in text else ""
    return render.draw(text.replace("/* second font */", second))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(forms.TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"paragraphs": prose.paragraphs, "inline": prose.inline}
    environment.globals |= {"place_and_date": forms.place_and_date}
    return environment
