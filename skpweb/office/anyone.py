"""Statements that are the same for everybody: built once a day, told who asks when they run.

To build the large ones costs the program many times what the database needs to answer them.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from skpweb.domain.people import Actor

KEPT = 16  #: built statements of one kind: a few sorts of people on a few days
ME = sa.bindparam("me", type_=sa.Integer)


@dataclass(frozen=True)
class Anyone:
    """Stands where a person does in a statement; equal for all whom it asks the same."""

    is_team: bool
    is_superior: bool
    covers: int  #: how many penilai he stands in for

    @property
    def employee_id(self) -> Any:
        """A parameter in the place of his id."""
        return ME

    @property
    def stands_in_for(self) -> tuple[Any, ...]:
        """Parameters in the place of the penilai's ids."""
        return tuple(_cover(number) for number in range(self.covers))


def like(person: Actor) -> Anyone:
    """Whom to build a statement for, so that it serves this person."""
    return Anyone(person.is_team, person.is_superior, len(person.stands_in_for))


def told(person: Actor) -> dict[str, int | None]:
    """The parameters with which that statement asks for this person."""
    covers = {_cover(number).key: one for number, one in enumerate(person.stands_in_for)}
    return {"me": person.employee_id, **covers}


def _cover(number: int) -> sa.BindParameter[int]:
    return sa.bindparam(f"stands_in_for_{number}", type_=sa.Integer)
