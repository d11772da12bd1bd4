"""Forms of the office's settings, the first set-up, years, holidays and results."""

from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired, ValidationError

from skpweb.admin.forms.fields import ChoiceField, DayField, long_text, text
from skpweb.domain.calendar import PeriodKind
from skpweb.domain.feedback import FeedbackRhythm
from skpweb.domain.ratings import OrganisationLevel
from skpweb.domain.terms import Approach, ResultMeasure
from skpweb.labels import label
from skpweb.office.changes import Values
from skpweb.web.fields import TimeField, WholeNumberField

ZONES = {
    "Asia/Jakarta": "WIB (Jakarta)",
    "Asia/Makassar": "WITA (Makassar)",
    "Asia/Jayapura": "WIT (Jayapura)",
}
SMALLEST_QUOTA, LARGEST_QUOTA = 10, 100_000  #: MB


class OneOf(SelectField):
    """A choice from a fixed list of texts or numbers."""

    def pre_validate(self, form: Any) -> None:
        """Only what was offered."""
        if self.data not in [self.coerce(value) for value in self.choices]:
            raise ValidationError(f"Pilih {self.label.text.lower()} dari daftar.")


class OfficeForm(FlaskForm):
    """The office and its settings."""

    name = text("Nama instansi", 200, "Tulis nama instansi.")
    parent_name = text("Pemerintah daerah atau instansi induk", 200)
    address = text("Alamat", 300)
    place = text("Tempat pada tanda tangan", 100, "Tulis tempatnya, misalnya nama kecamatan.")
    contact = text("Pemberi kode masuk", 200, "Tulis siapa yang memberi kode masuk.")
    timezone = OneOf("Zona waktu", choices=ZONES)
    paper = OneOf("Ukuran kertas", choices={"A4": "A4", "F4": "F4 (Folio)"})
    work_days = OneOf("Hari kerja", coerce=int, choices={"5": "Senin–Jumat", "6": "Senin–Sabtu"})
    backfill_days = StringField("Batas mengisi jurnal (hari kerja)")

    def validate_backfill_days(self, field: StringField) -> None:
        """A whole number of working days, 0 to 30."""
        typed = str(field.data or "").strip()
        if not (typed.isascii() and typed.isdigit()) or int(typed) > 30:
            raise ValidationError("Tulis jumlah hari kerja, 0 sampai 30.")
        field.data = int(typed)

    def values(self) -> Values:
        """What to store."""
        return {f.name: f.data for f in self if f.name != "csrf_token"}


class SettingsForm(OfficeForm):
    """The same once the office works: also what the journal asks of everybody."""

    requires_step = BooleanField("Rencana aksi, RHK, atau jenis tugas")
    requires_times = BooleanField("Jam mulai dan jam selesai")
    requires_realisation = BooleanField("Realisasi")
    requires_evidence = BooleanField("Bukti dukung (tautan atau berkas)")
    day_starts_at = TimeField("Jam kantor mulai", validators=[DataRequired("Tulis jamnya.")])
    day_ends_at = TimeField("Jam kantor selesai", validators=[DataRequired("Tulis jamnya.")])
    feedback_rhythm = ChoiceField("Umpan balik berkala dari pimpinan", FeedbackRhythm)
    evidence_quota = WholeNumberField("Ruang bukti dukung per pegawai per tahun (MB)")

    def validate_day_ends_at(self, field: TimeField) -> None:
        """After the start."""
        start = self.day_starts_at.value
        if start is not None and field.value is not None and field.value <= start:
            raise ValidationError("Jam kantor selesai harus sesudah jam mulai.")

    def validate_evidence_quota(self, field: WholeNumberField) -> None:
        """Room for a few photos at least; not more than a disk has."""
        if field.value is None or not SMALLEST_QUOTA <= field.value <= LARGEST_QUOTA:
            raise ValidationError("Tulis 10 sampai 100.000 (MB).")

    def values(self) -> Values:
        """What to store: times and numbers as they are meant."""
        read = ("day_starts_at", "day_ends_at", "evidence_quota")
        return super().values() | {name: self[name].value for name in read}


