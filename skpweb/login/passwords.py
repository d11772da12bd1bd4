"""Password hashing: argon2id, 19 MiB, two at a time."""

import threading

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_gate = threading.BoundedSemaphore(2)  # a burst of sign-ins must not eat the memory
_dummy = _hasher.hash("nobody has this password")


def hashed(password: str) -> str:
    """The hash to store."""
    with _gate:
        return _hasher.hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Whether the password fits; an absent hash takes the same time and never fits."""
    with _gate:
        try:
            _hasher.verify(stored or _dummy, password)
        except (Argon2Error, InvalidHashError):
            return False
    return stored is not None
