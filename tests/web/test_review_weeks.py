"""The journal desk: which weeks want a second look, and why; how much is shown."""

import gzip
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from flask import Flask

from skpweb.domain.terms import Duty, EntrySource, LinkState
from skpweb.extensions import db
from skpweb.models.organisation import Holiday
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.pile import MONDAY, PATH, Pile, clock_of

TUESDAY = MONDAY + timedelta(days=1)
STYLES = Path(__file__).parents[2] / "static" / "app.css"


@pytest.fixture
def pile(app: Flask, office: SmallOffice) -> Pile:
    """Nothing waits yet."""
    return Pile(app, office)


def headings(page: Page) -> list[str]:
    """What the page says of its weeks, in order."""
    return [" ".join(h.text_content().split()) for h in page.all("//main//h2 | //main//h3")]


def why(page: Page, entry_id: int) -> list[str]:
    """The reasons at one entry."""
    found = page.all(f"//li[@id='k{entry_id}']//ul[@class='why']/li")
    return [" ".join(one.text_content().split()) for one in found]


def excepted(page: Page) -> list[str]:
    """The ticked exceptions."""
    return [v.split(":")[0] for v in page.all("//input[@name='entry'][@checked]/@value")]


def test_doubtful_weeks_stand_first_with_the_reason_in_words(pile: Pile) -> None:
    pile.add("iwan")
    pile.add("iwan", starts_at=time(10), ends_at=time(12))
    bare = pile.add("yuli", evidence_url="")
    outside = pile.add("yuli", step_id=None, starts_at=time(14), ends_at=time(15))
    page = pile.page()
    assert headings(page) == [
        "Perlu dilihat (1)",
        "Yuli Anggrawati 16–22 November 2026",
        "Wajar (1)",
        "Iwan Permadanu 16–22 November 2026",
    ]
    assert "1 tanpa bukti" in page.text and "1 di luar rencana aksi" in page.text
    assert "2 kegiatan · 2 dengan bukti · 2 jam 50 menit" in page.text
    assert (why(page, bare), why(page, outside)) == (["Tanpa bukti"], ["Di luar rencana aksi"])
    assert excepted(page) == [str(bare), str(outside)]
    assert page.all("//details[@open]//li[@data-row]/@id") == [f"k{bare}", f"k{outside}"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"activity": "Verifikasi berkas nomor 1"}, "Teks sama dengan Senin tanggal 16"),
        ({"link_state": LinkState.PRIVATE}, "Tautan buktinya meminta masuk, belum dibagikan"),
        ({"link_state": LinkState.DEAD}, "Tautan buktinya tidak dapat dibuka"),
        ({"step_id": None, "duty": Duty.ORDER}, "Di luar rencana aksi: perintah langsung"),
        ({"step_id": None, "duty": Duty.ADDITIONAL}, "Di luar rencana aksi: tugas tambahan"),
        ({"recorded_at": clock_of(date(2026, 11, 24))}, "Dicatat 5 hari kerja setelah harinya"),
        ({"starts_at": time(4)}, "Jamnya tidak lazim: di luar 05.00–21.00"),
        ({"starts_at": time(6), "ends_at": time(17)}, "Hari ini tercatat 11 jam"),
        ({"proxy_name": "Yuli"}, "Ditulis oleh Yuli, dikonfirmasi pemiliknya"),
        ({"return_note": "Perjelas."}, "Diperbaiki setelah dikembalikan: Perjelas."),
        ({"evidence_url": "https://bukti.example.invalid/1"},
         "Tautan yang sama dipakai juga pada 16 November."),
    ],
)  # fmt: skip
def test_each_entry_says_why(pile: Pile, changes: dict[str, object], reason: str) -> None:
    first = pile.add()
    second = pile.add(day=TUESDAY, **changes)
    page = pile.page()
    assert why(page, second) == [reason]
    assert set(why(page, first)) <= {"Tautan yang sama dipakai juga pada 17 November."}


def test_what_was_decided_before_counts_as_well(pile: Pile) -> None:
    before = pile.add(activity="Melayani warga", starts_at=time(8), ends_at=time(10))
    page = pile.page()
    pile.press(page, page.all("//input[@name='week']/@value")[0], f"approve:{before}:1")
    same_hours = pile.add(starts_at=time(9), ends_at=time(11))
    same_text = pile.add(day=TUESDAY, activity="Melayani warga")
    page = pile.page()
    assert why(page, same_hours) == ["Jamnya tumpang tindih"]
    assert why(page, same_text) == ["Teks sama dengan Senin tanggal 16"]