class CodeForm(FlaskForm):
    """The code that the server printed at its first start."""

    code = text("Kode penyiapan", 20, "Tulis kode yang dicetak server saat pertama dijalankan.")


class FirstAdminForm(FlaskForm):
    """The first account."""

    username = text("Nama pengguna admin", 60, "Tulis nama pengguna.")
    password = PasswordField("Kata sandi")
    again = PasswordField("Kata sandi sekali lagi")

    def validate_username(self, field: StringField) -> None:
        """No NIP: that belongs to an employee."""
        if not (field.data or "").replace(".", "").replace("-", "").isalnum():
            raise ValidationError("Pakai huruf, angka, titik, atau tanda hubung saja.")
        if (field.data or "").isdigit():
            raise ValidationError("Nama pengguna admin tidak boleh angka saja, misalnya: admin.")

    def validate_again(self, field: PasswordField) -> None:
        """Typed twice alike."""
        if field.data != self.password.data:
            raise ValidationError("Kedua kata sandi tidak sama. Ketik sekali lagi.")


class YearForm(FlaskForm):
    """A performance year."""

    year = StringField("Tahun")
    period_kind = ChoiceField("Evaluasi periodik", PeriodKind)
    approach = ChoiceField("Pendekatan baku", Approach)
    skp_due_on = DayField("Batas penetapan SKP", "Tulis batas penetapan SKP.")

    def validate_year(self, field: StringField) -> None:
        """A year of this age."""
        typed = str(field.data or "").strip()
        if not (typed.isascii() and typed.isdigit()) or not 2020 <= int(typed) <= 2100:
            raise ValidationError("Tulis tahun empat angka, misalnya 2026.")
        field.data = int(typed)

    def settings(self) -> Values:
        """Everything but the year itself."""
        return {
            "period_kind": self.period_kind.data,
            "approach": self.approach.data,
            "skp_due_on": self.skp_due_on.data,
        }


class HolidayForm(FlaskForm):
    """One more day off."""

    day = DayField("Tanggal", "Tulis tanggalnya.")
    name = text("Keterangan", 200, "Tulis keterangannya, misalnya nama cuti bersama.")


class ResultForm(FlaskForm):
    """Capaian kinerja organisasi."""

    level = ChoiceField("Capaian kinerja organisasi", OrganisationLevel, ask="Pilih capaian")
    decided_by = text("Ditetapkan oleh", 200, "Tulis siapa yang menetapkan.")
    basis = long_text("Dasar", 1000, "Tulis dasarnya, misalnya nomor surat keputusan.")
    measure = ChoiceField("Diperoleh dari", ResultMeasure, blank="Belum dinyatakan")
    decided_on = DayField("Tanggal penetapan", "Tulis tanggal penetapan.")
    reason = long_text("Alasan mengubah", 1000)

    def of_window(self, is_annual: bool) -> "ResultForm":
        """Offer what a yearly or a periodic result can be drawn from (p.92-93)."""
        fitting = [one for one in ResultMeasure if (one is ResultMeasure.INDICATORS) is is_annual]
        self.measure.choices = self.measure.blank | {one.value: label(one) for one in fitting}
        return self

    def validate_measure(self, field: ChoiceField) -> None:
        """Only what was offered for this window."""
        if field.data is not None and field.data.value not in field.choices:
            raise ValidationError("Pilih dasar yang cocok dengan masa evaluasi ini.")

    def values(self) -> Values:
        """What to store."""
        names = ("level", "decided_by", "basis", "measure", "decided_on")
        return {name: getattr(self, name).data for name in names}


class UploadForm(FlaskForm):
    """A staff list."""

    file = FileField("Berkas Excel (.xlsx)")


class EmblemForm(FlaskForm):
    """A picture of the Garuda."""

    file = FileField("Gambar lambang Garuda")
