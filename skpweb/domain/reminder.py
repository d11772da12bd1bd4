"""Ready words to remind people of days without a journal. Nothing here sends anything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from babel.dates import format_date

from skpweb.domain.calendar import add_working_days
from skpweb.domain.journal import Rules
from skpweb.domain.periods import Period, dates_in_words

MOST_NAMES = 40  #: in one message; a longer one no phone sends
THANKS = "Abaikan pesan ini bila sudah diisi. Terima kasih."
ASK = "Bila ada kendala, hubungi tim pengelola kinerja."


@dataclass(frozen=True, slots=True)
class Lack:
    """Somebody and the days he has not filled."""

    name: str
    days: Sequence[date]


def closes_on(day: date, rules: Rules) -> date:
    """The last day on which the journal of the working day ``day`` may be filled."""
    if rules.backfill_days < 1:
        return day
    off = frozenset(rules.holidays) | frozenset(rules.lost)
    return add_working_days(day, rules.backfill_days, rules.week, off)


def personal(lack: Lack, rules: Rules, sender: str) -> str:
    """A message to one person: his days, and until when he may fill them."""
    still, gone = _parted(lack.days, rules)
    lines = [f"Yth. {lack.name},", ""]
    if still:
        lines += [
            f"Jurnal kinerja Anda untuk {dates_in_words(still)} belum terisi. Mohon diisi.",
            f"Batas pengisian: {_limits(still, rules)}.",
        ]
    if gone:
        also = " juga" if still else ""
        lines.append(f"Jurnal {dates_in_words(gone)}{also} belum terisi dan sudah ditutup. {ASK}")
    return "\n".join([*lines, "", THANKS, sender])


def group(lacks: Iterable[Lack], period: Period, rules: Rules, sender: str) -> str:
    """A message to several people: who still lacks which days that are open.

    Empty where nobody lacks a day that may still be filled.
    """
    lacking = list(lacks)
    days, _ = _parted(sorted({day for lack in lacking for day in lack.days}), rules)
    still = [(lack.name, [day for day in lack.days if day in days]) for lack in lacking]
    named = [(name, own) for name, own in still if own]
    if not named:
        return ""
    return "\n".join(
        [
            f"Bapak/Ibu yang kami hormati, jurnal kinerja {period.words} berikut belum lengkap:",
            *_names(named),
            "",
            f"Mohon diisi. Batas pengisian: {_limits(days, rules)}.",
            THANKS,
            sender,
        ]
    )


def _names(named: Sequence[tuple[str, Sequence[date]]]) -> list[str]:
    rows = [f"- {name}: {dates_in_words(days)}" for name, days in named[:MOST_NAMES]]
    rest = len(named) - MOST_NAMES
    return rows + ([f"- dan {rest} pegawai lain"] if rest > 0 else [])


def _parted(days: Sequence[date], rules: Rules) -> tuple[list[date], list[date]]:
    still = [day for day in days if closes_on(day, rules) >= rules.today]
    return still, [day for day in days if day not in still]


def _limits(days: Sequence[date], rules: Rules) -> str:
    """``19 November sampai Selasa, 24 November 2026``, one after the other."""
    return "; ".join(
        f"jurnal {format_date(day, 'd MMMM', 'id')} sampai "
        f"{format_date(closes_on(day, rules), 'EEEE, d MMMM y', 'id')}"
        for day in days
    )


def link(text: str) -> str:
    """An address that opens WhatsApp with the text; the sender chooses to whom it goes."""
    return f"https://wa.me/?text={quote(text, safe='')}"
