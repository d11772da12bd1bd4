"""One year of a clerk and his superior in a real browser, with and without JavaScript."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, expect

from tests import records
from tests.e2e.visitor import Visitor
from tests.office import SmallOffice

FIRST = "Terverifikasinya berkas permohonan layanan secara benar"
SECOND = "Tersedianya rekapitulasi layanan setiap bulan"
STEP = "Memverifikasi berkas adminduk harian"


class Year:
    """What the two do, in the words of the pages."""

    def __init__(self, clerk: Visitor, superior: Visitor) -> None:
        self.clerk, self.superior = clerk, superior

    def write_skp(self) -> None:
        """Two RHK with an indicator each."""
        self.clerk.page.goto("/planning/")
        self.clerk.follow("Buat SKP 2026")
        self.clerk.press("Buat SKP")
        self.clerk.flash("SKP dibuat.")
        rows = [
            (FIRST, "Berkas terverifikasi", "2.000 berkas"),
            (SECOND, "Laporan rekapitulasi", "12 laporan"),
        ]
        for number, row in enumerate(rows):
            self.clerk.press("Tambah RHK utama")
            self.write_card(number, *row)

    def write_card(self, number: int, result: str, measure: str, target: str) -> None:
        """Fill a card and keep it."""
        card = self.card(number)
        card.get_by_label("Rencana hasil kerja").fill(result)
        card.get_by_label("Aspek").select_option("quantity")
        card.get_by_label("Indikator kinerja individu").fill(measure)
        card.get_by_label("Target").fill(target)
        self.save_card(number)

    def save_card(self, number: int) -> None:
        """Press a card's Simpan."""
        self.clerk.press("Simpan", f"article.card >> nth={number}")
        expect(self.card(number)).to_contain_text("Tersimpan")

    def card(self, number: int) -> Locator:
        """The RHK card at this place of the page."""
        return self.clerk.page.locator("article.card").nth(number)

    def write_parts(self) -> None:
        """An ekspektasi khusus and the Lampiran."""
        self.clerk.follow("Perilaku kerja")
        expectation = "Ekspektasi khusus pimpinan Berorientasi Pelayanan"
        self.clerk.field(expectation).fill("Menjawab pertanyaan warga pada hari yang sama")
        self.clerk.press("Simpan", "main")
        self.clerk.follow("Lampiran")
        self.clerk.page.locator("#resources-1").fill("Satu komputer dan akses SIAK")
        self.clerk.page.locator("#accountability-1").fill("Laporan bulanan")
        self.clerk.page.locator("#consequences-1").fill("Diusulkan penghargaan")
        self.clerk.page.get_by_role("button", name="Simpan", exact=True).click()
        self.clerk.settled()

    def submit(self) -> None:
        """Look at the whole and hand it in."""
        self.clerk.page.goto("/planning/")
        self.clerk.follow("SKP 2026")
        self.clerk.sees(FIRST, "12 laporan", "Satu komputer dan akses SIAK")
        self.clerk.press("Ajukan ke Dedi")
        self.clerk.flash("SKP diajukan kepada pejabat penilai.")

    def open_on_desk(self) -> None:
        """The superior finds the SKP on his desk."""
        self.superior.page.goto("/review/")
        self.superior.follow("Iwan Permadanu")

    def send_back(self) -> None:
        """A note on the second row, and back it goes."""
        self.open_on_desk()
        self.superior.sees(FIRST, SECOND)
        row = self.superior.page.locator("article.card").nth(1)
        row.get_by_text("Beri catatan").click()
        row.get_by_label("Catatan pada RHK 2").fill("Sebutkan batas waktunya.")
        self.superior.press("Simpan catatan", "article.card >> nth=1")
        self.superior.press("Kembalikan")
        self.superior.flash("SKP dikembalikan dengan catatan Anda.")

    def mend(self) -> None:
        """The clerk finds the note and changes that row."""
        self.clerk.page.goto("/")
        self.clerk.follow("Perbaiki SKP 2026")
        self.clerk.sees("Sebutkan batas waktunya.")
        self.clerk.follow("Hasil kerja")
        self.card(1).get_by_label("Target").fill("12 laporan, tanggal 5 setiap bulan")
        self.save_card(1)
        self.submit()

    def approve_the_change(self) -> None:
        """The superior sees the changed row only."""
        self.open_on_desk()
        self.superior.sees("1 baris berubah", "12 laporan, tanggal 5 setiap bulan")
        expect(self.superior.page.locator("main")).not_to_contain_text(FIRST)
        self.superior.press("Setujui")
        self.superior.flash("SKP Iwan Permadanu ditetapkan.")

    def plan_steps(self) -> None:
        """A rencana aksi under the first RHK."""
        self.clerk.page.goto("/journal/steps/")
        self.clerk.page.locator("#statement").fill(STEP)
        self.clerk.page.locator("#unit").fill("berkas")
        self.clerk.press("Simpan", "main")
        self.clerk.flash("Rencana aksi tersimpan dan diusulkan.")
        self.superior.page.goto("/review/")
        self.superior.follow("Iwan Permadanu")
        self.superior.sees(STEP)
        self.superior.page.locator("[name=step]").check()
        self.superior.press("Sepakati")
        self.superior.flash("1 rencana aksi disepakati.")

    def keep_journal(self) -> None:
        """Three activities of today, one of them without evidence."""
        self.clerk.page.goto("/journal/")
        for number, link in enumerate(["https://drive.example/1", "https://drive.example/2", ""]):
            self.clerk.field("Apa yang Anda kerjakan?").fill(f"Verifikasi berkas ke-{number}")
            self.clerk.field("Rencana aksi").select_option(label=STEP)
            self.clerk.field("Realisasi").fill("9")
            self.clerk.page.get_by_text("Tanggal, jam, satuan, bukti").click()
            self.clerk.field("Tautan bukti dukung").fill(link)
            self.clerk.page.locator("#catat .btn-key").click()
            self.clerk.flash(f"Tersimpan. {number + 1} kegiatan")

    def approve_journal(self) -> None:
        """What has evidence by its week; what has none is looked at and approved too."""
        self.superior.page.goto("/")
        self.superior.follow("3 catatan jurnal menunggu Anda")
        self.superior.sees("3 kegiatan · 2 dengan bukti", "Tanpa bukti")
        for left in (2, 1, 0):
            self.superior.press(f"Setujui Verifikasi berkas ke-{2 - left}")
            self.superior.flash(f"Sisa {left}.")

    def report(self) -> None:
        """The clerk fills in what was reached and sends it."""
        self.clerk.page.goto("/")
        self.clerk.follow("Isi realisasi Triwulan IV 2026")
        self.clerk.sees("3 catatan jurnal")
        fields = self.clerk.page.get_by_label("Realisasi")
        fields.nth(0).fill("2.140 berkas")
        fields.nth(1).fill("12 laporan")
        self.clerk.press("Kirim ke penilai")
        self.clerk.flash("Laporan dikirim kepada pejabat penilai.")

    def rate(self) -> None:
        """Feedback, ratings, one more look, predicate."""
        self.open_on_desk()
        self.superior.sees("2.140 berkas", "Belum ada umpan balik")
        self.superior.follow("Beri umpan balik")
        self.superior.page.locator("textarea[name=text]").fill("Berkas rapi dan dapat ditelusuri.")
        self.superior.press("Simpan", "main")
        self.superior.flash("Umpan balik untuk Iwan Permadanu tersimpan.")
        self.clerk.page.goto("/results/")
        self.clerk.sees("Umpan balik untuk Anda", "Berkas rapi dan dapat ditelusuri.")
        self.open_on_desk()
        self.superior.sees("Berkas rapi dan dapat ditelusuri.")
        for name in ("result", "behaviour"):
            self.superior.page.locator(f"[name={name}][value=above]").check()
        self.superior.press("Periksa dan tetapkan predikat")
        self.superior.sees("Sangat Baik", "sebagai Kepala Seksi Pelayanan")
        self.superior.press("Tetapkan predikat")
        self.superior.flash("Predikat Iwan Permadanu ditetapkan.")

    def receive(self) -> None:
        """The clerk reads why, keeps the papers and confirms them."""
        self.clerk.page.goto("/results/")
        self.clerk.follow("Lihat hasil")
        self.clerk.sees("Sangat Baik", "Berkas rapi dan dapat ditelusuri.")
        papers = self.clerk.page.get_by_role("link", name="Unduh PDF")
        assert [self.clerk.pdf(papers.nth(n))[:4] for n in range(papers.count())] == [b"%PDF"] * 3
        self.superior.follow("Penyerahan dokumen")
        self.superior.press("Serahkan dokumen")
        self.clerk.page.reload()
        self.clerk.press("Saya sudah menerima")
        self.clerk.sees("Penerimaan dokumen tercatat.", "Selasa, 24 November 2026")

    def revise(self) -> None:
        """Both agree on a change; the version before it can still be printed."""
        self.clerk.page.goto("/planning/")
        self.clerk.follow("SKP 2026")
        self.clerk.follow("Ubah SKP")
        self.clerk.field("Mengapa SKP diubah?").fill("Penugasan baru sejak Oktober")
        self.clerk.press("Buat perubahan")
        self.clerk.follow("Hasil kerja")
        self.card(0).get_by_label("Target").fill("2.400 berkas")
        self.save_card(0)
        self.submit_revision()
        self.clerk.page.reload()
        self.clerk.sees("Ditetapkan", "perubahan ke-1")
        self.clerk.follow("Lihat versi 1")
        self.clerk.sees("2.000 berkas")
        old = self.clerk.page.get_by_role("link", name="Unduh PDF SKP", exact=True)
        assert self.clerk.pdf(old).startswith(b"%PDF")

    def submit_revision(self) -> None:
        """Handed in, seen as one changed row, agreed."""
        self.clerk.follow("Periksa dan ajukan")
        self.clerk.sees("2.000 berkas", "2.400 berkas")
        self.clerk.press("Ajukan ke Dedi")
        self.open_on_desk()
        self.superior.sees("Penugasan baru sejak Oktober", "1 baris berubah", "2.400 berkas")
        self.superior.press("Setujui")
        self.superior.flash("SKP Iwan Permadanu ditetapkan.")


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def year(
    request: pytest.FixtureRequest, chromium: Browser, serve: Callable[[Flask], str],
    app: Flask, office: SmallOffice,
) -> Iterator[Year]:  # fmt: skip
    """Iwan and Dedi at their desks; whatever the browser complains of fails the test."""
    with app.app_context():
        records.organisation_result(office, 4)
    address = serve(app)
    both = [Visitor(chromium, address, request.param) for _ in range(2)]
    for visitor, nick in zip(both, ("iwan", "kasi"), strict=True):
        visitor.sign_in(SmallOffice.NIPS[nick])
    yield Year(*both)
    for visitor in both:
        visitor.context.close()


def test_one_year(year: Year) -> None:
    year.write_skp()
    year.write_parts()
    year.submit()
    year.send_back()
    year.mend()
    year.approve_the_change()
    year.plan_steps()
    year.keep_journal()
    year.approve_journal()
    year.report()
    year.rate()
    year.receive()
    year.revise()
    assert year.clerk.wrong + year.superior.wrong == []
