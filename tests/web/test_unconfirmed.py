"""What somebody else wrote counts for nothing and is read by nobody until the owner confirms."""

import io
from datetime import date, time
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook

from skpweb.domain.lifecycle import EntryState
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry
from tests.browser import Page
from tests.documents import reading
from tests.office import SmallOffice
from tests.web.diary import Diary
from tests.web.pile import MONDAY, Pile

UNCONFIRMED, SUBMITTED, RETURNED = (
    EntryState.UNCONFIRMED, EntryState.SUBMITTED, EntryState.RETURNED,
)  # fmt: skip
WEEK = "length=week&day=2026-11-18"
ALL_DAY = {"starts_at": "00.00", "ends_at": "23.59"}


@pytest.fixture
def diary(app: Flask, office: SmallOffice) -> Diary:
    return Diary(app, office)


@pytest.fixture
def pile(app: Flask, office: SmallOffice) -> Pile:
    return Pile(app, office)


def entry(diary: Diary, day: int, state: EntryState, hours: tuple[int, int], **more: Any) -> None:
    """One of Iwan's in November."""
    diary.add(
        JournalEntry(
            skp_id=diary.skp_id, day=date(2026, 11, day), starts_at=time(hours[0]),
            ends_at=time(hours[1]), activity=f"Kegiatan {state.value}", state=state,
            decided_at=utc_now() if state is RETURNED else None, **more,
        )
    )  # fmt: skip


def fact(page: Page, name: str) -> str:
    (found,) = page.all(f"//dl[contains(@class,'facts')]/div[dt[normalize-space()='{name}']]/dd")
    return " ".join(found.text_content().split())


def test_a_recap_counts_hours_that_fill_a_day_only(diary: Diary) -> None:
    entry(diary, 16, SUBMITTED, (8, 10))
    entry(diary, 16, UNCONFIRMED, (0, 23), proxy_name="Yuli Anggrawati")
    entry(diary, 17, RETURNED, (8, 12))
    base = f"/journal/recap/{diary.office.ids['iwan']}/"
    page = diary.iwan.get(f"{base}?{WEEK}")
    assert fact(page, "Jam tercatat") == "2 jam (120 menit)"
    assert fact(page, "Kegiatan") == "2" and fact(page, "Menunggu konfirmasi") == "1"
    text = reading.whole_text(diary.iwan.client.get(f"{base}rekap-jurnal.pdf?{WEEK}").data)
    assert "Kegiatan returned" in text and "Kegiatan unconfirmed" not in text
    book = load_workbook(io.BytesIO(diary.iwan.client.get(f"{base}rekap-jurnal.xlsx?{WEEK}").data))
    assert "Kegiatan unconfirmed" not in str(list(book["Kegiatan"].iter_rows(values_only=True)))


def test_a_units_recap_counts_the_same(diary: Diary) -> None:
    entry(diary, 16, SUBMITTED, (8, 10))
    entry(diary, 16, UNCONFIRMED, (0, 23), proxy_name="Yuli Anggrawati")
    path = f"/journal/recap/units/{diary.office.unit_id}/rekap-unit.xlsx?{WEEK}"
    book = load_workbook(io.BytesIO(diary.team.client.get(path).data))
    rows = list(book["Rekap"].iter_rows(values_only=True))
    heads = next(row for row in rows if row[0] == "No")
    iwan = next(dict(zip(heads, row, strict=True)) for row in rows if row[2] == "Iwan Permadanu")
    assert (iwan["Kegiatan"], iwan["Menit tercatat"]) == (1, 120)


def test_nobody_takes_the_hours_of_anothers_day(diary: Diary) -> None:
    diary.write_for("iwan", **ALL_DAY)
    assert "Tersimpan" in diary.write(starts_at="08.00", ends_at="16.00").text


def test_the_hours_are_looked_at_again_when_the_owner_confirms(diary: Diary) -> None:
    diary.write_for("iwan", **ALL_DAY)
    diary.write(starts_at="08.00", ends_at="16.00")
    page = diary.iwan.get("/journal/")
    page = diary.iwan.submit(page.form(f"{diary.path()}confirm"))
    assert "lebih dari 24 jam" in page.text and "Perbaiki jamnya" in page.text
    assert diary.entries()[0].state is UNCONFIRMED
    page = diary.iwan.submit(page.form(diary.path()), starts_at="17.00", ends_at="18.00")
    assert diary.entries()[0].state is SUBMITTED


def test_a_day_is_confirmed_until_it_is_full(diary: Diary) -> None:
    for activity in ("Satu", "Dua"):
        diary.write_for("iwan", activity=activity, starts_at="06.00", ends_at="20.00")
    page = diary.iwan.get("/journal/")
    page = diary.iwan.submit(page.form("/journal/confirm"))
    assert "1 kegiatan dikonfirmasi" in page.text
    assert "“Dua”: Bersama kegiatan Anda yang lain" in page.text
    assert [one.state for one in diary.entries()] == [SUBMITTED, UNCONFIRMED]


def test_the_desk_does_not_judge_by_it(pile: Pile) -> None:
    link = "https://bukti.example.invalid/sama"
    text = "Melayani warga di loket"
    other = {"state": UNCONFIRMED, "proxy_name": "Yuli Anggrawati"}
    pile.add("iwan", MONDAY, activity=text, evidence_url=link, **other)
    pile.add("yuli", MONDAY, evidence_url=link, **other)
    pile.add("iwan", date(2026, 11, 17), activity=text, evidence_url=link)
    page = pile.page()
    assert "Teks sama" not in page.text and "Tautan yang sama" not in page.text
    assert page.all("//h2[contains(., 'Wajar')]")


def test_the_penilai_reads_it_nowhere(pile: Pile) -> None:
    number = pile.add("iwan", activity="Belum saya baca", state=UNCONFIRMED, proxy_name="Yuli")
    pile.kasi.get(f"/review/entries/{number}/return", 404)
    token = {"csrf_token": pile.kasi.token()}
    pile.kasi.post(f"/review/entries/{number}/undo", token, 404)
    answer = pile.kasi.post("/review/entries/", token | {"do": f"return:{number}:1"}, 422)
    assert "Belum saya baca" not in answer.text


@pytest.mark.parametrize("state", [EntryState.APPROVED, RETURNED])
def test_what_is_decided_is_not_sent_back_again(pile: Pile, state: EntryState) -> None:
    number = pile.add("iwan", state=state, decided_at=utc_now())
    page = pile.kasi.get(f"/review/entries/{number}/return", 409)
    assert "sudah diputuskan" in page.text


def test_a_week_counts_like_the_recap(diary: Diary) -> None:
    for day in (16, 17, 18, 19, 21, 22):  # a weekend too
        entry(diary, day, SUBMITTED, (8, 9))
    entry(diary, 20, UNCONFIRMED, (8, 9), proxy_name="Yuli Anggrawati")
    told = "4 dari 5 hari yang dihitung"
    assert told in diary.iwan.get("/journal/week/?day=2026-11-18").text
    recap = diary.iwan.get(f"/journal/recap/{diary.office.ids['iwan']}/?{WEEK}")
    assert fact(recap, "Hari terisi") == told
    month = diary.iwan.get("/journal/month/?month=2026-11")
    row = month.all("//tbody/tr[contains(., '16–22')]/*")
    assert row[1].text_content().strip() == "4 dari 5"
    assert "20" in row[5].text_content()
