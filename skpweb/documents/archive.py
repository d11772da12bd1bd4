"""Finished documents: rendered once, stored by their hash, served as that file for ever."""

import secrets
from collections.abc import Callable

import sqlalchemy as sa

from skpweb import storage
from skpweb.documents import render
from skpweb.extensions import db
from skpweb.models.documents import Document
from skpweb.models.planning import SkpVersion
from skpweb.models.review import Evaluation

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def of_version(version: SkpVersion, form_code: str) -> Document | None:
    """The finished form of an approved version, if it has been made."""
    return db.session.scalar(
        sa.select(Document).where(
            Document.version_ref == version.id, Document.form_code == form_code
        )
    )


def of_evaluation(evaluation: Evaluation, form_code: str) -> Document | None:
    """The finished form of a rated evaluation, if it has been made."""
    return db.session.scalar(
        sa.select(Document).where(
            Document.evaluation_id == evaluation.id, Document.form_code == form_code
        )
    )


def finish(
    subject: SkpVersion | Evaluation, form_code: str, make: Callable[[str], bytes]
) -> Document:
    """Render and store a final form; ``make`` gets the verification code to print.

    Call it inside the transaction that approves or rates; the caller commits.
    """
    code = new_code()
    content = make(code)
    document = Document(
        skp_id=subject.skp_id,
        version_ref=subject.id if isinstance(subject, SkpVersion) else None,
        evaluation_id=subject.id if isinstance(subject, Evaluation) else None,
        form_code=form_code,
        sha256=storage.put(content),
        pages=render.pages(content),
        code=code,
    )
    db.session.add(document)
    return document


def new_code() -> str:
    """A code of 60 bits in three groups, without letters that look alike."""
    letters = [secrets.choice(ALPHABET) for _ in range(12)]
    return "-".join("".join(letters[i : i + 4]) for i in (0, 4, 8))
