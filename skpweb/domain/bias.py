"""Questions to a penilai before he decides: what the regulation asks him to look at again.

Nothing here refuses anything and nothing is a score. Each question says in plain
words what was seen, and names the page of PermenPANRB 6/2022 it comes from.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from skpweb.domain.behaviour import CoreValue
from skpweb.domain.ratings import Rating
from skpweb.domain.terms import FeedbackTone

LATE_DAYS = 14  #: feedback only from so many last days is late feedback
FEW = 3  #: fewer people, or fewer remarks, say nothing about a habit

Pair = tuple[Rating, Rating]  #: rating hasil kerja, rating perilaku kerja


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of feedback: about "rhk:…", "indicator:…" or "value:…"."""

    about: str
    tone: FeedbackTone
    giver: int | str
    day: date

    @property
    def is_on_behaviour(self) -> bool:
        """Whether it speaks of one of the seven values."""
        return self.about.startswith("value:")

    @property
    def is_positive(self) -> bool:
        """Whether it shows a positive response (p.97)."""
        return self.tone is FeedbackTone.APPRECIATION


@dataclass(frozen=True, slots=True)
class Case:
    """What the penilai has before him, as far as the questions look at it."""

    today: date
    result: Rating | None = None
    behaviour: Rating | None = None
    said: Sequence[Said] = ()
    rated: Sequence[Rating] = ()  #: views of single RHK, all of them
    main: Sequence[Rating] = ()  #: those of the RHK utama alone
    colleagues: Sequence[Pair] = ()  #: ratings of the others in the unit
    quarters: Sequence[Pair] = ()  #: for a yearly evaluation the periodic ones, in order


@dataclass(frozen=True, slots=True)
class Question:
    """One question: a code for the trace, the sentence, and where it comes from."""

    code: str
    text: str
    page: str


def questions(case: Case) -> list[Question]:
    """All that may be asked about a case, in the order of the evaluation page."""
    return [found for ask in ASKED if (found := ask(case)) is not None]


def unheard(case: Case) -> Question | None:
    """A rating without feedback on what it rates (p.97-98)."""
    results = [one for one in case.said if not one.is_on_behaviour]
    if case.result is not None and not results:
        return Question("unheard_result", "Belum ada umpan balik atas hasil kerja. Apakah ada "
                        "yang perlu dicatat lebih dulu?", "97")  # fmt: skip
    if case.behaviour is not None and len(results) == len(case.said):
        return Question("unheard_behaviour", "Belum ada umpan balik atas perilaku kerja. Apakah "
                        "ada yang perlu dicatat lebih dulu?", "98")  # fmt: skip
    return None


def late(case: Case) -> Question | None:
    """All feedback from the last days: it should run through the period (p.69)."""
    if not case.said or any(one.day < case.today - timedelta(days=LATE_DAYS) for one in case.said):
        return None
    return Question("late", f"Semua umpan balik berasal dari {LATE_DAYS} hari terakhir. Apakah "
                    "sudah menggambarkan seluruh masa yang dinilai?", "69")  # fmt: skip


def one_voice(case: Case) -> Question | None:
    """Several remarks, one giver: all feedback from different sides counts (p.69-70, 97)."""
    if len(case.said) < FEW or len({one.giver for one in case.said}) > 1:
        return None
    return Question("one_voice", "Semua umpan balik berasal dari satu orang. Apakah pandangan "
                    "rekan, bawahan, atau penerima layanan perlu diminta?", "70")  # fmt: skip


def alike(case: Case) -> Question | None:
    """All seven values answered in the same way."""
    tones: dict[str, set[FeedbackTone]] = {}
    for one in case.said:
        if one.is_on_behaviour:
            tones.setdefault(one.about, set()).add(one.tone)
    if len(tones) < len(CoreValue) or len(set().union(*tones.values())) > 1:
        return None
    return Question("alike", "Umpan balik atas ketujuh nilai dasar sejenis semua. Apakah setiap "
                    "nilai sudah dilihat tersendiri?", "98")  # fmt: skip


