"""The year's first chapter: roles of the matrix, the SKP, its approval, its revision."""

from playwright.sync_api import Locator, expect

from tests.e2e.visitor import Visitor

ROLE = "Berkas permohonan layanan terverifikasi secara benar"
SECOND = "Tersedianya rekapitulasi layanan setiap bulan"
STEP = "Memverifikasi berkas adminduk harian"


class Planning:
    """What the four do, in the words of the pages."""

    def __init__(self, clerk: Visitor, superior: Visitor, head: Visitor, team: Visitor) -> None:
        self.clerk, self.superior, self.head, self.team = clerk, superior, head, team

    @property
    def wrong(self) -> list[str]:
        """Whatever any of the browsers complained of."""
        everybody = (self.clerk, self.superior, self.head, self.team)
        return [line for one in everybody for line in one.wrong]

    def assign_role(self) -> None:
        """The leader writes a role into his matrix and proposes it."""
        self.superior.page.goto("/matrix/")
        self.superior.follow("2026 · Dedi Pranasuta")
        self.superior.follow("Isi semua peran Iwan")
        self.superior.page.locator("main textarea").first.fill(ROLE)
        self.superior.press("Simpan", "main")
        self.superior.flash("Tersimpan.")
        self.superior.press("Jadikan RHK untuk Iwan")
        self.superior.flash("Peran diusulkan menjadi RHK.")

    def write_skp(self) -> None:
        """One RHK out of the matrix, one of his own, with an indicator each."""
        self.clerk.page.goto("/planning/")
        self.clerk.follow("Buat SKP 2026")
        self.clerk.press("Buat SKP")
        self.clerk.flash("SKP dibuat.")
        self.clerk.follow("Ambil dari matriks")
        self.clerk.sees("Diusulkan pimpinan")
        self.clerk.press("Jadikan RHK")
        self.clerk.flash("1 peran menjadi RHK")
        self.write_card(0, ROLE, "Berkas terverifikasi", "2.000 berkas")
        self.clerk.press("Tambah RHK utama")
        self.write_card(1, SECOND, "Laporan rekapitulasi", "12 laporan")

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
        self.clerk.sees(ROLE, "12 laporan", "Satu komputer dan akses SIAK")
        self.clerk.press("Ajukan ke Dedi")
        self.clerk.flash("SKP diajukan kepada pejabat penilai.")

    def open_on_desk(self) -> None:
        """The superior finds the SKP on his desk."""
        self.superior.page.goto("/review/")
        self.superior.follow("Iwan Permadanu")

    def send_back(self) -> None:
        """A note on the second row, and back it goes."""
        self.open_on_desk()
        self.superior.sees(ROLE, SECOND)
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
        expect(self.superior.page.locator("main")).not_to_contain_text(ROLE)
        self.superior.press("Setujui")
        self.superior.flash("SKP Iwan Permadanu ditetapkan.")

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
