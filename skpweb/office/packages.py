"""Which papers make up the package of a person, found in the archive or still to be drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from babel.dates import format_date
from flask import g
from sqlalchemy.orm import contains_eager, joinedload

from skpweb import storage
from skpweb.documents import (
    archive,
    evaluation_papers,
    form_codes,
    guidance_papers,
    skp_papers,
)
from skpweb.documents.archive import Draft, Subject
from skpweb.documents.content import Content
from skpweb.documents.package import Cover, Joined, Paper, Post, join
from skpweb.domain.calendar import WindowKind
from skpweb.domain.lifecycle import EvaluationState
from skpweb.domain.packages import PackageScope
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models import snapshots, versions
from skpweb.models.documents import Document
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.review import Evaluation
from skpweb.office import annexes

TITLES = {"A.1.3": "Manual indikator kinerja", "A.1.8": "Lampiran SKP"}
LEFT_OUT = "Berkas ini hanya memuat evaluasi tahunan."


@dataclass(frozen=True)
class Piece:
    """A paper of a package: kept in the archive, or to be drawn when it is asked for."""

    title: str
    code: str
    kept: str  #: the hash of its bytes; empty where there is a ``draft`` instead
    draft: Draft | None = None

    def paper(self) -> Paper:
        """With its bytes. Drawing ends the session's transaction."""
        pdf = archive.make([self.draft])[0] if self.draft else storage.get(self.kept)
        return Paper(self.title, self.code, pdf)


@dataclass(frozen=True)
class Package:
    """The cover and the pieces, in order; nothing of it needs the session any more."""

    cover: Cover
    pieces: tuple[Piece, ...]

    def joined(self) -> Joined:
        """As one PDF; all that is missing in the archive is kept with one statement."""
        drawn = iter(archive.make([one.draft for one in self.pieces if one.draft]))
        return join(
            self.cover,
            [
                Paper(one.title, one.code, next(drawn) if one.draft else storage.get(one.kept))
                for one in self.pieces
            ],
        )


def of_dossiers(
    dossiers: Sequence[Skp], scope: PackageScope, today: date, reader: Actor | None = None
) -> Package:
    """The package of one person's dossiers of a year, each with an SKP in force.

    For a ``reader`` the signed papers of pembinaan that he may read stand behind it.
    Six queries for one dossier, however many windows were rated; seven for a reader. What is
    not in the archive yet is gathered too, from the snapshots, and drawn when it is asked for.
    """
    made = _documents(dossiers)
    rated = _rated(dossiers, scope)
    pieces: list[Piece] = []
    posts = []
    for skp in dossiers:
        version = versions.with_rows(skp.in_force)
        posts.append(_post(skp, version, today))
        pieces += _of_version(version, made, len(dossiers) > 1, today)
        for one in (one for one in rated if one.skp_id == skp.id):
            pieces += _of_evaluation(one, made)
    if reader is not None:
        pieces += _of_annexes(reader, dossiers, made, today)
    return Package(_cover(dossiers, posts, scope, today), tuple(pieces))


def of_same_year(skp: Skp) -> list[int]:
    """Ids of all dossiers of the person in that year, in order. One query."""
    query = sa.select(Skp.id).where(Skp.employee_id == skp.employee_id, Skp.year_id == skp.year_id)
    return list(db.session.scalars(query.order_by(Skp.starts_on)))


def period(skp: Skp) -> str:
    """``1 Januari – 31 Agustus 2026``."""
    first = format_date(skp.starts_on, "d MMMM", "id")
    return f"{first} – {format_date(skp.ends_on, 'd MMMM y', 'id')}"


def _cover(
    dossiers: Sequence[Skp], posts: Iterable[Post], scope: PackageScope, today: date
) -> Cover:
    office, skp = g.office, dossiers[-1]
    return Cover(
        office=office.name,
        parent=office.parent_name,
        address=office.address,
        paper=office.paper,
        year=skp.year.year,
        name=skp.employee.full_name,
        nip=skp.employee.nip or "",
        posts=tuple(posts),
        made_on=today,
        left_out=LEFT_OUT if scope is PackageScope.ANNUAL else "",
    )


def _post(skp: Skp, version: SkpVersion, today: date) -> Post:
    owner = _parties(skp, version, today)["owner"]
    return Post(period(skp), owner["position"], owner["unit"])


def _parties(skp: Skp, version: SkpVersion, today: date) -> dict[str, dict[str, str]]:
    return version.snapshot or snapshots.of_parties(skp, today)


def _of_version(
    version: SkpVersion, made: Sequence[Document], is_one_of_many: bool, today: date
) -> list[Piece]:
    skp = version.skp
    parties = _parties(skp, version, today)
    printed = skp_papers.skp_content(version, g.office, parties, {})
    about = f" {period(skp)}" if is_one_of_many else f" {skp.year.year}"
    title = f"Sasaran Kinerja Pegawai{about}"
    if version.number > 1:
        title += f", perubahan ke-{version.number - 1}"
    found = {one.form_code: one.sha256 for one in made if one.version_ref == version.id}
    return [
        _piece(TITLES.get(code, title), version, code, found.get(code, ""), printed)
        for code in form_codes.forms_for(printed)
    ]


def _of_evaluation(one: Evaluation, made: Sequence[Document]) -> list[Piece]:
    """The result and the Dokumen Evaluasi that counts: the newest one."""
    pieces = []
    for letter, name, content_of in (
        ("C", "Hasil evaluasi", evaluation_papers.result_content),
        ("D", "Dokumen evaluasi", evaluation_papers.document_content),
    ):
        fitting = [
            paper
            for paper in made
            if paper.evaluation_id == one.id and paper.form_code.startswith(letter)
        ]
        newest = max(fitting, key=lambda paper: paper.id, default=None)
        title = f"{name} {one.window.name}"
        if newest is not None:
            pieces.append(Piece(title, newest.form_code, newest.sha256))
        else:
            printed = content_of(one)
            pieces.append(_piece(title, one, form_codes.forms_for(printed)[0], "", printed))
    return pieces


def _of_annexes(
    reader: Actor, dossiers: Sequence[Skp], made: Sequence[Document], today: date
) -> list[Piece]:
    pieces = []
    for one in annexes.readable(reader, dossiers, today):
        kept = next((paper.sha256 for paper in made if one.is_kept_as(paper)), "")
        printed = guidance_papers.content(one.subject, today)
        pieces.append(_piece(one.title, one.subject, one.code, kept, printed))
    return pieces


def _piece(title: str, subject: Subject, code: str, kept: str, printed: Content) -> Piece:
    return Piece(title, code, kept, None if kept else archive.draft(subject, code, printed))


def _documents(dossiers: Iterable[Skp]) -> Sequence[Document]:
    query = sa.select(Document).where(Document.skp_id.in_([skp.id for skp in dossiers]))
    return db.session.scalars(query).all()


def _rated(dossiers: Iterable[Skp], scope: PackageScope) -> Sequence[Evaluation]:
    query = (
        sa.select(Evaluation)
        .join(Evaluation.window)
        .options(contains_eager(Evaluation.window), joinedload(Evaluation.objection))
        .where(
            Evaluation.skp_id.in_([skp.id for skp in dossiers]),
            Evaluation.state == EvaluationState.RATED,
        )
        .order_by(EvaluationWindow.order)
    )
    if scope is PackageScope.ANNUAL:
        query = query.where(EvaluationWindow.kind == WindowKind.ANNUAL)
    return db.session.scalars(query).all()
