"""What waits for a person and what he waits for: each part adds its lines to one query of home."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

import sqlalchemy as sa

from skpweb.domain import identity
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.people import Employee
from skpweb.office import anyone

MOST = 100  #: lines of one person, the longest waiting first
NEWS_DAYS = 14  #: how long home tells of what asks for nothing more
NEW = ("Baru", "info", "info")


@dataclass(frozen=True)
class Task:
    """One line with one link; ``due`` is the last day, if there is one.

    ``of_others`` marks what lies on somebody else's desk: the person can only wait.
    ``is_news`` marks what he is only told.
    """

    url: str
    text: str
    sub: str = ""
    due: date | None = None
    tag: tuple[str, str, str] | None = None  # words, kind, icon
    of_others: bool = False
    is_news: bool = False


@dataclass(frozen=True)
class Row:
    """A line as the database answers it: what, which, since or until when, and whose."""

    kind: str
    id: int
    day: date
    text: str
    detail: str
    front_title: str
    name: str
    back_title: str

    @property
    def full_name(self) -> str:
        """Whose it is, with titles; of a line that names a person."""
        return identity.full_name(self.front_title, self.name, self.back_title)


class Source(Protocol):
    """A part of the program with something to remind of: its rows, and their words."""

    def rows(self, person: Actor, day: date) -> Sequence[sa.Select[Any]]:
        """Selections made with ``line``."""

    def task(self, row: Row, day: date) -> Task:
        """One of its rows in words."""


def line(
    kind: Any, id_: Any, day: Any, text: Any = "", detail: Any = "", whose: Any = None
) -> sa.Select[Any]:
    """The columns of a line; words may be columns; ``whose`` is ``Employee`` where it is joined."""
    titles = (Employee.front_title, Employee.name, Employee.back_title)
    names = titles if whose is not None else (sa.literal(""),) * 3
    words = [one if isinstance(one, sa.ColumnElement) else _word(one) for one in (text, detail)]
    columns = (_word(kind), id_, day, *words, *names)
    fields = Row.__dataclass_fields__
    return sa.select(*(one.label(name) for one, name in zip(columns, fields, strict=True)))


def tasks(sources: Mapping[str, Source], person: Actor, day: date) -> list[Task]:
    """What waits or is waited for, source by source, the nearest day first. One query."""
    query = _all(tuple(sources.items()), anyone.like(person), day)
    rows = db.session.execute(query, anyone.told(person)).all()
    order = list(sources)
    return [
        sources[source].task(Row(*columns), day)
        for *columns, source in sorted(rows, key=lambda row: order.index(row.source))
    ]


@lru_cache(maxsize=anyone.KEPT)
def _all(
    sources: tuple[tuple[str, Source], ...], person: anyone.Anyone, day: date
) -> sa.Select[Any]:
    parts = [
        part.add_columns(sa.literal(name).label("source"))
        for name, source in sources
        for part in source.rows(person, day)
    ]
    all_ = sa.union_all(*parts).subquery()
    return sa.select(all_).order_by(all_.c.day, all_.c.id).limit(MOST)


def _word(word: Any) -> Any:
    return sa.literal(word) if isinstance(word, str) else word
