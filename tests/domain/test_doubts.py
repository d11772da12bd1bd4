"""What deserves a second look, rule by rule."""

from dataclasses import replace
from datetime import date, time

import pytest

from skpweb.domain import doubts
from skpweb.domain.calendar import WorkWeek
from skpweb.domain.doubts import Around, Entry
from skpweb.domain.journal import Span
from skpweb.domain.terms import Duty, LinkState

MONDAY = date(2026, 11, 16)
DAYS = [date(2026, 11, day) for day in range(16, 23)]
PLAIN = Entry(MONDAY, "Verifikasi berkas KK", noted_on=MONDAY)


def hours(start: float, end: float) -> Span:
    """8.5 is half past eight."""
    return Span(*(time(int(at), round(at % 1 * 60)) for at in (start, end)))


def short(entry: Entry, around: Around | None = None) -> list[str]:
    return [reason.short for reason in doubts.reasons(entry, around or Around())]


def test_a_plain_entry_gives_no_reason() -> None:
    assert short(PLAIN) == []


@pytest.mark.parametrize(
    ("day", "other_day", "other_text", "found"),
    [
        (DAYS[1], DAYS[0], "Verifikasi berkas KK", True),  # yesterday
        (DAYS[4], DAYS[0], "verifikasi  berkas kk.", True),  # same week, same words
        (DAYS[0], date(2026, 11, 13), "Verifikasi berkas KK", True),  # Friday before
        (DAYS[0], date(2026, 11, 12), "Verifikasi berkas KK", False),  # four days before
        (DAYS[0], DAYS[1], "Verifikasi berkas KK", False),  # the later one is asked
        (DAYS[0], DAYS[0], "Verifikasi berkas KK", False),  # twice on one day: hours tell
        (DAYS[1], DAYS[0], "Verifikasi berkas KTP", False),
    ],
)
def test_the_same_words(day: date, other_day: date, other_text: str, found: bool) -> None:
    entry = replace(PLAIN, day=day, noted_on=day)
    around = Around(others=[Entry(other_day, other_text)])
    assert short(entry, around) == (["teks sama"] if found else [])


def test_the_same_words_name_their_day() -> None:
    around = Around(others=[replace(PLAIN, day=day) for day in DAYS[:3]])
    entry = replace(PLAIN, day=DAYS[3], noted_on=DAYS[3])
    assert doubts.reasons(entry, around)[0].text == "Teks sama dengan Rabu tanggal 18"


@pytest.mark.parametrize(
    ("own", "other", "found"),
    [
        (hours(8, 10), hours(9, 11), ["jam tumpang tindih"]),
        (hours(8, 10), hours(10, 12), []),  # touching ends
        (hours(8, 10), Span(), []),
        (Span(), hours(8, 10), []),
        (hours(1, 20), hours(0, 6), ["lebih dari 24 jam", "jam tidak lazim"]),
        (hours(5, 21), Span(), ["hari panjang"]),
        (hours(4.5, 6), Span(), ["jam tidak lazim"]),
        (hours(20, 21.5), Span(), ["jam tidak lazim"]),
        (hours(7, 12), hours(13, 18), []),  # ten hours are not yet long
        (hours(7, 12), hours(13, 18.25), ["hari panjang"]),
        (Span(), hours(7, 20), []),  # the day is long by the other one
    ],
)
def test_hours(own: Span, other: Span, found: list[str]) -> None:
    around = Around(others=[Entry(MONDAY, "Lain", span=other), Entry(DAYS[1], "Lain", hours(8, 9))])
    assert short(replace(PLAIN, span=own), around) == found


