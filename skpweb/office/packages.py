"""Which papers make up the package of a person, found in the archive or still to be drawn."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from babel.dates import format_date
from flask import g
from sqlalchemy.orm import contains_eager

from skpweb import storage
from skpweb.documents import archive, evaluation_papers, form_codes, skp_papers
from skpweb.documents.package import Cover, Joined, Paper, Post, join
from skpweb.domain.calendar import WindowKind
from skpweb.domain.lifecycle import EvaluationState
from skpweb.domain.packages import PackageScope
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models import evaluations, snapshots, versions
from skpweb.models.documents import Document
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.review import Evaluation
from skpweb.office import annexes

TITLES = {"A.1.3": "Manual indikator kinerja", "A.1.8": "Lampiran SKP"}
Drawing = Callable[..., tuple[str, bytes]]
LEFT_OUT = "Berkas ini hanya memuat evaluasi tahunan."


@dataclass(frozen=True)
class Piece:
    """A paper of a package; without ``sha256`` it is drawn when it is asked for."""

    title: str
    code: str
    sha256: str
    draw: Callable[[], tuple[str, bytes]]

    def paper(self) -> Paper:
        """With its bytes. Drawing ends the session's transaction."""
        code, pdf = (self.code, storage.get(self.sha256)) if self.sha256 else self.draw()
        return Paper(self.title, code, pdf)


@dataclass(frozen=True)
class Package:
    """The cover and the pieces, in order; nothing of it needs the session any more."""

    cover: Cover
    pieces: tuple[Piece, ...]

    def joined(self) -> Joined:
        """As one PDF."""
        return join(self.cover, [piece.paper() for piece in self.pieces])


def of_dossiers(
    dossiers: Sequence[Skp], scope: PackageScope, today: date, reader: Actor | None = None
) -> Package:
    """The package of one person's dossiers of a year, each with an SKP in force.

    For a ``reader`` the signed papers of pembinaan that he may read stand behind it.
    Six queries for one dossier, however many windows were rated; seven for a reader.
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
    key = (skp.id, version.id, today)
    return [
        Piece(TITLES.get(code, title), code, found.get(code, ""), _drawer(_version, *key, code))
        for code in form_codes.forms_for(printed)
    ]


def _of_evaluation(one: Evaluation, made: Sequence[Document]) -> list[Piece]:
    """The result and the Dokumen Evaluasi that counts: the newest one."""
    pieces, key = [], (one.skp_id, one.window_id)
    for letter, name, draw in (
        ("C", "Hasil evaluasi", evaluation_papers.result),
        ("D", "Dokumen evaluasi", evaluation_papers.document),
    ):
        fitting = [
            paper
            for paper in made
            if paper.evaluation_id == one.id and paper.form_code.startswith(letter)
        ]
        newest = max(fitting, key=lambda paper: paper.id, default=None)
        title = f"{name} {one.window.name}"
        code, sha256 = (newest.form_code, newest.sha256) if newest else ("", "")
        pieces.append(Piece(title, code, sha256, _drawer(_evaluation, *key, letter, draw)))
    return pieces


def _of_annexes(
    reader: Actor, dossiers: Sequence[Skp], made: Sequence[Document], today: date
) -> list[Piece]:
    pieces = []
    for one in annexes.readable(reader, dossiers, today):
        sha256 = next((paper.sha256 for paper in made if one.is_kept_as(paper)), "")
        pieces.append(Piece(one.title, one.code, sha256, _drawer(annexes.draw, one, today)))
    return pieces


def _drawer(draw: Drawing, *arguments: object) -> Callable[[], tuple[str, bytes]]:
    return lambda: draw(*arguments)


def _version(skp_id: int, version_id: int, today: date, code: str) -> tuple[str, bytes]:
    """Draw and keep a paper of an approved version that is not in the archive yet."""
    skp = evaluations.dossier(skp_id)
    assert skp is not None
    version = versions.with_rows(next(one for one in skp.versions if one.id == version_id))
    printed = skp_papers.skp_content(version, g.office, _parties(skp, version, today), {})
    return code, archive.finished(version, code, lambda: printed)


def _evaluation(
    skp_id: int, window_id: int, letter: str, draw: Callable[[Evaluation], bytes]
) -> tuple[str, bytes]:
    """The same for a rated evaluation; which form it became says the archive."""
    skp = evaluations.dossier(skp_id)
    found = evaluations.evaluation_of(skp, window_id) if skp is not None else None
    assert found is not None
    evaluation_id, pdf = found.id, draw(found)
    kept = sa.select(Document.form_code).where(Document.evaluation_id == evaluation_id)
    code = db.session.scalar(kept.where(Document.form_code.startswith(letter)))
    return code or "", pdf


def _documents(dossiers: Iterable[Skp]) -> Sequence[Document]:
    query = sa.select(Document).where(Document.skp_id.in_([skp.id for skp in dossiers]))
    return db.session.scalars(query).all()


def _rated(dossiers: Iterable[Skp], scope: PackageScope) -> Sequence[Evaluation]:
    query = (
        sa.select(Evaluation)
        .join(Evaluation.window)
        .options(contains_eager(Evaluation.window))
        .where(
            Evaluation.skp_id.in_([skp.id for skp in dossiers]),
            Evaluation.state == EvaluationState.RATED,
        )
        .order_by(EvaluationWindow.order)
    )
    if scope is PackageScope.ANNUAL:
        query = query.where(EvaluationWindow.kind == WindowKind.ANNUAL)
    return db.session.scalars(query).all()
