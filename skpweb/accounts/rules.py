"""Which passwords are good enough (NIST SP 800-63B-4): long, and not easy to guess."""

import re
import secrets
import unicodedata
from collections.abc import Iterable

from skpweb.accounts import words
from skpweb.models.organisation import Office
from skpweb.models.people import Account

SHORTEST = 15
LONGEST = 128
HOUSE_WORDS = ("skpweb", "sasaran", "kinerja", "pegawai", "skp", "asn", "pns", "pppk")
_OWN_LETTERS = 6  #: letters that must remain without names and common passwords


def problem(password: str, context: Iterable[str] = ()) -> str | None:
    """What is wrong with a new password, as a sentence that says what to do; None if good.

    ``context`` are words that somebody who knows the person would try.
    """
    password = unicodedata.normalize("NFC", password)
    if len(password) < SHORTEST:
        return f"Kata sandi perlu paling sedikit {SHORTEST} huruf. Pakai empat kata acak."
    if len(password) > LONGEST:
        return f"Kata sandi paling panjang {LONGEST} huruf. Pendekkan."
    if _is_common(password):
        return "Kata sandi ini mudah ditebak. Pakai empat kata acak."
    if _left(password, (*HOUSE_WORDS, *context)) < _OWN_LETTERS:
        return "Jangan pakai nama, NIP, tanggal lahir, atau nama kantor. Pakai empat kata acak."
    return None


def context_of(account: Account, office: Office | None) -> list[str]:
    """Words about a person and the office. Needs ``account.employee`` loaded."""
    texts = [account.username or ""]
    if office is not None:
        texts += [office.name, office.parent_name, office.place]
    if account.employee is not None:
        texts.append(account.employee.full_name)
    found = [word for text in texts for word in re.findall(r"\w{3,}", text)]
    nip = account.employee.nip if account.employee else None
    return found + ([nip, *_birth_dates(nip)] if nip else [])


def suggest() -> str:
    """Four random words: more than 41 bits, and easy to remember."""
    return " ".join(secrets.choice(words.phrase()) for _ in range(4))


def is_suggestion(text: str) -> bool:
    """Whether a text can have come from :func:`suggest`."""
    parts = text.split(" ")
    return len(parts) == 4 and set(parts) <= set(words.phrase())


def _is_common(password: str) -> bool:
    """Few different letters, a run of the keyboard, or one or two common passwords."""
    letters = _letters(password)
    if len(set(letters)) < 6:
        return True
    rest, used = letters, 0
    for word in words.common():
        if word in rest:
            rest, used = rest.replace(word, " "), used + 1
    return used <= 2 and len(rest.replace(" ", "")) < _OWN_LETTERS


def _left(password: str, context: Iterable[str]) -> int:
    """How many letters remain when the words are taken out."""
    rest = _letters(password)
    for word in sorted({_letters(word) for word in context if word}, key=len, reverse=True):
        rest = rest.replace(word, " ") if word else rest
    return len(rest.replace(" ", ""))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _birth_dates(nip: str) -> list[str]:
    """The birth date in the first eight digits, as people write it."""
    year, month, day = nip[:4], nip[4:6], nip[6:8]
    return [year + month + day, day + month + year, day + month + year[2:], year]
