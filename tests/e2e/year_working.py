"""The year's second chapter: rencana aksi, journal, feedback, a dialogue."""

from tests.e2e.year_planning import STEP, Planning

WORDS = "Berkas rapi dan dapat ditelusuri."
AGREED = "Kirim daftar berkas tertunda"


class Working(Planning):
    """What happens between planning and evaluation."""

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

    def ask_for_feedback(self) -> None:
        """The clerk asks, the superior answers, the clerk has read it."""
        self.clerk.page.goto("/results/")
        self.clerk.follow("Semua umpan balik")
        self.clerk.follow("Minta umpan balik")
        self.clerk.field("Dedi Pranasuta").check()
        self.clerk.page.locator("#question").fill("Apa yang perlu saya perbaiki?")
        self.clerk.press("Kirim permintaan")
        self.clerk.flash("Permintaan dikirim kepada Dedi Pranasuta.")
        self.superior.page.goto("/")
        self.superior.follow("Umpan balik untuk Iwan Permadanu")
        self.superior.sees("Apa yang perlu saya perbaiki?")
        self.superior.follow("Beri umpan balik")
        self.superior.page.locator("select[name=about]").select_option(index=1)
        self.superior.page.locator("textarea[name=text]").fill(WORDS)
        self.superior.press("Simpan", "#umpan-balik")
        self.superior.flash("Umpan balik untuk Iwan Permadanu tersimpan.")
        self.clerk.page.goto("/results/")
        self.clerk.sees("Umpan balik untuk Anda", WORDS)
        self.clerk.follow("Semua umpan balik")
        self.clerk.page.locator("summary", has_text="Saya sudah membaca").click()
        self.clerk.press("Saya sudah membaca")
        self.clerk.flash("Pemberinya melihat bahwa Anda sudah membaca.")

    def talk(self) -> None:
        """A meeting, its record with an action, confirmed by the other, done."""
        self.superior.page.goto("/dialogue/")
        self.superior.follow("Jadwalkan pertemuan")
        self.superior.field("Iwan Permadanu").check()
        typed = {"held_on": "24/11/2026", "starts_at": "08.00", "ends_at": "09.00", "place": "Aula"}
        for name, value in typed.items():
            self.superior.page.locator(f"#{name}").fill(value)
        self.superior.press("Simpan jadwal")
        self.superior.follow("Catat hasil")
        self.superior.page.locator("#notes").fill("Target dan hambatan dibahas.")
        self.superior.page.locator("[name=rows-0-text]").fill(AGREED)
        self.superior.page.locator("[name=rows-0-side]").select_option("owner")
        self.superior.page.locator("[name=rows-0-due_on]").fill("1/12/2026")
        self.superior.press("Simpan catatan")
        self.superior.flash("Catatan tersimpan dan menunggu konfirmasi pihak lain.")
        self.clerk.page.goto("/")
        self.clerk.follow("Konfirmasi catatan dialog")
        self.clerk.sees("Target dan hambatan dibahas.", AGREED)
        self.clerk.press("Saya sudah membaca")
        self.clerk.flash("Konfirmasi Anda tersimpan.")
        self.clerk.page.locator("summary", has_text="Tandai selesai").click()
        self.clerk.press("Selesai", "main")
        self.clerk.flash("Kesepakatan ditandai selesai.")
