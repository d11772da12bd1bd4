"""A week and a month of the journal, each at its own address."""

from datetime import date

import pytest
from flask import Flask

from skpweb.domain.terms import AbsenceKind
from skpweb.models.organisation import Holiday
from skpweb.models.presence import Absence
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.diary import Diary


@pytest.fixture
def diary(app: Flask, office: SmallOffice) -> Diary:
    """Iwan's journal: one entry last Thursday, a holiday on Friday, leave on Monday."""
    made = Diary(app, office)
    leave = Absence(
        employee_id=office.ids["iwan"], kind=AbsenceKind.SICK, starts_on=date(2026, 11, 23),
        ends_on=date(2026, 11, 23), recorded_by="Nur",
    )  # fmt: skip
    made.add(leave, Holiday(day=date(2026, 11, 20), name="Hari jadi kabupaten"))
    made.write(day="19/11/2026", starts_at="08.00", ends_at="09.30")
    return made


def row(page: Page, words: str) -> str:
    """The cells of the line that holds some words."""
    cells = page.all(f"//tbody/tr[contains(., '{words}')]/*")
    return " | ".join(" ".join(cell.text_content().split()) for cell in cells)


def test_a_week_says_what_is_filled_and_what_may_still_be(diary: Diary) -> None:
    page = diary.iwan.get("/journal/week/?day=2026-11-21")
    assert "16–22 November 2026" in page.text and len(page.all("//tbody/tr")) == 7
    assert "1 kegiatan | 1 jam 30 menit" in row(page, "Kamis, 19")
    assert "Hari jadi kabupaten" in row(page, "Jumat, 20")
    assert "Bukan hari kerja" in row(page, "Sabtu, 21")
    assert "Belum diisi" in row(page, "Rabu, 18") or "Tidak diisi" in row(page, "Rabu, 18")
    assert "1 dari 4 hari yang dihitung" in page.text
    told = "Hari ini baru dihitung setelah berakhir"
    assert told not in page.text
    page = diary.iwan.get("/journal/week/")
    assert told in page.text and told in diary.iwan.get("/journal/month/").text
    assert "Cuti sakit" in row(page, "Senin, 23")
    assert "Belum diisi | – | s.d. Jumat, 27 November 2026" in row(page, "Selasa, 24")
    assert "Belum tiba" in row(page, "Rabu, 25")


def test_a_closed_day_says_so(diary: Diary) -> None:
    page = diary.iwan.get("/journal/week/?day=2026-11-10")
    assert "Tidak diisi | – | Sudah ditutup" in row(page, "Selasa, 10")


def test_before_the_skp_nothing_is_missing(diary: Diary) -> None:
    page = diary.iwan.get("/journal/week/?day=2025-12-10")
    assert "Tidak ada SKP" in row(page, "Rabu, 10") and "0 dari 0 hari yang dihitung" in page.text


def test_a_month_in_weeks_with_totals(diary: Diary) -> None:
    page = diary.iwan.get("/journal/month/?month=2026-11")
    assert len(page.all("//tbody/tr")) == 7  # six weeks and the sum
    cells = "1 dari 4 | 1 | 1 jam 30 menit | 20: Hari jadi kabupaten | 16, 17, 18"
    assert cells in row(page, "16–22")
    assert "0 dari 0 | 0 | – | 23: Cuti sakit | –" in row(page, "23–29")
    assert "1 dari 14 | 1 | 1 jam 30 menit | 2 hari | 13 hari" in row(page, "Jumlah")
    missing = page.all("//*[contains(@class, 'note-warn')]//a/@href")
    assert missing == ["/journal/?day=2026-11-18", "/journal/?day=2026-11-24"]


@pytest.mark.parametrize("query", ["", "?month=", "?month=2026-13", "?month=x", "?day=x"])
def test_nonsense_shows_now(diary: Diary, query: str) -> None:
    assert "November 2026" in diary.iwan.get(f"/journal/month/{query}").text
    assert "23–29 November 2026" in diary.iwan.get(f"/journal/week/{query}").text


def test_the_views_lead_to_each_other(diary: Diary) -> None:
    assert "/journal/week/?day=2026-11-23" in diary.iwan.get("/journal/").links()
    assert "/journal/month/?month=2026-11" in diary.iwan.get("/journal/week/").links()
    links = diary.iwan.get("/journal/month/?month=2026-10").links()
    assert {"/journal/month/?month=2026-09", "/journal/month/?month=2026-11"} <= set(links)


def test_somebody_without_an_skp_has_empty_pages(diary: Diary) -> None:
    for path in ("/journal/", "/journal/week/", "/journal/month/"):
        assert "Tidak ada SKP" in diary.yuli.get(path).text or path.endswith("month/")


def test_queries_do_not_grow_with_entries_and_days(diary: Diary) -> None:
    paths = ("/", "/journal/", "/journal/week/", "/journal/month/", "/journal/for/")
    diary.write()
    few = [diary.iwan.get(path).queries for path in paths]
    for number in range(8):
        diary.write(activity=f"Kegiatan {number}", day="24/11/2026")
    assert [diary.iwan.get(path).queries for path in paths] == few
    assert max(few) <= 12, few
