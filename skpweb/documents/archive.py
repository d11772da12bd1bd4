"""Finished documents: rendered once, stored by their hash, served as that file for ever.

A view that makes something final commits the decision first and asks for the
papers then: a rendering of 0.2 s must not hold the writers' lock. Should the
power fail in between, the first download makes the paper from the snapshot.
"""

import dataclasses
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from skpweb import storage
from skpweb.documents import render
from skpweb.extensions import db
from skpweb.models.documents import Document
from skpweb.models.guidance import Guidance, GuidancePaper
from skpweb.models.planning import SkpVersion
from skpweb.models.review import Evaluation

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
Row = dict[str, Any]  #: the columns of a document
Subject = SkpVersion | Evaluation | Guidance | GuidancePaper
#: kind of record -> the column that names it. No konseling: B.1.10 is never kept
COLUMNS: Mapping[type[Any], str] = {
    SkpVersion: "version_ref",
    Evaluation: "evaluation_id",
    Guidance: "guidance_id",
    GuidancePaper: "guidance_paper_id",
}


@dataclass(frozen=True)
class Draft:
    """A final form that the archive does not have yet; it needs no session any more."""

    reference: Mapping[str, int | None]
    skp_id: int
    form_code: str
    content: Any


def draft(subject: Subject, form_code: str, content: Any) -> Draft:
    """To be made later, alone or with others."""
    return Draft(_reference(subject), subject.skp_id, form_code, content)


def make(drafts: Sequence[Draft]) -> list[bytes]:
    """Render and store them all. One statement, however many. Ends the session's transaction."""
    db.session.rollback()  # the lock must not be held while papers are drawn
    made = [_drawn(one) for one in drafts]
    if not made:
        return []
    try:
        _store([row for row, _ in made])
    except IntegrityError:  # somebody was first with one of them
        db.session.rollback()
        return [_keep(row, pdf) for row, pdf in made]
    return [pdf for _, pdf in made]


def find(subject: Subject, form_code: str) -> Document | None:
    """The finished form of something approved, rated or signed, if made."""
    return db.session.scalar(
        sa.select(Document).filter_by(form_code=form_code, **_reference(subject))
    )


def finished(subject: Subject, form_code: str, build: Callable[[], Any]) -> bytes:
    """The PDF of a final form, rendered and stored when it is first asked for.

    ``build`` answers the form's content (see ``documents.content``) with the
    snapshot's names. Ends the session's transaction: call it last, with nothing pending.
    """
    document = find(subject, form_code)
    if document is not None:
        return storage.get(document.sha256)
    return make([draft(subject, form_code, build())])[0]


def new_code() -> str:
    """A code of 58 bits in three groups, without letters that look alike."""
    letters = [secrets.choice(ALPHABET) for _ in range(12)]
    return "-".join("".join(letters[i : i + 4]) for i in (0, 4, 8))


def _drawn(one: Draft) -> tuple[Row, bytes]:
    """A paper with the row it will have."""
    code = new_code()
    content = dataclasses.replace(one.content, verification_code=code)
    pdf = render.render(content, one.form_code)
    row = {**one.reference, "skp_id": one.skp_id, "form_code": one.form_code, "code": code}
    return row | {"sha256": storage.put(pdf), "pages": render.pages(pdf)}, pdf


def _keep(row: Row, pdf: bytes) -> bytes:
    """Store one row; where another request was first, its paper is the paper."""
    try:
        _store([row])
    except IntegrityError:
        db.session.rollback()
        key = {name: row[name] for name in ("form_code", *COLUMNS.values())}
        first = db.session.scalars(sa.select(Document).filter_by(**key)).one()
        return storage.get(first.sha256)
    return pdf


def _store(rows: list[Row]) -> None:
    one_shape = {"render_nulls": True}  # so that all rows go into one statement
    db.session.execute(sa.insert(Document), rows, execution_options=one_shape)
    db.session.commit()


def _reference(subject: Subject) -> dict[str, int | None]:
    mine = COLUMNS[type(subject)]
    return {name: subject.id if name == mine else None for name in COLUMNS.values()}
