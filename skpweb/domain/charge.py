"""Which post's penilai rates a window when he changes during the year (p.91-92)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar


class Post(Protocol):
    """A dated post, as far as the rule looks at it."""

    unit_id: Any
    position_name: Any
    acting: Any
    ends_on: Any
    assessor_absent: Any

    def covers(self, day: date) -> bool:
        """Whether the post is held on ``day``."""


P = TypeVar("P", bound=Post)


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which a window is open; the yearly one follows whoever is there at the end."""

    opens_on: date
    closes_on: date
    is_annual: bool = False


def post_for(postings: Sequence[P], span: Span, on: date) -> P | None:
    """The post whose penilai rates ``span``, asked on a day; None without any post.

    A penilai who moves while a periodic window is open still rates it; one who
    moves before does not. Whoever held the charge on the opening day counts as
    leaving inside. Not where the Pegawai himself changed post or became Plt (the new
    unit rates), nor where the penilai is gone for good.
    """
    present = _held(postings, on)
    former = _held(postings, span.opens_on)
    if present is None or former is None or span.is_annual or on <= span.opens_on:
        return present
    left_inside = former.ends_on is not None and former.ends_on < min(on, span.closes_on)
    keeps = left_inside and not former.assessor_absent and _is_same_post(former, present)
    return former if keeps else present


def _held(postings: Sequence[P], day: date) -> P | None:
    held = [posting for posting in postings if posting.covers(day)]
    return held[-1] if held else None


def _is_same_post(one: Post, other: Post) -> bool:
    return (one.unit_id, one.position_name, one.acting) == (
        other.unit_id,
        other.position_name,
        other.acting,
    )
