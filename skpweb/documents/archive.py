"""Finished documents: rendered once, stored by their hash, served as that file for ever.

A view that makes something final commits the decision first and asks for the
papers then: a rendering of 0.2 s must not hold the writers' lock. Should the
power fail in between, the first download makes the paper from the snapshot.
"""

import dataclasses
import secrets
from collections.abc import Callable, Mapping
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
Subject = SkpVersion | Evaluation | Guidance | GuidancePaper
#: kind of record -> the column that names it. No konseling: B.1.10 is never kept
COLUMNS: Mapping[type[Any], str] = {
    SkpVersion: "version_ref",
    Evaluation: "evaluation_id",
    Guidance: "guidance_id",
    GuidancePaper: "guidance_paper_id",
}


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
    row = Document(
        skp_id=subject.skp_id, form_code=form_code, code=new_code(), **_reference(subject)
    )
    content = dataclasses.replace(build(), verification_code=row.code)
    db.session.rollback()  # the lock must not be held while the paper is drawn
    pdf = render.render(content, form_code)
    row.sha256, row.pages = storage.put(pdf), render.pages(pdf)
    return _keep(row, pdf)


def new_code() -> str:
    """A code of 58 bits in three groups, without letters that look alike."""
    letters = [secrets.choice(ALPHABET) for _ in range(12)]
    return "-".join("".join(letters[i : i + 4]) for i in (0, 4, 8))


def _keep(row: Document, pdf: bytes) -> bytes:
    """Store the row; where another request was first, its paper is the paper."""
    key = {name: getattr(row, name) for name in ("form_code", *COLUMNS.values())}
    db.session.add(row)
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        first = db.session.scalars(sa.select(Document).filter_by(**key)).one()
        return storage.get(first.sha256)
    return pdf


def _reference(subject: Subject) -> dict[str, int | None]:
    mine = COLUMNS[type(subject)]
    return {name: subject.id if name == mine else None for name in COLUMNS.values()}