def test_a_holiday_and_unusual_output(app: Flask, pile: Pile) -> None:
    with app.app_context():
        db.session.add(Holiday(day=TUESDAY, name="Hari libur daerah"))
        db.session.commit()
    for day in range(2, 7):
        pile.add(day=date(2026, 11, day), realisation=10)
    usual = pile.add(realisation=30)
    much = pile.add(day=TUESDAY, realisation=31)
    page = pile.page()
    assert why(page, usual) == []
    assert why(page, much) == [
        "Bukan hari kerja", "Hasilnya jauh di atas biasanya (sekitar 10)",
    ]  # fmt: skip


def test_an_outage_is_named_and_not_held_against_anybody(pile: Pile) -> None:
    note = "Server tidak berjalan pada 17 November; batas pengisian diundur 1 hari kerja."
    pile.add(late_note=note, recorded_at=clock_of(date(2026, 11, 24)))
    page = pile.page()
    assert "Wajar (1)" in page.text and note in page.text
    assert excepted(page) == []


@pytest.mark.parametrize(
    ("source", "noted", "text"),
    [
        (EntrySource.SHEET, MONDAY, "Ditulis Senin tanggal 16 di lembar lapangan, diimpor 6 hari"),
        (EntrySource.SHEET, MONDAY - timedelta(3), "Dicatat 6 hari kerja setelah harinya"),
        (EntrySource.PASTED, MONDAY, "Dicatat 6 hari kerja setelah harinya"),
    ],
)
def test_a_time_of_writing_excuses_nothing(
    pile: Pile, source: EntrySource, noted: date, text: str
) -> None:
    entry = pile.add(
        source=source, noted_at=clock_of(noted), recorded_at=clock_of(date(2026, 11, 24))
    )  # fmt: skip
    page = pile.page()
    assert why(page, entry)[0].startswith(text)
    assert ("di lembar lapangan, diimpor 24 November" in page.text) is (source == "sheet")


def test_the_page_costs_the_same_for_many_entries(pile: Pile) -> None:
    pile.add()
    one = pile.page()
    for number in range(30):
        pile.week(("iwan", "yuli")[number % 2], MONDAY - timedelta(weeks=number // 2))
    many = pile.page()
    assert one.queries == many.queries <= 12
    assert len(many.all("//li[@data-row]")) > 100


def test_nothing_is_left_out_silently(pile: Pile) -> None:
    for number in range(30):
        pile.add(day=MONDAY - timedelta(weeks=number))
    page = pile.page()
    assert "30 kegiatan dalam 30 minggu" in page.text
    assert "Masih ada 5 minggu lain di halaman lain" in page.text
    assert len(page.all("//h3")) == 25
    last = pile.page(query="?page=2")
    assert len(last.all("//h3")) == 5
    assert {f.get("action") for f in last.all("//form[starts-with(@id, 'w')]")} == {
        PATH + "?page=2"
    }


def test_one_person_alone(pile: Pile) -> None:
    pile.add("iwan")
    pile.add("yuli")
    page = pile.page(query=f"?person={pile.office.ids['yuli']}")
    assert headings(page) == ["Wajar (1)", "Yuli Anggrawati 16–22 November 2026"]
    assert page.links().count(PATH) == 1  # back to all


def test_the_part_of_a_week_is_the_slice_of_the_page(pile: Pile) -> None:
    pile.week("iwan")
    pile.week("yuli")
    whole = pile.page()
    week = whole.all("//input[@name='week']/@value")[0]
    part = pile.page(headers={"HX-Request": "true", "HX-Target": week})
    assert "HX-Target" in part.headers["Vary"]

    def content(page: Page) -> str:
        return " ".join(page.all(f"string(//form[@id='{week}'])").split())

    assert content(part) == content(whole) and len(part.all("//h3")) == 1
    assert len(part.source) < len(whole.source) * 0.75
    assert part.all("string(//p[@id='sisa'])") == whole.all("string(//p[@id='sisa'])")


def test_two_weeks_stay_light(pile: Pile) -> None:
    for number in range(25):
        monday = MONDAY - timedelta(weeks=number % 2)
        pile.add(day=monday + timedelta(days=number % 5), evidence_url="" if number % 3 else "x")
    page = pile.page()
    assert len(page.all("//li[@data-row]")) == 25
    sizes = [len(gzip.compress(text, 9)) for text in (page.source.encode(), STYLES.read_bytes())]
    assert sum(sizes) <= 14 * 1024, sizes
    assert len(page.all("//main//*")) <= 25 * 28
