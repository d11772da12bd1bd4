"""Forms of pembinaan."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from skpweb.domain.counselling import CounsellorKind
from skpweb.domain.development import DevelopmentKind
from skpweb.domain.guidance_forms import GuidanceKind
from skpweb.labels import choices
from skpweb.models.base import LONG_TEXT
from skpweb.web.fields import TOO_LONG, DateField, LinkField, WholeNumberField

MOST_HOURS = 2000
LONGEST_REASON = 1000
STALE = "Catatan ini berubah sejak halaman dibuka. Isian Anda masih ada; periksa, lalu kirim lagi."


def upto(longest: int) -> list[Length]:
    """A cap on the length of a text."""
    return [Length(max=longest, message=TOO_LONG)]


class BeginForm(FlaskForm):
    """A new coaching or mentoring."""

    kind = RadioField(
        "Bentuk bimbingan", choices=choices(GuidanceKind), default=GuidanceKind.COACHING.value
    )
    topic = TextAreaField(
        "Yang perlu dibimbing",
        validators=[DataRequired("Tulis apa yang perlu dibimbing."), *upto(1000)],
    )
    guide = StringField("Pembimbing lain", validators=upto(200))


class DevelopmentForm(FlaskForm):
    """A training, special assignment or rotation."""

    kind = SelectField("Jenis", choices=choices(DevelopmentKind))
    title = StringField(
        "Nama kegiatan", validators=[DataRequired("Tulis nama kegiatannya."), *upto(300)]
    )
    provider = StringField("Penyelenggara", validators=upto(200))
    starts_on = DateField("Mulai")
    done_on = DateField("Selesai")
    hours = WholeNumberField("Jam pelajaran (JP)")
    certificate_url = LinkField("Tautan sertifikat", validators=upto(500))

    def validate_hours(self, field: Any) -> None:
        """Not more than anybody can learn."""
        if field.value is not None and field.value > MOST_HOURS:
            raise ValidationError(f"Paling banyak {MOST_HOURS} JP untuk satu kegiatan.")

    def validate_done_on(self, field: Any) -> None:
        """Not before it began."""
        first, last = self.starts_on.value, field.value
        if first is not None and last is not None and last < first:
            raise ValidationError("Tanggal selesai tidak boleh sebelum tanggal mulai.")


class ReportForm(FlaskForm):
    """Laporan permasalahan perilaku kerja (B.1.10); half-written is fine until it is sent."""

    sends = False
    receiver = StringField(
        "Dilaporkan kepada",
        validators=[DataRequired("Tulis nama atau NIP penerima laporan."), *upto(200)],
    )
    expectation = TextAreaField(
        "Apakah Anda memiliki ekspektasi khusus terhadap yang bersangkutan? Jika ya, apa "
        "ekspektasi khusus tersebut?",
        validators=upto(LONG_TEXT),
    )
    problem = TextAreaField(
        "Jelaskan secara detil permasalahan terkait perilaku kerja pegawai yang dianggap "
        "menghambat kinerja individu, unit kerja, dan/atau tim kerja!",
        validators=upto(LONG_TEXT),
    )
    is_shared = RadioField(
        "Apakah permasalahan perilaku kerja serupa juga terjadi pada pegawai lainnya?",
        choices={"yes": "Ya", "no": "Tidak"},
        validate_choice=False,
    )
    done_so_far = TextAreaField(
        "Yang sudah saya lakukan untuk memperbaiki perilaku kerja pegawai adalah",
        validators=upto(LONG_TEXT),
    )

    def validate_problem(self, field: Any) -> None:
        """Needed to send it."""
        self._needs(field, "Isi permasalahan perilakunya.")

    def validate_is_shared(self, field: Any) -> None:
        """Needed to send it."""
        self._needs(field, "Pilih Ya atau Tidak untuk pegawai lainnya.")

    def validate_done_so_far(self, field: Any) -> None:
        """Needed to send it."""
        self._needs(field, "Isi apa yang sudah Anda lakukan.")

    def _needs(self, field: Any, problem: str) -> None:
        if self.sends and not (field.data or "").strip():
            raise ValidationError(problem)


class ArrangeForm(FlaskForm):
    """Who counsels, when and where."""

    counsellor = StringField(
        "Konselor", validators=[DataRequired("Tulis nama atau NIP konselor."), *upto(200)]
    )
    counsellor_kind = RadioField(
        "Sebagai", choices=choices(CounsellorKind), default=CounsellorKind.INDEPENDENT.value
    )
    meets_on = DateField("Tanggal", validators=[DataRequired("Isi tanggal konseling.")])
    place = StringField("Waktu dan tempat", validators=upto(200))


class ResultForm(FlaskForm):
    """The record of the result."""

    result = TextAreaField(
        "Rekaman informasi hasil konseling",
        validators=[DataRequired("Tulis hasil konseling."), *upto(LONG_TEXT)],
    )


class FollowUpForm(FlaskForm):
    """What follows the result (p.88 e)."""

    follow_up = TextAreaField(
        "Tindak lanjut",
        validators=[DataRequired("Tulis tindak lanjutnya."), *upto(LONGEST_REASON)],
    )


class DeclineForm(FlaskForm):
    """Why a report leads to no konseling."""

    reason = TextAreaField(
        "Alasan", validators=[DataRequired("Tulis alasannya."), *upto(LONGEST_REASON)]
    )
