"""Pages of a list that is already at hand, as the macro ``pager`` reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import request

from skpweb.web import limits


@dataclass(frozen=True)
class Slice:
    """Some rows of a longer list."""

    items: Sequence[Any]
    page: int
    pages: int
    total: int

    @property
    def has_prev(self) -> bool:
        """Whether rows come before."""
        return self.page > 1

    @property
    def has_next(self) -> bool:
        """Whether rows come after."""
        return self.page < self.pages

    @property
    def prev_num(self) -> int:
        """Number of the page before."""
        return self.page - 1

    @property
    def next_num(self) -> int:
        """Number of the page after."""
        return self.page + 1


def cut(rows: Sequence[Any], size: int) -> Slice:
    """The page that the address asks for; the last one where it asks for more."""
    pages = max(-(-len(rows) // size), 1)
    asked = request.args.get("page", 1, type=limits.number)
    page = min(max(asked, 1), pages)
    return Slice(rows[(page - 1) * size : page * size], page, pages, len(rows))
