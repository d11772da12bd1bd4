"""Result, activity or category? A guess from the words of an RHK (p.120-122).

Simple rules on the leading word and on a few signs inside; a guess feeds a
hint and never more, since Indonesian does not parse by suffixes alone: right on
all 38 statements of those pages, on 12 of 14 results of the filled examples
(p.131-184; "Percepatan …" and "Pengelolaan …" pass for categories).
"""

import re
from enum import StrEnum


class Statement(StrEnum):
    """What the wording of an RHK describes: pencapaian, aktivitas or kategori."""

    RESULT = "result"
    ACTIVITY = "activity"
    CATEGORY = "category"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: words in me- that are no active verb
_NO_VERB = _words("media medis mebel meja mekanisme memo menit menteri merek mesin meter metode")
_REACHED = _words("meningkat menurun membaik tidak tanpa nol")
_ACTIVE = _words("bekerja berkoordinasi berpartisipasi ikut turut")
_RESULT_NOUNS = _words("ide indeks inovasi jumlah nilai opini persentase tingkat")
_NO_RESULT_NOUNS = _words("keamanan kebijakan kegiatan kehumasan kepegawaian keuangan")
_QUALITY = _words("akurat cepat lengkap memuaskan mendapat sesuai siap tepat")
#: words in ter- that say nothing about a finished result
_NO_STATE = _words(
    "terampil terapi terbatas terbuka terhadap terkait termasuk ternak terpadu tersebut "
    "tertentu tertib tertulis terus"
)
#: after these a verb tells a purpose or a quality, not what happened
_BEFORE_PURPOSE = _words("agar dalam dan guna untuk yang")
_TOWARDS = _words("kepada terhadap")

_VERB = re.compile(r"me\w{3,}")
_PASSIVE = re.compile(r"di\w{2,}(kan|(?<!s)i)|di(proses|terima|tutup|bayar|buat|susun)")
_STATE = re.compile(r"ter\w{4,}")


def classify(text: str) -> Statement:
    """What ``text`` most likely is; blank text counts as a category."""
    words = re.findall(r"[a-z]+", text.lower())
    if not words:
        return Statement.CATEGORY
    lead = words[0]
    if lead.endswith("nya") or lead in _REACHED:
        return Statement.RESULT
    if lead in _ACTIVE or _is_verb(lead):
        return Statement.ACTIVITY
    if _is_result_noun(lead) or _has_outcome(words):
        return Statement.RESULT
    return Statement.ACTIVITY if _TOWARDS & set(words) else Statement.CATEGORY


def _is_verb(word: str) -> bool:
    return _VERB.fullmatch(word) is not None and word not in _NO_VERB


def _is_result_noun(word: str) -> bool:
    """ "Kepuasan", "ketepatan": a state that was reached."""
    of_state = re.fullmatch(r"ke\w{3,}an", word) is not None and word not in _NO_RESULT_NOUNS
    return of_state or word in _RESULT_NOUNS


def _has_outcome(words: list[str]) -> bool:
    """A predicate after the subject: something is done, reached or of a quality."""
    pairs = zip(words, words[1:], strict=False)
    return any(
        word in _QUALITY
        or _PASSIVE.fullmatch(word)
        or (_STATE.fullmatch(word) and word not in _NO_STATE)
        or (_is_verb(word) and before not in _BEFORE_PURPOSE)
        for before, word in pairs
    )