def test_a_long_day_is_said_in_hours() -> None:
    around = Around(others=[Entry(MONDAY, "Lain", span=hours(13, 18.25))])
    [reason] = doubts.reasons(replace(PLAIN, span=hours(7, 12)), around)
    assert reason.text == "Hari ini tercatat 10 jam 15 menit"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"has_evidence": False}, ["tanpa bukti"]),
        ({"link": LinkState.FINE}, []),
        ({"link": LinkState.UNREACHABLE}, []),  # this server's network, not his fault
        ({"link": LinkState.PRIVATE}, ["tautan tertutup"]),
        ({"link": LinkState.DEAD}, ["tautan mati"]),
        ({"is_planned": False, "duty": Duty.OTHER}, ["di luar rencana aksi"]),
        ({"is_planned": False, "duty": Duty.ADDITIONAL}, ["tugas tambahan"]),
        ({"is_planned": False, "duty": Duty.ORDER}, ["perintah langsung"]),
        ({"is_planned": True, "duty": Duty.OTHER}, []),  # an RHK without rencana aksi
        ({"proxy_name": "Yuli Anggrawati"}, ["ditulis orang lain"]),
        ({"return_note": "Lengkapi bukti"}, ["diperbaiki"]),
    ],
)
def test_the_entry_itself(changes: dict[str, object], found: list[str]) -> None:
    assert short(replace(PLAIN, **changes)) == found  # type: ignore[arg-type]


def test_evidence_seen_elsewhere_is_told_as_given() -> None:
    [reason] = doubts.reasons(PLAIN, Around(seen="Bukti yang sama dipakai Yuli"))
    assert (reason.short, reason.text) == ("bukti dipakai lagi", "Bukti yang sama dipakai Yuli")


@pytest.mark.parametrize(
    ("noted", "backfill", "found"),
    [
        (DAYS[3], 3, []),  # Thursday: three working days after Monday
        (DAYS[4], 3, ["terlambat dicatat"]),
        (DAYS[6], 4, []),  # the weekend does not count
        (date(2026, 11, 23), 30, []),  # five working days after
        (date(2026, 11, 24), 30, ["terlambat dicatat"]),  # let in, but long after
        (MONDAY, 0, []),
        (DAYS[1], 0, ["terlambat dicatat"]),
        (None, 3, []),
    ],
)
def test_late(noted: date | None, backfill: int, found: list[str]) -> None:
    assert short(replace(PLAIN, noted_on=noted), Around(backfill_days=backfill)) == found


def test_what_a_field_sheet_says_excuses_nothing() -> None:
    entry = replace(PLAIN, noted_on=date(2026, 11, 27), sheet_on=MONDAY)
    (found,) = doubts.reasons(entry, Around(backfill_days=30))
    assert found.is_doubt and found.short == "terlambat diimpor"
    assert found.text == (
        "Ditulis Senin tanggal 16 di lembar lapangan, diimpor 9 hari kerja setelah harinya"
    )
    assert short(replace(entry, noted_on=MONDAY)) == []


def test_an_outage_is_named_and_nobody_is_blamed() -> None:
    entry = replace(PLAIN, noted_on=DAYS[4], late_note="Server tidak berjalan pada 17 November.")
    [reason] = doubts.reasons(entry, Around())
    assert not reason.is_doubt and reason.text == "Server tidak berjalan pada 17 November."


@pytest.mark.parametrize(
    ("day", "week", "holidays", "found"),
    [
        (DAYS[4], WorkWeek.FIVE, (), []),
        (DAYS[5], WorkWeek.FIVE, (), ["di luar hari kerja"]),
        (DAYS[5], WorkWeek.SIX, (), []),
        (DAYS[6], WorkWeek.SIX, (), ["di luar hari kerja"]),
        (DAYS[2], WorkWeek.FIVE, (DAYS[2],), ["di luar hari kerja"]),
    ],
)
def test_days_off(day: date, week: WorkWeek, holidays: tuple[date, ...], found: list[str]) -> None:
    entry = replace(PLAIN, day=day, noted_on=day)
    assert short(entry, Around(week=week, holidays=holidays)) == found


@pytest.mark.parametrize(
    ("value", "earlier", "found"),
    [
        (30, (10, 10, 10, 10, 10), []),  # three times is still usual
        (31, (10, 10, 10, 10, 10), ["hasil tidak lazim"]),
        (31, (10, 10, 10, 10), []),  # too few to know
        (31, (1, 2, 10, 90, 90), ["hasil tidak lazim"]),  # the median, not the mean
        (None, (1, 1, 1, 1, 1), []),
        (0, (0, 0, 0, 0, 0), []),
    ],
)
def test_output(value: int | None, earlier: tuple[int, ...], found: list[str]) -> None:
    assert short(replace(PLAIN, realisation=value), Around(earlier=earlier)) == found