def main_below(case: Case) -> Question | None:
    """Above, though an RHK utama is below (guide of p.97)."""
    if case.result is not Rating.ABOVE or Rating.BELOW not in case.main:
        return None
    return Question("main_below", "Ada hasil kerja utama yang Anda nilai di bawah ekspektasi, "
                    "sedangkan rating hasil kerjanya di atas ekspektasi. Menurut contoh panduan, "
                    "“di atas” berarti tidak ada hasil kerja utama yang di bawah. Apakah memang "
                    "demikian?", "97")  # fmt: skip


def against_parts(case: Case) -> Question | None:
    """Most single results point elsewhere than the rating as a whole (guide of p.97-98)."""
    if case.result is None or len(case.rated) < FEW:
        return None
    if 2 * case.rated.count(case.result) >= len(case.rated) or _balanced(case):
        return None
    return Question("against_parts", "Rating hasil kerja berbeda dari sebagian besar hasil per "
                    "RHK yang Anda pilih. Apakah memang demikian?", "97")  # fmt: skip


def against_tone(case: Case) -> Question | None:
    """A rating far from what the feedback says (guide of p.97-98)."""
    for word, rating, on_behaviour in (
        ("hasil kerja", case.result, False), ("perilaku kerja", case.behaviour, True)
    ):  # fmt: skip
        said = [one for one in case.said if one.is_on_behaviour is on_behaviour]
        if _is_far(rating, said):
            kind = "positif" if rating is Rating.BELOW else "belum positif"
            return Question("against_tone", f"Sebagian besar umpan balik atas {word} {kind}. "
                            "Apakah ratingnya sudah sejalan, atau ada fakta lain yang perlu "
                            "dicatat?", "98" if on_behaviour else "97")  # fmt: skip
    return None


def everybody_alike(case: Case) -> Question | None:
    """Everybody in the unit has the same two ratings (p.98: people are compared)."""
    if case.result is None or case.behaviour is None or len(case.colleagues) + 1 < FEW:
        return None
    if any(pair != (case.result, case.behaviour) for pair in case.colleagues):
        return None
    return Question("everybody_alike", "Semua pegawai di unit ini mendapat kedua rating yang "
                    "sama. Apakah kontribusi mereka memang sama besar?", "98")  # fmt: skip


def copied(case: Case) -> Question | None:
    """A yearly judgement that repeats the last quarter, or lies in the middle (p.100)."""
    mine, quarters = (case.result, case.behaviour), case.quarters
    if None in mine or len(quarters) < FEW or len(set(quarters)) == 1:
        return None
    if mine == quarters[-1] and mine not in quarters[:-1]:
        return Question("copied", "Kedua rating tahunan sama dengan masa terakhir, sedangkan masa "
                        "lain berbeda. Apakah Anda sudah melihat realisasi akhir setahun "
                        "penuh?", "100")  # fmt: skip
    if mine != quarters[-1] and mine == (_middle(quarters, 0), _middle(quarters, 1)):
        return Question("average", "Kedua rating tahunan tepat di tengah-tengah rating periodik. "
                        "Predikat tahunan bukan rata-rata: apakah ini pertimbangan Anda atas "
                        "setahun penuh?", "100")  # fmt: skip
    return None


ASKED: tuple[Callable[[Case], Question | None], ...] = (
    unheard, late, one_voice, main_below, against_parts, alike, against_tone, everybody_alike,
    copied,
)  # fmt: skip

_ORDER = tuple(Rating)  #: below, meets, above


def _balanced(case: Case) -> bool:
    """As many above as below, and the whole as expected: that is no contradiction."""
    above, below = case.rated.count(Rating.ABOVE), case.rated.count(Rating.BELOW)
    return case.result is Rating.MEETS and above == below


def _is_far(rating: Rating | None, said: Sequence[Said]) -> bool:
    positive = sum(one.is_positive for one in said)
    if not said or rating in (None, Rating.MEETS):
        return False
    wrong = positive if rating is Rating.BELOW else len(said) - positive
    return 2 * wrong > len(said)


def _middle(quarters: Sequence[Pair], which: int) -> Rating:
    """The rating nearest to the mean of the quarters; half goes up."""
    places = [_ORDER.index(pair[which]) for pair in quarters]
    return _ORDER[(2 * sum(places) + len(places)) // (2 * len(places))]
