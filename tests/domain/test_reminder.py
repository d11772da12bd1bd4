"""What a reminder says, and that its last day is the journal's own."""

from datetime import date, timedelta

import pytest

from skpweb.domain.calendar import WorkWeek
from skpweb.domain.journal import Rules
from skpweb.domain.periods import PeriodLength, around
from skpweb.domain.reminder import MOST_NAMES, Lack, closes_on, group, personal

TODAY = date(2026, 11, 24)  # a Tuesday
THU, FRI, MON = date(2026, 11, 19), date(2026, 11, 20), date(2026, 11, 23)
OLD = date(2026, 11, 16)
WEEK = around(PeriodLength.WEEK, THU)
RULES = Rules(today=TODAY, backfill_days=3, week=WorkWeek.FIVE)


@pytest.mark.parametrize("backfill", [0, 1, 3, 7])
@pytest.mark.parametrize("week", list(WorkWeek))
@pytest.mark.parametrize("lost", [set(), {FRI}, {THU, FRI}])
@pytest.mark.parametrize("holidays", [set(), {MON}])
def test_the_last_day_is_that_of_the_journal(
    backfill: int, week: WorkWeek, lost: set[date], holidays: set[date]
) -> None:
    for number in range(14):
        day = OLD + timedelta(days=number)
        at_hand = Rules(TODAY, backfill, week, holidays, lost)
        if not at_hand.is_working_day(day) or day in lost:
            continue
        last = closes_on(day, at_hand)
        assert Rules(last, backfill, week, holidays, lost).open_since <= day
        assert Rules(last + timedelta(days=1), backfill, week, holidays, lost).open_since > day


def test_to_one_person() -> None:
    text = personal(Lack("Iwan Permadanu, A.Md.", [OLD, THU, FRI]), RULES, "Kecamatan Contohsari")
    assert text.splitlines() == [
        "Yth. Iwan Permadanu, A.Md.,",
        "",
        "Jurnal kinerja Anda untuk 19 dan 20 November 2026 belum terisi. Mohon diisi.",
        "Batas pengisian: jurnal 19 November sampai Selasa, 24 November 2026; "
        "jurnal 20 November sampai Rabu, 25 November 2026.",
        "Jurnal 16 November 2026 juga belum terisi dan sudah ditutup. "
        "Bila ada kendala, hubungi tim pengelola kinerja.",
        "",
        "Abaikan pesan ini bila sudah diisi. Terima kasih.",
        "Kecamatan Contohsari",
    ]


def test_to_one_person_for_whom_it_is_too_late() -> None:
    text = personal(Lack("Iwan", [OLD]), RULES, "Kantor")
    assert "Jurnal 16 November 2026 belum terisi dan sudah ditutup." in text
    assert "Mohon diisi" not in text


def test_to_several() -> None:
    lacks = [Lack("Iwan", [OLD, THU]), Lack("Yuli", [FRI]), Lack("Dedi", [OLD])]
    assert group(lacks, WEEK, RULES, "Kantor").splitlines() == [
        "Bapak/Ibu yang kami hormati, jurnal kinerja 16–22 November 2026 berikut belum lengkap:",
        "- Iwan: 19 November 2026",
        "- Yuli: 20 November 2026",
        "",
        "Mohon diisi. Batas pengisian: jurnal 19 November sampai Selasa, 24 November 2026; "
        "jurnal 20 November sampai Rabu, 25 November 2026.",
        "Abaikan pesan ini bila sudah diisi. Terima kasih.",
        "Kantor",
    ]


def test_nobody_is_reminded_of_closed_days() -> None:
    assert group([Lack("Dedi", [OLD])], WEEK, RULES, "Kantor") == ""
    assert group([], WEEK, RULES, "Kantor") == ""


def test_a_long_list_stays_short_enough_to_send() -> None:
    lacks = [Lack(f"Pegawai {number}", [FRI]) for number in range(MOST_NAMES + 5)]
    text = group(lacks, WEEK, RULES, "Kantor")
    assert "- dan 5 pegawai lain" in text
    assert f"Pegawai {MOST_NAMES}:" not in text
