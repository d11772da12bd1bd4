"""Password hashing: argon2id, 19 MiB, two at a time."""

import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_gate = threading.BoundedSemaphore(2)  # a burst of sign-ins must not eat the memory
#: of random letters that nobody knows: as costly to verify as a real one, and made beforehand
NOBODYS = (
    "$argon2id$v=19$m=19456,t=2,p=1$4g1b624BJJvpycjpTfvrFQ$EB6mON"
    "dvoXRf5mLeBSCC6OgT8maiadh7az/kzPjpn4s"
)


def hashed(password: str) -> str:
    """The hash to store, of the password in Unicode form NFC."""
    with _gate:
        return _hasher.hash(_same(password))


def matches(stored: str | None, password: str) -> bool:
    """Whether the password fits; an absent hash takes the same time and never fits."""
    with _gate:
        try:
            _hasher.verify(stored or NOBODYS, _same(password))
        except (Argon2Error, InvalidHashError):
            return False
    return stored is not None


def is_outdated(stored: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return _hasher.check_needs_rehash(stored)


def _same(password: str) -> str:
    """One form for letters that keyboards compose differently (é)."""
    return unicodedata.normalize("NFC", password)
