"""Umpan balik on the Pegawai's own request (p.70 no. 9): who may do what with one."""

from skpweb.domain import people
from skpweb.domain.lifecycle import Move, Moves
from skpweb.domain.states import Action, RequestState

_OPEN = frozenset({RequestState.OPEN})

REQUEST_MOVES: Moves = {
    Action.ANSWER: Move(_OPEN, RequestState.ANSWERED, people.is_asked, stamps="closed_at"),
    Action.DECLINE: Move(
        _OPEN, RequestState.DECLINED, people.is_asked, stamps="closed_at", needs_reason=True
    ),
    Action.WITHDRAW: Move(_OPEN, RequestState.WITHDRAWN, people.is_owner, stamps="closed_at"),
}
