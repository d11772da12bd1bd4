"""The year's last chapter: evaluation, handover, keberatan and its decision."""

from playwright.sync_api import expect

from tests.documents.reading import whole_text
from tests.e2e.year_working import WORDS, Working


class Judging(Working):
    """From the report to D.1.3."""

    script = True

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

    def set_organisation_result(self) -> None:
        """The team enters what the office reached, before anybody is rated."""
        self.team.page.goto("/admin/windows/")
        expect(self.team.page.locator("body")).to_contain_text("Triwulan IV 2026")
        self.team.follow("Kecamatan Contohsari")
        self.team.page.locator("#level").select_option("good")
        self.team.page.locator("#decided_by").fill("Bupati Contoh Raya")
        self.team.page.locator("#basis").fill("Keputusan Bupati nomor 100/2026")
        self.team.page.locator("#decided_on").fill("24/11/2026")
        self.team.press("Simpan capaian")
        self.team.sees("Bupati Contoh Raya")

    def rate(self) -> None:
        """Ratings, the cell where both meet, one more look, predicate."""
        self.open_on_desk()
        self.superior.sees("2.140 berkas", WORDS)
        for name, value in (("result", "below"), ("behaviour", "meets")):
            self.superior.page.locator(f"[name={name}][value={value}]").check()
        if not self.script:  # with JavaScript the cell follows the choice
            self.superior.page.get_by_role("button", name="Lihat predikat").click()
        expect(self.superior.page.locator("#putusan")).to_contain_text("→ predikat Butuh Perbaikan")
        self.superior.press("Periksa dan tetapkan predikat")
        self.superior.sees("Butuh Perbaikan", "sebagai Kepala Seksi Pelayanan")
        self.superior.press("Tetapkan predikat")
        self.superior.flash("Predikat Iwan Permadanu ditetapkan.")

    def receive(self) -> None:
        """The clerk reads why, keeps the papers and confirms them."""
        self.clerk.page.goto("/results/")
        self.clerk.follow("Lihat hasil")
        self.clerk.sees("Butuh Perbaikan", WORDS)
        papers = self.clerk.page.get_by_role("link", name="Unduh PDF Dokumen Evaluasi")
        assert "BUTUH PERBAIKAN" in whole_text(self.clerk.pdf(papers))
        self.superior.follow("Penyerahan dokumen")
        self.superior.press("Serahkan dokumen")
        self.clerk.page.reload()
        self.clerk.press("Saya sudah menerima")
        self.clerk.sees("Penerimaan dokumen tercatat.", "Selasa, 24 November 2026")

    def object(self) -> None:
        """The clerk disputes the predicate; the penilai explains."""
        self.clerk.follow("Keberatan")
        self.clerk.page.locator("[name=parts][value=predicate]").check()
        self.clerk.page.locator("#reason").fill("Rak arsip baru datang Agustus")
        self.clerk.press("Ajukan keberatan")
        self.clerk.sees("Keputusan paling lambat")
        self.superior.page.goto(self.clerk.page.url)
        self.superior.sees("Rak arsip baru datang Agustus")
        self.superior.page.locator("#explanation").fill("Target semester dua tidak tercapai.")
        self.superior.press("Kirim penjelasan")
        self.superior.sees("Target semester dua tidak tercapai.")

    def decide(self) -> None:
        """The atasan penilai hears both and changes the result."""
        head = self.head.page
        head.goto("/review/?kind=objections")
        self.head.follow("Iwan Permadanu")
        self.head.sees("Target semester dua tidak tercapai.", "Catat dulu pemeriksaannya.")
        head.locator("#on").fill("24/11/2026")
        head.locator("#heard_owner").check()
        head.locator("#heard_assessor").check()
        head.locator("#hearing").fill("Rak memang terlambat.")
        self.head.press("Simpan catatan")
        head.locator("[name=verdict][value=change]").check()
        head.locator("summary", has_text="Rating dan rekomendasi yang baru").click()
        head.locator("[name=result][value=meets]").check()
        head.locator("[name=behaviour][value=meets]").check()
        head.locator("#recommendation").fill("Lanjutkan penataan arsip")
        head.locator("#decision").fill("Keterlambatan bukan karena pegawai.")
        head.get_by_role("button", name="Periksa keputusan").click()  # a question, no redirect
        self.head.sees("Belum ada yang disimpan")
        self.head.press("Tetapkan keputusan")
        self.head.sees("Hasil diubah", "Keterlambatan bukan karena pegawai.")

    def read_decision(self) -> None:
        """The changed predicate with its paper, D.1.3."""
        self.clerk.page.goto("/results/")
        self.clerk.follow("Lihat hasil")
        self.clerk.sees("Predikat semula: Butuh Perbaikan", "Hasil diubah")
        expect(self.clerk.page.locator("#h-pred")).to_have_text("Baik")
        link = self.clerk.page.get_by_role("link", name="Unduh PDF dokumen setelah keberatan")
        paper = whole_text(self.clerk.pdf(link))
        for words in ("Format D.1.3", "Predikat kinerja pegawai: Baik", "Lanjutkan penataan arsip"):
            assert words in paper
